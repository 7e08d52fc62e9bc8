"""Reads articles anew, after a newer program or word list, and tells what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.shell.conductor import Players
from desktop.shell.message_bar import Offer, Tone
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from desktop.wording.words import plural
from geodata.domain.documents import DocumentId


class Rereading(QObject):
    """
    Asks the workbench, shows how far it is, and tells how it went.

    Args:
        session: What is open.
        workbench: What reads again.
        players: The reader names the article, the window tells.
    """

    def __init__(self, session: Session, workbench: Workbench, players: Players) -> None:
        super().__init__(players.window)
        self._session = session
        self._workbench = workbench
        self._reader = players.reader
        self._window = players.window
        self._asked = 0
        workbench.reread.connect(self._on_reread)

    def read_all(self) -> None:
        """Read every article of the project again."""
        self._read(None)

    def read_shown(self) -> None:
        """Read the article again that the reader shows."""
        if self._reader.document_id is not None:
            self._read(frozenset({self._reader.document_id}))

    def read(self, document_id: str) -> None:
        """Read one article again."""
        self._read(frozenset({DocumentId(document_id)}))

    def _read(self, only: frozenset[DocumentId] | None) -> None:
        project = self._session.project
        if project is None:
            return
        self._asked = len(project.sources) if only is None else len(only)
        job = self._workbench.read_again(only)
        job.ended.connect(lambda _job: self._forget())
        self._window.progress.follow(job)

    def _forget(self) -> None:
        self._asked = 0

    def _on_reread(self, number: int) -> None:
        if not self._asked:
            return
        read = f"Read {plural(self._asked, 'article')} again"
        if number:
            undo = Offer("Undo", self._workbench.history.undo)
            words = f"{read}: {number} read otherwise now. What you decided was kept."
            self._window.messages.tell(words, Tone.INFO, undo, about="reread")
        else:
            self._window.messages.tell(f"{read}: nothing reads otherwise.", about="reread")
