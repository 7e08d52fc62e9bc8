"""What was read once is not read again, unless the article or its reader is another one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geodata.errors import InputError
from geodata.language import LanguageModel
from geodata.services import Resources, open_paths
from geodata.services import shelf as shelf_room
from geodata.services.shelf import Shelf

WORDS = "N'DJAMENA, 29 November 2024 - France has about 1,000 troops in Chad.\n"


class NoModel(LanguageModel):
    """A language model that must not be asked."""

    def parse_all(self, texts):  # type: ignore[no-untyped-def]
        raise AssertionError(f"asked to parse {texts}")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "chad.txt"
    file.write_text(WORDS, encoding="utf-8")
    return file


@pytest.fixture
def shelved(resources: Resources, tmp_path: Path) -> Resources:
    return replace(resources, shelf=Shelf(tmp_path / "kept"))


def unable(resources: Resources) -> Resources:
    return replace(resources, language=NoModel())


def test_the_second_time_nothing_is_parsed_and_all_is_the_same(
    article: Path, shelved: Resources, resources: Resources
) -> None:
    first = open_paths([article], shelved)
    second = open_paths([article], unable(shelved))
    assert second == first == open_paths([article], resources)
    assert second.claims


def test_another_text_is_read(article: Path, shelved: Resources) -> None:
    open_paths([article], shelved)
    article.write_text(WORDS.replace("1,000", "900"), encoding="utf-8")
    project = open_paths([article], shelved)
    assert [claim.count.low for claim in project.claims if claim.count] != [1000]
    assert all(claim.count.low < 1000 for claim in project.claims if claim.count)


def test_another_reader_reads_anew(
    article: Path, shelved: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_paths([article], shelved)
    monkeypatch.setattr(shelf_room, "_fingerprint", lambda: "another")
    with pytest.raises(InputError, match="AssertionError"):
        open_paths([article], unable(shelved))


@pytest.mark.parametrize("content", ["", "{", '{"document": 3}', "\0"])
def test_a_damaged_file_is_one_that_is_not_there(
    article: Path, shelved: Resources, content: str
) -> None:
    first = open_paths([article], shelved)
    assert shelved.shelf is not None
    for file in shelved.shelf.folder.glob("*.json"):
        file.write_text(content, encoding="utf-8")
    assert open_paths([article], shelved) == first


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(
    article: Path, resources: Resources, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    project = open_paths([article], replace(resources, shelf=Shelf(tmp_path / "file" / "kept")))
    assert project.claims


def test_the_oldest_go_when_there_are_many(
    shelved: Resources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf_room, "MOST_FILES", 2)
    for day in range(1, 5):
        file = tmp_path / f"{day}.txt"
        file.write_text(WORDS.replace("29", str(day)), encoding="utf-8")
        open_paths([file], shelved)
    assert shelved.shelf is not None
    assert len(list(shelved.shelf.folder.glob("*.json"))) == 2
