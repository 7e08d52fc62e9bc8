"""A heading for the map of one frame: a sentence with a verb, and never more than its sources say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from geodata.domain.episodes import Certainty, State
from geodata.domain.times import ONE_DAY, Reach
from geodata.layers.frames import told_marks
from geodata.layers.marks import Form, Mark

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
# Who is only asked to go is not yet going.
_PLANS_TO_LEAVE = ("in talks about leaving", "asked to leave", "ordered to leave")
_OVERDUE = {
    State.WITHDRAWING: "{was} to have left {where} by now",
    State.TO_WITHDRAW: "{was} to have left {where} by now",
    State.TO_ARRIVE: "{was} to have arrived {at} by now",
}


def headline(marks: Iterable[Mark], on: date, known_by: date, reach: Reach = ONE_DAY) -> str:
    """
    Return a heading for the frame's most important fact that one can be made of, or nothing.

    Args:
        marks: All marks of a project.
        on: The day shown.
        known_by: Sources up to this day are read.
        reach: Days around the day; a frame of several days has no heading of its own.
    """
    if not reach.is_one_day:
        return ""
    told = (_told(mark) for mark in told_marks(marks, on, known_by))
    return next((words for words in told if words), "")


def _told(mark: Mark) -> str:
    if mark.form is Form.TROOPS:
        return _of_forces(mark)
    if mark.form is Form.GROUND and mark.certainty is not Certainty.POSSIBLE:
        found = _LEAN.match(mark.words)
        return found["told"] if found else ""
    return ""


def _of_forces(mark: Mark) -> str:
    found = _FORCES.match(mark.words)
    if found is None or mark.state not in _VERBS:
        return ""
    sure, possible = _VERBS[State(mark.state)]
    verb = possible if mark.certainty is Certainty.POSSIBLE else sure
    if mark.certainty is Certainty.UNCONFIRMED:
        verb = _OVERDUE.get(State(mark.state), possible)
    plan = next((way for way in _PLANS_TO_LEAVE if f", {way}" in mark.words), "to leave")
    is_one = not found["who"].endswith(("forces", "troops"))
    return f"{found['who']} " + verb.format(
        **{"is": "is" if is_one else "are", "has": "has" if is_one else "have"},
        plan=plan,
        was="was" if is_one else "were",
        where=found["where"],
        at=f"{found['way']} {found['where']}",
    )
