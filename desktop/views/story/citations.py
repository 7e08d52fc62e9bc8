"""What a caption cites: each claim with its quote, outlet and date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.settings.theme import Theme

if TYPE_CHECKING:
    from geodata.services import Cited

_CLAIM = Qt.ItemDataRole.UserRole + 1


class CitationList(QListWidget):
    """
    The citations of one caption; Enter or a click shows the claim.

    Args:
        theme: Colours and fonts.
        parent: Owner.
    """

    claim_clicked = Signal(str)  # ClaimId

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cited: tuple[Cited, ...] = ()
        self.setAccessibleName("Cited claims")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.itemClicked.connect(self._on_chosen)
        self.itemActivated.connect(self._on_chosen)
        theme.changed.connect(self._fill)

    def set_cited(self, cited: Iterable[Cited]) -> None:
        """List other citations, in the order of their numbers."""
        wanted = tuple(cited)
        if wanted != self._cited:
            self._cited = wanted
            self._fill()

    def _fill(self) -> None:
        self.clear()
        self.setFont(self._theme.font("small"))
        for cited in self._cited:
            sign = "?" if cited.trouble else ""
            item = QListWidgetItem(f"[{cited.number}{sign}] {cited.words}")
            item.setToolTip(cited.words)
            item.setData(_CLAIM, cited.claim_id if cited.claim else "")
            if cited.trouble:
                item.setForeground(QColor(self._theme.colours.ui.error))
            self.addItem(item)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        if item.data(_CLAIM):
            self.claim_clicked.emit(item.data(_CLAIM))
