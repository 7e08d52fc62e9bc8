"""A film in one of its formats, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.errors import InputError, OutputError
from geodata.export.atomic import drafted
from geodata.export.manifest import Manifest, manifest_json

if TYPE_CHECKING:
    from PIL import Image

LEAST_FPS, MOST_FPS = 0.5, 20.0
_HELD_MS = 2000
COMMENT_START = "dateline-manifest:"


@dataclass(frozen=True, slots=True)
class Film:
    """
    How pictures follow each other.

    Args:
        number: How many there are.
        fps: Pictures a second, 0.5 to 20. The last one is held for two seconds.
        is_looping: Whether it starts again at its end; players of MP4 decide themselves.
        manifest: What it rests on, or None.

    Raises:
        InputError: It is too fast or too slow.
    """

    number: int
    fps: float = 4.0
    is_looping: bool = True
    manifest: Manifest | None = None

    def __post_init__(self) -> None:
        if not LEAST_FPS <= self.fps <= MOST_FPS:
            raise InputError(
                f"{self.fps:g} pictures a second cannot be shown.",
                todo=f"Give a number from {LEAST_FPS:g} to {MOST_FPS:g}.",
            )

    @property
    def frame_ms(self) -> list[int]:
        """How long each picture is shown; GIF counts in hundredths of a second."""
        one = round(100 / self.fps) * 10
        return [*[one] * (self.number - 1), max(one, _HELD_MS)]

    @property
    def seconds(self) -> float:
        """How long the film runs."""
        return sum(self.frame_ms) / 1000

    @property
    def repeats(self) -> int:
        """How often the last picture is written once more, where a format cannot hold it."""
        return round(self.frame_ms[-1] * self.fps / 1000) - 1

    @property
    def manifest_text(self) -> str:
        """The manifest as JSON, or empty."""
        return "" if self.manifest is None else manifest_json(self.manifest)


def _gif(frames: Iterable[Image.Image], target: Path, film: Film) -> None:
    from geodata.export.films.gif import write_gif

    comment = f"{COMMENT_START}{film.manifest_text}".encode() if film.manifest else b""
    write_gif(frames, target, frame_ms=film.frame_ms, is_looping=film.is_looping, comment=comment)


def _webp(frames: Iterable[Image.Image], target: Path, film: Film) -> None:
    from geodata.export.films.webp import write_webp

    write_webp(
        frames,
        target,
        frame_ms=film.frame_ms,
        is_looping=film.is_looping,
        manifest=film.manifest_text,
    )


def _mp4(frames: Iterable[Image.Image], target: Path, film: Film) -> None:
    from geodata.export.films.mp4 import write_mp4

    text = film.manifest_text
    write_mp4(frames, target, fps=film.fps, repeats=film.repeats, manifest=text)


@dataclass(frozen=True, slots=True)
class Format:
    """
    A kind of film.

    Args:
        suffix: Its ending, with the dot.
        label: What it is called.
        write: Writes pictures to a path.
        between_whole: How many pictures come from one that is written whole to the next; None
            where only the first is.
        holds_last: Whether the last picture is written once and shown for long.
    """

    suffix: str
    label: str
    write: Callable[[Iterable[Image.Image], Path, Film], None]
    between_whole: int | None = None
    holds_last: bool = True

    def wholes(self, film: Film) -> int:
        """Return how many pictures of a film are written whole."""
        written = film.number + (0 if self.holds_last else film.repeats)
        return 1 + (written - 1) // self.between_whole if self.between_whole else 1


FORMATS = (
    Format(".gif", "GIF animation", _gif),
    # As `webp.py` asks for it, and as OpenCV's writer sets it without being asked.
    Format(".webp", "WebP animation", _webp, between_whole=60),
    Format(".mp4", "MP4 film", _mp4, between_whole=12, holds_last=False),
)


def format_of(target: Path) -> Format | None:
    """Return the format that a file's ending asks for, or None where it is no film."""
    ending = target.suffix.casefold()
    return next((one for one in FORMATS if one.suffix == ending), None)


def write_film(frames: Iterable[Image.Image], target: Path, film: Film) -> None:
    """
    Write a film; the file appears whole or not at all, also when the pictures stop coming.

    Args:
        frames: The pictures, RGB and all of one size; they are taken one after the other.
        target: The file; its ending decides the format.
        film: How they follow each other.

    Raises:
        OutputError: The ending is not known, an encoder is missing, or the target cannot be
            written.
    """
    kind = format_of(target)
    if kind is None:
        endings = ", ".join(one.suffix for one in FORMATS)
        raise OutputError(
            str(target), "films of this type are not known", todo=f"Give one of {endings}."
        )
    with drafted(target) as draft:
        try:
            kind.write(_counted(frames, film.number), draft, film)
        except OutputError as error:
            # It knows only of the draft.
            raise OutputError(str(target), error.reason, todo=error.todo) from error


def _counted(frames: Iterable[Image.Image], number: int) -> Iterator[Image.Image]:
    count = 0
    for frame in frames:
        yield frame
        count += 1
    if count != number:
        raise ValueError(f"{count} pictures came, {number} were told")
