"""`dateline describe` and `dateline diff`: the map in sentences, with sources and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from geodata.cli.dates import read_day
from geodata.cli.opened import open_given
from geodata.cli.saying import say, say_json
from geodata.domain.layers import OFF_AT_FIRST
from geodata.layers import Moment
from geodata.services import (
    Differing,
    Evidence,
    Source,
    Told,
    change_lines,
    compare,
    default_resources,
    description_lines,
    tell,
    used_sources,
)

SCHEMA = 1


def run_describe(
    paths: Sequence[Path], *, on: str | None, known_by: str | None, as_json: bool
) -> int:
    """
    Print what the map of a day says.

    Raises:
        DatelineError: Unclear date, or nothing could be read.
    """
    day = read_day(on) if on else None
    known_day = read_day(known_by) if known_by else None
    project = open_given(paths, default_resources())
    day = day or project.default_day
    known_day = known_day or project.last_known
    told = [item for item in tell(project, day, known_day) if item.mark.layer not in OFF_AT_FIRST]
    if as_json:
        say_json(
            {
                "schema": SCHEMA,
                "title": project.title,
                "on": day.isoformat(),
                "known_by": known_day.isoformat(),
                "statements": [_told_json(item) for item in told],
                "sources": [_source_json(source) for source in used_sources(told)],
            }
        )
        return 0
    for line in description_lines(project, day, known_day, told):
        say(line)
    return 0


def run_diff(
    paths: Sequence[Path],
    first: str,
    second: str,
    *,
    known_by: str | None,
    is_as_known_then: bool = False,
    as_json: bool,
) -> int:
    """
    Print what differs between the maps of two days.

    Args:
        paths: Articles, folders, or a project file.
        first: One day, as typed.
        second: The other; the earlier of the two is the one to start from.
        known_by: The known date of both, as typed; None for all that is known.
        is_as_known_then: Whether each day is shown as known on that day, or by `known_by` where
            that is earlier.
        as_json: Whether to print one JSON object.

    Raises:
        DatelineError: Unclear date, or nothing could be read.
    """
    one, two = sorted((read_day(first), read_day(second)))
    known_day = read_day(known_by) if known_by else None
    project = open_given(paths, default_resources())
    last = known_day or project.last_known
    known = (min(one, last), min(two, last)) if is_as_known_then else (last, last)
    moments = Moment(one, known[0]), Moment(two, known[1])
    if as_json:
        found = compare(project, *moments)
        say_json(
            {
                "schema": SCHEMA,
                "title": project.title,
                "from": one.isoformat(),
                "to": two.isoformat(),
                "known_by": [day.isoformat() for day in known],
                "changes": [_differing_json(item) for item in found],
                "sources": [_source_json(source) for source in used_sources(_both(found))],
            }
        )
        return 0
    for line in change_lines(project, *moments):
        say(line)
    return 0


def _both(found: Iterable[Differing]) -> list[Told]:
    return [told for item in found for told in (item.before, item.after) if told]


def _told_json(told: Told) -> dict[str, Any]:
    mark = told.mark
    return {
        "words": told.words,
        "fact": mark.fact_id,
        "layer": mark.layer.value,
        "state": str(mark.state),
        "certainty": mark.certainty.value,
        "is_disputed": mark.is_disputed,
        "review": mark.review.value,
        "unreviewed": told.unreviewed,
        "evidence": [_evidence_json(item) for item in told.evidence],
    }


def _differing_json(item: Differing) -> dict[str, Any]:
    return {
        "change": item.change.value,
        "sentence": item.sentence,
        "before": _told_json(item.before) if item.before else None,
        "after": _told_json(item.after) if item.after else None,
    }


def _evidence_json(item: Evidence) -> dict[str, Any]:
    return {
        "claim": item.claim.id,
        "source": item.source.number,
        "quote": item.quote,
        "start": item.claim.evidence[0].start,
        "end": item.claim.evidence[0].end,
        "confidence": item.claim.confidence,
        "review": item.claim.review.value,
    }


def _source_json(source: Source) -> dict[str, Any]:
    document = source.document
    day = document.published.best
    return {
        "number": source.number,
        "name": document.name,
        "title": document.title,
        "outlet": document.outlet,
        "published": day.isoformat() if day else None,
        "sha256": document.sha256,
    }
