import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from geodata.gazetteer import Gazetteer


def drawn(gazetteer: Gazetteer, text: str) -> list[str]:
    return [text[start:end] for start, end, _ in gazetteer.spans_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops left Air Base 201 near Agadez, Niger.", ["Air Base 201", "Agadez", "Niger"]),
        ("Nigeria's north and Niger State", ["Nigeria", "Niger State"]),
        ("the Incirlik air base", ["Incirlik air base"]),
        ("from al-Udeid to N’Djamena", ["al-Udeid", "N’Djamena"]),
        ("Côte d’Ivoire's coast", ["Côte d’Ivoire"]),
        ("Co\u0302te d’Ivoire's coast", ["Co\u0302te d’Ivoire"]),
        ("The Gulf of Guinea and Liptako-Gourma", ["Gulf of Guinea", "Liptako-Gourma"]),
        ("St. Louis, Mo., is far", ["St. Louis", "Mo."]),
        ("the Baltic states and the Gaza strip", ["Baltic states", "Gaza strip"]),
        ("at John F. Kennedy Airport", ["John F. Kennedy Airport"]),
        ("the EU’s mission", ["EU"]),
        ("Miss. Daisy saw niger and mali", []),
        ("U.S.-led forces and us", ["U.S."]),
        ("The GAO said so", []),
        ("GAO, Mali — Soldiers", ["GAO", "Mali"]),
        ("AGADEZ (Reuters)", ["AGADEZ"]),
        ("We’re here", []),
        ("", []),
    ],
)
def test_the_longest_names_are_found(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert drawn(gazetteer, text) == names


def test_the_name_of_a_span_can_be_looked_up(gazetteer: Gazetteer) -> None:
    text = "In Augusta, Ga., and in the U.S. capital, Washington, D.C., as in Agadès."
    for _, _, name in gazetteer.spans_in(text):
        assert gazetteer.find(name)
    assert "state of georgia" in [name for _, _, name in gazetteer.spans_in(text)]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ABNGagdeznirèé ’'.,-\n", max_size=60))
def test_spans_are_in_order_and_apart(gazetteer: Gazetteer, text: str) -> None:
    end = 0
    for start, stop, name in gazetteer.spans_in(text):
        assert end <= start < stop <= len(text)
        assert gazetteer.find(name)
        end = stop


def test_each_abbreviation_leads_to_its_place(gazetteer: Gazetteer) -> None:
    lines = resources.read_text("gazetteer/abbreviations.csv").splitlines()
    for row in csv.DictReader(lines):
        assert gazetteer.find(row["place"])[0].id == row["place_id"], row
