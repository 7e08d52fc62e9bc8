"""The opened claim: its fields, what backs it, and every claim behind a clicked mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.theme import Theme
from desktop.views.badge import Badge
from desktop.views.claims.fields import claim_fields, summary
from desktop.wording.naming import Wording
from desktop.wording.words import plural
from geodata.domain.claims import Claim, ClaimId
from geodata.domain.documents import DocumentId
from geodata.domain.origins import Origin
from geodata.timeline import sources_words

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class ClaimCard(QScrollArea):
    """
    Shows one claim, or a mark with all its claims.

    Args:
        theme: Colours and fonts.
        wording: Puts claims into words.
        parent: Owner.
    """

    claim_clicked = Signal(str)  # ClaimId

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = wording
        self._numbers: Mapping[DocumentId, int] = {}
        self._origins: tuple[Origin, ...] = ()
        self._mark_words = ""
        self._behind: tuple[Claim, ...] = ()
        self._beside: tuple[Claim, ...] = ()
        self._claim: Claim | None = None
        self._backing: tuple[Claim, ...] = ()
        self.setAccessibleName("The opened claim")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._fill)
        self._fill()

    def set_sources(
        self, numbers: Mapping[DocumentId, int], origins: Sequence[Origin] = ()
    ) -> None:
        """Say which number each source has, and which claims seem to be one telling."""
        self._numbers = numbers
        self._origins = tuple(origins)

    def show_claim(self, claim: Claim | None, backing: Sequence[Claim]) -> None:
        """
        Open a claim, or close the card.

        Args:
            claim: Which one.
            backing: All claims that tell the same, itself among them.
        """
        self._claim, self._backing = claim, tuple(backing)
        if claim and claim not in (*self._behind, *self._beside):
            self._behind, self._beside, self._mark_words = (), (), ""
        self._fill()

    @property
    def claim(self) -> Claim | None:
        """The claim that is open."""
        return self._claim

    def restate(self, claim_of: Callable[[ClaimId], Claim | None]) -> None:
        """Show what is open as its claims stand now."""

        def now(claim: Claim) -> Claim:
            return claim_of(claim.id) or claim

        if self._claim is not None:
            self._claim = now(self._claim)
        self._behind = tuple(now(claim) for claim in self._behind)
        self._beside = tuple(now(claim) for claim in self._beside)
        self._backing = tuple(now(claim) for claim in self._backing)
        self._fill()

    def show_mark(self, words: str, claims: Sequence[Claim], beside: Sequence[Claim] = ()) -> None:
        """Show a mark in words, with every claim behind it, and those that speak of it too."""
        self._mark_words, self._behind, self._beside = words, tuple(claims), tuple(beside)
        self._fill()

    def _fill(self) -> None:
        body = QWidget()
        body.setObjectName("card")
        body.setStyleSheet(f"#card {{ background: {self._theme.colours.ui.raised}; }}")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(4)
        if self._behind:
            self._add_mark(rows)
        if self._claim:
            self._add_claim(rows, self._claim)
        rows.addStretch(1)
        # One of its buttons may be what is being pressed just now.
        former = self.takeWidget()
        if former is not None:
            former.hide()
            former.deleteLater()
        self.setWidget(body)
        self.setVisible(bool(self._claim or self._behind))

    def _add_mark(self, rows: QVBoxLayout) -> None:
        rows.addWidget(self._text(self._mark_words, "body_strong"))
        rows.addWidget(
            self._text(f"{plural(len(self._behind), 'claim')} behind this mark", "small")
        )
        sources = sources_words(self._behind, self._origins)
        if "origin" in sources:
            rows.addWidget(self._text(sources, "small"))
        for claim in self._behind:
            rows.addWidget(self._behind_row(claim))
        if self._beside:
            also = self._text("Also spoken of, but not what the mark rests on", "small")
            rows.addWidget(also)
        for claim in self._beside:
            rows.addWidget(self._behind_row(claim))
        if self._claim:
            line = QFrame()
            line.setFixedHeight(1)
            line.setStyleSheet(f"background: {self._theme.colours.ui.line};")
            rows.addSpacing(4)
            rows.addWidget(line)
            rows.addSpacing(4)

    def _behind_row(self, claim: Claim) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Badge(self._theme, self._numbers.get(claim.document_id, 0)))
        button = ElidingButton(summary(claim, self._wording))
        button.setChecked(claim == self._claim)
        button.clicked.connect(lambda: self.claim_clicked.emit(claim.id))
        line.addWidget(button, 1)
        return row

    def _add_claim(self, rows: QVBoxLayout, claim: Claim) -> None:
        rows.addWidget(self._text(self._wording.claim(claim), "body_strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 66)
        for row, field in enumerate(claim_fields(claim)):
            quote = f"  “{field.quote}”" if field.quote else ""
            self._add_field(grid, row, field.name, self._text(field.words + quote, "label"))
        self._add_field(grid, grid.rowCount(), "Backed by", self._sources())
        if reason := self._one_telling(claim):
            self._add_field(grid, grid.rowCount(), "Origin", self._text(reason, "label"))
        rows.addLayout(grid)
        if claim.reasons:
            rows.addSpacing(4)
            rows.addWidget(
                self._text(f"Confidence {claim.confidence:.0%}, because", "label", is_weak=True)
            )
            for reason in claim.reasons:
                rows.addWidget(self._text(f"– {reason}", "label"))

    def _add_field(self, grid: QGridLayout, row: int, name: str, value: QWidget) -> None:
        label = self._text(name, "label", is_weak=True)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)

    def _one_telling(self, claim: Claim) -> str:
        """Return why this claim and others seem to be one telling, or nothing."""
        for origin in self._origins:
            if claim.id in origin.claims:
                numbers = sorted(self._numbers.get(key, 0) for key in origin.document_ids)
                listed = ", ".join(str(number) for number in numbers)
                return f"Perhaps one telling in articles {listed}: {origin.reason}"
        return ""

    def _sources(self) -> QWidget:
        documents = list(dict.fromkeys(claim.document_id for claim in self._backing))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(5)
        for document_id in sorted(documents, key=lambda d: self._numbers.get(d, 0)):
            line.addWidget(Badge(self._theme, self._numbers.get(document_id, 0)))
        line.addWidget(self._text(sources_words(self._backing, self._origins), "label"))
        line.addStretch(1)
        return row

    def _text(self, words: str, role: str, *, is_weak: bool = False) -> QLabel:
        label = QLabel(words)
        # Quotes and names come out of documents: they must never be read as markup.
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(self._theme.font(role))
        label.setTextInteractionFlags(_SELECTABLE)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if is_weak:
            label.setStyleSheet(f"color: {self._theme.colours.ui.text2};")
        return label

    def sizeHint(self) -> QSize:
        return QSize(300, 190)


class ElidingButton(QPushButton):
    """
    A row of words that opens what it names; cut at the right where it is too long.

    Args:
        words: The whole words.
        parent: Owner.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("role", "row")
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setToolTip(f"{words}\n\nOpens the sentence behind it")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 14
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        # An ampersand would become a mnemonic.
        self.setText(cut.replace("&", "&&"))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())
