"""A claim leads the map to where it can be seen, and no further than needed."""

from __future__ import annotations

from datetime import date

from desktop.shell.choosing import Showing, moment_for_claim
from geodata.domain.claims import ClaimId
from geodata.domain.times import UNKNOWN_DATE, Days, on_day
from tests.helpers.builders import a_claim, a_mark

MAY_10, MAY_15, MAY_20, MAY_31 = (date(2024, 5, day) for day in (10, 15, 20, 31))


def test_what_is_shown_already_stays() -> None:
    showing = moment_for_claim([a_mark()], a_claim(), on=MAY_20, known_by=MAY_20, last_known=MAY_31)
    assert showing == Showing("mark-1", MAY_20, MAY_20)


def test_else_the_first_day_of_the_claim_is_shown() -> None:
    mark = a_mark(valid=Days(MAY_10, MAY_15))
    showing = moment_for_claim([mark], a_claim(), on=MAY_20, known_by=MAY_20, last_known=MAY_31)
    assert showing == Showing("mark-1", MAY_10, MAY_20)


def test_a_mark_of_another_claim_is_not_chosen() -> None:
    other = a_mark("other", claim_ids=(ClaimId("claim-2"),))
    mark = a_mark(valid=Days(MAY_10, MAY_15))
    showing = moment_for_claim(
        [other, mark], a_claim(), on=MAY_20, known_by=MAY_20, last_known=MAY_31
    )
    assert showing == Showing("mark-1", MAY_10, MAY_20)


def test_what_was_not_known_yet_is_shown_with_all_sources() -> None:
    mark = a_mark(known=Days(MAY_31, None))
    showing = moment_for_claim([mark], a_claim(), on=MAY_20, known_by=MAY_20, last_known=MAY_31)
    assert showing == Showing("mark-1", MAY_20, MAY_31)


def test_a_claim_without_a_date_leads_to_the_nearest_day_of_its_marks() -> None:
    early = a_mark("early", valid=Days(date(2024, 4, 1), date(2024, 4, 3)))
    late = a_mark("late", valid=Days(MAY_10, MAY_15))
    claim = a_claim(begins=UNKNOWN_DATE)
    showing = moment_for_claim([early, late], claim, on=MAY_20, known_by=MAY_20, last_known=MAY_31)
    assert showing == Showing("late", date(2024, 5, 14), MAY_20)


def test_a_claim_without_a_mark_leads_nowhere() -> None:
    claim = a_claim("claim-9", begins=on_day(MAY_10))
    assert (
        moment_for_claim([a_mark()], claim, on=MAY_20, known_by=MAY_20, last_known=MAY_31) is None
    )


def test_a_claim_that_only_speaks_of_a_mark_leads_to_it_for_want_of_its_own() -> None:
    claim = a_claim("claim-9", begins=on_day(MAY_10))
    mark = a_mark(context_ids=(claim.id,))
    showing = moment_for_claim([mark], claim, on=MAY_20, known_by=MAY_20, last_known=MAY_31)
    assert showing == Showing("mark-1", MAY_20, MAY_20)
