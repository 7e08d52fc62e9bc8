"""The palette and the few style rules that Fusion does not know by itself."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QPalette

import resources
from desktop.settings.tokens import Colours, Radii

STYLE_FILE = "theme/style.qss"
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
    scheme = "dark" if colours.is_dark else "light"
    values = asdict(ui) | {
        "faded": mixed(ui.text, ui.window, _DISABLED_OPACITY).name(),
        "radius_control": radius.control,
        "radius_badge": radius.badge,
        "arrow": _picture("arrow", scheme),
        "check": _picture("check", scheme),
    }
    return Template(resources.read_text(STYLE_FILE)).substitute(values)


def _picture(name: str, scheme: str) -> str:
    # Style sheets take forward slashes on every system.
    return resources.path_of(f"theme/{name}-{scheme}.svg").as_posix()
