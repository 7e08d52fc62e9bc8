"""Whatever a person does, undoing all of it leads to the start, and redoing all of it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.shell.project.workbench import Workbench
from desktop.wording.naming import Wording
from geodata.domain.claims import Claim, Review
from geodata.domain.edits import DatePart, TieBases, WordsOfBase
from geodata.domain.spans import Span
from geodata.services import Project, Resources, make_project
from geodata.services.editing import restate
from geodata.store import SavedProject
from geodata.timeline import load_actors
from tests.unit.geodata.editing.editing_builders import TERA
from tests.unit.geodata.store.store_builders import ARTICLES, BOOKMARKS, ID


class Desk(QObject):
    """What the workbench asks of the session, without a map: states are put at once."""

    opened, restated, changed = Signal(object), Signal(object), Signal(object)
    added, reread = Signal(int, object, object), Signal(str, object)

    def __init__(self, project: Project, resources: Resources) -> None:
        super().__init__()
        self.project, self.resources = project, resources

    def put(self, saved: SavedProject) -> None:
        self.project = restate(self.project, saved)

    def read_again(self, text: str, read: Callable[[Project, Any], Project]) -> None:
        before = self.project
        self.project = read(before, None)
        self.reread.emit(text, before)


def _review(at: int, review: Review) -> Callable[[Workbench, Sequence[Claim]], None]:
    return lambda bench, claims: bench.review([claims[at % len(claims)].id], review)


def _change(at: int, actor: str) -> Callable[[Workbench, Sequence[Claim]], None]:
    def do(bench: Workbench, claims: Sequence[Claim]) -> None:
        claim = claims[at % len(claims)]
        bench.change(claim, replace(claim, actor=actor))

    return do


STEPS: st.SearchStrategy[Callable[[Workbench, Sequence[Claim]], None]] = st.one_of(
    st.builds(_review, st.integers(0, 7), st.sampled_from([Review.ACCEPTED, Review.REJECTED])),
    st.builds(_change, st.integers(0, 7), st.sampled_from(["FR", "RU", "US"])),
    st.sampled_from(
        [
            lambda bench, claims: bench.join([claim.id for claim in claims[:3]]),
            lambda bench, claims: bench.part([claims[0].id]),
            lambda bench, claims: bench.remove_sources([claims[0].document_id]),
            lambda bench, claims: bench.rename("Another title"),
            lambda bench, claims: bench.tell("Tell", BOOKMARKS[:2]),
            lambda bench, claims: bench.decide(
                "Tie", TieBases((WordsOfBase(ID, Span(0, 8), "US troop"),), TERA)
            ),
            lambda bench, claims: bench.decide("Leave", DatePart(ID, Span(0, 20), None)),
        ]
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(STEPS, max_size=8), st.data())
def test_undo_of_all_is_the_start_and_redo_of_all_is_the_end(
    qapp: QApplication,
    resources: Resources,
    steps: list[Callable[[Workbench, Sequence[Claim]], None]],
    data: st.DataObject,
) -> None:
    desk = Desk(make_project("Tera", ARTICLES[:3], resources), resources)
    bench = Workbench(desk, Wording(load_actors()))  # type: ignore[arg-type]
    states = [bench.state]
    for step in steps:
        step(bench, desk.project.claims)
        if bench.state != states[-1]:
            states.append(bench.state)
    history = bench.history
    assert history.count() == len(states) - 1
    for state in reversed(states[:-1]):
        history.undo()
        assert bench.state == state
    assert not history.canUndo()
    for state in states[1:]:
        history.redo()
        assert bench.state == state
    history.setIndex(data.draw(st.integers(0, history.count())))
    assert bench.state == states[history.index()]


def test_a_new_decision_after_an_undo_leads_back_to_what_was_there(
    qapp: QApplication, resources: Resources
) -> None:
    desk = Desk(make_project("Tera", ARTICLES[:2], resources), resources)
    bench = Workbench(desk, Wording(load_actors()))  # type: ignore[arg-type]
    start = bench.state
    bench.rename("First")
    bench.history.undo()
    bench.rename("Second")
    assert bench.state is not None
    assert bench.state.title == "Second"
    bench.history.undo()
    assert bench.state == start
    assert not bench.history.canUndo()
