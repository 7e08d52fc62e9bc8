import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from geodata.domain.places import PlaceKind
from geodata.errors import OutputError
from geodata.gazetteer import Gazetteer, building, is_current
from geodata.gazetteer.freshness import fingerprint
from geodata.gazetteer.inputs.alternates import usable_alternates, usual_alternates
from geodata.gazetteer.inputs.packages import PACKAGES
from geodata.gazetteer.rows import PlaceRow, prominence
from geodata.gazetteer.writing import GazetteerWriter


def a_town(number: int, name: str, people: int, **rest: object) -> PlaceRow:
    return PlaceRow(
        id=f"geonames:{number}",
        name=name,
        kind=PlaceKind.SETTLEMENT,
        lon=1.0,
        lat=2.0,
        population=people,
        prominence=prominence(PlaceKind.SETTLEMENT, people),
        **rest,  # type: ignore[arg-type]
    )


def written(path: Path, rows: list[PlaceRow], meta: dict[str, str] | None = None) -> Path:
    with closing(sqlite3.connect(path)) as file:
        writer = GazetteerWriter(file)
        writer.add_places(rows)
        writer.finish(meta or {"schema": "test"}, PACKAGES)
    return path


def test_the_larger_place_comes_first_and_alternates_come_later(tmp_path: Path) -> None:
    rows = [
        a_town(1, "Alba", 2_000),
        a_town(2, "Alba", 90_000),
        a_town(3, "Albona", 95_000, names=("Alba",)),
    ]
    gazetteer = Gazetteer(written(tmp_path / "g.sqlite", rows))
    assert [place.id for place in gazetteer.find("alba")] == [
        "geonames:2",
        "geonames:3",
        "geonames:1",
    ]


def test_the_same_rows_make_the_same_file(tmp_path: Path) -> None:
    rows = [a_town(number, f"Town {number}", number) for number in range(1, 200)]
    one, other = written(tmp_path / "a", rows), written(tmp_path / "b", rows)
    assert one.read_bytes() == other.read_bytes()


def test_saint_and_st_are_one_name(tmp_path: Path) -> None:
    gazetteer = Gazetteer(written(tmp_path / "g", [a_town(1, "Saint-Aubin", 10)]))
    assert gazetteer.find("St. Aubin")


def test_a_name_that_begins_otherwise_counts_less(tmp_path: Path) -> None:
    rows = [a_town(1, "Alba", 60_000), a_town(2, "Belo", 200_000, names=("Alba",))]
    gazetteer = Gazetteer(written(tmp_path / "g", rows))
    assert gazetteer.find("Alba")[0].name == "Alba"


def test_names_can_be_added_and_taken_away(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "g")) as file:
        writer = GazetteerWriter(file)
        writer.add_places([a_town(1, "Alba", 10, names=("Albona",))])
        writer.forget([("Albona", "geonames:1")])
        writer.also_call([("Albetta", "geonames:1"), ("Belo", "geonames:2")])
        writer.finish({"schema": "test"}, PACKAGES)
    gazetteer = Gazetteer(tmp_path / "g")
    assert [place.name for place in gazetteer.find("Albetta")] == ["Alba"]
    assert gazetteer.find("Albona") == gazetteer.find("Belo") == ()


def test_codes_scripts_and_transliterations_are_no_alternates() -> None:
    listed = ["AJY", "Agades", "Agadèz", "a jia de zi", "Агадез", "阿加德茲", "March", "al-Agad"]
    kept = usable_alternates("Agadez", listed, reserved=frozenset({"march"}))
    assert kept == ("Agades", "al-Agad")


def test_an_english_town_keeps_the_names_that_say_the_same_and_no_former_ones() -> None:
    assert usual_alternates("Frankfort", ["Big Bend", "Frankfort City"]) == ("Frankfort City",)
    assert usual_alternates("Seattle", ["Sietl", "Seattle WA"]) == ("Seattle WA",)
    assert usual_alternates("Kingston upon Hull", ["Hull", "Hulo"]) == ("Hull",)
    assert usual_alternates("St. Louis", ["Saint Louis", "Sent Luis"]) == ("Saint Louis",)


def test_a_file_is_current_only_with_the_same_inputs(tmp_path: Path) -> None:
    current = written(tmp_path / "current", [], fingerprint())
    older = written(tmp_path / "older", [], fingerprint() | {"supplement": "other"})
    broken = tmp_path / "broken"
    broken.write_bytes(b"x" * 5000)
    assert is_current(current)
    assert not is_current(older)
    assert not is_current(broken)
    assert not is_current(tmp_path / "missing")


def test_a_failed_build_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "g.sqlite"
    target.write_bytes(b"old")

    def out_of_space(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(building, "_fill", out_of_space)
    with pytest.raises(OutputError, match=r"g\.sqlite"):
        building.build(target, lambda _step, _fraction: None)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["g.sqlite"]
