"""How large a film will be, judging by a few of its pictures and its own encoder."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image

from geodata.export.films.film import Film, Format
from geodata.export.films.schedule import Samples

# Films of the sample, 15 to 71 pictures in each format, were told with .82 to 1.27 of what they had.
_LEAST, _MOST = 0.75, 1.3


def about_bytes(
    pictures: Sequence[Image.Image],
    samples: Samples,
    film: Film,
    kind: Format,
    going_on: Callable[[], object] = lambda: None,
) -> tuple[int, int]:
    """
    Return about how many bytes a film will have, at least and at most.

    One picture is weighed alone, since each format writes a whole one now and then; each further one
    by what it adds to a film that goes to and fro between two days that follow each other: so both
    have one palette, and what an encoder does only at its beginning is not counted.

    Args:
        pictures: Those of `samples.days`; of a film of one picture, that one.
        samples: Of which days they are.
        film: How long it is.
        kind: Its format.
        going_on: Called before each sample is encoded; what it raises ends the weighing.

    Raises:
        OutputError: The encoder is missing.
    """

    def weight(frames: Sequence[Image.Image]) -> int:
        going_on()
        return _weight(frames, film, kind)

    def added(pair: Sequence[Image.Image]) -> int:
        return max(0, weight([*pair, *pair]) - weight(pair)) // 2

    # The last one has most on it, as a rule.
    whole = weight(pictures[-1:]) * kind.wholes(film)
    between = sum(
        added(pictures[2 * at : 2 * at + 2]) * number
        for at, (_, _, number) in enumerate(samples.pairs)
    )
    told = whole + between
    manifest = len(film.manifest_text)
    if not samples.pairs:
        return told + manifest, told + manifest
    return round(told * _LEAST) + manifest, round(told * _MOST) + manifest


def size_words(least: int, most: int | None = None) -> str:
    """
    Return bytes as people say them: `1.4 MB`, `0.9 to 1.4 MB`, `850 kB`.

    Args:
        least: At least.
        most: At most, or None for the same.
    """
    high = least if most is None else most
    unit, one, digits = ("MB", 1e6, 1) if high >= 1_000_000 else ("kB", 1e3, 0)
    ends = [f"{max(number / one, 10**-digits):.{digits}f}" for number in (least, high)]
    return f"{' to '.join(dict.fromkeys(ends))} {unit}"


def _weight(frames: Sequence[Image.Image], film: Film, kind: Format) -> int:
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        target = Path(folder) / f"sample{kind.suffix}"
        kind.write(frames, target, replace(film, number=len(frames), manifest=None))
        return target.stat().st_size
