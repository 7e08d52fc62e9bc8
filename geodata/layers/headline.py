"""A heading for the map of one frame: a sentence with a verb, and never more than its sources say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from geodata.domain.claims import ClaimId
from geodata.domain.episodes import Certainty, State
from geodata.domain.times import ONE_DAY, Reach
from geodata.layers.frames import told_marks
from geodata.layers.marks import Form, Mark
from geodata.written_days import day_words

_FORCES = re.compile(r"^(?P<who>.+?) (?P<way>in|at) (?P<where>[^:;]+):")
_LEAN = re.compile(
    r"^(?P<told>[^:;,]+? (?:leans?|turned|moved) (?:toward|away from) [^:;,]+?)(?: since|[;,.]| \()"
)
# As the sources say it; and as it may be where no source tells the day.
_VERBS = {
    State.WITHDRAWING: ("{is} leaving {where}", "may be leaving {where}"),
    State.TO_WITHDRAW: ("{is} {plan} {where}", "may have to leave {where}"),
    State.ARRIVING: ("{is} arriving {at}", "may be arriving {at}"),
    State.TO_ARRIVE: ("{is} to arrive {at}", "may be due to arrive {at}"),
    State.PRESENT: ("{is} {at}", "may be {at}"),
    State.GONE: ("{has} left {where}", "may have left {where}"),
}
# After the last source nobody tells what is: only what was told last.
_LAST_VERBS = {
    State.WITHDRAWING: ("{was} leaving {where}", "may have been leaving {where}"),
    State.TO_WITHDRAW: ("{was} {plan} {where}", "may have had to leave {where}"),
    State.ARRIVING: ("{was} arriving {at}", "may have been arriving {at}"),
    State.TO_ARRIVE: ("{was} to arrive {at}", "may have been due to arrive {at}"),
    State.PRESENT: ("{was} {at}", "may have been {at}"),
    State.GONE: ("had left {where}", "may have left {where}"),
}
# Who is only asked to go is not yet going.
_PLANS_TO_LEAVE = ("in talks about leaving", "asked to leave", "ordered to leave")
_OVERDUE = {
    State.WITHDRAWING: "{was} to have left {where} by now",
    State.TO_WITHDRAW: "{was} to have left {where} by now",
    State.TO_ARRIVE: "{was} to have arrived {at} by now",
}


def headline(
    marks: Iterable[Mark],
    on: date,
    known_by: date,
    reach: Reach = ONE_DAY,
    *,
    reported: Mapping[ClaimId, date] | None = None,
) -> str:
    """
    Return a heading for the frame's most important fact that one can be made of, or nothing.

    Args:
        marks: All marks of a project.
        on: The day shown.
        known_by: Sources up to this day are read.
        reach: Days around the day; a frame of several days has no heading of its own.
        reported: When each claim was reported. On a day after all of them the heading says what
            was last reported, and when.
    """
    if not reach.is_one_day:
        return ""
    days = {key: day for key, day in (reported or {}).items() if day <= known_by}
    is_later = bool(days) and on > max(days.values())
    for mark in told_marks(marks, on, known_by):
        own = [days[key] for key in mark.claim_ids if key in days] if is_later else []
        if words := _told(mark, is_last=bool(own)):
            return f"{words}, as last reported on {day_words(max(own))}" if own else words
    return ""


def _told(mark: Mark, *, is_last: bool) -> str:
    if mark.form is Form.TROOPS:
        return _of_forces(mark, is_last=is_last)
    if mark.form is Form.GROUND and mark.certainty is not Certainty.POSSIBLE:
        found = _LEAN.match(mark.words)
        told = found["told"] if found else ""
        return re.sub(r"\bleans?\b", "leaned", told, count=1) if is_last else told
    return ""


def _of_forces(mark: Mark, *, is_last: bool) -> str:
    found = _FORCES.match(mark.words)
    if found is None or mark.state not in _VERBS:
        return ""
    sure, possible = (_LAST_VERBS if is_last else _VERBS)[State(mark.state)]
    verb = possible if mark.certainty is Certainty.POSSIBLE else sure
    if mark.certainty is Certainty.UNCONFIRMED:
        verb = _OVERDUE.get(State(mark.state), possible)
    if is_last and mark.deadline:
        due = f" by {day_words(mark.deadline)}"
        is_due = mark.state in {State.TO_WITHDRAW, State.TO_ARRIVE}
        verb = verb.replace(" by now", due) if "by now" in verb else verb + due * is_due
    plan = next((way for way in _PLANS_TO_LEAVE if f", {way}" in mark.words), "to leave")
    is_one = not found["who"].endswith(("forces", "troops"))
    return f"{found['who']} " + verb.format(
        **{"is": "is" if is_one else "are", "has": "has" if is_one else "have"},
        plan=plan,
        was="was" if is_one else "were",
        where=found["where"],
        at=f"{found['way']} {found['where']}",
    )
