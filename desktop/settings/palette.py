"""The palette and the few style rules that Fusion does not know by itself."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

import resources
from desktop.settings.tokens import Colours, Radii

_DISABLED_OPACITY = 0.38


def make_palette(colours: Colours) -> QPalette:
    """Return the palette of a scheme."""
    ui = colours.ui
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, value in (
        (roles.Window, ui.window),
        (roles.WindowText, ui.text),
        (roles.Base, ui.panel),
        (roles.AlternateBase, ui.raised),
        (roles.Text, ui.text),
        (roles.PlaceholderText, ui.text3),
        (roles.Button, ui.panel),
        (roles.ButtonText, ui.text),
        (roles.BrightText, ui.error),
        (roles.ToolTipBase, ui.raised),
        (roles.ToolTipText, ui.text),
        (roles.Highlight, ui.selection),
        (roles.HighlightedText, ui.text),
        (roles.Accent, ui.accent),
        (roles.Link, ui.accent),
        (roles.LinkVisited, ui.accent),
        (roles.Light, ui.raised),
        (roles.Midlight, ui.line),
        (roles.Mid, ui.line),
        (roles.Dark, ui.line_strong),
        (roles.Shadow, ui.line_strong),
    ):
        palette.setColor(role, QColor(value))
    faded = mixed(ui.text, ui.window, _DISABLED_OPACITY)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


def mixed(front: str, back: str, strength: float) -> QColor:
    """Return the colour that `front` gives over `back` at that strength (0..1)."""
    over, under = QColor(front), QColor(back)
    rest = 1 - strength
    return QColor.fromRgbF(
        strength * over.redF() + rest * under.redF(),
        strength * over.greenF() + rest * under.greenF(),
        strength * over.blueF() + rest * under.blueF(),
    )


def make_style_sheet(colours: Colours, radius: Radii) -> str:
    """Return borders, radii and focus rings; colours of grounds and text are the palette's."""
    ui = colours.ui
    faded = mixed(ui.text, ui.window, _DISABLED_OPACITY).name()
    scheme = "dark" if colours.is_dark else "light"
    return f"""
    QPushButton {{ background: {ui.panel}; border: 1px solid {ui.line_strong};
        border-radius: {radius.control}px; padding: 4px 12px; min-height: 17px; }}
    QPushButton:hover {{ background: {ui.hover}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {ui.accent_soft}; }}
    QPushButton:checked {{ border-color: {ui.accent}; color: {ui.accent}; }}
    QPushButton:focus {{ border: 2px solid {ui.accent}; padding: 3px 11px; }}
    QPushButton:disabled {{ border-color: {ui.line}; color: {faded}; }}
    QPushButton[role="primary"] {{ background: {ui.accent}; color: {ui.on_accent};
        border-color: {ui.accent}; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {ui.text}; }}
    QPushButton[role="tab"] {{ padding: 2px 8px; min-height: 16px;
        border-color: {ui.line}; border-radius: 4px; }}
    QPushButton[role="tab"]:checked {{ border-color: {ui.accent}; }}
    QPushButton[role="tab"]:focus {{ border: 2px solid {ui.accent}; padding: 1px 7px; }}
    QPushButton[role="row"] {{ border: 1px solid transparent; background: transparent;
        text-align: left; padding: 1px 4px; min-height: 17px; }}
    QPushButton[role="row"]:hover {{ background: {ui.hover}; }}
    QPushButton[role="row"]:checked {{ background: {ui.selection}; color: {ui.text}; }}
    QPushButton[role="row"]:focus {{ border: 2px solid {ui.accent}; padding: 0 3px; }}
    QToolButton {{ border: 1px solid transparent; border-radius: {radius.control}px;
        padding: 3px; background: transparent; }}
    QToolButton:hover {{ background: {ui.hover}; }}
    QToolButton:pressed, QToolButton:checked {{ background: {ui.accent_soft}; }}
    QToolButton:focus {{ border: 2px solid {ui.accent}; padding: 2px; }}
    QToolButton[role="primary"] {{ background: {ui.accent}; }}
    QToolButton[role="primary"]:focus {{ border: 2px solid {ui.text}; }}
    QToolButton[role="primary"]:disabled {{ background: transparent; }}
    QToolButton[role="field"] {{ background: {ui.panel}; border: 1px solid {ui.line_strong};
        text-align: left; padding: 2px 8px; }}
    QToolButton[role="field"]:focus {{ border: 2px solid {ui.accent}; padding: 1px 7px; }}
    QToolButton[role="field"]:disabled {{ border-color: {ui.line}; color: {faded}; }}
    QToolButton[role="fold"]:checked {{ background: transparent; }}
    QToolButton[role="fold"]:hover {{ background: {ui.hover}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QLineEdit {{ background: {ui.panel}; border: 1px solid {ui.line_strong};
        border-radius: {radius.control}px; padding: 2px 8px;
        selection-background-color: {ui.selection}; selection-color: {ui.text}; }}
    QLineEdit:focus {{ border: 2px solid {ui.accent}; padding: 1px 7px; }}
    QLineEdit:disabled {{ border-color: {ui.line}; color: {faded}; }}
    QLineEdit[is_wrong="true"] {{ border-color: {ui.error}; background: {ui.error_soft}; }}
    QComboBox {{ background: {ui.panel}; border: 1px solid {ui.line_strong};
        border-radius: {radius.control}px; padding: 2px 2px 2px 8px; }}
    QComboBox:focus {{ border: 2px solid {ui.accent}; padding: 1px 1px 1px 7px; }}
    QComboBox:disabled {{ border-color: {ui.line}; color: {faded}; }}
    QComboBox::drop-down {{ border: 0; width: 16px; }}
    QComboBox::down-arrow {{ image: url({_picture("arrow", scheme)}); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {ui.panel}; border: 1px solid {ui.line_strong};
        selection-background-color: {ui.selection}; selection-color: {ui.text}; outline: 0; }}
    QCheckBox {{ border: 2px solid transparent; border-radius: {radius.control}px; spacing: 6px; }}
    QCheckBox:focus {{ border-color: {ui.accent}; }}
    QCheckBox::indicator {{ width: 14px; height: 14px; background: {ui.panel};
        border: 1px solid {ui.line_strong}; border-radius: {radius.badge}px; }}
    QCheckBox::indicator:checked {{ background: {ui.accent}; border-color: {ui.accent};
        image: url({_picture("check", scheme)}); }}
    QToolTip {{ background: {ui.raised}; color: {ui.text}; border: 1px solid {ui.line_strong};
        padding: 4px 6px; }}
    QHeaderView::section {{ background: {ui.panel}; color: {ui.text2}; border: 0;
        border-bottom: 1px solid {ui.line}; padding: 2px 4px; }}
    QTableView::item {{ padding: 0 6px 0 2px; }}
    QTableView, QListView, QTextBrowser, QScrollArea {{ border: 0; }}
    QTableView:focus, QListView:focus, QTextBrowser:focus {{
        border: 2px solid {ui.accent}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {ui.line_strong}; border-radius: 3px; margin: 2px;
        min-height: 24px; min-width: 24px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _picture(name: str, scheme: str) -> str:
    # Style sheets take forward slashes on every system.
    return resources.path_of(f"theme/{name}-{scheme}.svg").as_posix()
