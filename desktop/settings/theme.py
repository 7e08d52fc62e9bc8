"""The theme: one scheme at a time, for the whole program, following the system unless told."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from desktop.settings.fonts import interface_families, make_font
from desktop.settings.interpreter import keep_constants_alive
from desktop.settings.palette import make_palette, make_style_sheet
from desktop.settings.tokens import Colours, Tokens, read_tokens


class SchemeChoice(StrEnum):
    """What a person may ask for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_QT_SCHEMES = {
    SchemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    SchemeChoice.LIGHT: Qt.ColorScheme.Light,
    SchemeChoice.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """
    Colours, fonts and icons of the scheme in force.

    Args:
        application: Gets the palette, the font and the style rules.
        choice: System, light or dark.
        tokens: Read from the data file when not given.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        choice: SchemeChoice = SchemeChoice.SYSTEM,
        tokens: Tokens | None = None,
    ) -> None:
        keep_constants_alive()
        super().__init__(application)
        self._application = application
        self.tokens = tokens or read_tokens()
        self._families = interface_families(self.tokens.families)
        self._choice = choice
        self._icons: dict[tuple[str, str, str], QIcon] = {}
        application.setStyle("Fusion")
        application.setFont(self.font("body"))
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._set_qt_scheme()
        self._colours = self._wanted_colours()
        self._apply()

    @property
    def choice(self) -> SchemeChoice:
        """What the person asked for."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is in force."""
        return self._colours.is_dark

    @property
    def colours(self) -> Colours:
        """Colours of the scheme in force."""
        return self._colours

    def choose(self, choice: SchemeChoice) -> None:
        """Follow the system, or hold to light or dark."""
        self._choice = choice
        self._set_qt_scheme()
        self._refresh()

    def font(self, role: str) -> QFont:
        """
        Return the font of a text role.

        Args:
            role: A key of `tokens.fonts`, such as `body` or `dock_title`.
        """
        size_px, weight = self.tokens.fonts[role]
        return make_font(self._families, size_px, weight)

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """
        Return a Material Design icon in a colour of the scheme.

        Args:
            name: Without prefix, such as `play`.
            colour: `#RRGGBB`; the second text colour when not given.
        """
        # The icon font takes a tenth of a second to load, so it waits for the first icon.
        import qtawesome

        ui = self._colours.ui
        key = (name, colour or ui.text2, ui.line_strong)
        if key not in self._icons:
            made = qtawesome.icon(f"mdi6.{name}", color=key[1], color_disabled=key[2])
            self._icons[key] = QIcon(made)
        return self._icons[key]

    def polish(self, widget: QWidget) -> None:
        """Apply the style rules again after a property of the widget has changed."""
        widget.style().unpolish(widget)
        widget.style().polish(widget)

    def _wanted_colours(self) -> Colours:
        if self._choice is SchemeChoice.SYSTEM:
            is_dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            is_dark = self._choice is SchemeChoice.DARK
        return self.tokens.dark if is_dark else self.tokens.light

    def _set_qt_scheme(self) -> None:
        # Native parts (title bar, file dialogs) follow the hint, not the palette.
        self._application.styleHints().setColorScheme(_QT_SCHEMES[self._choice])

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted_colours()
        if wanted is not self._colours:
            self._colours = wanted
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._application.setPalette(make_palette(self._colours))
        self._application.setStyleSheet(make_style_sheet(self._colours, self.tokens.radius))
