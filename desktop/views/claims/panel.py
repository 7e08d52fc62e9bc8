"""The claims panel: tabs, the table, and the opened claim below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
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

from desktop.models.claims_model import ClaimRole, ClaimsModel, Column
from desktop.settings.theme import Theme
from desktop.views.claims.alike import told_alike
from desktop.views.claims.card import ClaimCard
from desktop.views.claims.deciding import DecidingBar
from desktop.views.claims.delegate import ClaimDelegate
from desktop.views.claims.tabs import NO_ARTICLES, Tab, counts_of, empty_words, next_open, wanted_in
from desktop.views.hint import Hint
from desktop.wording.naming import Wording
from geodata.domain.claims import Claim, ClaimId, Review
from geodata.domain.documents import DocumentId
from geodata.domain.facts import Fact
from geodata.domain.origins import Origin

_KEPT_SELECTION = 200


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
    claim_shown = Signal(str)  # ClaimId: opened after a decision, not picked
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
        self._facts: Sequence[Fact] = ()
        self._counted: tuple[object, ...] = ()
        self._model = ClaimsModel(wording, self)
        self._table = QTableView()
        self._card = ClaimCard(theme, wording)
        self._deciding = DecidingBar(theme)
        self._hint = Hint(theme, "format-list-checks", "No claims here", NO_ARTICLES)
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
        table.setModel(self._model)
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
            (Column.WHEN, metrics.horizontalAdvance("by 20 May 2024") + 18),
            (Column.CONFIDENCE, metrics.horizontalAdvance("100 %") + 14),
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
        effects: Mapping[ClaimId, float] | None = None,
    ) -> None:
        """
        List other claims.

        Args:
            claims: All of the project.
            numbers: Which number each source has.
            facts: Which claims speak of the same thing.
            origins: Which claims seem to be one telling.
            effects: How much of the map rests on each claim.
        """
        self._facts = facts
        self._has_articles = bool(numbers)
        self._card.set_sources(numbers, origins)
        chosen, current = self.chosen, self.current
        opened = self._card.claim
        with_signals = self._table.selectionModel()
        with_signals.blockSignals(True)
        self._model.set_claims(claims, effects)
        with_signals.blockSignals(False)
        self._card.show_mark("", ())
        # The map has caught up with a decision: who reviews stays where they are.
        self._open(self._model.claim(opened.id) if opened else None)
        self._refilter()
        with_signals.blockSignals(True)
        self._select_again(chosen, current)
        with_signals.blockSignals(False)

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
            self._card.restate(self._model.claim)
            self._deciding.show_claim(self._card.claim)
            self._refilter()
        return is_same

    @property
    def chosen(self) -> tuple[ClaimId, ...]:
        """The claims that are selected in the table, in its order, else the one that is open."""
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        claims = [claim for row in rows if (claim := self._model.claim_at(row))]
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
            # The map stays on its day: what the decision changed is to be seen there.
            self.open_claim(after)
            self.claim_shown.emit(after)

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
        """Open the next claim of the list, or the one before; from an article go on to another."""
        row = self._table.currentIndex().row()
        wanted = row + way if row >= 0 else 0
        claim = self._model.claim_at(wanted)
        if claim is None and way > 0 and self._tab is Tab.ARTICLE:
            claim = next_open(self._model.claims, self._document_id)
        if claim is not None:
            self._on_clicked(claim.id)

    def focus_search(self) -> None:
        """Let words be typed that the claims listed must hold."""
        self._search.setFocus()
        self._search.selectAll()

    def find_words(self, words: str) -> None:
        """List only the claims that hold all of these words."""
        self._search.setText(words)

    def _after(self, chosen: frozenset[ClaimId]) -> ClaimId | None:
        """Return the first claim below the chosen ones, else the last above them."""
        rows = range(self._model.rowCount())
        claims = [claim for row in rows if (claim := self._model.claim_at(row))]
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
        else:
            self._refilter()

    def show_frame(self, claim_ids: frozenset[ClaimId]) -> None:
        """Say which claims are on the map of this date."""
        if claim_ids != self._on_map:
            self._on_map = claim_ids
            self._refilter()

    def show_tab(self, tab: Tab) -> None:
        """List the claims of a tab."""
        self._tab = tab
        self._tabs.button(list(Tab).index(tab)).setChecked(True)
        self._refilter()

    def open_claim(self, claim_id: ClaimId | None) -> None:
        """Select and open a claim, without telling anybody; None closes the card."""
        claim = self._model.claim(claim_id) if claim_id else None
        selection = self._table.selectionModel()
        selection.blockSignals(True)
        if claim is None:
            self._table.clearSelection()
            self._open(None)
        else:
            self._select(claim)
        selection.blockSignals(False)
        self._table.viewport().update()

    def open_mark(self, words: str, claims: Sequence[Claim], beside: Sequence[Claim] = ()) -> None:
        """Show a mark in words, with every claim behind it; an empty list closes it."""
        self._open(None)
        self._card.show_mark(words, claims, beside)

    def _select(self, claim: Claim) -> None:
        row = self._model.row_of(claim.id)
        if row is None:
            self.show_tab(Tab.ALL)
            row = self._model.row_of(claim.id)
        if row is not None:
            index = self._model.index(row, Column.CLAIM)
            self._table.setCurrentIndex(index)
            self._table.selectRow(row)
            self._table.scrollTo(index)
        self._open(claim)

    def _open(self, claim: Claim | None) -> None:
        told = () if claim is None else told_alike(claim, self._facts)
        alike = tuple(self._model.claim(other.id) or other for other in told)
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

    def _refilter(self) -> None:
        # A claim that leaves the tab stays open in the card; nobody chose another one.
        chosen, current = self.chosen, self.current
        words = self._search.text()
        selection = self._table.selectionModel()
        selection.blockSignals(True)
        is_wanted = wanted_in(self._tab, self._document_id, self._on_map)
        if self._model.list_only(is_wanted, words):
            self._select_again(chosen, current)
        selection.blockSignals(False)
        self._show_counts()
        has_claims = bool(self._model.claims)
        self._hint.set_words(
            empty_words(
                self._tab,
                has_articles=self._has_articles,
                has_claims=has_claims,
                is_muted=self._is_muted,
                is_searching=bool(words.strip()),
            )
        )
        is_empty = self._model.rowCount() == 0
        self._stack.setCurrentWidget(self._hint if is_empty else self._table)

    def _select_again(self, chosen: Sequence[ClaimId], current: ClaimId | None) -> None:
        selection, flags = self._table.selectionModel(), QItemSelectionModel.SelectionFlag
        for claim_id in chosen[:_KEPT_SELECTION]:
            row = self._model.row_of(claim_id)
            if row is not None:
                selection.select(self._model.index(row, 0), flags.Select | flags.Rows)
        row = None if current is None else self._model.row_of(current)
        if row is not None:
            selection.setCurrentIndex(self._model.index(row, Column.CLAIM), flags.NoUpdate)

    def _show_counts(self) -> None:
        found = self._model.having(self._search.text())
        of_what = (found, self._document_id, self._on_map, self._tab)
        if found is self._model.claims and of_what == self._counted:
            return
        self._counted = of_what
        counts = counts_of(found, self._document_id, self._on_map)
        for at, tab in enumerate(Tab):
            button = self._tabs.button(at)
            button.setText(f"{tab.value} {counts[tab]}")
            if tab is Tab.UNPLACED:
                button.setVisible(counts[tab] > 0 or self._tab is tab)
