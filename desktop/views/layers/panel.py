"""Layers and legend: which layers are drawn, how much of each, and what the symbols mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
from desktop.views.layers import symbols
from desktop.views.layers.symbols import Draw, LegendSymbol
from geodata.domain.layers import Layer


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A symbol and its words; a wide one takes the whole row."""

    draw: Draw
    words: str
    size: tuple[int, int] = (26, 22)
    is_wide: bool = False


_GROUND = (26, 16)
LEGEND: Mapping[Layer, tuple[LegendRow, ...]] = {
    Layer.ALIGNMENT: (
        LegendRow(symbols.ground("R"), "Russia", _GROUND),
        LegendRow(symbols.ground("W"), "West", _GROUND),
        LegendRow(symbols.ground("C"), "China", _GROUND),
        LegendRow(symbols.ground("I"), "Iran", _GROUND),
        LegendRow(symbols.ground("T"), "Türkiye", _GROUND),
        LegendRow(symbols.ground("N"), "non-aligned", _GROUND),
        LegendRow(symbols.ground("R", "W"), "sources differ", _GROUND),
        LegendRow(symbols.ground(None), "no claim", _GROUND),
        LegendRow(symbols.shift("W", "R"), "shift in the last 90 days", (64, 20), is_wide=True),
    ),
    Layer.TROOPS: (
        LegendRow(
            symbols.troops_range("US"),
            "disc low, ring high count; a tick for each source; area by count",
            (50, 50),
            is_wide=True,
        ),
        LegendRow(symbols.troops_unknown("RU"), "count unknown"),
        LegendRow(symbols.chevrons(), "leaving, to leave"),
        LegendRow(symbols.troops_gone("FR"), "gone"),
    ),
    Layer.BASES: (
        LegendRow(symbols.base("US", "operates"), "operates"),
        LegendRow(symbols.base("US", "to_close"), "to close"),
        LegendRow(symbols.base("US", "to_open"), "to open"),
        LegendRow(symbols.base("US", "closed"), "closed"),
        LegendRow(symbols.base("US", "suggested"), "to review", (26, 25)),
        LegendRow(symbols.reference_base(), "no claim"),
    ),
    Layer.REGIONS: (LegendRow(symbols.region(), "no agreed edges", (40, 20), is_wide=True),),
}


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
        self._hidden: frozenset[Layer] = frozenset()
        body = QWidget()
        body.setBackgroundRole(self.backgroundRole().Base)
        body.setAutoFillBackground(True)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._groups = {
            layer: LayerGroup(theme, layer.value.capitalize(), LEGEND[layer]) for layer in LEGEND
        }
        for layer, group in self._groups.items():
            group.toggled.connect(lambda is_on, layer=layer: self._on_toggled(layer, is_on))
            rows.addWidget(group)
        rows.addStretch(1)
        self.setWidget(body)

    @property
    def hidden(self) -> frozenset[Layer]:
        """The layers that are not drawn."""
        return self._hidden

    def set_hidden(self, hidden: frozenset[Layer]) -> None:
        """Show which layers are hidden, without telling anybody."""
        self._hidden = hidden
        for layer, group in self._groups.items():
            group.set_checked(layer not in hidden)

    def set_counts(self, drawn: Mapping[Layer, int], total: Mapping[Layer, int]) -> None:
        """
        Show how many marks of each layer there are.

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
        parent: Owner.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        title: str,
        legend: Sequence[LegendRow],
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
        self._texts = self._fill(legend)
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

    def _fill(self, legend: Sequence[LegendRow]) -> list[QLabel]:
        grid = QGridLayout(self._legend)
        grid.setContentsMargins(30, 0, 10, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        texts = []
        row, column = 0, 0
        for item in legend:
            symbol = LegendSymbol(self._theme, item.draw, QSize(*item.size))
            text = QLabel(item.words)
            text.setWordWrap(True)
            texts.append(text)
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
        return texts

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
        for text in (*self._texts, self._count):
            text.setFont(self._theme.font("small"))
            text.setStyleSheet(f"color: {ui.text2};")
        self._line.setStyleSheet(f"background: {ui.line};")
