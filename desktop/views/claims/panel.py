"""The claims panel: tabs, the table, and the opened claim below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.claims_model import ClaimRole, ClaimsFilter, ClaimsModel, Column
from desktop.settings.theme import Theme
from desktop.views.claims.card import ClaimCard
from desktop.views.claims.deciding import DecidingBar
from desktop.views.claims.delegate import ClaimDelegate
from desktop.views.hint import Hint
from desktop.wording.naming import Wording
from geodata.domain.claims import Claim, ClaimId, Review
from geodata.domain.documents import DocumentId
from geodata.domain.facts import Fact
from geodata.domain.origins import Origin


class Tab(StrEnum):
    """Which claims are listed."""

    ARTICLE = "This article"
    REVIEW = "To review"
    MAP = "On the map"
    UNPLACED = "Unplaced"
    ALL = "All"


_NO_ARTICLES = "Open articles to see what they claim."
_NO_CLAIMS = "No base, troop or alignment claim could be read in what is open."
_IS_MUTED = "This source is muted, so its claims are left out. Press M or S again to hear it."
_EMPTY = {
    Tab.ARTICLE: "This article makes no claim that could be read. All lists those of the others.",
    Tab.REVIEW: "Every claim is reviewed. All lists them.",
    Tab.MAP: "Nothing is on the map on this date. Move the date, or choose All.",
    Tab.UNPLACED: "Every claim has a place or a country.",
    Tab.ALL: _NO_CLAIMS,
}


class ClaimsPanel(QWidget):
    """
    Lists claims and opens one.

    Args:
        theme: Colours, fonts, sizes.
        wording: Puts claims into words.
        parent: Owner.
    """

    claim_selected = Signal(str)  # ClaimId
    review_asked = Signal(object, object)  # tuple[ClaimId, ...], Review
    edit_asked = Signal(str)  # ClaimId
    join_asked = Signal(object)  # tuple[ClaimId, ...]
    part_asked = Signal(object)  # tuple[ClaimId, ...]

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document_id: DocumentId | None = None
        self._is_muted = False
        self._has_articles = False
        self._on_map: frozenset[ClaimId] = frozenset()
        self._tab = Tab.ALL
        self._has_chosen_tab = False
        self._alike: dict[ClaimId, tuple[Claim, ...]] = {}
        self._model = ClaimsModel(wording, self)
        self._filter = ClaimsFilter(self)
        self._filter.setSourceModel(self._model)
        self._table = QTableView()
        self._card = ClaimCard(theme, wording)
        self._deciding = DecidingBar(theme)
        self._hint = Hint(theme, "format-list-checks", "No claims here", _NO_ARTICLES)
        self._tabs = QButtonGroup(self)
        self._search = QLineEdit()
        self._search.setPlaceholderText("Find in claims: country, place, kind, accepted …")
        self._search.setAccessibleName("Find in claims")
        self._search.setClearButtonEnabled(True)
        self._set_up_table()
        self._lay_out()
        self._table.selectionModel().currentRowChanged.connect(self._on_current)
        self._search.textChanged.connect(self._refilter)
        self._card.claim_clicked.connect(self._on_clicked)
        self._deciding.review_asked.connect(self.review)
        self._deciding.edit_asked.connect(self.edit)
        theme.changed.connect(self._table.viewport().update)
        self._refilter()

    def _set_up_table(self) -> None:
        table, sizes = self._table, self._theme.tokens.size
        table.setModel(self._filter)
        table.setItemDelegate(ClaimDelegate(self._theme, table))
        table.setAccessibleName("Claims")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSortingEnabled(True)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(sizes.table_row)
        head = table.horizontalHeader()
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setHighlightSections(False)
        head.setFixedHeight(sizes.table_header)
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.CLAIM, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(Column.WHEN, QHeaderView.ResizeMode.Interactive)
        table.setFont(self._theme.font("label"))
        head.setFont(self._theme.font("small"))
        metrics = table.fontMetrics()
        for column, width in (
            (Column.REVIEW, 26),
            (Column.KIND, 24),
            (Column.WHEN, metrics.horizontalAdvance("by 20 May 2024") + 10),
            (Column.CONFIDENCE, metrics.horizontalAdvance("Conf.") + 14),
        ):
            head.resizeSection(column, width)

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setContentsMargins(10, 8, 10, 8)
        tabs.setSpacing(6)
        for at, tab in enumerate(Tab):
            button = QPushButton(tab.value)
            button.setCheckable(True)
            button.setProperty("role", "tab")
            self._tabs.addButton(button, at)
            tabs.addWidget(button)
        tabs.addStretch(1)
        self._tabs.button(list(Tab).index(self._tab)).setChecked(True)
        self._tabs.idClicked.connect(self._on_tab_clicked)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._table)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(4)
        split.addWidget(stack)
        split.addWidget(self._card)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(tabs)
        find = QHBoxLayout()
        find.setContentsMargins(10, 0, 10, 8)
        find.addWidget(self._search)
        rows.addLayout(find)
        rows.addWidget(split, 1)
        rows.addWidget(self._deciding)

    @property
    def tab(self) -> Tab:
        """Which claims are listed."""
        return self._tab

    @property
    def current(self) -> ClaimId | None:
        """The claim that is selected in the table."""
        claim: Claim | None = self._table.currentIndex().data(ClaimRole.CLAIM)
        return claim.id if claim else None

    def set_claims(
        self,
        claims: Sequence[Claim],
        numbers: Mapping[DocumentId, int],
        facts: Sequence[Fact] = (),
        origins: Sequence[Origin] = (),
    ) -> None:
        """
        List other claims.

        Args:
            claims: All of the project.
            numbers: Which number each source has.
            facts: Which claims speak of the same thing.
            origins: Which claims seem to be one telling.
        """
        self._alike = {claim.id: fact.claims for fact in facts for claim in fact.claims}
        self._has_articles = bool(numbers)
        self._card.set_sources(numbers, origins)
        with_signals = self._table.selectionModel()
        with_signals.blockSignals(True)
        self._model.set_claims(claims)
        with_signals.blockSignals(False)
        self._card.show_mark("", ())
        self._open(None)
        self._refilter()

    def restate_claims(self, claims: Sequence[Claim]) -> bool:
        """
        Show the same claims as they stand now; selection and opened claim stay.

        Returns:
            Whether they are the same ones; else `set_claims` is needed.
        """
        selection = self._table.selectionModel()
        selection.blockSignals(True)
        is_same = self._model.restate(claims)
        selection.blockSignals(False)
        if is_same:
            by_id = {claim.id: claim for claim in claims}
            self._alike = {
                claim_id: tuple(by_id.get(claim.id, claim) for claim in alike)
                for claim_id, alike in self._alike.items()
            }
            self._card.restate(by_id)
            self._deciding.show_claim(self._card.claim)
            self._refilter()
        return is_same

    @property
    def chosen(self) -> tuple[ClaimId, ...]:
        """The claims that are selected in the table, in its order, else the one that is open."""
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        claims = [self._filter.index(row, 0).data(ClaimRole.CLAIM) for row in rows]
        if claims:
            return tuple(claim.id for claim in claims)
        return () if self._card.claim is None else (self._card.claim.id,)

    def review(self, review: Review) -> None:
        """Ask to review the chosen claims, and go on to the next one in the list."""
        chosen = self.chosen
        if not chosen:
            return
        after = self._after(frozenset(chosen))
        self.review_asked.emit(chosen, review)
        if after is not None:
            self._on_clicked(after)

    def edit(self) -> None:
        """Ask to correct the claim that is open."""
        chosen = self.chosen
        if chosen:
            self.edit_asked.emit(chosen[0])

    def join(self) -> None:
        """Ask to make the chosen claims one thing."""
        self.join_asked.emit(self.chosen)

    def part(self) -> None:
        """Ask to take the chosen claims away from those they were read together with."""
        self.part_asked.emit(self.chosen)

    def step(self, way: int) -> None:
        """Open the next claim of the list, or the one before; at its ends nothing happens."""
        row = self._table.currentIndex().row()
        wanted = row + way if row >= 0 else 0
        claim = self._filter.index(wanted, 0).data(ClaimRole.CLAIM)
        if claim is not None:
            self._on_clicked(claim.id)

    def focus_search(self) -> None:
        """Let words be typed that the claims listed must hold."""
        self._search.setFocus()
        self._search.selectAll()

    def find(self, words: str) -> None:
        """List only the claims that hold all of these words."""
        self._search.setText(words)

    def _after(self, chosen: frozenset[ClaimId]) -> ClaimId | None:
        """Return the first claim below the chosen ones, else the last above them."""
        claims = [
            self._filter.index(row, 0).data(ClaimRole.CLAIM)
            for row in range(self._filter.rowCount())
        ]
        places = [at for at, claim in enumerate(claims) if claim.id in chosen]
        if not places:
            return None
        below = claims[places[-1] + 1 :]
        above = [claim for claim in claims[: places[0]] if claim.id not in chosen]
        nearest = below[0] if below else above[-1] if above else None
        return None if nearest is None else nearest.id

    def show_article(self, document_id: DocumentId | None, *, is_muted: bool = False) -> None:
        """Say which article `This article` means, and whether its claims are left out."""
        self._document_id = document_id
        self._is_muted = is_muted
        if document_id and not self._has_chosen_tab:
            self.show_tab(Tab.ARTICLE)
        self._refilter()

    def show_frame(self, claim_ids: frozenset[ClaimId]) -> None:
        """Say which claims are on the map of this date."""
        self._on_map = claim_ids
        self._refilter()

    def show_tab(self, tab: Tab) -> None:
        """List the claims of a tab."""
        self._tab = tab
        self._tabs.button(list(Tab).index(tab)).setChecked(True)
        self._refilter()

    def open_claim(self, claim_id: ClaimId | None) -> None:
        """Select and open a claim, without telling anybody; None closes the card."""
        row = self._model.row_of(claim_id) if claim_id else None
        selection = self._table.selectionModel()
        selection.blockSignals(True)
        if row is None:
            self._table.clearSelection()
            self._open(None)
        else:
            self._open_row(row)
        selection.blockSignals(False)
        self._table.viewport().update()

    def open_mark(self, words: str, claims: Sequence[Claim]) -> None:
        """Show a mark in words, with every claim behind it; an empty list closes it."""
        self._open(None)
        self._card.show_mark(words, claims)

    def _open_row(self, row: int) -> None:
        index = self._filter.mapFromSource(self._model.index(row, Column.CLAIM))
        if not index.isValid():
            self.show_tab(Tab.ALL)
            index = self._filter.mapFromSource(self._model.index(row, Column.CLAIM))
        self._table.setCurrentIndex(index)
        self._table.selectRow(index.row())
        self._table.scrollTo(index)
        self._open(self._model.claims[row])

    def _open(self, claim: Claim | None) -> None:
        alike = () if claim is None else self._alike.get(claim.id, (claim,))
        self._card.show_claim(claim, alike)
        self._deciding.show_claim(claim)

    def _on_tab_clicked(self, at: int) -> None:
        self._has_chosen_tab = True
        self.show_tab(list(Tab)[at])

    def _on_current(self, index: QModelIndex) -> None:
        claim: Claim | None = index.data(ClaimRole.CLAIM)
        if claim:
            self._open(claim)
            self.claim_selected.emit(claim.id)

    def _on_clicked(self, claim_id: str) -> None:
        self.open_claim(ClaimId(claim_id))
        self.claim_selected.emit(claim_id)

    def _ids_of(self, tab: Tab) -> frozenset[ClaimId] | None:
        if tab is Tab.ALL:
            return None
        if tab is Tab.MAP:
            return self._on_map
        if tab is Tab.UNPLACED:
            return frozenset(c.id for c in self._model.claims if not (c.place or c.host))
        if tab is Tab.REVIEW:
            return frozenset(c.id for c in self._model.claims if c.review is Review.SUGGESTED)
        return frozenset(c.id for c in self._model.claims if c.document_id == self._document_id)

    def _empty_words(self, *, has_claims: bool) -> str:
        if not self._has_articles:
            return _NO_ARTICLES
        if self._search.text().strip() and has_claims:
            return "No claim here has all these words. Clear the line to see the others."
        if self._tab is Tab.ARTICLE and self._is_muted:
            return _IS_MUTED
        return _EMPTY[self._tab] if has_claims else _NO_CLAIMS

    def _refilter(self) -> None:
        # A claim that leaves the tab stays open in the card; nobody chose another one.
        selection = self._table.selectionModel()
        selection.blockSignals(True)
        self._filter.show_only(self._ids_of(self._tab))
        self._filter.search(self._search.text())
        selection.blockSignals(False)
        known = {claim.id for claim in self._model.claims}
        for at, tab in enumerate(Tab):
            ids = self._ids_of(tab)
            number = len(known) if ids is None else len(ids & known)
            self._tabs.button(at).setText(f"{tab.value} {number}")
            if tab is Tab.UNPLACED:
                self._tabs.button(at).setVisible(number > 0 or self._tab is tab)
        self._hint.set_words(self._empty_words(has_claims=bool(known)))
        is_empty = self._filter.rowCount() == 0
        self._stack.setCurrentWidget(self._hint if is_empty else self._table)
