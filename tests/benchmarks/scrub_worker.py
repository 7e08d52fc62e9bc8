"""
One contestant in one engine, in a process of its own: prints one line of JSON.

    scrub_worker.py qt|chromium PAGE.html TICKS SECONDS
    scrub_worker.py slider EPISODES TICKS [60]

Frames are not held back to the refresh of a screen, else all that is faster than one would look
alike; with `60` they are, as on a screen.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

FREE = "--disable-frame-rate-limit"
WARM_UP = 12
SIZE = (1280, 800)
KNOWN = "2026-01-01"
PATIENCE_S = 240

# From the date set to the frame made: the next frame's callback, and after it a message, which
# comes when that frame has been painted.
DRIVER = """
(days, seconds) => new Promise(async (done) => {
  const channel = new MessageChannel();
  let heard = null;
  channel.port1.onmessage = () => heard();
  const painted = () => new Promise((r) => { heard = r; requestAnimationFrame(() => channel.port2.postMessage(0)); });
  const began = performance.now();
  const times = [];
  for (const [day, ms, iso] of days) {
    const start = performance.now();
    bench.set(day, ms, iso);
    await painted();
    times.push(performance.now() - start);
    if (performance.now() - began > seconds * 1000) break;
  }
  done({times, heap: performance.memory ? performance.memory.usedJSHeapSize / 1e6 : 0});
})
"""


def days(kind: str, ticks: int) -> list[list[Any]]:
    """Return the days to go to, one after the other or by chance."""
    import scrub_data as data

    dice = random.Random(7)
    numbers = [
        60 + n % 600 if kind == "sequential" else dice.randrange(data.DAYS) for n in range(ticks)
    ]
    return [
        [n, int(time.mktime(data.day(n).timetuple()) * 1000), data.day(n).isoformat()]
        for n in numbers
    ]


def measured(run: Any, ticks: int, seconds: float) -> dict[str, Any]:
    """Return the times of both kinds, after a few ticks that are not counted."""
    run(days("random", WARM_UP), seconds)
    told = {kind: run(days(kind, ticks), seconds) for kind in ("sequential", "random")}
    return {**{kind: told[kind]["times"] for kind in told}, "heap": told["random"]["heap"]}


def in_chromium(page: Path, ticks: int, seconds: float) -> dict[str, Any]:
    """Measure a page in headless Chromium."""
    import shutil

    from playwright.sync_api import sync_playwright

    program = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if program is None:
        return {"absent": "Chromium is not installed"}
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", FREE, "--disable-gpu-vsync"]
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        shown = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        shown.set_default_timeout(PATIENCE_S * 1000)
        started = time.perf_counter()
        shown.goto(page.as_uri())
        _until_ready(lambda: shown.evaluate("!!(window.bench && bench.ready())"))
        loaded = time.perf_counter() - started
        call = f"([days, seconds]) => ({DRIVER})(days, seconds)"
        told = measured(lambda d, s: shown.evaluate(call, [d, s]), ticks, seconds)
        browser.close()
    return {"load": loaded, **told}


def _until_ready(is_ready: Callable[[], bool]) -> None:
    # The browser's own way to wait evaluates a text in the page, which our content policy forbids.
    for _ in range(PATIENCE_S * 20):
        if is_ready():
            return
        time.sleep(0.05)
    raise TimeoutError("the page did not become ready")


def _make_application(*, is_free: bool) -> Any:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"--log-level=3 {FREE if is_free else ''}"
    from desktop.webmap.scheme import register_scheme

    register_scheme()
    from PySide6.QtWidgets import QApplication

    return QApplication(["benchmark"])


def _asker(page: Any) -> Any:
    """Return what runs a script that gives a promise and waits for its value."""
    from PySide6.QtCore import QEventLoop, QTimer

    def ask(script: str) -> Any:
        loop, got = QEventLoop(), []
        page.runJavaScript(script, lambda value: (got.append(value), loop.quit()))
        loop.exec()
        return got[0]

    def wait_for(expression: str) -> Any:
        for _ in range(PATIENCE_S * 20):
            if value := ask(expression):
                return value
            loop = QEventLoop()
            QTimer.singleShot(50, loop.quit)
            loop.exec()
        raise TimeoutError(expression)

    return ask, wait_for


def in_qt(page: Path, ticks: int, seconds: float) -> dict[str, Any]:
    """Measure a page in Qt's web engine, off the screen."""
    application = _make_application(is_free=True)
    from PySide6.QtCore import QUrl
    from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: TID251 - peers run in the same engine

    view = QWebEngineView()
    view.resize(*SIZE)
    view.show()
    started = time.perf_counter()
    view.load(QUrl.fromLocalFile(str(page)))
    ask, wait_for = _asker(view.page())
    wait_for("!!(window.bench && bench.ready())")
    loaded = time.perf_counter() - started

    def run(wanted: list[list[Any]], most: float) -> Any:
        ask(
            f"window.told = null; ({DRIVER})({json.dumps(wanted)}, {most}).then(t => window.told = JSON.stringify(t)); 0"
        )
        return json.loads(wait_for("window.told"))

    told = measured(run, ticks, seconds)
    assert application is not None
    return {"load": loaded, **told}


def slider(number: int, ticks: int, *, is_free: bool) -> dict[str, Any]:
    """Measure from a slider's signal to the page's word that the frame is painted."""
    import scrub_data as data

    application = _make_application(is_free=is_free)
    from datetime import date

    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QSlider

    from desktop.webmap.guard import Guard
    from desktop.webmap.template import empty_template
    from desktop.webmap.view import MapView

    known = date.fromisoformat(KNOWN)
    view = MapView(Guard())
    view.resize(*SIZE)
    view.show()

    def until(signal: Any) -> None:
        loop = QEventLoop()
        signal.connect(loop.quit)
        QTimer.singleShot(PATIENCE_S * 1000, loop.quit)
        loop.exec()

    view.start(empty_template("light"))
    until(view.ready)
    started = time.perf_counter()
    view.set_data(data.page_bytes(data.make_episodes(number)))
    view.fit()
    view.set_time(data.day(0), known)
    until(view.settled)
    loaded = time.perf_counter() - started
    handle = QSlider(Qt.Orientation.Horizontal)
    handle.setRange(0, data.DAYS)
    handle.valueChanged.connect(lambda day: view.set_time(data.day(day), known))

    def run(wanted: list[list[Any]], _most: float) -> Any:
        times = []
        for number_of_day, *_ in wanted:
            if handle.value() == number_of_day:
                continue
            began = time.perf_counter()
            handle.setValue(number_of_day)
            while not view.is_settled:
                until(view.settled)
            times.append((time.perf_counter() - began) * 1000)
        return {"times": times, "heap": 0}

    told = measured(run, ticks, 0)
    assert application is not None
    return {"load": loaded, **told}


def main() -> None:
    """Do what the arguments say and leave without tearing the engine down."""
    kind, what, ticks, *more = sys.argv[1:]
    if kind == "slider":
        told = slider(int(what), int(ticks), is_free=not more)
    else:
        act = in_qt if kind == "qt" else in_chromium
        told = act(Path(what), int(ticks), float(more[0]))
    print(json.dumps(told), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
