"""The claims as a Qt table: the map's twin for those who read rather than look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.wording.naming import Wording, claim_when
from desktop.wording.words import date_words
from geodata.domain.claims import Claim, ClaimId, Review

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns of the table."""

    REVIEW = 0
    KIND = 1
    CLAIM = 2
    WHEN = 3
    CONFIDENCE = 4


class ClaimRole(IntEnum):
    """What the delegate and the proxy ask for."""

    CLAIM = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2


HEADERS = ("Review", "Kind", "Claim", "When", "Conf.")
REVIEW_WORDS = {
    Review.SUGGESTED: "to review",
    Review.ACCEPTED: "accepted",
    Review.EDITED: "edited",
    Review.REJECTED: "rejected",
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClaimsModel(QAbstractTableModel):
    """
    One row a claim.

    Args:
        wording: Puts claims into words.
        parent: Owner.
    """

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._claims: tuple[Claim, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in their order."""
        return self._claims

    def set_claims(self, claims: Sequence[Claim]) -> None:
        """Show other claims."""
        self.beginResetModel()
        self._claims = tuple(claims)
        self.endResetModel()

    def restate(self, claims: Sequence[Claim]) -> bool:
        """
        Show the same claims as they stand now, keeping rows, selection and scroll.

        Returns:
            Whether that could be done; where claims came or went, nothing is shown.
        """
        new = tuple(claims)
        if [claim.id for claim in new] != [claim.id for claim in self._claims]:
            return False
        rows = [
            row
            for row, pair in enumerate(zip(self._claims, new, strict=True))
            if pair[0] is not pair[1]
        ]
        self._claims = new
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        return True

    def has_words(self, row: int, words: Sequence[str]) -> bool:
        """Say whether every word, in lower case, is found in what a claim says of itself."""
        claim = self._claims[row]
        said = " ".join(
            (
                self._wording.claim(claim),
                claim.kind.value,
                REVIEW_WORDS[claim.review],
                claim.place.name if claim.place else "",
                claim.attribution,
                claim.event.replace("_", " "),
                claim.modality.value,
                claim.count.text if claim.count else "",
                claim_when(claim),
            )
        ).casefold()
        return all(word in said for word in words)

    def row_of(self, claim_id: ClaimId) -> int | None:
        """Return the row of a claim, or None."""
        return next((row for row, c in enumerate(self._claims) if c.id == claim_id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._claims)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        is_icon = section in (Column.REVIEW, Column.KIND)
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if is_icon else HEADERS[section]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "Confidence, percent" if section == Column.CONFIDENCE else HEADERS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = section == Column.CONFIDENCE
            return (
                _RIGHT if is_number else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        claim, column = self._claims[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(claim, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(claim, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(claim, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.CONFIDENCE:
            return _RIGHT
        if role == ClaimRole.CLAIM:
            return claim
        return self._sort_key(claim, column) if role == ClaimRole.SORT else None

    def _shown(self, claim: Claim, column: Column) -> str:
        if column is Column.CLAIM:
            return self._wording.claim(claim)
        if column is Column.WHEN:
            return claim_when(claim)
        return f"{claim.confidence * 100:.0f}" if column is Column.CONFIDENCE else ""

    def _spoken(self, claim: Claim, column: Column) -> str:
        if column is Column.REVIEW:
            return REVIEW_WORDS[claim.review]
        if column is Column.KIND:
            return claim.kind.value
        if column is Column.CONFIDENCE:
            return f"confidence {claim.confidence:.0%}"
        return self._shown(claim, column)

    def _tip(self, claim: Claim, column: Column) -> str:
        if column is Column.WHEN:
            told = claim.deadline if claim.deadline and claim.deadline.is_known else claim.begins
            return "\n".join(filter(None, (date_words(told), told.why)))
        if column is Column.CONFIDENCE:
            return "\n".join(claim.reasons) or "no reasons given"
        return self._spoken(claim, column)

    def _sort_key(self, claim: Claim, column: Column) -> tuple[Any, ...]:
        when = claim.begins.earliest or claim.begins.latest
        if when is None and claim.deadline:
            when = claim.deadline.latest or claim.deadline.earliest
        keys: dict[Column, tuple[Any, ...]] = {
            Column.REVIEW: (list(Review).index(claim.review),),
            Column.KIND: (claim.kind.value,),
            Column.CLAIM: (self._wording.claim(claim).casefold(),),
            Column.WHEN: (when or date.max,),
            Column.CONFIDENCE: (claim.confidence,),
        }
        return keys[column]


class ClaimsFilter(QSortFilterProxyModel):
    """
    The claims of one tab, sortable.

    Args:
        parent: Owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: frozenset[ClaimId] | None = None
        self._words: tuple[str, ...] = ()
        self.setSortRole(ClaimRole.SORT)

    def search(self, text: str) -> None:
        """Show only the claims in whose words every typed word is found."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange()

    def show_only(self, ids: frozenset[ClaimId] | None) -> None:
        """Show these claims, or all."""
        self.beginFilterChange()
        self._ids = ids
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        if not isinstance(model, ClaimsModel):
            return super().filterAcceptsRow(source_row, source_parent)
        if self._ids is not None and model.claims[source_row].id not in self._ids:
            return False
        return not self._words or model.has_words(source_row, self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        return bool(left.data(ClaimRole.SORT) < right.data(ClaimRole.SORT))
