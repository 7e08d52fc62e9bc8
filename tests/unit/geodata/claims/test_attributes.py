"""Who, where, when and how many of a statement, where its own words leave that to others."""

from datetime import date

import pytest

from geodata.domain.claims import ClaimKind, Status


def test_who_leaves_a_town_closes_no_base(claims_of):
    text = (
        "US troops left Qamishli on Monday, officials said. They still have a base at Rmeilan and "
        "another near Hasakah in Syria."
    )
    bases = [c for c in claims_of(text) if c.kind is ClaimKind.BASE]
    assert [(c.status, c.place.name) for c in bases] == [(Status.OPERATES, "Rmelan")]


def test_a_number_for_a_country_is_not_that_of_the_camp_where_most_of_them_are(claims_of):
    text = "About 350 French soldiers are stationed in Senegal, most of them at Ouakam."
    (claim,) = (c for c in claims_of(text) if c.count)
    assert (claim.host, claim.place, claim.count.text) == ("SN", None, "About 350")


def test_those_pointed_back_to_are_where_they_were_told_to_be(claims_of):
    text = "About 2,500 US Marines live at Darwin in Australia. They fly out in October."
    leaving = next(c for c in claims_of(text) if c.status is Status.TO_WITHDRAW)
    assert leaving.place is not None
    assert leaving.place.name == "Darwin"


def test_a_deadline_stands_in_a_clause_beside_the_verb(claims_of):
    text = (
        "The withdrawal of Russian troops from Georgia, which is to be completed by 31 December "
        "2022, began in May."
    )
    (claim,) = claims_of(text)
    assert claim.deadline is not None
    assert claim.deadline.latest == date(2022, 12, 31)


def test_a_second_estimate_stands_beside_the_first(claims_of):
    text = (
        "France has about 1,000 soldiers in Chad, the ministry says; a local group puts the number "
        "at 1,500."
    )
    counts = {c.count.text for c in claims_of(text) if c.count}
    assert counts == {"about 1,000", "1,500"}


def test_one_handover_told_twice_is_one_claim(claims_of):
    text = (
        "France handed over its base at Faya-Largeau to the Chadian army on Thursday. The handover "
        "of the base to Chad took place in a short ceremony."
    )
    bases = [c for c in claims_of(text) if c.status is Status.HANDED_OVER]
    assert len(bases) == 1
    assert len(bases[0].evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Tank Battalion 203 and French soldiers are stationed in Lithuania.",
        "January 2003 - The first French soldiers are stationed in Lithuania.",
    ],
)
def test_a_year_or_the_number_of_a_unit_counts_nobody(claims_of, text):
    assert all(c.count is None for c in claims_of(text))
