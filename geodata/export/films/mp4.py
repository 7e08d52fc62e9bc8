"""
MP4 with VP9 inside, through OpenCV, which is an extra.

OpenCV's wheels carry FFmpeg as shared libraries under the LGPL 2.1, and libvpx under a BSD licence.
The wheels of PyAV and imageio-ffmpeg carry x264 and x265, which are under the GPL, and are not used
for that reason; nor is there a wheel with a free encoder of H.264. OpenCV opens the encoder with
settings of its own, whatever it is told (4.x and 5.0): every twelfth picture is written whole.
"""

from __future__ import annotations

import os
import struct
import uuid
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from PIL import Image

from geodata.errors import OutputError

BOX = uuid.UUID("5d2b6c1e-0f4a-4f0e-9a57-64617465666c")
"""Type of the box that carries the manifest (ISO/IEC 14496-12, 11.1: user extensions)."""
EXTRA = "opencv-python-headless"


def is_mp4_possible() -> bool:
    """Say whether the extra is installed."""
    return find_spec("cv2") is not None


def check_mp4(target: Path, width_px: int = 0, height_px: int = 0) -> None:
    """
    Refuse a film that cannot be made, before any work.

    Raises:
        OutputError: The extra is missing, or width or height is odd, which no MP4 may be.
    """
    if not is_mp4_possible():
        raise OutputError(
            str(target),
            "MP4 needs an encoder that is not installed",
            todo=f"Install it with “pip install {EXTRA}”, or export .webp or .gif.",
        )
    if width_px % 2 or height_px % 2:
        raise OutputError(
            str(target),
            f"an MP4 cannot have {width_px} by {height_px} pixels",
            todo="Give an even width and height.",
        )


def write_mp4(
    frames: Iterable[Image.Image], target: Path, *, fps: float, repeats: int, manifest: str
) -> None:
    """
    Write an MP4.

    Args:
        frames: The pictures, RGB, with even width and height.
        target: Where to.
        fps: Pictures a second.
        repeats: How often the last one is shown once more.
        manifest: JSON text; goes into a box of its own.

    Raises:
        OutputError: The extra is missing, or its encoder refused.
    """
    check_mp4(target)
    import cv2
    import numpy as np

    writer = None
    try:
        shown = None
        for frame in frames:
            shown = np.ascontiguousarray(np.asarray(frame)[:, :, ::-1])
            if writer is None:
                code = cv2.VideoWriter.fourcc(*"vp09")
                writer = cv2.VideoWriter(str(target), cv2.CAP_FFMPEG, code, fps, frame.size)
                if not writer.isOpened():
                    raise OutputError(
                        str(target),
                        "this build of OpenCV has no encoder for VP9",
                        todo=f"Install “{EXTRA}” from the package index, or export .webp.",
                    )
            writer.write(shown)
        for _ in range(repeats if writer is not None else 0):
            assert writer is not None
            writer.write(shown)
    finally:
        if writer is not None:
            writer.release()
    _append_box(target, manifest)


def _append_box(target: Path, manifest: str) -> None:
    body = BOX.bytes + manifest.encode()
    with target.open("ab") as file:
        file.write(struct.pack(">I4s", len(body) + 8, b"uuid") + body)


def read_box(path: Path) -> str | None:
    """Return the manifest of an MP4, or None where it has none."""
    with path.open("rb") as file:
        while head := file.read(8):
            if len(head) < 8:
                return None
            size, kind = struct.unpack(">I4s", head)
            if size == 1:
                size = struct.unpack(">Q", file.read(8))[0] - 8
            if kind == b"uuid":
                body = file.read(max(0, size - 8))
                if body[:16] == BOX.bytes:
                    return body[16:].decode(errors="replace")
            elif size < 8:
                return None
            else:
                file.seek(size - 8, os.SEEK_CUR)
    return None
