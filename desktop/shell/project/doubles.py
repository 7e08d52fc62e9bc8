"""Tells of articles that are nearly the same as others, and offers to take them out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.jobs import Job, Runner
from desktop.shell.main_window import MainWindow
from desktop.shell.message_bar import Offer, Tone
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from desktop.wording.words import plural

if TYPE_CHECKING:
    from geodata.documents import Likeness

_TOLD = 3


class Doubles(QObject):
    """
    Compares the articles whenever some were read.

    Args:
        window: Where it is told.
        session: What is open.
        workbench: What takes articles out.
        runner: Where the comparison runs.
    """

    def __init__(
        self, window: MainWindow, session: Session, workbench: Workbench, runner: Runner
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workbench = workbench
        self._runner = runner
        self._known: frozenset[str] = frozenset()
        session.opened.connect(self._on_opened)
        session.added.connect(lambda *_: self._compare())

    def _on_opened(self, project: object) -> None:
        self._known = frozenset()
        if project is not None:
            # When the window has shown it: two threads that compute only take turns.
            QTimer.singleShot(0, self._compare)

    def _compare(self) -> None:
        project = self._session.project
        if project is None or len(project.sources) < 2:
            return
        documents = [source.document for source in project.sources]

        def work(_ticket: object) -> tuple[Likeness, ...]:
            from geodata.documents import near_duplicates

            return near_duplicates(documents)

        job = Job("Comparing the articles", work)
        job.finished.connect(self._on_compared)
        self._runner.start(job)

    def _on_compared(self, found: Sequence[Likeness]) -> None:
        new = [one for one in found if one.document_id not in self._known]
        self._known |= {one.document_id for one in found}
        project = self._session.project
        if not new or project is None:
            return
        numbers = {source.document.id: source.number for source in project.sources}
        pairs = [
            f"{numbers[one.document_id]} like {numbers[one.like]}"
            for one in new
            if one.document_id in numbers and one.like in numbers
        ]
        if pairs:
            more = f" and {len(pairs) - _TOLD} more" if len(pairs) > _TOLD else ""
            gone = [one.document_id for one in new]
            self._window.messages.tell(
                f"{plural(len(pairs), 'source')} nearly the same as an earlier one: "
                f"{', '.join(pairs[:_TOLD])}{more}. They count as sources of their own.",
                Tone.INFO,
                Offer("Take them out", partial(self._workbench.remove_sources, gone)),
                about="doubles",
            )
