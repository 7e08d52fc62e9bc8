"""Parts of an article that were written on another day: asked for, suggested, decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.jobs import Job, Runner
from desktop.settings.theme import Theme
from desktop.shell.conductor import Players
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.edits import DatePart
from geodata.domain.spans import Span

if TYPE_CHECKING:
    from desktop.dialogs.part import PartDialog
    from geodata.temporal import PartSeen

# The first article of a start is looked through a while later: what looks has to be loaded, and
# the map is to be drawn before.
_LOOK_AFTER_MS = 400


class Parts(QObject):
    """
    Dates parts of the article that the reader shows.

    Args:
        session: What is open.
        workbench: What changes it.
        runner: Where articles are looked through.
        theme: Colours and fonts.
        players: The reader asks and is told.
    """

    def __init__(
        self,
        session: Session,
        workbench: Workbench,
        runner: Runner,
        theme: Theme,
        players: Players,
    ) -> None:
        super().__init__(players.window)
        self._session = session
        self._workbench = workbench
        self._runner = runner
        self._theme = theme
        self._reader = players.reader
        self._window = players.window
        self._seen: dict[Document, tuple[PartSeen, ...]] = {}
        self._offered: DocumentId | None = None
        self._has_looked = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LOOK_AFTER_MS)
        self._late.timeout.connect(self._look)
        players.window.closing.connect(self._late.stop)
        self._reader.part_asked.connect(self.ask)
        self._reader.shown.connect(self.suggest)
        self._reader.offer.accepted.connect(self._accept)
        self._reader.offer.refused.connect(self._refuse)
        session.opened.connect(lambda _project: self._seen.clear())
        session.restated.connect(lambda _project: self.suggest())
        session.changed.connect(lambda _project: self.suggest())

    def ask(self, span: Span) -> PartDialog | None:
        """Ask when the lines that a span touches were written."""
        document = self._document()
        if document is None:
            return None
        from desktop.dialogs.part import PartDialog
        from geodata.editing import lines_around
        from geodata.temporal import read_typed_date

        lines = lines_around(document.text, span)
        now = next((part for part in document.parts if part.span.overlaps(lines)), None)
        published = now.published if now else None
        words = lines.quote(document.text)
        dialog = PartDialog(self._theme, words, published, read_typed_date, self._window)
        dialog.accepted.connect(
            lambda: self._workbench.date_part(document.id, lines, dialog.published())
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def suggest(self) -> None:
        """Look through the article that is shown for parts of another day."""
        document = self._document()
        if document is None:
            self._reader.offer.offer(None)
            return
        if document in self._seen:
            self._offer(document, self._seen[document])
            return
        if document.id != self._offered:
            # What was found in another article is no offer about this one.
            self._reader.offer.offer(None)
        if self._has_looked:
            self._look()
        elif not self._late.isActive():
            self._late.start()

    def _look(self) -> None:
        self._has_looked = True
        document = self._document()
        if document is None or document in self._seen:
            return

        def work(_ticket: object) -> tuple[Document, tuple[PartSeen, ...]]:
            from geodata.temporal import find_parts

            return document, find_parts(document)

        job = Job("Looking for dated lines", work)
        # To a method, which Qt forgets with this object: the window may be gone by then.
        job.finished.connect(self._on_found)
        self._runner.start(job)

    def _on_found(self, looked: tuple[Document, tuple[PartSeen, ...]]) -> None:
        document, found = looked
        self._seen[document] = found
        if document == self._document():
            self._offer(document, found)

    def _offer(self, document: Document, found: Sequence[PartSeen]) -> None:
        decided = self._decided(document.id)
        open_ones = [p for p in found if not any(p.span.overlaps(span) for span in decided)]
        first = open_ones[0] if open_ones else None
        self._offered = document.id
        self._reader.offer.offer(
            None if first is None else (first.span, first.published, first.words)
        )

    def _decided(self, document_id: DocumentId) -> list[Span]:
        project = self._session.project
        edits = project.edits if project is not None else ()
        return [
            edit.span
            for edit in edits
            if isinstance(edit, DatePart) and edit.document_id == document_id
        ]

    def _accept(self, span: Span, published: Publication) -> None:
        document_id = self._reader.document_id
        if document_id is not None:
            self._workbench.date_part(document_id, span, published)

    def _refuse(self, span: Span) -> None:
        document_id = self._reader.document_id
        if document_id is not None:
            edit = DatePart(document_id, span, None)
            self._workbench.decide("Leave a part with its article", edit)

    def _document(self) -> Document | None:
        project, document_id = self._session.project, self._reader.document_id
        sources = project.sources if project is not None else ()
        return next((s.document for s in sources if s.document.id == document_id), None)
