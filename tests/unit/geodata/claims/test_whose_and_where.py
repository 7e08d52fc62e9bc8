"""Whose a force is and where, when other countries stand in the same sentence."""

import pytest

from geodata.domain.claims import ClaimKind

CONTEXT = "Italian troops have been stationed at the base in Agadez, in Niger, since 2018. "


def told(claims):
    return {f"{c.kind.value} {c.actor} {c.host} {c.status.value}" for c in claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Italy pulled out its 370, and the Dominican Republic its 300.", "troops DO NE withdraws"),
        (
            "Spain sent soldiers there in 2019 and took them home in June 2021.",
            "troops ES NE withdraws",
        ),
        ("Italy took about 700 out and parked them in Kenya.", "troops IT NE withdraws"),
        (
            "The Italian troops sailed for Assab, the port across the sea in Eritrea.",
            "troops IT NE withdraws",
        ),
        ("The last Italian soldiers climbed into a plane on 3 June.", "troops IT NE withdraws"),
        ("The contingent turned off the lights on 3 June and flew home.", "troops IT NE withdraws"),
    ],
)
def test_the_country_is_where_they_leave(claims_of, text, expected):
    found = told(claims_of(CONTEXT + text))
    assert expected in found
    assert not {c for c in found if c.endswith("withdraws") and " NE " not in c}


@pytest.mark.parametrize(
    "text",
    [
        "France has had a naval presence in Djibouti since 2009.",
        "France maintains a small military presence in Djibouti.",
        "Paris keeps a military presence at Obock, in Djibouti.",
    ],
)
def test_an_armed_presence_is_one_of_forces(claims_of, text):
    assert "troops FR DJ present" in told(claims_of(text))


def test_a_commercial_presence_is_none(claims_of):
    text = CONTEXT + "France maintains a strong commercial presence in Djibouti."
    assert not {c for c in told(claims_of(text)) if "FR" in c}


def test_a_mercenary_group_is_never_abroad_at_home(claims_of):
    text = "Africa Corps, which answers to the ministry in Moscow, has 2,000 fighters in Mali and would stay, it said."
    assert not {c for c in told(claims_of(text)) if "RU" in c.split()[2:3]}


def test_members_of_an_alliance_leave_one_by_one(claims_of):
    text = "On 29 January the three countries of the Alliance of Sahel States ceased to be members of ECOWAS."
    found = {(c.actor, c.target) for c in claims_of(text) if c.kind is ClaimKind.ALIGNMENT}
    assert found == {("ML", "ECOWAS"), ("BF", "ECOWAS"), ("NE", "ECOWAS")}


@pytest.mark.parametrize(
    "text",
    [
        "The Italian base at Agadez has not been given up. Neither has been vacated.",
        "Italy holds two camps at Agadez and Arlit; neither has been closed.",
    ],
)
def test_neither_was_closed(claims_of, text):
    found = told(claims_of(CONTEXT + text))
    assert not {c for c in found if c.endswith(("closes", "handed_over"))}


def test_hubs_in_a_row_are_each_one(claims_of):
    text = "Turkey keeps 2,500 soldiers in Libya, with hubs at al-Watiya and Misrata."
    places = {c.place.name for c in claims_of(text) if c.kind is ClaimKind.BASE and c.place}
    assert {"Al-Watiya Air Base", "Misratah"} <= places


def test_the_number_of_a_section_counts_nobody(claims_of):
    text = "2. Findings\n2.3 Russian personnel continue to use the base at Brak, in Libya.\n"
    assert not [c for c in claims_of(text) if c.count]


def test_the_same_fate_is_the_same_event(claims_of):
    text = (
        "Niger's president was overthrown by soldiers on 3 May 2022. "
        "Guinea's met the same fate in September 2021."
    )
    assert "alignment GN GN coup" in told(claims_of(text))


def test_soldiers_who_are_to_live_there_are_not_there_yet(claims_of):
    text = "Some 4,800 German soldiers are to be living in Lithuania by the end of 2027."
    assert told(claims_of(text)) == {"troops DE LT to_arrive"}


def test_what_goes_on_does_not_go(claims_of):
    text = (
        "The American task force goes on as before from Soto Cano, in Honduras, with 500 soldiers."
    )
    assert not {c for c in told(claims_of(text)) if c.endswith("withdraws")}
