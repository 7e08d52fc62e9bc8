"""The window folds, keeps its layout, and takes what is dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.app import App
from desktop.settings.theme import SchemeChoice
from desktop.shell.main_window import dropped_paths
from desktop.shell.memory import Memory
from desktop.views.reader.folded_line import FoldedLine
from tests.helpers.made_up_articles import an_extraction


def open_docks(app: App) -> str:
    window = app.window
    docks = (window.sources, window.layers, window.reader, window.claims)
    return " ".join(dock.objectName() for dock in docks if not dock.isHidden())


def test_a_narrow_window_folds_the_left_docks_and_tabs_the_right_ones(app: App) -> None:
    window = app.window
    window.resize(1440, 900)
    assert open_docks(app) == "sources layers reader claims"
    assert window.tabifiedDockWidgets(window.reader) == []
    window.resize(1024, 700)
    QApplication.sendPostedEvents()
    window.fit_to_size()
    assert open_docks(app) == "reader claims"
    assert window.tabifiedDockWidgets(window.reader) == [window.claims]
    window.resize(1440, 900)
    window.fit_to_size()
    assert open_docks(app) == "sources layers reader claims"
    assert window.tabifiedDockWidgets(window.reader) == []


def test_what_was_closed_stays_closed_after_unfolding(app: App) -> None:
    window = app.window
    window.layers.close()
    window.resize(1024, 700)
    window.fit_to_size()
    window.resize(1440, 900)
    window.fit_to_size()
    assert open_docks(app) == "sources reader claims"


def test_reset_layout_brings_everything_back(app: App) -> None:
    app.window.sources.setFloating(True)
    app.window.claims.close()
    app.window.reset_layout()
    assert not app.window.sources.isFloating()
    assert open_docks(app) == "sources layers reader claims"


def test_the_layout_is_kept_as_it_is_in_a_wide_window(
    app: App, settings: QSettings, qtbot: QtBot
) -> None:
    app.window.layers.close()
    app.window.resize(1024, 700)
    app.window.fit_to_size()
    Memory(settings).keep(app.window)
    app.window.resize(1440, 900)
    app.window.reset_layout()
    Memory(settings).restore(app.window)
    app.window.resize(1440, 900)
    app.window.fit_to_size()
    assert open_docks(app) == "sources reader claims"


def test_a_layout_that_cannot_be_read_is_left_alone(app: App, settings: QSettings) -> None:
    settings.setValue("window/layout", "not a layout")
    settings.setValue("look/scheme", "plaid")
    Memory(settings).restore(app.window)
    assert open_docks(app) == "sources layers reader claims"
    assert Memory(settings).scheme == "system"


def drop(paths: list[str]) -> tuple[QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl(path) for path in paths])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    return event, data


def test_only_local_files_are_taken() -> None:
    event, _data = drop(["file:///tmp/a.txt", "https://example.org/b.txt"])
    assert dropped_paths(event) == (Path("/tmp/a.txt"),)


def test_dropped_files_are_told_once(app: App, qtbot: QtBot) -> None:
    app.window.dropped.disconnect()
    event, _data = drop(["file:///tmp/a.txt", "file:///tmp/folder"])
    with qtbot.waitSignal(app.window.dropped) as told:
        app.window.dropEvent(event)
    assert told.args == [(Path("/tmp/a.txt"), Path("/tmp/folder"))]


def test_only_the_first_start_is_the_first(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    memory = Memory(settings)
    assert memory.is_first_start
    memory.keep_paths([tmp_path / "gone"])
    assert not memory.is_first_start
    assert memory.last_paths() == ()


def test_open_paths_are_kept(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    memory = Memory(settings)
    memory.keep_paths([tmp_path])
    assert memory.last_paths() == (tmp_path.resolve(),)
    memory.keep_paths([])
    assert memory.last_paths() == ()


def test_the_note_on_an_inferred_date_follows_the_scheme(app: App) -> None:
    app.players.reader.show_document(an_extraction(), 1)
    app.window.show()
    app.theme.choose(SchemeChoice.DARK)
    warn = app.theme.colours.ui.warn
    note = app.players.reader.findChild(FoldedLine)
    for words in (note.findChild(QToolButton), note.findChild(QLabel)):
        assert words.palette().color(words.foregroundRole()).name() == warn.lower()


def test_closing_the_articles_takes_their_message_away(app: App) -> None:
    app.window.messages.tell("2 files were left out.")
    app.session.close()
    assert app.window.messages.words == ""


def test_a_map_that_still_moves_while_the_window_is_torn_down_tells_nobody(app: App) -> None:
    """The status bar goes before the map does; its words are no longer there to be set."""
    delete(app.window.status)
    app.players.map_view.view_moved.emit(17.0, 8.0, 5.0)
