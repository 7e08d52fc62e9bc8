"""A person drops a folder in which some files are no articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.screens import AppScreen, Starts

pytestmark = pytest.mark.journey

GOOD = 190
BROKEN = {
    "empty.txt": b"",
    "noise.txt": bytes(range(256)) * 40,
    "cut.pdf": b"%PDF-1.4\n1 0 obj\n<<",
    "no.docx": b"PK\x03\x04 not a document",
    "blank.html": b"<html><body></body></html>",
    "other.pdf": b"GIF89a",
    "no-mail.eml": b"",
    "feed.rss": b"<rss><channel></channel></rss>",
    "loose.rtf": b"{\\rtf1",
    "wide.txt": "\ufeff".encode("utf-16"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "mixed"
    place.mkdir()
    for number in range(GOOD):
        (place / f"{number:03}.txt").write_text(
            f"N'DJAMENA, 2 May 2024 - Report {number}. France has {900 + number} troops in Chad.\n",
            encoding="utf-8",
        )
    for name, content in BROKEN.items():
        (place / name).write_bytes(content)
    return place


@pytest.fixture
def screen(starts: Starts, folder: Path) -> AppScreen:
    return starts(folder)


def test_what_can_be_read_is_read_and_the_rest_is_told_once(screen: AppScreen) -> None:
    project = screen.app.session.project
    assert project is not None
    assert len(project.sources) == GOOD
    told = screen.left_out()
    assert told.startswith(f"{len(BROKEN)} files could not be read")
    assert all(told.count(name) == 1 for name in BROKEN)
    assert not any("left out" in words for words in screen.messages())
    assert all(str(failure) for failure in project.failures)
    counts = {claim.count.low for claim in project.claims if claim.count}
    assert counts == set(range(900, 900 + GOOD))


def test_a_stopped_import_leaves_the_project_as_it_was(
    screen: AppScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    before = screen.app.session.project
    more = tmp_path / "more"
    more.mkdir()
    for number in range(30):
        (more / f"{number}.txt").write_text(f"Another report {number} on rain.", encoding="utf-8")
    job = screen.app.session.add([more])
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    screen.follows()
    assert screen.app.session.project is before
