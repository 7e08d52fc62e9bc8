"""Pictures that come one after the other, for encoders that ask for one image with many frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PIL import Image


class Reel(Image.Image):
    """
    One image whose frames are taken when they are asked for, in order, each once.

    So a film needs the memory of one picture, not of all.

    Args:
        frames: The pictures, of one size and mode.
        number: How many there are.
    """

    format = None
    format_description = None

    def __init__(self, frames: Iterable[Image.Image], number: int) -> None:
        super().__init__()
        self._frames: Iterator[Image.Image] = iter(frames)
        self.n_frames = number
        self.is_animated = number > 1
        self._at = -1
        self.seek(0)

    def seek(self, frame: int) -> None:
        # An encoder goes back to where it began when it is done; nothing is read then.
        while self._at < frame:
            now = next(self._frames)
            self._at += 1
            self.im = now.im
            self._mode, self._size = now.mode, now.size

    def tell(self) -> int:
        return max(self._at, 0)
