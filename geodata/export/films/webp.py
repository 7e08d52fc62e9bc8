"""WebP: smaller than GIF and in true colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from PIL import Image

from geodata.export.films.reel import Reel

XMP_NAMESPACE = "urn:dateline:manifest"
_QUALITY, _METHOD = 82, 2
# A whole picture now and then, so that a film can be entered in its middle.
_BETWEEN_WHOLE = 60


def write_webp(
    frames: Iterable[Image.Image],
    target: Path | BinaryIO,
    *,
    frame_ms: Sequence[int],
    is_looping: bool,
    manifest: str,
) -> None:
    """
    Write an animated WebP.

    Args:
        frames: The pictures, RGB.
        target: Where to.
        frame_ms: How long each is shown.
        is_looping: Whether it starts again at its end.
        manifest: JSON text; goes into the file's XMP.
    """
    Reel(frames, len(frame_ms)).save(
        target,
        format="WEBP",
        save_all=True,
        duration=list(frame_ms),
        loop=0 if is_looping else 1,
        quality=_QUALITY,
        method=_METHOD,
        kmin=_BETWEEN_WHOLE // 2,
        kmax=_BETWEEN_WHOLE,
        xmp=_xmp(manifest),
    )


def _xmp(manifest: str) -> bytes:
    """Return an XMP packet with one property of ours (ISO 16684-1)."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" xmlns:dateline="{XMP_NAMESPACE}" '
        f"dateline:manifest={quoteattr(manifest)}/></rdf:RDF></x:xmpmeta>"
    ).encode()
