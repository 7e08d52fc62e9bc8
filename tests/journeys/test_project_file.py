"""A project file that is renamed, taken away, damaged or held by others while it is open."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from geodata.store import load_project
from tests.helpers.screens import AppScreen, Starts

pytestmark = pytest.mark.journey

ARTICLE = "PARIS, 2 December 2024 - France has about 1,000 troops in Chad. They leave in January.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "chad.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def screen(starts: Starts, article: Path) -> AppScreen:
    return starts(article)


def accepts(screen: AppScreen) -> None:
    screen.does("claims.next")
    screen.does("claims.accept")


def test_a_file_that_was_renamed_elsewhere_is_written_anew_and_the_renamed_one_stays(
    screen: AppScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    path = screen.saves("chad.gpkg")
    renamed = tmp_path / "renamed.gpkg"
    path.rename(renamed)
    accepts(screen)
    with qtbot.waitSignal(screen.app.desk.file.saved, timeout=60_000):
        screen.app.window.actions_by_id["file.save"].trigger()
    assert len(load_project(path).edits) == 1
    assert load_project(renamed).edits == ()
    assert not screen.app.window.isWindowModified()


def test_a_folder_that_is_gone_keeps_the_decisions_in_the_window_until_they_are_saved_elsewhere(
    screen: AppScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    path = screen.saves("stick/chad.gpkg")
    accepts(screen)
    shutil.rmtree(path.parent)
    with qtbot.waitSignal(screen.app.desk.file.failed, timeout=60_000):
        screen.app.window.actions_by_id["file.save"].trigger()
    screen.follows()
    assert screen.app.window.isWindowModified()
    assert "accepted" in screen.reviews()
    assert "chad.gpkg" in screen.message()
    kept = screen.saves("rescued.gpkg")
    assert len(load_project(kept).edits) == 1
    assert not screen.app.window.isWindowModified()


def test_a_file_that_was_damaged_while_it_was_open_is_whole_after_the_next_save(
    screen: AppScreen, qtbot: QtBot
) -> None:
    path = screen.saves("chad.gpkg")
    path.write_bytes(b"SQLite format 3\x00 and nothing more")
    before = screen.app.session.project
    accepts(screen)
    screen.app.window.actions_by_id["file.revert"].trigger()
    screen.follows()
    assert screen.app.session.project is not None
    assert "accepted" in screen.reviews()
    assert before is not None
    assert "chad.gpkg" in screen.message()
    with qtbot.waitSignal(screen.app.desk.file.saved, timeout=60_000):
        screen.app.window.actions_by_id["file.save"].trigger()
    assert len(load_project(path).edits) == 1


def test_what_another_window_holds_is_saved_under_another_name(
    qapp: QApplication, qtbot: QtBot, screen: AppScreen, tmp_path: Path
) -> None:
    path = screen.saves("chad.gpkg")
    other = AppScreen(qapp, qtbot, tmp_path / "other", (path,))
    other.starts()
    accepts(other)
    other.answers.target = None
    other.does("file.save")
    assert load_project(path).edits == ()
    own = other.saves("own.gpkg")
    assert len(load_project(own).edits) == 1
    assert not other.app.desk.file.is_read_only
    other.closes()
    assert load_project(path).edits == ()


WINDOW = """
import sys
from pathlib import Path
from desktop.webmap.scheme import register_scheme
register_scheme()
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from desktop.app import build
folder, article = Path(sys.argv[1]), Path(sys.argv[2])
application = QApplication([])
settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
app = build(application, paths=(article,), settings=settings, keeping_in=folder / "data")

def accept():
    app.window.actions_by_id["claims.next"].trigger()
    app.window.actions_by_id["claims.accept"].trigger()
    app.desk.file.journal.wait()
    print("accepted", flush=True)

app.session.opened.connect(lambda _project: QTimer.singleShot(0, accept))
app.window.show()
application.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill signal to send")
def test_a_window_that_is_killed_gives_its_decisions_back_at_the_next_start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, article: Path
) -> None:
    command = [sys.executable, "-c", WINDOW, str(tmp_path), str(article)]
    with subprocess.Popen(
        command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline().strip() == b"accepted"
        window.send_signal(signal.SIGKILL)
    screen = AppScreen(qapp, qtbot, tmp_path)
    with qtbot.waitSignal(screen.app.players.map_view.ready, timeout=60_000):
        screen.app.window.show()
    screen.follows()
    assert "not saved yet" in screen.message()
    with qtbot.waitSignal(screen.app.session.opened, timeout=60_000):
        screen.presses("Bring them back")
    screen.follows()
    assert screen.reviews().count("accepted") == 1
    assert screen.app.window.isWindowModified()
    screen.closes()
