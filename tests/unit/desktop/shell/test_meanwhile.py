"""What a job brings is put to what stands when it ends, not to what stood when it began."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Runner
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from desktop.wording.naming import Wording
from geodata.domain.claims import Review
from geodata.services import Project, Resources
from geodata.timeline import load_actors

PATIENCE_MS = 60_000
FIRST = """Chad asks French troops to leave

N'DJAMENA, 29 November 2024 - Chad said on Thursday it had ended its defence accord with France.
France has about 1,000 troops in Chad. The soldiers will leave by 31 January 2025.
"""


class Held:
    """A reading that waits until it is let go, and then reads one article otherwise."""

    def __init__(self) -> None:
        self.began, self.go = threading.Event(), threading.Event()

    def __call__(self, project: Project, _ticket: object) -> Project:
        self.began.set()
        self.go.wait(60)
        first, *rest = project.read
        return replace(project, read=(replace(first, claims=first.claims[:1]), *rest))


@pytest.fixture
def session(resources: Resources, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    for number in range(1, 4):
        words = FIRST.replace("29 November", f"{26 + number} November")
        (tmp_path / f"{number}.txt").write_text(words, encoding="utf-8")
    runner = Runner()
    made = Session(runner, resources)
    with qtbot.waitSignal(made.opened, timeout=PATIENCE_MS):
        made.open(sorted(tmp_path.glob("*.txt")))
    yield made
    runner.cancel_all()
    runner.wait()


@pytest.fixture
def workbench(session: Session, resources: Resources) -> Workbench:
    return Workbench(session, Wording(load_actors()))


def standing(session: Session) -> Project:
    assert session.project is not None
    return session.project


def held_reading(session: Session) -> Held:
    held = Held()
    session.read_again("Read an article again", held)
    assert held.began.wait(60)
    return held


def finish(session: Session, qtbot: QtBot, held: Held) -> None:
    with qtbot.waitSignals([session.reread, session.changed], timeout=PATIENCE_MS):
        held.go.set()


def test_what_was_undone_while_articles_are_read_again_stays_undone(
    session: Session, workbench: Workbench, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.changed, timeout=PATIENCE_MS):
        workbench.review([standing(session).claims[0].id], Review.ACCEPTED)
    held = held_reading(session)
    workbench.history.undo()
    finish(session, qtbot, held)
    assert standing(session).edits == ()
    assert len(standing(session).read[0].claims) == 1
    workbench.history.undo()
    assert len(standing(session).read[0].claims) > 1
    assert standing(session).edits == ()


def test_an_article_taken_out_meanwhile_stays_out(
    session: Session, workbench: Workbench, qtbot: QtBot
) -> None:
    held = held_reading(session)
    gone = standing(session).read[1].document.id
    workbench.remove_sources([gone])
    finish(session, qtbot, held)
    assert gone not in {item.document.id for item in standing(session).read}
    assert len(standing(session).read[0].claims) == 1


def test_a_new_name_given_meanwhile_stays(
    session: Session, workbench: Workbench, qtbot: QtBot
) -> None:
    held = held_reading(session)
    workbench.rename("Lake Chad")
    finish(session, qtbot, held)
    assert standing(session).title == "Lake Chad"
    assert len(standing(session).read[0].claims) == 1


def test_a_project_closed_meanwhile_stays_closed(session: Session, qtbot: QtBot) -> None:
    held = held_reading(session)
    session.close()
    with qtbot.waitSignal(session.failed, timeout=PATIENCE_MS) as told:
        held.go.set()
    assert "closed" in str(told.args[0])
    assert session.project is None


def test_work_that_was_asked_for_before_a_project_was_closed_says_so(
    session: Session, qtbot: QtBot
) -> None:
    held = held_reading(session)
    session.mute(frozenset({standing(session).read[0].document.id}))
    session.close()
    with qtbot.waitSignals([session.failed, session.failed], timeout=PATIENCE_MS) as told:
        held.go.set()
    words = [str(signal.args[0]) for signal in told.all_signals_and_args]
    assert all("closed" in said for said in words)
    assert session.project is None


def test_a_source_muted_while_a_claim_is_decided_on_is_muted_and_decided_on(
    session: Session, workbench: Workbench, qtbot: QtBot
) -> None:
    held = Held()
    held_up = session.read_again("Wait", held)
    assert held.began.wait(60)
    muted = frozenset({standing(session).read[0].document.id})
    session.mute(muted)
    claim = standing(session).read[2].claims[0].id
    workbench.review([claim], Review.ACCEPTED)
    with qtbot.waitSignal(held_up.ended, timeout=PATIENCE_MS):
        held.go.set()
    qtbot.waitUntil(lambda: not session._runner.is_busy, timeout=PATIENCE_MS)
    assert standing(session).muted == muted
    assert standing(session).claim(claim).review is Review.ACCEPTED


def test_what_was_added_while_decisions_follow_each_other_stays(
    session: Session, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    fourth = tmp_path / "4.txt"
    fourth.write_text(FIRST.replace("29 November", "30 November"), encoding="utf-8")
    claims = standing(session).claims
    workbench.review([claims[0].id], Review.ACCEPTED)
    workbench.review([claims[1].id], Review.ACCEPTED)
    with qtbot.waitSignal(session.added, timeout=PATIENCE_MS):
        session.add([fourth])
    qtbot.waitUntil(lambda: not session._runner.is_busy, timeout=PATIENCE_MS)
    assert len(standing(session).read) == 4
    assert len(standing(session).edits) == 2
    assert len(workbench.state.extractions) == 4 if workbench.state else False
