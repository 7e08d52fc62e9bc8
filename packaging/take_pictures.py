"""
Take the pictures of the README and the guide from the real program, without a display.

    QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/take_pictures.py
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App, build
from desktop.webmap.scheme import register_scheme
from desktop.webmap.view import MapView
from geodata.domain.claims import Status
from geodata.domain.stories import CITATION, Bookmark, BookmarkId, Caption
from geodata.layers import Form, frame_marks

if TYPE_CHECKING:
    from geodata.services import Project

PICTURES = ROOT / "resources" / "guide"
DAY = date(2024, 5, 20)
LATE = date(2024, 10, 1)
PATIENCE_MS = 120_000


def main() -> int:
    """Take every picture and name it."""
    register_scheme()
    application = QApplication(["dateline"])
    for scheme, size, name, day in (
        ("light", (1440, 900), "window-light.png", DAY),
        ("dark", (1440, 900), "window-dark.png", DAY),
        ("light", (1024, 700), "window-small.png", LATE),
    ):
        _window(application, scheme, size, PICTURES / name, day)
    _dialog(application, PICTURES / "picture-dialog.png")
    _window(application, "light", (1440, 900), PICTURES / "story.png", DAY, _tell_a_story)
    _export(PICTURES / "export.png")
    _story_page(PICTURES / "story-page.png")
    return 0


def _window(
    application: QApplication,
    scheme: str,
    size: tuple[int, int],
    target: Path,
    day: date,
    then: Callable[[App], None] | None = None,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)
        settings.setValue("look/scheme", scheme)
        app = build(application, settings=settings)
        app.window.resize(*size)
        app.window.show()
        _after(app.session.opened)
        view = app.players.map_view
        if day != app.session.on:
            _after(view.painted, lambda: app.players.time_bar.go_to(day))
        (then or _click_troops)(app)
        _settle(1500)
        app.window.grab().save(str(target))
        print(f"Took {target.relative_to(ROOT)}")
        app.close()
        _settle(300)


def _dialog(application: QApplication, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)
        settings.setValue("look/scheme", "light")
        app = build(application, settings=settings)
        app.window.resize(1440, 900)
        app.window.show()
        _after(app.session.opened)
        _after(app.players.map_view.painted, lambda: app.players.time_bar.go_to(DAY))
        _settle(1500)
        app.window.actions_by_id["export.png"].trigger()
        dialog = app.gallery.picturing.dialog
        assert dialog is not None
        for _ in range(PATIENCE_MS // 500):
            _settle(500)
            if not dialog.preview.is_late:
                break
        dialog.grab().save(str(target))
        print(f"Took {target.relative_to(ROOT)}")
        dialog.reject()
        app.close()
        _settle(300)


def _click_troops(app: App) -> None:
    at = _place_of_troops(app)
    surface = app.players.map_view.focusProxy().focusProxy()
    QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=at)


def _place_of_troops(app: App) -> QPoint:
    """Return where the US troops stand on the map, once they are drawn."""
    project = app.session.project
    assert project is not None
    shown = frame_marks(project.marks, app.session.on, app.session.known_by)
    mark = next(m for m in shown if m.form is Form.TROOPS and m.actor == "US")
    for _ in range(PATIENCE_MS // 500):
        _settle(500)
        if at := _asked(app.players.map_view, f"dateline.markPixel({mark.id!r})"):
            return QPoint(round(at["x"]), round(at["y"]))
    raise AssertionError(f"not on the map: {mark.words}")


def _asked(view: MapView, script: str) -> dict[str, float] | None:
    if not (view.is_ready and view.web_map):
        return None
    found: list[str] = []
    loop = QEventLoop()

    def keep(answer: str) -> None:
        found.append(answer)
        loop.quit()

    view.web_map.page.runJavaScript(f"JSON.stringify({script})", keep)
    loop.exec()
    place: dict[str, float] | None = json.loads(found[0]) if found[0] else None
    return place


def _tell_a_story(app: App) -> None:
    project, panel = app.session.project, app.players.story
    assert project is not None
    _place_of_troops(app)
    told = {bookmark.title: bookmark for bookmark in _story(project)}
    for title, bookmark in told.items():
        app.players.time_bar.go_to(bookmark.on)
        _settle(500)
        app.window.actions_by_id["story.add"].trigger()
        assert panel.current is not None
        panel.retitled.emit(panel.current.id, title)
        panel.captioned.emit(panel.current.id, bookmark.caption)
    panel.step(-1)
    _settle(500)
    _place_of_troops(app)


def _story(project: Project) -> tuple[Bookmark, ...]:
    """Return a short story of the sample."""
    leaving = [c for c in project.claims if c.status is Status.TO_WITHDRAW and c.actor == "US"]
    dated = [claim for claim in leaving if claim.deadline]
    ordered = Caption(
        f"The Pentagon orders its troops out of Niger.{CITATION} They are to be gone by "
        f"mid-September.{CITATION}",
        (leaving[0].id, dated[-1].id),
    )
    due = Caption(
        f"The day that was set has passed.{CITATION} None of these articles says whether the last "
        "soldier left.",
        (dated[-1].id,),
    )
    known = project.last_known
    return (
        Bookmark(BookmarkId("order"), "The order to leave", DAY, known, caption=ordered),
        Bookmark(BookmarkId("due"), "After the deadline", LATE, known, caption=due),
    )


def _story_page(target: Path) -> None:
    """Take the exported story as a browser shows it; left out where there is no Chromium."""
    from playwright.sync_api import sync_playwright

    from geodata.services import default_resources, export_story, open_paths, sample_folder

    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        print("No Chromium is installed; the picture of the story's page was not taken.")
        return
    resources = default_resources()
    project = open_paths([sample_folder()], resources)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "story.html"
        export_story(replace(project, story=_story(project)), resources, page_file)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(page_file.as_uri())
        page.wait_for_function("() => window.dateline && window.dateline.isAtRest()")
        page.wait_for_timeout(1500)
        page.screenshot(path=target)
        browser.close()
    print(f"Took {target.relative_to(ROOT)}")


def _export(target: Path) -> None:
    from desktop.snapshot import write_picture
    from geodata.services import default_resources, open_paths, sample_folder

    resources = default_resources()
    project = open_paths([sample_folder()], resources)
    write_picture(project, resources, target, on=DAY, known_by=project.last_known)
    print(f"Took {target.relative_to(ROOT)}")


def _after(signal: SignalInstance, act: Callable[[], object] | None = None) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    if act:
        act()
    loop.exec()


def _settle(wait_ms: int) -> None:
    # A picture is for people: the last labels and the popup may take a moment to stand.
    loop = QEventLoop()
    QTimer.singleShot(wait_ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
