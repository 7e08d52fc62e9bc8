"""When things happen, and which words set a last day."""

from datetime import date

import pytest

from geodata.domain.claims import ClaimKind, Status

AGO = date(2021, 3, 10)
PUBLISHED = date(2022, 6, 15)


def of(claims, status):
    return next(c for c in claims if c.status is status)


@pytest.mark.parametrize(
    "words",
    [
        "over the next few months",
        "within the next few weeks",
        "in the coming weeks",
        "in about three months from now",
        "in the next four months or so",
        "around the end of the year",
    ],
)
def test_vague_words_are_no_deadline_and_stay_in_the_reasons(claims_of, words):
    claim = of(claims_of(f"Danish troops will leave Mali {words}."), Status.TO_WITHDRAW)
    assert claim.deadline is None
    assert claim.begins.latest == PUBLISHED


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("by 30 July", date(2022, 7, 30)),
        ("no later than 30 July", date(2022, 7, 30)),
        ("within 30 days", date(2022, 7, 15)),
        ("before September", date(2022, 8, 31)),
        ("before 1 September", date(2022, 8, 31)),
        ("by mid-September", date(2022, 9, 20)),
        ("by the end of the year", date(2022, 12, 31)),
        ("by next March", date(2023, 3, 31)),
    ],
)
def test_bounded_words_are_a_deadline(claims_of, words, last):
    claim = of(claims_of(f"Danish troops must leave Mali {words}."), Status.TO_WITHDRAW)
    assert claim.deadline.latest == last


def test_what_follows_a_dated_event_is_not_dated_by_it(claims_of):
    text = "Since a coup last September Guinea has turned to Russia for help."
    claims = claims_of(text)
    toward = of(claims, Status.TOWARD)
    assert (toward.actor, toward.target) == ("GN", "RU")
    assert (toward.begins.earliest, toward.begins.latest) == (date(2021, 9, 1), PUBLISHED)
    coup = of(claims, Status.COUP)
    assert (coup.begins.earliest, coup.begins.latest) == (date(2021, 9, 1), date(2021, 9, 30))


def test_the_second_of_two_verbs_came_after_the_date_of_the_first(claims_of):
    text = "The junta took power in Guinea in September 2021 and aligned the country with Russia."
    toward = of(claims_of(text), Status.TOWARD)
    assert (toward.begins.earliest, toward.begins.latest) == (date(2021, 9, 1), PUBLISHED)


def test_by_then_is_before_the_date_it_points_to(claims_of):
    text = (
        "In April France began talks with Chad about its soldiers there. By then Chad's "
        "government had revoked its defence agreement with France."
    )
    away = of(claims_of(text), Status.AWAY)
    assert (away.begins.earliest, away.begins.latest) == (None, date(2022, 4, 30))


def test_a_pact_that_broke_is_dated_by_the_day_it_broke(claims_of):
    text = (
        "Chad has revoked its defence pact with France, whose soldiers are in Chad.\n\n"
        "The pact, 40 years old, let French soldiers move freely. It broke on May 12, when a "
        "minister read a statement."
    )
    away = of(claims_of(text), Status.AWAY)
    assert (away.actor, away.target) == ("TD", "FR")
    assert away.begins.earliest == away.begins.latest == date(2022, 5, 12)


def test_an_order_in_the_past_perfect_is_not_of_the_day_of_the_article(claims_of):
    claim = of(
        claims_of("Swedish troops had been ordered to withdraw from Mali."), Status.TO_WITHDRAW
    )
    assert (claim.begins.earliest, claim.begins.latest) == (None, PUBLISHED)


def test_a_date_ahead_makes_it_a_plan(claims_of):
    claim = of(claims_of("About 300 Kenyan soldiers arrive in Haiti next week."), Status.TO_ARRIVE)
    assert claim.begins.earliest >= PUBLISHED


def test_a_relative_clause_keeps_its_date_to_itself(claims_of):
    text = "Turkish soldiers left Idlib, which the army took last December, in May."
    claim = of(claims_of(text), Status.WITHDRAWS)
    assert claim.begins.earliest == date(2022, 5, 1)


def test_the_hosts_demand_and_the_owners_decision_are_two_claims(claims_of):
    text = (
        "In April Gabon told France that its soldiers must leave Gabon. On 19 April France agreed "
        "to withdraw its 400 soldiers from Gabon."
    )
    found = [c for c in claims_of(text) if c.kind is ClaimKind.TROOPS]
    assert {str(c.modality) for c in found} == {"demanded", "agreed"}


def test_what_is_told_as_done_does_not_take_the_day_ahead_of_another_clause(claims_of):
    text = (
        "Denmark says that in about four months from now all its troops will have left Mali, "
        "since the military government broke off relations with Denmark."
    )
    for claim in claims_of(text):
        if claim.kind is ClaimKind.ALIGNMENT:
            assert claim.begins.latest is None or claim.begins.latest <= PUBLISHED
