"""What is open changes in jobs, as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.jobs import Runner
from desktop.shell.session import Session
from geodata.domain.layers import Layer
from geodata.errors import NoArticles
from geodata.layers import layer_totals
from geodata.mapping.columns import unpack
from geodata.mapping.page_data import read_marks
from geodata.services import Resources

PATIENCE_MS = 60_000
FIRST = """Chad asks French troops to leave

N'DJAMENA, 29 November 2024 - Chad said on Thursday it had ended its defence accord with France.
France has about 1,000 troops in Chad. The soldiers will leave by 31 January 2025.
"""
SECOND = FIRST.replace("1,000", "900").replace("29 November", "30 November")


@pytest.fixture
def session(resources: Resources) -> Iterator[Session]:
    runner = Runner()
    made = Session(runner, resources)
    yield made
    runner.cancel_all()
    runner.wait()


@pytest.fixture
def articles(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    return first, second


def opened(session: Session, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(session.opened, timeout=PATIENCE_MS):
        session.open(paths)


def test_open_add_mute_close(session: Session, qtbot: QtBot, articles: tuple[Path, Path]) -> None:
    first, second = articles
    opened(session, qtbot, first)
    project = session.project
    assert project is not None
    assert (session.on, session.known_by) == (project.default_day, project.last_known)
    assert read_marks(session.page_data)
    assert session.paths == (first,)

    with qtbot.waitSignal(session.added, timeout=PATIENCE_MS) as added:
        session.add([second, first])
    assert added.args[0] == 1
    assert len(added.args[2]) == 1
    assert session.project is not None
    assert session.known_by == session.project.last_known

    data_of_all = session.page_data
    muted = frozenset({session.project.sources[0].document.id})
    with qtbot.waitSignal(session.changed, timeout=PATIENCE_MS):
        session.mute(muted)
    assert session.project.muted == muted
    assert session.page_data != data_of_all
    made = session.made
    assert made is not None
    drawn = {claim_id for mark in session.project.marks for claim_id in mark.claim_ids}
    assert made.effects == {
        claim_id: sum(claim_id in mark.claim_ids for mark in session.project.marks)
        for claim_id in drawn
    }
    assert made.totals == layer_totals(session.project.marks)
    assert made.whole.muted == frozenset()

    with qtbot.waitSignal(session.opened, timeout=PATIENCE_MS) as closed:
        session.close()
    assert closed.args == [None]
    assert session.paths == ()


def test_what_fails_leaves_what_is_open(
    session: Session, qtbot: QtBot, articles: tuple[Path, Path], tmp_path: Path
) -> None:
    opened(session, qtbot, articles[0])
    before = session.project
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(session.failed, timeout=PATIENCE_MS) as failure:
        session.open([tmp_path / "empty"])
    assert isinstance(failure.args[0], NoArticles)
    assert session.project is before


def test_what_is_stopped_leaves_what_is_open(
    session: Session, qtbot: QtBot, articles: tuple[Path, Path]
) -> None:
    opened(session, qtbot, articles[0])
    before = session.project
    job = session.add([articles[1]])
    with qtbot.waitSignal(job.cancelled, timeout=PATIENCE_MS):
        job.cancel()
    assert session.project is before


def test_many_files_are_read_beside_the_window_and_a_stop_leaves_what_is_open(
    session: Session, qtbot: QtBot, articles: tuple[Path, Path], tmp_path: Path
) -> None:
    opened(session, qtbot, articles[0])
    before = session.project
    assert before is not None
    many = tmp_path / "many"
    many.mkdir()
    for day in range(10, 22):
        words = FIRST.replace("29 November", f"{day} December")
        (many / f"{day}.txt").write_text(words, encoding="utf-8")
    job = session.add([many])
    # The window's own thread goes on turning while they are read: it hears of the progress.
    with qtbot.waitSignal(job.progressed, timeout=PATIENCE_MS):
        pass
    with qtbot.waitSignal(job.cancelled, timeout=PATIENCE_MS):
        job.cancel()
    assert session.project is before


def test_time_and_layers_are_told_once(session: Session, qtbot: QtBot) -> None:
    told: list[object] = []
    session.time_changed.connect(lambda on, known_by: told.append((on, known_by)))
    session.hidden_changed.connect(told.append)
    day = date(2024, 5, 20)
    for _ in range(2):
        session.set_time(day, day)
        session.hide(frozenset({Layer.BASES}))
    assert told == [(day, day), frozenset({Layer.BASES})]


def test_muting_moves_neither_the_map_nor_the_time_axis(
    session: Session, qtbot: QtBot, articles: tuple[Path, Path]
) -> None:
    elsewhere = articles[0].with_name("elsewhere.txt")
    elsewhere.write_text(
        "Niamey, 1 March 2023 - The United States has about 800 troops in Niger.\n",
        encoding="utf-8",
    )
    opened(session, qtbot, articles[0], elsewhere)
    assert session.project is not None
    extent, axis = unpack(session.page_data)[0]["extent"], session.axis
    assert axis is not None
    with qtbot.waitSignal(session.changed, timeout=PATIENCE_MS):
        session.mute(frozenset({session.project.sources[1].document.id}))
    muted = session.axis
    assert muted is not None
    assert session.project.axis.first_day > axis.first_day
    assert (muted.first_day, muted.last_day) == (axis.first_day, axis.last_day)
    assert unpack(session.page_data)[0]["extent"] == extent


def test_an_added_article_is_selected(
    app: App, resources: Resources, qtbot: QtBot, articles: tuple[Path, Path]
) -> None:
    app.session._resources = resources
    opened(app.session, qtbot, articles[0])
    with qtbot.waitSignal(app.session.added, timeout=PATIENCE_MS):
        app.session.add([articles[1]])
    project = app.session.project
    assert project is not None
    assert app.players.sources.current == project.sources[1].document.id
    assert app.players.reader.document_id == project.sources[1].document.id
