"""The status bar: whether anything left this machine, how much there is, and where the map is."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget

from desktop.settings.theme import Theme
from desktop.wording.words import plural

# Metres a CSS pixel (1/96 inch) at the equator and zoom 0 of a 256 px web map, as a map scale:
# 2 pi 6378137 m / 256 px / (0.0254 m / 96 px).
_SCALE_AT_ZOOM_0 = 2 * math.pi * 6_378_137 / 256 / (0.0254 / 96)


class StatusBar(QStatusBar):
    """
    Words, and one button where marks of the day lie beyond the view.

    Args:
        theme: Icons, colours.
        parent: Owner.
    """

    show_all_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._refused = 0
        self._provider = ""
        self._icon = QLabel()
        self._offline = QLabel()
        self._counts = QLabel()
        self._marks = QLabel()
        self._elsewhere = QLabel()
        self._elsewhere.setContentsMargins(9, 0, 0, 0)
        self.show_all = QPushButton("Show")
        self.show_all.setObjectName("show-all")
        self.show_all.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_all.clicked.connect(self.show_all_asked)
        self._where = QLabel()
        self._scale = QLabel()
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._icon)
        row.addWidget(self._offline)
        row.addSpacing(14)
        row.addWidget(self._counts)
        row.addSpacing(14)
        row.addWidget(self._marks)
        row.addWidget(self._elsewhere)
        row.addWidget(self.show_all)
        self.addWidget(left)
        for label in (self._where, self._scale):
            label.setContentsMargins(6, 0, 6, 0)
            self.addPermanentWidget(label)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(24)
        theme.changed.connect(self._colour)
        self.set_refused(0)
        self.set_elsewhere(0)

    @property
    def words(self) -> str:
        """All that it says, for tests and assistive tools."""
        labels = (
            *(self._offline, self._counts, self._marks),
            *(self._elsewhere, self._where, self._scale),
        )
        return " | ".join(label.text() for label in labels if label.text())

    def set_refused(self, number: int) -> None:
        """Say how many requests were refused."""
        self._refused = number
        self._say_connection()

    def set_online(self, provider: str) -> None:
        """Say from whom map tiles are fetched; empty when nothing leaves this machine."""
        self._provider = provider
        self._say_connection()

    def _say_connection(self) -> None:
        refused = f"{plural(self._refused, 'request')} refused" if self._refused else ""
        if self._provider:
            words = f"Online: map tiles from {self._provider}, requests leave this machine"
            tip = (
                f"{self._provider} is told which part of the world the map shows. "
                "Turn it off under View, Online map. Exports never hold online tiles."
            )
        else:
            words = f"Offline, {refused or 'no connection made'}"
            tip = "Dateline answers its own page from memory and refuses every other request."
        self._offline.setText(f"{words}, {refused}" if self._provider and refused else words)
        self._offline.setToolTip(tip)
        self._colour()

    def set_counts(self, claims: int | None, to_review: int = 0) -> None:
        """Say how many claims there are; None when nothing is open."""
        review = f", {to_review:,} to review" if to_review else ""
        self._counts.setText("" if claims is None else plural(claims, "claim") + review)

    def set_marks(self, drawn: int | None, unplaced: int = 0) -> None:
        """Say how many marks are on the map; None when nothing is open."""
        rest = f", {unplaced:,} unplaced" if unplaced else ""
        self._marks.setText("" if drawn is None else f"{plural(drawn, 'mark')} on the map{rest}")

    def set_elsewhere(self, number: int) -> None:
        """Say how many of the marks lie beyond what the map shows, and offer to show them."""
        words = f"{plural(number, 'mark')} elsewhere" if number else ""
        self._elsewhere.setText(words)
        self.show_all.setVisible(number > 0)
        self.show_all.setAccessibleName(f"Show all marks of the day, {words}" if words else "")
        self.show_all.setToolTip("Move the map so that it shows every mark of the day (Ctrl+0)")

    def set_view(self, lat: float, lon: float, zoom: float) -> None:
        """Say where the map's centre is, in WGS 84 degrees, and its scale there."""
        self._where.setText(position_words(lat, lon))
        self._scale.setText(scale_words(lat, zoom))

    def clear_view(self) -> None:
        """Say nothing of the map."""
        self._where.clear()
        self._scale.clear()

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        ink = ui.warn if self._refused or self._provider else ui.text2
        name = "shield-alert-outline" if self._refused else "wifi-off"
        name = "wifi" if self._provider else name
        self._offline.setFont(self._theme.font("body_strong" if self._provider else "body"))
        self._icon.setPixmap(self._theme.icon(name, ink).pixmap(QSize(14, 14)))
        self._offline.setObjectName("online" if self._provider else "offline")
        self.setStyleSheet(
            f"QStatusBar {{ border-top: 1px solid {ui.line}; }} QStatusBar::item {{ border: 0; }}"
            f" QLabel {{ color: {ui.text2}; }} QLabel#online {{ color: {ui.warn}; }}"
            f" QPushButton#show-all {{ border: 1px solid {ui.line}; border-radius: 3px;"
            f" padding: 0 8px; min-height: 16px; max-height: 16px; color: {ui.accent}; }}"
            f" QPushButton#show-all:focus {{ border: 2px solid {ui.accent}; padding: 0 7px; }}"
        )


def position_words(lat: float, lon: float) -> str:
    """
    Return a position in WGS 84 degrees in words.

    >>> position_words(17.04, -8.123)
    '17.04° N, 8.12° W'
    """
    lon = (lon + 180) % 360 - 180
    return f"{abs(lat):.2f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.2f}° {'E' if lon >= 0 else 'W'}"


def scale_words(lat: float, zoom: float) -> str:
    """
    Return the scale of a web map at a latitude, in three figures: it differs by latitude.

    >>> scale_words(0.0, 5.0)
    '1 : 18 500 000 at 0°'
    """
    scale = _SCALE_AT_ZOOM_0 * math.cos(math.radians(lat)) / 2**zoom
    step = 10 ** max(0, math.floor(math.log10(scale)) - 2)
    figures = f"{round(scale / step) * step:,}".replace(",", " ")
    degrees = round(abs(lat))
    side = "" if degrees == 0 else " N" if lat > 0 else " S"
    return f"1 : {figures} at {degrees}°{side}"
