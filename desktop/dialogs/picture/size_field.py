"""Which size: a preset, or pixels of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from geodata.errors import InputError
from geodata.sheets import (
    CUSTOM,
    LEAST_DENSITY,
    LEAST_PX,
    MOST_DENSITY,
    MOST_PX,
    SHEETS,
    SLIDE,
    Sheet,
    custom_sheet,
)


class SizeField(QWidget):
    """
    A list of presets; below it width, height and density where the size is one's own.

    Args:
        parent: Owner.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presets = QComboBox()
        self.presets.setAccessibleName("Size")
        for sheet in SHEETS.values():
            self.presets.addItem(sheet.title, sheet.name)
        self.presets.addItem("Your own size…", CUSTOM)
        self.width_px = _pixels("Width in pixels", SLIDE.width_px)
        self.height_px = _pixels("Height in pixels", SLIDE.height_px)
        self.density = QDoubleSpinBox()
        self.density.setRange(LEAST_DENSITY, MOST_DENSITY)
        self.density.setSingleStep(0.25)
        self.density.setValue(1.0)
        self.density.setAccessibleName("Size of letters and symbols")
        self.density.setToolTip("The higher, the larger letters and symbols are in the picture")
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.width_px, QLabel("×"), self.height_px, QLabel("letters ×"), self.density):
            row.addWidget(part)
        row.addStretch(1)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(2 * self._told.fontMetrics().height())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.presets)
        box.addWidget(self._own)
        box.addWidget(self._told)
        self.presets.currentIndexChanged.connect(self._on_changed)
        for spin in (self.width_px, self.height_px, self.density):
            spin.valueChanged.connect(self._on_changed)
        self._on_changed()

    def sheet(self) -> Sheet | None:
        """Return the size, or None where it cannot be made."""
        name = self.presets.currentData()
        if name != CUSTOM:
            return SHEETS[name]
        try:
            return custom_sheet(self.width_px.value(), self.height_px.value(), self.density.value())
        except InputError:
            return None

    def set_sheet(self, sheet: Sheet) -> None:
        """Show a size."""
        if sheet.name == CUSTOM:
            self.width_px.setValue(sheet.width_px)
            self.height_px.setValue(sheet.height_px)
            self.density.setValue(sheet.density)
        self.presets.setCurrentIndex(max(0, self.presets.findData(sheet.name)))

    def _on_changed(self) -> None:
        self._own.setVisible(self.presets.currentData() == CUSTOM)
        self._told.setText(self._words())
        self.changed.emit()

    def _words(self) -> str:
        if self.presets.currentData() == CUSTOM:
            try:
                custom_sheet(self.width_px.value(), self.height_px.value(), self.density.value())
            except InputError as error:
                return str(error)
        sheet = self.sheet()
        assert sheet is not None
        return (
            f"{sheet.width_px:,} × {sheet.height_px:,} pixels, {sheet.dpi} an inch: "
            f"{sheet.width_mm:.0f} × {sheet.height_mm:.0f} mm in print"
        )


def _pixels(name: str, value: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(LEAST_PX, MOST_PX)
    spin.setSingleStep(10)
    spin.setValue(value)
    spin.setAccessibleName(name)
    spin.setKeyboardTracking(False)
    return spin
