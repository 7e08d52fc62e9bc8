from __future__ import annotations

from itertools import permutations

from timeline_builders import base_place, claim

from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.timeline import gather_facts

NIGER = Place(PlaceId("country:NE"), "Niger", PlaceKind.COUNTRY, 8.1, 17.6, "NE")
TOWN = Place(PlaceId("town:Agadez"), "Agadez", PlaceKind.SETTLEMENT, 7.99, 16.97, "NE")


def test_claims_of_several_sources_on_one_force_are_one_fact():
    (fact,) = gather_facts(
        [claim("present", reported="2024-04-20"), claim("withdraws", reported="2024-05-20")]
    )
    assert len(fact.claims) == 2
    assert (fact.actor, fact.host) == ("US", "NE")


def test_a_country_as_place_is_country_level():
    facts = gather_facts([claim("present", place=NIGER), claim("present")])
    assert [(fact.place, len(fact.claims)) for fact in facts] == [(None, 2)]


def test_a_base_and_its_town_stay_apart():
    facts = gather_facts([claim("operates", place=base_place()), claim("operates", place=TOWN)])
    assert len(facts) == 2


def test_the_place_tells_the_country_where_the_claim_does_not():
    (fact,) = gather_facts([claim("operates", host=None, place=TOWN)])
    assert fact.host == "NE"


def test_who_receives_a_base_is_not_part_of_what_it_is():
    facts = gather_facts(
        [
            claim("operates", place=base_place()),
            claim("handed_over", place=base_place(), target="NE"),
        ]
    )
    assert [fact.target for fact in facts] == [None]


def test_turns_are_joined_by_country_and_target_and_a_coup_stands_alone():
    facts = gather_facts(
        [
            claim("away", actor="NE", target="US"),
            claim("away", actor="Niger's junta", target="US"),
            claim("toward", actor="NE", target="RU"),
            claim("away", actor="NE", target="the West"),
            claim("away", actor="NE", target="West"),
            claim("coup", actor="NE", target="the West"),
        ]
    )
    assert sorted((fact.target or "", len(fact.claims)) for fact in facts) == [
        ("", 1),
        ("RU", 1),
        ("US", 2),
        ("West", 2),
    ]


def test_rejected_claims_are_left_out():
    assert gather_facts([claim("present", review="rejected")]) == ()


def test_claims_stand_in_order_of_publication_whatever_order_they_come_in():
    claims = [
        claim("present", reported="2024-05-20"),
        claim("present", reported=None),
        claim("present", reported="2024-04-20"),
    ]
    results = {gather_facts(order) for order in permutations(claims)}
    assert len(results) == 1
    (fact,) = results.pop()
    assert [item.reported.latest and item.reported.latest.month for item in fact.claims] == [
        4,
        5,
        None,
    ]
