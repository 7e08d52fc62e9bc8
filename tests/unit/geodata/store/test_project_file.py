"""A project comes back as it was saved, and nothing that goes wrong loses what was there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pyogrio
import pytest
from hypothesis import HealthCheck, given, settings

from geodata.domain.times import Days
from geodata.errors import NoProject, OutputError, ProjectDamaged, ProjectTooNew
from geodata.layers import Anchor, tables_of
from geodata.store import SavedProject, format_of, load_project, migrate, save_project
from geodata.store.schema import FORMAT_VERSION
from tests.helpers.builders import a_mark
from tests.unit.geodata.store.store_builders import ARTICLES, a_project, projects

MARKS = (
    a_mark("at-agadez", valid=Days(date(2024, 5, 10), date(2024, 9, 15))),
    a_mark("open", valid=Days(None, None), known=Days(date(2024, 5, 20), None)),
    a_mark("nowhere", anchor=Anchor.NONE, lon=None, lat=None),
)


def save(saved: SavedProject, target: Path) -> None:
    save_project(saved, target, standing=saved.extractions, layers=tables_of(MARKS))


@pytest.fixture
def saved_path(tmp_path: Path) -> Path:
    target = tmp_path / "niger.gpkg"
    save(a_project(), target)
    return target


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(projects)
def test_what_is_loaded_is_what_was_saved(tmp_path: Path, saved: SavedProject) -> None:
    target = tmp_path / "project.gpkg"
    save(saved, target)
    assert load_project(target) == saved


def test_after_a_save_only_the_file_is_there(saved_path: Path) -> None:
    save(a_project(), saved_path)
    assert [path.name for path in saved_path.parent.iterdir()] == ["niger.gpkg"]


def test_gdal_reads_the_layers_with_times_in_utc(saved_path: Path) -> None:
    layers = dict(pyogrio.list_layers(saved_path))
    assert {"bases", "troops", "alignment", "regions", "unplaced", "claims"} <= set(layers)
    info = pyogrio.read_info(saved_path, layer="troops")
    types = dict(zip(info["fields"], info["dtypes"], strict=True))
    for name in ("valid_from", "valid_to", "known_from", "known_to"):
        assert types[name].startswith("datetime64"), name
    troops = pyogrio.read_dataframe(saved_path, layer="troops").set_index("mark_id")
    assert str(troops.loc["at-agadez", "valid_to"]) == "2024-09-15 00:00:00+00:00"
    assert troops.loc["open", "valid_from"] is None or troops["valid_from"].isna()["open"]
    assert troops.crs.to_epsg() == 4326


def test_layers_that_are_written_in_pieces_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What only late rows have, open ends and other places, must not be lost for the first piece.
    marks = [
        *MARKS,
        *(a_mark(f"later-{n}", lon=8.0 + n, deadline=date(2024, 9, n)) for n in (1, 2)),
    ]
    kept = []
    for name, rows in (("whole", 1_000), ("pieces", 1)):
        monkeypatch.setattr("geodata.store.writing._ROWS_A_PIECE", rows)
        target = tmp_path / f"{name}.gpkg"
        saved = a_project()
        save_project(saved, target, standing=saved.extractions, layers=tables_of(marks))
        with closing(sqlite3.connect(target)) as file:
            fields = "table_name, min_x, min_y, max_x, max_y, srs_id"
            contents = file.execute(f"SELECT {fields} FROM gpkg_contents ORDER BY 1").fetchall()
            lines = [line for line in file.iterdump() if '"gpkg_contents"' not in line]
        kept.append((contents, lines))
    assert len(kept[0][1]) > len(marks)
    assert kept[0] == kept[1]


def test_other_programs_find_every_claim_with_its_quote(saved_path: Path) -> None:
    claims = pyogrio.read_dataframe(saved_path, layer="claims")
    assert len(claims) == 4
    assert claims["quote"].str.contains("US troops stay at Tera").any()


def test_a_sqlite_program_without_gdal_can_write_the_layers(saved_path: Path) -> None:
    with closing(sqlite3.connect(saved_path)) as file, file:
        assert file.execute("DELETE FROM troops").rowcount == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"not a database", "is not a GeoPackage"), (b"SQLite format 3\x00", "not written by")],
)
def test_a_file_that_is_no_project_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "other.gpkg"
    path.write_bytes(content)
    with pytest.raises(NoProject, match=reason):
        load_project(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoProject, match="no such file"):
        load_project(tmp_path / "gone.gpkg")


def test_a_newer_format_is_refused_with_both_versions(saved_path: Path) -> None:
    with closing(sqlite3.connect(saved_path)) as file, file:
        file.execute("UPDATE dateline_meta SET value = '99' WHERE key = 'format'")
    with pytest.raises(ProjectTooNew, match="99"):
        load_project(saved_path)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE dateline_reading SET claims = '[{}]'",
        "UPDATE dateline_edit SET record = 'nonsense'",
        "UPDATE dateline_document SET record = '{\"id\": 3}'",
        "DROP TABLE dateline_edit",
        "DELETE FROM dateline_meta WHERE key = 'view'",
        "DELETE FROM dateline_reading",
        "UPDATE dateline_document SET text = x'ff00'",
        "UPDATE dateline_document SET text = CAST(x'61ff' AS TEXT)",
        'UPDATE dateline_edit SET record = \'{"edit": "Nope"}\'',
        "UPDATE dateline_meta SET value = '{\"on\": \"2024-02-30\"}' WHERE key = 'view'",
    ],
)
def test_a_damaged_file_is_told_as_such_in_words_and_is_let_go(
    saved_path: Path, damage: str
) -> None:
    with closing(sqlite3.connect(saved_path)) as file, file:
        file.execute(damage)
    with pytest.raises(ProjectDamaged, match="damaged") as told:
        load_project(saved_path)
    words = str(told.value)
    assert not any(sign in words for sign in ("structuring", "NoneType", "'Nope'", "\n"))
    # Who looks at the error still holds it: the file must be free for others all the same.
    with closing(sqlite3.connect(saved_path, timeout=0)) as file:
        file.execute("BEGIN EXCLUSIVE")


def test_a_file_cut_short_at_any_page_is_told_to_be_damaged(saved_path: Path) -> None:
    content = saved_path.read_bytes()
    for length in range(4096, len(content), 4096):
        saved_path.write_bytes(content[:length])
        with pytest.raises(ProjectDamaged, match="cut short"):
            load_project(saved_path)


# Brackets are a pattern to whatever looks for leftovers by name.
@pytest.mark.parametrize("name", ["niger.gpkg", "niger[1].gpkg"])
def test_a_save_that_fails_leaves_what_was_there(saved_path: Path, name: str) -> None:
    saved_path = saved_path.rename(saved_path.with_name(name))
    before = saved_path.read_bytes()

    def failing() -> Iterator[object]:
        raise sqlite3.OperationalError("database or disk is full")
        yield

    with pytest.raises(OutputError, match="disk is full"):
        save_project(
            a_project(),
            saved_path,
            standing=failing(),  # type: ignore[arg-type]
            layers=tables_of(MARKS),
        )
    assert saved_path.read_bytes() == before
    assert [path.name for path in saved_path.parent.iterdir()] == [name]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such file"):
        save(a_project(), tmp_path / "missing" / "niger.gpkg")


def test_an_older_format_is_brought_up_on_a_copy_and_the_old_file_is_kept(saved_path: Path) -> None:
    def rename(file: sqlite3.Connection) -> None:
        file.execute("UPDATE dateline_meta SET value = 'Renamed' WHERE key = 'title'")

    backup = migrate(saved_path, steps={FORMAT_VERSION: rename}, to=FORMAT_VERSION + 1)
    assert backup is not None
    assert load_project(backup).title == "Tera"
    assert format_of(saved_path) == FORMAT_VERSION + 1


def test_a_project_from_before_there_were_stories_opens_and_takes_one(saved_path: Path) -> None:
    with closing(sqlite3.connect(saved_path)) as file, file:
        file.execute("ALTER TABLE dateline_reading DROP COLUMN facilities")
        for column in ("reported_earliest", "reported_latest"):
            file.execute(f"ALTER TABLE claims DROP COLUMN {column}")
        file.execute("DROP TABLE dateline_bookmark")
        file.execute("DELETE FROM gpkg_contents WHERE table_name = 'dateline_bookmark'")
        file.execute("UPDATE dateline_meta SET value = '1' WHERE key = 'format'")
    old = load_project(saved_path)
    assert old.story == ()
    migrate(saved_path)
    assert load_project(saved_path) == old
    assert "dateline_bookmark" in dict(pyogrio.list_layers(saved_path))


def test_a_step_that_fails_leaves_the_file_as_it_was(saved_path: Path) -> None:
    before = saved_path.read_bytes()

    def broken(file: sqlite3.Connection) -> None:
        file.execute("DELETE FROM dateline_document")
        raise ValueError("no")

    with pytest.raises(ProjectDamaged):
        migrate(saved_path, steps={FORMAT_VERSION: broken}, to=FORMAT_VERSION + 1)
    assert saved_path.read_bytes() == before


def test_a_present_format_needs_no_step(saved_path: Path) -> None:
    assert migrate(saved_path) is None


def test_texts_come_back_to_the_letter(tmp_path: Path) -> None:
    target = tmp_path / "p.gpkg"
    save(a_project(), target)
    assert load_project(target).extractions[0].document.text == ARTICLES[0].document.text
