"""The list of sources as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812
from enum import IntEnum
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.wording.words import short_date
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.written_days import short_day

Index = QModelIndex | QPersistentModelIndex

UNKNOWN_OUTLET = "Unknown outlet"


class SourceLike(Protocol):
    """An article with its number in the project."""

    @property
    def number(self) -> int: ...
    @property
    def document(self) -> Document: ...


class SourceRole(IntEnum):
    """What the delegate asks for beyond the title."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    OUTLET = Qt.ItemDataRole.UserRole + 2
    DATE = Qt.ItemDataRole.UserRole + 3
    IS_INFERRED = Qt.ItemDataRole.UserRole + 4
    IS_MUTED = Qt.ItemDataRole.UserRole + 5
    IS_SOLO = Qt.ItemDataRole.UserRole + 6
    DOCUMENT_ID = Qt.ItemDataRole.UserRole + 7
    IS_LEFT_OUT = Qt.ItemDataRole.UserRole + 8


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as the list shows it."""

    document_id: DocumentId
    number: int
    title: str
    outlet: str
    date: str
    is_inferred: bool
    tip: str
    known_from: Day | None


class SourcesModel(QAbstractListModel):
    """
    Sources in the order of opening, with what is muted and which one is heard alone.

    Solo leaves all others out while it is on; the mutes stay as they are below it.

    Args:
        parent: Owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SourceRow, ...] = ()
        self._muted: frozenset[DocumentId] = frozenset()
        self._solo: DocumentId | None = None
        self._known_by: Day | None = None

    @property
    def left_out(self) -> frozenset[DocumentId]:
        """Sources whose claims are left out, by mute or by the solo of another."""
        if self._solo is None:
            return self._muted
        return frozenset(row.document_id for row in self._rows) - {self._solo}

    def set_sources(
        self, sources: Sequence[SourceLike], muted: frozenset[DocumentId] | None = None
    ) -> None:
        """
        Show other sources.

        Args:
            sources: All of the project.
            muted: What is muted, with no solo; None keeps both. Solo ends when a source is added.
        """
        self.beginResetModel()
        before = {row.document_id for row in self._rows}
        self._rows = tuple(source_row(source) for source in sources)
        ids = {row.document_id for row in self._rows}
        self._muted = (self._muted if muted is None else muted) & ids
        if muted is not None or ids != before:
            self._solo = None
        self.endResetModel()

    def set_muted(self, muted: frozenset[DocumentId]) -> None:
        """Mute these sources and no others, with no solo."""
        self._muted = muted & {row.document_id for row in self._rows}
        self._solo = None
        self._tell()

    def toggle_mute(self, row: int) -> None:
        """Mute a source, or hear it again; under a solo it counts when the solo ends."""
        self._muted ^= {self._rows[row].document_id}
        self._tell()

    def toggle_solo(self, row: int) -> None:
        """Hear only this source, or again all that are not muted."""
        chosen = self._rows[row].document_id
        self._solo = None if self._solo == chosen else chosen
        self._tell()

    def set_known_by(self, day: Day | None) -> None:
        """Show which sources had not appeared by a day; None when all are read."""
        if day != self._known_by:
            self._known_by = day
            self._tell()

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, document_id: DocumentId) -> int | None:
        """Return the row of a source, or None."""
        ids = [row.document_id for row in self._rows]
        return ids.index(document_id) if document_id in ids else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        values: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.ToolTipRole: "\n".join([row.tip, *self._why_left_out(row)]),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken(row),
            SourceRole.NUMBER: row.number,
            SourceRole.OUTLET: row.outlet,
            SourceRole.DATE: row.date,
            SourceRole.IS_INFERRED: row.is_inferred,
            SourceRole.IS_MUTED: row.document_id in self._muted,
            SourceRole.IS_SOLO: row.document_id == self._solo,
            SourceRole.IS_LEFT_OUT: bool(self._why_left_out(row)),
            SourceRole.DOCUMENT_ID: row.document_id,
        }
        return values.get(role)

    def _why_left_out(self, row: SourceRow) -> list[str]:
        why = []
        if row.document_id in self.left_out:
            why.append("Left out: muted" if self._solo is None else "Left out: another one is solo")
        if self._known_by and row.known_from and row.known_from > self._known_by:
            why.append(f"Left out: appeared after {short_day(self._known_by)}, the known date")
        return why

    def _spoken(self, row: SourceRow) -> str:
        words = [str(row.number), row.title, row.outlet, row.date, *self._why_left_out(row)]
        return ", ".join(words)


def source_row(source: SourceLike) -> SourceRow:
    """Return a source in words."""
    document = source.document
    published = document.published
    date = publication_words(published)
    return SourceRow(
        document.id,
        source.number,
        document.title or document.name,
        document.outlet or UNKNOWN_OUTLET,
        date,
        is_inferred(published),
        _tip(document),
        published.best or published.within.latest,
    )


def _tip(document: Document) -> str:
    by = (f"by {document.author}",) if document.author else ()
    lines = (document.title, document.name, *by, document.published.why, *document.notes)
    return "\n".join(lines)


def publication_words(published: Publication) -> str:
    """Return when an article appeared; `≈` before what is inferred."""
    if published.best is None:
        within = published.within
        return f"≈ {short_date(within)}" if within.is_known else "date unknown"
    return f"≈ {short_day(published.best)}" if is_inferred(published) else short_day(published.best)


def is_inferred(published: Publication) -> bool:
    """Say whether the date is known only by inference."""
    is_dated = published.best is not None or published.within.is_known
    return is_dated and not published.is_stated
