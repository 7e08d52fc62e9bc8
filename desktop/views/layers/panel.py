"""Layers and legend: which layers are drawn, how much of each, and what the symbols mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.theme import Theme
from desktop.views.layers.legend import LEGEND, RULES, LegendRow
from desktop.views.layers.symbols import LegendSymbol
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.layers import Mark


class LayersPanel(QScrollArea):
    """
    A group for each layer: a check box, its count, its legend.

    Args:
        theme: Colours, fonts, sizes.
        parent: Owner.
    """

    visibility_changed = Signal(object)  # frozenset[Layer] that are hidden

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Layers and legend")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hidden: frozenset[Layer] = OFF_AT_FIRST
        body = QWidget()
        body.setBackgroundRole(self.backgroundRole().Base)
        body.setAutoFillBackground(True)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._groups = {
            layer: LayerGroup(theme, layer.value.capitalize(), LEGEND[layer], RULES.get(layer, ""))
            for layer in LEGEND
        }
        for layer, group in self._groups.items():
            group.toggled.connect(lambda is_on, layer=layer: self._on_toggled(layer, is_on))
            rows.addWidget(group)
        rows.addStretch(1)
        self.setWidget(body)
        self.set_hidden(OFF_AT_FIRST)

    @property
    def hidden(self) -> frozenset[Layer]:
        """The layers that are not drawn."""
        return self._hidden

    def set_hidden(self, hidden: frozenset[Layer]) -> None:
        """Show which layers are hidden, without telling anybody."""
        self._hidden = hidden
        for layer, group in self._groups.items():
            group.set_checked(layer not in hidden)

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Let the legend follow the date: what none of these marks shows is faint."""
        drawn = tuple(marks)
        for group in self._groups.values():
            group.set_marks(drawn)

    def set_counts(self, drawn: Mapping[Layer, int], total: Mapping[Layer, int]) -> None:
        """
        Show how many things of each layer there are.

        Args:
            drawn: On the map of this date.
            total: In the project.
        """
        for layer, group in self._groups.items():
            group.set_count(drawn.get(layer, 0), total.get(layer, 0))

    def _on_toggled(self, layer: Layer, is_on: bool) -> None:
        self._hidden = self._hidden - {layer} if is_on else self._hidden | {layer}
        self.visibility_changed.emit(self._hidden)


class LayerGroup(QWidget):
    """
    One layer: fold, check box, count, and the legend below.

    Args:
        theme: Colours, fonts, sizes.
        title: Name of the layer.
        legend: Its symbols.
        rule: How what is drawn follows from the claims, where that is not plain.
        parent: Owner.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        title: str,
        legend: Sequence[LegendRow],
        rule: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._fold = QToolButton()
        self._fold.setCheckable(True)
        self._fold.setChecked(True)
        self._fold.setIconSize(QSize(14, 14))
        self._fold.setProperty("role", "fold")
        self._check = QCheckBox(title)
        self._check.setChecked(True)
        self._count = QLabel("none")
        self._drawn = self._total = 0
        self._legend = QWidget()
        self._rows: list[tuple[LegendRow, LegendSymbol, QLabel]] = []
        self._absent: frozenset[int] = frozenset()
        self._rule = QLabel(rule)
        self._fill(legend)
        self._line = QFrame()
        self._line.setFixedHeight(1)
        self._lay_out()
        self._fold.toggled.connect(self._on_folded)
        self._check.toggled.connect(self._say_count)
        self._check.toggled.connect(self.toggled)
        theme.changed.connect(self._colour)
        self._colour()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 2, 10, 2)
        head.setSpacing(4)
        head.addWidget(self._fold)
        head.addWidget(self._check, 1)
        head.addWidget(self._count)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._legend)
        rows.addWidget(self._line)

    def _fill(self, legend: Sequence[LegendRow]) -> None:
        grid = QGridLayout(self._legend)
        grid.setContentsMargins(30, 0, 10, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        row, column = 0, 0
        for item in legend:
            symbol = LegendSymbol(self._theme, item.draw, QSize(*item.size))
            text = QLabel(item.words)
            text.setWordWrap(True)
            self._rows.append((item, symbol, text))
            if item.is_wide:
                row += 1 if column else 0
                pair = QHBoxLayout()
                pair.setSpacing(8)
                pair.addWidget(symbol)
                pair.addWidget(text, 1)
                grid.addLayout(pair, row, 0, 1, 4)
                row, column = row + 1, 0
                continue
            grid.addWidget(symbol, row, column, Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(text, row, column + 1)
            row, column = (row + 1, 0) if column else (row, 2)
        if self._rule.text():
            self._rule.setWordWrap(True)
            grid.addWidget(self._rule, row + 1, 0, 1, 4)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Make faint what none of the marks shows."""
        absent = frozenset(
            at for at, (row, _, _) in enumerate(self._rows) if not row.is_among(marks)
        )
        if absent != self._absent:
            self._absent = absent
            for at, (_, symbol, text) in enumerate(self._rows):
                symbol.set_faint(at in absent)
                text.setToolTip("Not on the map on this date" if at in absent else "")
            self._colour()

    def set_checked(self, is_on: bool) -> None:
        """Show whether the layer is drawn, without telling anybody."""
        self._check.blockSignals(True)
        self._check.setChecked(is_on)
        self._check.blockSignals(False)
        self._say_count()

    def set_count(self, drawn: int, total: int) -> None:
        """Show how many marks are drawn, of how many in the project."""
        self._drawn, self._total = drawn, total
        self._say_count()

    def _say_count(self) -> None:
        drawn, total = self._drawn, self._total
        words = f"{drawn} of {total}" if total else "none"
        tip = f"{drawn} on the map on this date, {total} in all" if total else ""
        if total and not self._check.isChecked():
            words, tip = "hidden", f"Not drawn while its box is off, {total} in all"
        self._count.setText(words)
        self._count.setToolTip(tip)
        self._check.setAccessibleDescription(words)

    def _on_folded(self, is_open: bool) -> None:
        self._legend.setVisible(is_open)
        self._colour()

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        is_open = self._fold.isChecked()
        self._fold.setIcon(self._theme.icon("chevron-down" if is_open else "chevron-right"))
        words = "Fold the legend of" if is_open else "Show the legend of"
        self._fold.setAccessibleName(f"{words} {self._title}")
        self._fold.setToolTip(f"{words} {self._title}")
        self._check.setFont(self._theme.font("body_strong"))
        for text in (*(text for _, _, text in self._rows), self._rule, self._count):
            text.setFont(self._theme.font("small"))
            text.setStyleSheet(f"color: {ui.text2};")
        for at in self._absent:
            self._rows[at][2].setStyleSheet(f"color: {ui.text3};")
        self._line.setStyleSheet(f"background: {ui.line};")
