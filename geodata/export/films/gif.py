"""GIF: one palette for all pictures, and of each only what differs from the one before."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, BinaryIO

from PIL import Image

_COLOURS = 255  # the last of 256 stands for “as before”
_LOOKED_AT = 24


class Spool:
    """
    Pictures on the disk, to be gone through twice: first for their colours, then to be written.

    Args:
        file: Where they are kept; whoever opened it closes it.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: list[tuple[int, int, tuple[int, int]]] = []

    def __len__(self) -> int:
        return len(self._places)

    def add(self, image: Image.Image) -> None:
        """Keep a picture (RGB)."""
        data = zlib.compress(image.tobytes(), 1)
        self._places.append((self._file.seek(0, 2), len(data), image.size))
        self._file.write(data)

    def __getitem__(self, number: int) -> Image.Image:
        at, length, size = self._places[number]
        self._file.seek(at)
        return Image.frombytes("RGB", size, zlib.decompress(self._file.read(length)))


def write_gif(
    frames: Iterable[Image.Image],
    target: Path | BinaryIO,
    *,
    frame_ms: Sequence[int],
    is_looping: bool,
    comment: bytes,
) -> None:
    """
    Write a GIF.

    Args:
        frames: The pictures, RGB.
        target: Where to.
        frame_ms: How long each is shown.
        is_looping: Whether it starts again at its end.
        comment: Goes into the file's comment.
    """
    with tempfile.TemporaryFile(prefix="dateline-") as file:
        spool = Spool(file)
        for frame in frames:
            spool.add(frame)
        indexed = _indexed(spool)
        first = next(indexed)
        options = {"loop": 0} if is_looping else {}
        first.save(
            target,
            format="GIF",
            save_all=True,
            append_images=indexed,
            duration=list(frame_ms),
            disposal=1,
            optimize=True,
            comment=comment,
            **options,
        )


def _indexed(spool: Spool) -> Iterator[Image.Image]:
    palette = _palette_of(spool)
    for number in range(len(spool)):
        # Without dithering: a map is made of flat colours, and dots would flicker.
        yield spool[number].quantize(palette=palette, dither=Image.Dither.NONE)


def _palette_of(spool: Spool) -> Image.Image:
    """Return an image whose palette serves all: a hue that comes late must not be another one."""
    step = max(1, -(-len(spool) // _LOOKED_AT))
    looked_at = [spool[number] for number in {*range(0, len(spool), step), len(spool) - 1}]
    width, height = looked_at[0].size
    sheet = Image.new("RGB", (width, height * len(looked_at)))
    for at, image in enumerate(looked_at):
        sheet.paste(image, (0, at * height))
    return sheet.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
