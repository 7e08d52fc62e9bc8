"""Fonts of the interface: the system's own sans, with figures of equal width."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

# Qt and Windows count 96 px to the inch whatever the screen; macOS counts 72.
_POINTS_PER_PX = 1.0 if sys.platform == "darwin" else 0.75
# What bare Linux sessions answer when no interface font is set; it is too wide for the panels.
_FALLBACK_SANS = frozenset({"DejaVu Sans", "Bitstream Vera Sans"})
_DEMI_BOLD_FROM = 600
_BOLD_FROM = 700


def interface_families(preferred: tuple[str, ...]) -> list[str]:
    """
    Return the font families to use, best first.

    Args:
        preferred: Used in front of the system's font where that is only a fallback.
    """
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    if system not in _FALLBACK_SANS:
        return [system, *preferred]
    installed = set(QFontDatabase.families())
    return [*(family for family in preferred if family in installed), system]


def make_font(families: list[str], size_px: float, weight: int) -> QFont:
    """
    Return a font with tabular figures.

    The size is set in points, so that half pixels and the person's own text scaling both hold.

    Args:
        families: Best first.
        size_px: Size in device-independent px at normal text scaling.
        weight: 400 regular, 600 half bold, 700 bold.
    """
    font = QFont(families)
    font.setPointSizeF(size_px * _POINTS_PER_PX)
    font.setWeight(_weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _weight(weight: int) -> QFont.Weight:
    if weight >= _BOLD_FROM:
        return QFont.Weight.Bold
    return QFont.Weight.DemiBold if weight >= _DEMI_BOLD_FROM else QFont.Weight.Normal
