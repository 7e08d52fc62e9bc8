"""`dateline export -o film.gif`: the map over a range of days as GIF, WebP or MP4."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from geodata.cli.dates import read_day
from geodata.cli.opened import check_there, open_given
from geodata.cli.progress import ProgressLine
from geodata.cli.saying import say, warn
from geodata.cli.stopping import Stopped
from geodata.errors import OutputError
from geodata.export import check_target
from geodata.export.films import Film, FilmPlan, Pace, film_days, format_of, size_words
from geodata.layers import change_days
from geodata.services import Project, Resources, default_resources
from geodata.sheets import FILM_SMALL, Sheet


class FilmWriter(Protocol):
    """How a film is made; the desktop part passes its own, since geodata knows no Qt."""

    def __call__(
        self,
        project: Project,
        resources: Resources,
        target: Path,
        plan: FilmPlan,
        *,
        progress: Callable[[int, int, str], None],
        told: Callable[[int, int], None],
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class FilmWish:
    """
    A film as it was asked for on the command line.

    Args:
        first: Its first day as typed, or None for the first on which something changes.
        last: Its last day as typed, or None for the last on which something changes.
        pace: How far apart the days are.
        fps: Pictures a second.
        sheet: Size and density.
        is_looping: Whether it starts again at its end.
        is_as_known_then: Whether each day is shown as it was known on it.
        known_by: The known date as typed, or None for all sources.
        is_dark: Whether in dark colours.
        extent: West, south, east, north in degrees (WGS 84), or None for all that is told.
    """

    first: str | None = None
    last: str | None = None
    pace: Pace = Pace.WEEK
    fps: float = 4.0
    sheet: Sheet = FILM_SMALL
    is_looping: bool = True
    is_as_known_then: bool = False
    known_by: str | None = None
    is_dark: bool = False
    extent: tuple[float, float, float, float] | None = None


def run_film(
    paths: Sequence[Path],
    target: Path,
    wish: FilmWish,
    *,
    may_replace: bool,
    write_film: FilmWriter | None,
) -> int:
    """
    Write the film and name the file on stdout; what it will weigh is told on stderr.

    Raises:
        DatelineError: Unclear date, no articles, or a target that cannot be written.
    """
    check_there(paths)
    check_target(target, may_replace=may_replace)
    _check_format(target, wish.sheet)
    # Refused before articles are read in vain.
    Film(1, wish.fps)
    if write_film is None:
        raise OutputError(
            str(target), "films need the desktop part", todo="Install PySide6, or export .html."
        )
    resources = default_resources()
    project = open_given(paths, resources)
    plan = FilmPlan(
        _days(project, wish),
        None if wish.is_as_known_then else _known(project, wish),
        wish.sheet,
        wish.fps,
        wish.is_looping,
        wish.is_dark,
        extent=wish.extent,
    )
    line = ProgressLine("pictures painted")
    try:
        write_film(
            project,
            resources,
            target,
            plan,
            progress=line.step,
            told=lambda *size: warn(f"{len(plan.days)} pictures, about {size_words(*size)}."),
        )
    except KeyboardInterrupt:
        line.close()
        told = f"after {line.done} of {line.total} pictures; nothing was written"
        raise Stopped(f"stopped {told}.") from None
    finally:
        line.close()
    say(f"Wrote {target}")
    return 0


def _check_format(target: Path, sheet: Sheet) -> None:
    kind = format_of(target)
    if kind is None or kind.suffix != ".mp4":
        return
    from geodata.export.films.mp4 import check_mp4

    check_mp4(target, sheet.width_px, sheet.height_px)


def _known(project: Project, wish: FilmWish) -> date:
    return read_day(wish.known_by) if wish.known_by else project.last_known


def _days(project: Project, wish: FilmWish) -> tuple[date, ...]:
    told = [mark for mark in project.marks if mark.claim_ids]
    changes = change_days(told, _known(project, wish))
    usual = changes or (project.default_day,)
    first = read_day(wish.first) if wish.first else usual[0]
    last = read_day(wish.last) if wish.last else max(usual[-1], first)
    return film_days(first, last, wish.pace, changes)
