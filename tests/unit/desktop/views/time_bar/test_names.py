"""What can be reached by the keyboard has a name that is read out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.views.time_bar.bar import TimeBar


def nameless(root: QWidget) -> list[str]:
    """Return the classes of the widgets that take the keyboard and have no name."""
    found = []
    for widget in root.findChildren(QWidget):
        is_reached = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
        seen = QAccessible.queryAccessibleInterface(widget)
        if is_reached and not (seen and seen.text(QAccessible.Text.Name)):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_all_of_the_time_bar_has_names(typed_bar: TimeBar) -> None:
    assert nameless(typed_bar) == []
