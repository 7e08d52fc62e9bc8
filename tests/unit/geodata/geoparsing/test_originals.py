"""Traps that must hold on the five original articles, where those and the gazetteer are at hand."""

from pathlib import Path

import pytest

from geodata.domain.documents import Document, DocumentId
from geodata.domain.mentions import Role
from geodata.domain.places import PlaceKind
from geodata.gazetteer import Gazetteer, default_path
from geodata.geoparsing import read_places

REPOSITORY = Path(__file__).parents[4]
ORIGINALS = sorted((REPOSITORY.parent / "shared" / "seeds").glob("*.txt"))

pytestmark = [
    pytest.mark.skipif(not ORIGINALS, reason="the original articles are not beside the repository"),
    pytest.mark.skipif(not default_path().is_file(), reason="the gazetteer is not built"),
]


@pytest.fixture(scope="module")
def mentions(language):
    gazetteer = Gazetteer()
    found = []
    for number, path in enumerate(ORIGINALS):
        text = path.read_text(encoding="utf-8")
        document = Document(id=DocumentId(f"{number:016}"), name=path.name, title="", text=text)
        found += read_places(document, language.parse(text), gazetteer)
    return found


def test_the_country_named_most_is_always_resolved_to_itself(mentions):
    countries = {m.place.country for m in mentions if m.text == "Niger"}
    assert countries == {"NE"}


def test_seats_of_power_are_never_locations(mentions):
    names = {"Washington", "Moscow", "Pentagon", "Kremlin"}
    roles = {m.role for m in mentions if m.text in names}
    assert roles == {Role.METONYM}


def test_the_macro_region_is_never_a_point(mentions):
    kinds = {m.place.kind for m in mentions if "Sahel" in m.text}
    assert kinds == {PlaceKind.REGION}


def test_everyday_words_and_persons_are_never_places(mentions):
    texts = {m.text for m in mentions}
    assert not texts & {"March", "Share", "Most", "Campbell", "Exit", "May", "Rule", "Congress"}


def test_a_mistaken_demonym_is_read_with_its_reason(mentions):
    mistaken = [m for m in mentions if m.text == "Nigerian" and m.place.country == "NE"]
    assert len(mistaken) == 3
    assert all("but the article names Niger" in m.why for m in mistaken)


def test_a_right_demonym_is_left_alone(mentions):
    assert [m.place.country for m in mentions if m.text == "Nigerian"].count("NG") == 1


def test_only_locations_of_known_places_could_become_pins(mentions):
    pins = {m.place.name for m in mentions if m.role is Role.LOCATION and m.place is not None}
    assert pins >= {"Niamey", "Agadez", "Libya", "Air Base 201"}
    assert not pins & {"Washington", "Moscow", "Kremlin", "Pentagon"}
