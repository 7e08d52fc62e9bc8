"""
Take the pictures of the README and the guide from the real program, without a display.

    QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/take_pictures.py
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App, build
from desktop.webmap.scheme import register_scheme
from desktop.webmap.view import MapView
from geodata.layers import Form, frame_marks

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
    _export(PICTURES / "export.png")
    return 0


def _window(
    application: QApplication, scheme: str, size: tuple[int, int], target: Path, day: date
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
        _click_troops(app)
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
    project = app.session.project
    if project is None:
        return
    shown = frame_marks(project.marks, app.session.on, app.session.known_by)
    mark = next(m for m in shown if m.form is Form.TROOPS and m.actor == "US")
    view = app.players.map_view
    at = None
    for _ in range(PATIENCE_MS // 500):
        _settle(500)
        if at := _asked(view, f"dateline.markPixel({mark.id!r})"):
            break
    assert at is not None, f"not on the map: {mark.words}"
    surface = view.focusProxy().focusProxy()
    QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=QPoint(round(at["x"]), round(at["y"])))


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
