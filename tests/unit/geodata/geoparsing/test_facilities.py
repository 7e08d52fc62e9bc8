"""Bases by name and by description, tied to a place, and the suggestions that several are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geodata.domain.documents import Document, DocumentId
from geodata.domain.facilities import FacilityMention
from geodata.gazetteer import Gazetteer, default_path
from geodata.geoparsing import read_places
from geodata.geoparsing.facilities import find_facilities, link_facilities
from geodata.language import LanguageModel

pytestmark = pytest.mark.skipif(not default_path().is_file(), reason="the gazetteer is not built")
Find = Callable[..., list[FacilityMention]]


@pytest.fixture(scope="module")
def find(language: LanguageModel) -> Find:
    gazetteer = Gazetteer()

    def finder(text: str, number: int = 0) -> list[FacilityMention]:
        document = Document(id=DocumentId(f"{number:016}"), name="a.txt", title="", text=text)
        parsed = language.parse(text)
        places = read_places(document, parsed, gazetteer)
        return find_facilities(document, parsed, places, gazetteer)

    return finder


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("The US built a major airbase in Agadez.", "a major airbase in Agadez", "Air Base 201"),
        ("Reapers left the Agadez drone base in May.", "the Agadez drone base", "Air Base 201"),
        ("Soldiers left Base 201 in August.", "Base 201", "Air Base 201"),
        ("He visited Camp Lemonnier on Friday.", "Camp Lemonnier", "Camp Lemonnier"),
        (
            "China paid for the naval facility at Ream.",
            "the naval facility at Ream",
            "Ream Naval Base",
        ),
    ],
)
def test_a_base_is_tied_to_the_supplement(find: Find, text: str, words: str, place: str) -> None:
    found = [f for f in find(text) if f.text == words]
    assert [f.place.name for f in found if f.place] == [place]
    assert found[0].score >= 0.7


def test_an_unknown_base_is_put_in_its_town_with_a_radius(find: Find) -> None:
    (base,) = find("The army opened a camp near Mongu.")
    assert base.place is not None
    assert base.place.name == "Mongu"
    assert base.radius_km >= 15
    assert "km" in base.why


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The refugee camp in Diffa is full.", "people live there who fled"),
        ("The party has a strong voter base in Lagos.", "a base of voters"),
        ("The company widened its customer base in Poland.", "a base of customers"),
        ("They met at a summer camp in Maine.", "children stay there"),
        ("The base of the mountain lies in Nepal.", "the foot of something is no base"),
    ],
)
def test_no_base(find: Find, text: str, reason: str) -> None:
    assert not [f for f in find(text) if f.place is not None], reason


def test_the_base_points_back_within_its_article(find: Find) -> None:
    text = "The US built a major airbase in Agadez. Base 201 cost $110m. The drone base is empty."
    (link,) = link_facilities(find(text))
    assert [m.text for m in link.mentions] == [
        "a major airbase in Agadez",
        "Base 201",
        "The drone base",
    ]
    assert link.place.name == "Air Base 201"
    assert 0 < link.score < 0.8
    assert "points back" in link.why


def test_two_articles_are_joined_by_the_base(find: Find) -> None:
    one = find("The US built a major airbase in Agadez.", 1)
    two = find("Reapers flew from Base 201.", 2)
    (link,) = link_facilities([*one, *two])
    assert len({m.document for m in link.mentions}) == 2


def test_a_naval_base_is_no_camp_spoken_of_before(find: Find) -> None:
    text = "He visited Camp Lemonnier on Friday. Later the naval facility was closed."
    assert link_facilities(find(text)) == []


def test_one_name_told_twice_needs_no_suggestion(find: Find) -> None:
    assert link_facilities(find("Base 201 is large. Base 201 is empty.")) == []
