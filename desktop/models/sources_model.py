"""The list of sources as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.wording.words import date_words, short_date, short_day
from geodata.domain.documents import Document, DocumentId, Publication

Index = QModelIndex | QPersistentModelIndex


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


class SourcesModel(QAbstractListModel):
    """
    Sources in the order of opening, with what is muted.

    Args:
        parent: Owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SourceRow, ...] = ()
        self._muted: frozenset[DocumentId] = frozenset()

    @property
    def muted(self) -> frozenset[DocumentId]:
        """Sources whose claims are left out."""
        return self._muted

    def set_sources(self, sources: Sequence[SourceLike], muted: frozenset[DocumentId]) -> None:
        """Show other sources."""
        self.beginResetModel()
        self._rows = tuple(source_row(source) for source in sources)
        self._muted = muted & {row.document_id for row in self._rows}
        self.endResetModel()

    def mute_toggled(self, row: int) -> frozenset[DocumentId]:
        """Return what is muted when this source's mute is switched."""
        return self._muted ^ {self._rows[row].document_id}

    def solo_toggled(self, row: int) -> frozenset[DocumentId]:
        """Return what is muted when only this source is heard, or all again."""
        others = frozenset(r.document_id for r in self._rows) - {self._rows[row].document_id}
        return frozenset() if self._is_solo(self._rows[row]) else others

    def set_muted(self, muted: frozenset[DocumentId]) -> None:
        """Show what is muted."""
        self._muted = muted
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
            Qt.ItemDataRole.ToolTipRole: row.tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken(row),
            SourceRole.NUMBER: row.number,
            SourceRole.OUTLET: row.outlet,
            SourceRole.DATE: row.date,
            SourceRole.IS_INFERRED: row.is_inferred,
            SourceRole.IS_MUTED: row.document_id in self._muted,
            SourceRole.IS_SOLO: self._is_solo(row),
            SourceRole.DOCUMENT_ID: row.document_id,
        }
        return values.get(role)

    def _is_solo(self, row: SourceRow) -> bool:
        return len(self._rows) > 1 and self._muted == frozenset(
            other.document_id for other in self._rows if other is not row
        )

    def _spoken(self, row: SourceRow) -> str:
        muted = ", muted" if row.document_id in self._muted else ""
        return f"{row.number}, {row.title}, {row.outlet}, {row.date}{muted}"


def source_row(source: SourceLike) -> SourceRow:
    """Return a source in words."""
    document = source.document
    published = document.published
    date = publication_words(published)
    return SourceRow(
        document.id,
        source.number,
        document.title or document.name,
        document.outlet or "Unknown outlet",
        date,
        is_inferred(published),
        f"{document.title}\n{document.name}\n{published.why}",
    )


def publication_words(published: Publication) -> str:
    """Return when an article appeared; `≈` before what is inferred."""
    if published.best is None:
        within = published.within
        return f"≈ {short_date(within)}" if within.is_known else "date unknown"
    return f"≈ {short_day(published.best)}" if is_inferred(published) else short_day(published.best)


def publication_range(published: Publication) -> str:
    """Return the range that an inferred date lies in, in words."""
    return date_words(published.within)


def is_inferred(published: Publication) -> bool:
    """Say whether the date is known only by inference."""
    is_dated = published.best is not None or published.within.is_known
    return is_dated and not published.is_stated
