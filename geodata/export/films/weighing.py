"""How large a film will be, judging by a few of its pictures."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image

from geodata.export.films.film import Film, Format
from geodata.export.films.schedule import Samples


def about_bytes(pictures: Sequence[Image.Image], samples: Samples, film: Film, kind: Format) -> int:
    """
    Return about how many bytes a film will have.

    One picture is weighed alone; each further one by what it adds to the one before, which is much
    where something changes on the map and little where only the date does.

    Args:
        pictures: Those of `samples.days`; of a film of one picture, that one.
        samples: Of which days they are.
        film: How long it is.
        kind: Its format.

    Raises:
        OutputError: The encoder is missing.
    """
    # The last one has most on it, as a rule.
    whole = _weight(pictures[-1:], film, kind) + len(film.manifest_text)
    pairs = [pictures[at : at + 2] for at in range(0, len(pictures) - 1, 2)]
    added = [max(0, _weight(p, film, kind) - _weight(p[:1], film, kind)) for p in pairs]
    quiet, loud = added[: len(samples.quiet)], added[len(samples.quiet) :]
    still = film.number - 1 - samples.changes
    return whole + _share(quiet, still) + _share(loud, samples.changes)


def _share(added: Sequence[int], number: int) -> int:
    return sum(added) * number // len(added) if added else 0


def _weight(frames: Sequence[Image.Image], film: Film, kind: Format) -> int:
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        target = Path(folder) / f"sample{kind.suffix}"
        kind.write(frames, target, replace(film, number=len(frames), manifest=None))
        return target.stat().st_size
