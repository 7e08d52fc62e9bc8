import csv
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from geodata.domain.places import PlaceKind
from geodata.gazetteer.inputs import supplement

SCRIPT = Path(__file__).parents[4] / "packaging/derive_common_words.py"
TOWN = PlaceKind.SETTLEMENT


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("derive_common_words", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_words_and_people_are_taken_unless_the_place_is_large(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand = tmp_path / "by_hand.csv"
    by_hand.write_text("name,choice,why\nbath,place,city\njfk,not place,person\n")
    monkeypatch.setattr(script, "BY_HAND", by_hand)
    best = {
        "share": (40.0, TOWN),
        "campbell": (45.0, TOWN),
        "houston": (63.0, TOWN),
        "chad": (70.0, PlaceKind.COUNTRY),
        "bath": (50.0, TOWN),
        "agadez": (51.0, TOWN),
    }
    words, people = frozenset({"share", "bath", "chad"}), frozenset({"campbell", "houston"})
    assert script.choose(best, words, people) == ["campbell", "jfk", "share"]


def test_the_committed_list_follows_the_choices_by_hand(script: ModuleType) -> None:
    listed = set(supplement.common_words())
    with script.BY_HAND.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert (row["name"] in listed) == (row["choice"] == "not place"), row


def test_words_are_plain_and_in_lower_case(script: ModuleType, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.write_text("march\nMarch\nmarch's\nété\n", encoding="utf-8")
    assert script.everyday_words(words) == {"march"}
