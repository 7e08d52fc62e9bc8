"""The claims as a Qt table: the map's twin for those who read rather than look."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from operator import is_
from time import perf_counter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from desktop.wording.naming import Wording, claim_when
from desktop.wording.terms import SURE
from desktop.wording.words import date_words
from geodata.domain.claims import Claim, ClaimId, Review
from geodata.written_days import day_style

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns of the table."""

    REVIEW = 0
    KIND = 1
    CLAIM = 2
    WHEN = 3
    CONFIDENCE = 4


class ClaimRole(IntEnum):
    """What the delegate and the panel ask for."""

    CLAIM = Qt.ItemDataRole.UserRole + 1


HEADERS = ("Review", "Kind", "Claim", "When", "Sure")
REVIEW_WORDS = {
    Review.SUGGESTED: "to review",
    Review.ACCEPTED: "accepted",
    Review.EDITED: "edited",
    Review.REJECTED: "rejected",
}
_REVIEW_ORDER = {review: at for at, review in enumerate(Review)}
# While nobody waits claims are put into words ahead of the first search, a little at a time.
_AHEAD_EVERY_MS, _AHEAD_FOR_S = 25, 0.004
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClaimsModel(QAbstractTableModel):
    """
    One row a claim that is listed, of all that there are.

    It lists and sorts by itself: a proxy model would ask Python twice a claim at every change.

    Args:
        wording: Puts claims into words.
        parent: Owner.
    """

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._claims: tuple[Claim, ...] = ()
        self._at: dict[ClaimId, int] = {}
        self._listed: list[int] = []
        self._is_wanted: Callable[[Claim], bool] | None = None
        self._words: tuple[str, ...] = ()
        self._said: dict[ClaimId, tuple[Claim, str]] = {}
        self._style = day_style()
        self._ahead = QTimer(self)
        self._ahead.setInterval(_AHEAD_EVERY_MS)
        self._ahead.timeout.connect(self._go_ahead)
        self._next = 0
        self._effects: Mapping[ClaimId, float] = {}
        self._order: tuple[Column, Qt.SortOrder] | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in their order."""
        return self._claims

    def set_claims(
        self, claims: Sequence[Claim], effects: Mapping[ClaimId, float] | None = None
    ) -> None:
        """
        Hold other claims.

        Args:
            claims: All of the project.
            effects: How much of the map rests on each; the first column sorts by it.
        """
        new = tuple(claims)
        if self._holds(new) and self._style is day_style():
            # The map has caught up with a decision: only what rests on them is told anew.
            self._effects = effects or {}
            self._relist()
            return
        self.beginResetModel()
        self._claims = new
        self._at = {claim.id: at for at, claim in enumerate(self._claims)}
        self._keep_said()
        self._effects = effects or {}
        self._listed = self._wanted_now()
        self.endResetModel()

    def _holds(self, claims: Sequence[Claim]) -> bool:
        return len(claims) == len(self._claims) and all(map(is_, claims, self._claims))

    def restate(self, claims: Sequence[Claim]) -> bool:
        """
        Hold the same claims as they stand now; the rows stay until `list_only` is called.

        Returns:
            Whether that could be done; where claims came or went, nothing is changed.
        """
        new = tuple(claims)
        if len(new) != len(self._claims) or any(
            old.id != now.id for old, now in zip(self._claims, new, strict=True)
        ):
            return False
        changed = {at for at, old in enumerate(self._claims) if old is not new[at]}
        self._claims = new
        for row in [row for row, at in enumerate(self._listed) if at in changed]:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        return True

    def list_only(self, is_wanted: Callable[[Claim], bool] | None, words: str = "") -> bool:
        """
        List the claims that are wanted and hold every one of some words.

        Returns:
            Whether other rows are listed than before; then every row is a new one.
        """
        self._is_wanted, self._words = is_wanted, tuple(words.casefold().split())
        return self._relist()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the articles."""
        self._order = None if column < 0 else (Column(column), order)
        self._relist()

    def having(self, words: str) -> Sequence[Claim]:
        """Return all claims, listed or not, that hold every one of some words."""
        wanted = tuple(words.casefold().split())
        if not wanted:
            return self._claims
        return [claim for claim in self._claims if self._has(claim, wanted)]

    def claim_at(self, row: int) -> Claim | None:
        """Return the claim of a row, or None outside the list."""
        return self._claims[self._listed[row]] if 0 <= row < len(self._listed) else None

    def claim(self, claim_id: ClaimId) -> Claim | None:
        """Return a claim by its id, listed or not, or None."""
        at = self._at.get(claim_id)
        return None if at is None else self._claims[at]

    def row_of(self, claim_id: ClaimId) -> int | None:
        """Return the row of a claim, or None where it is not listed."""
        at = self._at.get(claim_id)
        return self._listed.index(at) if at is not None and at in self._listed else None

    def _relist(self) -> bool:
        new = self._wanted_now()
        if new == self._listed:
            return False
        self.beginResetModel()
        self._listed = new
        self.endResetModel()
        return True

    def _wanted_now(self) -> list[int]:
        wanted, words, claims = self._is_wanted, self._words, self._claims
        listed = [
            at
            for at, claim in enumerate(claims)
            if (wanted is None or wanted(claim)) and (not words or self._has(claim, words))
        ]
        if self._order is not None:
            column, order = self._order
            is_down = order == Qt.SortOrder.DescendingOrder
            listed.sort(key=lambda at: self._sort_key(claims[at], column), reverse=is_down)
        return listed

    def _has(self, claim: Claim, words: Sequence[str]) -> bool:
        said = self._words_said(claim)
        return all(word in said for word in words)

    def _words_said(self, claim: Claim) -> str:
        said = self._said.get(claim.id)
        # A decision makes another claim of the same id.
        if said is None or said[0] is not claim:
            said = self._said[claim.id] = (claim, self._words_of(claim))
        return said[1]

    def _keep_said(self) -> None:
        """Keep the words of claims that are still there, and make the others ahead of a search."""
        before = self._said if self._style is day_style() else {}
        self._style = day_style()
        self._said = {key: before[key] for key in self._at if key in before}
        self._next = 0
        self._ahead.start()

    def _go_ahead(self) -> None:
        until = perf_counter() + _AHEAD_FOR_S
        while self._next < len(self._claims) and perf_counter() < until:
            self._words_said(self._claims[self._next])
            self._next += 1
        if self._next >= len(self._claims):
            self._ahead.stop()

    def _words_of(self, claim: Claim) -> str:
        return " ".join(
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

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._listed)

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
            return SURE if section == Column.CONFIDENCE else HEADERS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = section == Column.CONFIDENCE
            return (
                _RIGHT if is_number else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        claim, column = self._claims[self._listed[index.row()]], Column(index.column())
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
        return None

    def _shown(self, claim: Claim, column: Column) -> str:
        if column is Column.CLAIM:
            return self._wording.claim(claim)
        if column is Column.WHEN:
            return claim_when(claim)
        return f"{claim.confidence * 100:.0f} %" if column is Column.CONFIDENCE else ""

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
            Column.REVIEW: (_REVIEW_ORDER[claim.review], -self._effects.get(claim.id, 0.0)),
            Column.KIND: (claim.kind.value,),
            Column.CLAIM: (self._wording.claim(claim).casefold(),),
            Column.WHEN: (when or date.max,),
            Column.CONFIDENCE: (claim.confidence,),
        }
        return keys[column]
