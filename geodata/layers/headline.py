"""A heading for the map of one frame: a sentence with a verb, and never more than its sources say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from geodata.domain.claims import Modality
from geodata.domain.episodes import Certainty, State
from geodata.domain.times import ONE_DAY, Reach
from geodata.layers.frames import Reported, days_before, last_report, told_marks
from geodata.layers.marks import Form, Mark
from geodata.layers.sentences import LEAVE_VOICE
from geodata.timeline import load_actors
from geodata.written_days import day_words

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
    reported: Reported | None = None,
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
    days = days_before(on, known_by, reported)
    for mark in told_marks(marks, on, known_by):
        last = last_report(mark, days)
        if words := _told(mark, is_last=last is not None):
            return f"{words}, as last reported on {day_words(last)}" if last else words
    return ""


def _told(mark: Mark, *, is_last: bool) -> str:
    if mark.form is Form.TROOPS:
        return _of_forces(mark, is_last=is_last)
    if mark.form is Form.GROUND and mark.pole and mark.certainty is not Certainty.POSSIBLE:
        leans = "leaned" if is_last else "leans"
        return f"{mark.subject} {leans} toward {load_actors().poles[mark.pole]}"
    return ""


def _of_forces(mark: Mark, *, is_last: bool) -> str:
    if not mark.subject or mark.state not in _VERBS:
        return ""
    sure, possible = (_LAST_VERBS if is_last else _VERBS)[State(mark.state)]
    verb = possible if mark.certainty is Certainty.POSSIBLE else sure
    if mark.certainty is Certainty.UNCONFIRMED:
        verb = _OVERDUE.get(State(mark.state), possible)
    if is_last and mark.deadline:
        due = f" by {day_words(mark.deadline)}"
        is_due = mark.state in {State.TO_WITHDRAW, State.TO_ARRIVE}
        verb = verb.replace(" by now", due) if "by now" in verb else verb + due * is_due
    # Who is only asked to go is not yet going.
    plan = LEAVE_VOICE[Modality(mark.voice)][0] if mark.voice in LEAVE_VOICE else "to leave"
    is_one = not mark.subject.endswith(("forces", "troops"))
    told = verb.format(
        **{"is": "is" if is_one else "are", "has": "has" if is_one else "have"},
        plan=plan,
        was="was" if is_one else "were",
        where=mark.where,
        at=f"{mark.way} {mark.where}",
    )
    if ", " in mark.where:
        # A place and its country are set off on both sides: “at Camp Example, Niger, by now”.
        told = told.replace(f"{mark.where} ", f"{mark.where}, ")
    return f"{mark.subject} {told}"
