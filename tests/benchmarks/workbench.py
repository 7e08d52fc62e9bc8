"""
How the workbench bears a large project: 1,000 articles and 20,000 claims.

    python tests/benchmarks/workbench.py [--articles N] [--claims N] [--imports N]

Times from the person's hand to the answer: to save and open the file, to filter the claims, to
accept one and to undo it, with the longest time for which the window stood still meanwhile; and
that pause during an import of many small articles. Made-up text; the window is off screen.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from desktop.settings.interpreter import spare_imports  # noqa: E402

spare_imports()

from PySide6.QtCore import QElapsedTimer, QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop.jobs import let_the_window_move  # noqa: E402
from desktop.webmap.quiet import keep_quiet  # noqa: E402
from desktop.webmap.scheme import register_scheme  # noqa: E402

keep_quiet()
register_scheme()

from desktop.app import App, build  # noqa: E402
from desktop.dialogs.asking import person  # noqa: E402
from desktop.dialogs.leaving import Leaving  # noqa: E402
from desktop.views.claims import Tab  # noqa: E402
from geodata.domain.claims import Claim, ClaimId, ClaimKind, Modality, Review, Status  # noqa: E402
from geodata.domain.documents import Document, DocumentId, Publication  # noqa: E402
from geodata.domain.extractions import Extraction  # noqa: E402
from geodata.domain.places import Place, PlaceId, PlaceKind  # noqa: E402
from geodata.domain.spans import Span  # noqa: E402
from geodata.domain.times import on_day  # noqa: E402
from geodata.layers import tables_of  # noqa: E402
from geodata.store import SavedProject, save_project  # noqa: E402

HOSTS = ("NE", "ML", "BF", "TD", "NG", "DJ", "SN", "CI", "GA", "CF", "SD", "SO", "LY", "MZ")
ACTORS = ("US", "FR", "RU", "CN", "TR", "GB", "DE", "IT", "MINUSMA", "Wagner", "Africa Corps")
STATUSES = (Status.PRESENT, Status.ARRIVES, Status.TO_WITHDRAW, Status.WITHDRAWS)
FIRST_DAY = date(2021, 1, 1)


def made_up_project(articles: int, claims: int) -> SavedProject:
    """Return a project of articles of one sentence a claim, at some 140 places."""
    chance = random.Random(7)
    extractions = []
    for number in range(articles):
        day = FIRST_DAY + timedelta(days=chance.randrange(1400))
        name = DocumentId(f"article-{number:05}")
        sentences = [f"Report {i}: forces of somebody stay at town {i}." for i in range(20)]
        text = "\n".join(sentences)
        ends = [sum(len(s) + 1 for s in sentences[: i + 1]) - 1 for i in range(20)]
        own = tuple(
            _claim(chance, name, i, Span(ends[i] - len(sentences[i]), ends[i]), day)
            for i in range(claims // articles)
        )
        published = Publication(day, on_day(day), is_stated=True)
        document = Document(name, f"{name}.txt", f"Report {number}", text, published=published)
        extractions.append(Extraction(document, (), (), own))
    return SavedProject("A large project", tuple(extractions))


def _claim(chance: random.Random, name: DocumentId, number: int, span: Span, day: date) -> Claim:
    host = chance.choice(HOSTS)
    town = chance.randrange(10)
    place = Place(
        PlaceId(f"made-up:{host}-{town}"),
        f"Town {town}",
        PlaceKind.SETTLEMENT,
        chance.uniform(-15, 40),
        chance.uniform(-20, 25),
        host,
    )
    return Claim(
        ClaimId(f"{name}-{number}"),
        name,
        ClaimKind.TROOPS,
        chance.choice(ACTORS),
        host,
        chance.choice(STATUSES),
        Modality.ASSERTED,
        (span,),
        begins=on_day(day - timedelta(days=chance.randrange(60))),
        place=place,
        reported=on_day(day),
    )


@dataclass
class Pauses:
    """The longest time between two beats of a fast timer: for so long the window stood still."""

    longest_ms: int = 0


@contextmanager
def watched() -> Iterator[Pauses]:
    """Watch the event loop."""
    pauses, clock, timer = Pauses(), QElapsedTimer(), QTimer()

    def beat() -> None:
        pauses.longest_ms = max(pauses.longest_ms, clock.restart())

    timer.setInterval(5)
    timer.timeout.connect(beat)
    clock.start()
    timer.start()
    yield pauses
    beat()
    timer.stop()


def wait(is_done: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    while not is_done():
        QApplication.processEvents()
        time.sleep(0.001)


def timed(words: str, do: Callable[[], object], is_done: Callable[[], bool]) -> None:
    """Do something as a person would, and tell how long it took and stood still."""
    with watched() as pauses:
        started = time.perf_counter()
        do()
        answered = time.perf_counter() - started
        wait(is_done)
        total = time.perf_counter() - started
    print(
        f"{words:<44}{answered * 1000:>10.0f}{total * 1000:>12.0f}{pauses.longest_ms:>12}",
        flush=True,
    )


def memory_mb() -> int:
    """Return the largest resident memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def write_project(path: Path, articles: int, claims: int) -> str:
    """Write a made-up project, let go of it, and return its title."""
    saved = made_up_project(articles, claims)
    started = time.perf_counter()
    save_project(saved, path, standing=saved.extractions, layers=tables_of(()))
    print(
        f"{'write the file, without marks':<44}{'':>10}{(time.perf_counter() - started) * 1000:>12.0f}"
    )
    return saved.title


def large_project(app: App, folder: Path, articles: int, claims: int) -> None:
    """Open, filter, accept, undo and save a large project."""
    path = folder / "large.gpkg"
    print(f"memory of the window's process without a project: {memory_mb()} MB")
    title = write_project(path, articles, claims)
    panel, session = app.players.claims, app.session

    def is_idle() -> bool:
        return not app.runner.is_busy

    timed(
        f"open {articles:,} articles, {claims:,} claims",
        lambda: app.verbs.open([path]),
        lambda: is_idle() and session.project is not None and session.project.title == title,
    )
    timed("list all claims", lambda: panel.show_tab(Tab.ALL), lambda: True)
    timed("find “french chad”", lambda: panel.find_words("french chad"), lambda: True)
    timed("find nothing again", lambda: panel.find_words(""), lambda: True)
    chosen = session.project.claims[len(session.project.claims) // 2].id  # type: ignore[union-attr]
    workbench = app.desk.workbench
    timed("accept one claim", lambda: workbench.review([chosen], Review.ACCEPTED), is_idle)
    timed("undo it", workbench.history.undo, is_idle)
    ids = [c.id for c in session.project.claims[:500]]  # type: ignore[union-attr]
    timed("accept 500 claims at once", lambda: workbench.review(ids, Review.ACCEPTED), is_idle)
    timed("save", app.desk.file.save, is_idle)
    print(f"memory of the window's process: {memory_mb()} MB")


def many_articles(app: App, folder: Path, number: int) -> None:
    """Import many small articles."""
    source = folder / "many"
    source.mkdir()
    for i in range(number):
        day = FIRST_DAY + timedelta(days=i)
        (source / f"{i:04}.txt").write_text(
            f"N'DJAMENA, {day:%d %B %Y} - Report {i}. France has about {900 + i} troops in Chad. "
            "They will leave by the end of the year, the ministry said.\n" * 3,
            encoding="utf-8",
        )
    timed(
        f"import {number} articles",
        lambda: app.verbs.open([source]),
        lambda: (
            not app.runner.is_busy
            and app.session.project is not None
            and len(app.session.project.sources) == number
        ),
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--imports", type=int, default=200)
    options = parser.parse_args()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)
        settings.setValue("open/paths", [])
        asking = replace(person(), leaving=lambda *_: Leaving.DISCARD)
        app = build(application, settings=settings, asking=asking, keeping_in=folder)
        let_the_window_move(app.runner)
        app.window.show()
        wait(lambda: app.players.map_view.is_ready)
        print(f"{'milliseconds':<44}{'answered':>10}{'all done':>12}{'still for':>12}")
        large_project(app, folder, options.articles, options.claims)
        many_articles(app, folder, options.imports)
        app.close()
    application.processEvents()


if __name__ == "__main__":
    main()
