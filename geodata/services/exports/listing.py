"""Plain text to print, to copy and to read out: the map in sentences, and what differs between two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import groupby

from geodata.domain.layers import Layer
from geodata.layers import Change, Moment, day_words
from geodata.services.exports.telling import Differing, Evidence, Told, compare, tell
from geodata.services.projects import Project, Source

_EMPTY = "No claim in these articles speaks of this date, or none was published by then."
_SAME = "Nothing on the map differs."
_HEADS = {
    Change.APPEARED: "Appeared",
    Change.FIRST_TOLD: "First told of",
    Change.ENDED: "Ended",
    Change.CHANGED: "Changed",
}
SIGNS = {
    Change.APPEARED: "+",
    Change.FIRST_TOLD: "+",
    Change.ENDED: "−",
    Change.CHANGED: "±",
}


def description_lines(
    project: Project, on: date, known_by: date, told: Sequence[Told] | None = None
) -> tuple[str, ...]:
    """
    Return what the map of a day says, a sentence a line, accepted before suggested, then sources.

    Args:
        project: What is shown.
        on: The day.
        known_by: Sources up to this day are read.
        told: What is told, or None for all that is on the map.
    """
    told = tell(project, on, known_by) if told is None else told
    head = f"{project.title}: {day_words(on)}, as known on {day_words(known_by)}"
    days = [day for day in project.reported_days.values() if day <= known_by]
    if days and on > max(days):
        head += f"; last reported on {day_words(max(days))}"
    if not told:
        return head, _EMPTY
    lines = [head]
    reviewed = [item for item in told if item.unreviewed < len(item.evidence)]
    fresh = [item for item in told if item.unreviewed == len(item.evidence)]
    for title, items in (("Accepted", reviewed), ("Suggested, not reviewed", fresh)):
        lines += [title] if items else []
        for item in items:
            # That nobody looked at it is told above.
            lines.append(f"- {item.words} {_numbers(item, title == 'Accepted')}")
    return (*lines, *source_lines(used_sources(told)))


def change_lines(
    project: Project,
    first: Moment,
    second: Moment,
    *,
    hidden: Collection[Layer] = frozenset(),
) -> tuple[str, ...]:
    """Return what appeared, ended and changed, each sentence with its most telling quote."""
    first, second = sorted((first, second))
    found = compare(project, first, second, hidden=hidden)
    known = f"as known on {day_words(second.known_by)}"
    if first.known_by != second.known_by:
        known = f"as known on {day_words(first.known_by)} and on {day_words(second.known_by)}"
    head = f"{project.title}: {day_words(first.on)} to {day_words(second.on)}, {known}"
    if not found:
        return head, _SAME
    lines = [head]
    quoted: set[tuple[int, str]] = set()
    for change, items in groupby(found, lambda item: item.change):
        lines.append(_HEADS[change])
        # What rests on the same words stands above them together.
        for _, group in groupby(items, _lead_key):
            lead = None
            for item in group:
                lead = lead or _lead(item)
                lines.append(f"{SIGNS[change]} {item.sentence} {_numbers(item.told)}")
            if lead is not None:
                lines.append(f"    {_quoted(lead, quoted)}")
    told = [side for item in found for side in (item.before, item.after) if side]
    return (*lines, *source_lines(used_sources(told)))


def used_sources(told: Iterable[Told]) -> list[Source]:
    """Return the articles that some statements rest on, each once, by number."""
    found = {source.number: source for item in told for source in item.sources}
    return [found[number] for number in sorted(found)]


def source_lines(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return a heading and a line a source: number, outlet, date, title."""
    lines = []
    for source in sources:
        who = who_and_when(source) or "undated"
        lines.append(f"[{source.number}] {who}: {source.document.title}")
    return ("Sources", *lines) if lines else ()


def who_and_when(source: Source, at: int | None = None) -> str:
    """
    Return outlet and date of an article, as far as they are known: “El Faro, 20 May 2024”.

    Args:
        source: The article.
        at: Where in its text, since a part of it may be of a day of its own.
    """
    document = source.document
    published = document.published if at is None else document.published_at(at)
    day = published.best
    note = "" if published.is_stated or not day else ", date inferred"
    parts = (source.document.outlet, f"{day_words(day)}{note}" if day else "")
    return ", ".join(part for part in parts if part)


def _numbers(told: Told, has_review: bool = True) -> str:
    """Return “[1, 3; not reviewed]”: the sources by number, and whether a person looked at it."""
    numbers = ", ".join(str(number) for number in sorted(item.number for item in told.sources))
    if told.unreviewed == 0 or not has_review:
        return f"[{numbers}]"
    is_all = told.unreviewed == len(told.evidence)
    how = "not reviewed" if is_all else f"{told.unreviewed} of {len(told.evidence)} not reviewed"
    return f"[{numbers}; {how}]"


def _lead(item: Differing) -> Evidence | None:
    return item.evidence[0] if item.evidence else None


def _lead_key(item: Differing) -> tuple[int, str]:
    lead = _lead(item)
    return (lead.source.number, lead.quote) if lead else (0, "")


def _quoted(lead: Evidence, quoted: set[tuple[int, str]]) -> str:
    key = lead.source.number, lead.quote
    if key in quoted:
        return f"quoted above [{lead.source.number}]"
    quoted.add(key)
    who = who_and_when(lead.source, lead.claim.evidence[0].start)
    return f"“{lead.quote}” {f'({who}) ' if who else ''}[{lead.source.number}]"
