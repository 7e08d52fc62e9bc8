"""`dateline describe` and `dateline diff`: the map in sentences, with sources and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from geodata.cli.dates import read_day
from geodata.cli.opened import open_given
from geodata.cli.saying import say, say_json
from geodata.domain.layers import OFF_AT_FIRST
from geodata.layers import day_words
from geodata.services import (
    Differing,
    Evidence,
    Source,
    Told,
    compare,
    default_resources,
    tell,
)

SCHEMA = 1
_EMPTY = "No claim in these articles speaks of this date, or none was published by then."


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
        _print_json(
            {
                "schema": SCHEMA,
                "title": project.title,
                "on": day.isoformat(),
                "known_by": known_day.isoformat(),
                "statements": [_told_json(item) for item in told],
                "sources": [_source_json(source) for source in _used(told)],
            }
        )
        return 0
    say(f"{project.title}: {day_words(day)}, as known on {day_words(known_day)}")
    for item in told or ():
        say(f"- {item.words} {_marks_of(item)}")
    if not told:
        say(_EMPTY)
    _print_sources(_used(told))
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
        second: The other.
        known_by: The known date of both, as typed; None for all that is known.
        is_as_known_then: Whether each day is shown as known on that day, or by `known_by` where
            that is earlier.
        as_json: Whether to print one JSON object.

    Raises:
        DatelineError: Unclear date, or nothing could be read.
    """
    one, two = read_day(first), read_day(second)
    known_day = read_day(known_by) if known_by else None
    project = open_given(paths, default_resources())
    last = known_day or project.last_known
    known = (min(one, last), min(two, last)) if is_as_known_then else (last, last)
    found = compare(project, one, two, known)
    if as_json:
        say_json(
            {
                "schema": SCHEMA,
                "title": project.title,
                "from": one.isoformat(),
                "to": two.isoformat(),
                "known_by": [day.isoformat() for day in known],
                "changes": [_differing_json(item) for item in found],
                "sources": [_source_json(source) for source in _used(_both(found))],
            }
        )
        return 0
    as_known = f"as known on {day_words(known[1])}"
    if known[0] != known[1]:
        as_known = f"as known on {day_words(known[0])} and on {day_words(known[1])}"
    say(f"{project.title}: {day_words(one)} to {day_words(two)}, {as_known}")
    _say_diff(found)
    return 0


def _say_diff(found: Sequence[Differing]) -> None:
    if not found:
        say("Nothing on the map differs.")
    for item in found:
        told = item.after or item.before
        assert told is not None
        say(f"- {item.change.value}: {item.sentence} {_marks_of(told)}")
        if item.evidence:
            first = item.evidence[0]
            say(f"    “{first.quote}” [{first.source.number}]")
    _print_sources(_used(_both(found)))


def _marks_of(told: Told) -> str:
    """Return “[1, 3; not reviewed]”: the sources by number, and whether a person looked at it."""
    numbers = ", ".join(str(source.number) for source in told.sources)
    if told.unreviewed == 0:
        return f"[{numbers}]"
    is_all = told.unreviewed == len(told.evidence)
    how = "not reviewed" if is_all else f"{told.unreviewed} of {len(told.evidence)} not reviewed"
    return f"[{numbers}; {how}]"


def _used(told: Iterable[Told]) -> list[Source]:
    found = {source.number: source for item in told for source in item.sources}
    return [found[number] for number in sorted(found)]


def _both(found: Iterable[Differing]) -> list[Told]:
    return [told for item in found for told in (item.before, item.after) if told]


def _print_sources(sources: Sequence[Source]) -> None:
    if sources:
        say("Sources")
    for source in sources:
        document = source.document
        day = document.published.best
        who = ", ".join(part for part in (document.outlet, day and day_words(day)) if part)
        note = "" if document.published.is_stated or not day else " (date inferred)"
        say(f"[{source.number}] {who or 'undated'}{note}: {document.title}")


def _told_json(told: Told) -> dict[str, Any]:
    mark = told.mark
    return {
        "words": told.words,
        "fact": mark.fact_id,
        "layer": mark.layer.value,
        "state": str(mark.state),
        "certainty": mark.certainty.value,
        "is_disputed": mark.is_disputed,
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


def _print_json(values: dict[str, Any]) -> None:
    say_json(values)
