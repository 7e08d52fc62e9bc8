"""A slider over days: pointer, wheel and keys, told as wishes; the bar decides."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from desktop.views.time_bar.scale import Scale

_NOTCH = 120  # eighths of a degree in one notch of a wheel
_ZOOM_PER_NOTCH = 1.25
_PX_PER_NOTCH = 48.0
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}
_EDGES = {Qt.KeyboardModifier.ShiftModifier: 1, Qt.KeyboardModifier.ControlModifier: -1}
_ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


class DaySlider(QAbstractSlider):
    """
    Base of the two handles. A slider for assistive tools, whose value counts days and whose
    description says the day in words.

    Args:
        title: What the handle sets, for the accessible name.
        parent: Owner.
    """

    moved = Signal(object)  # date that the person leads the handle to
    stepped = Signal(int)  # steps, negative back
    change_asked = Signal(int)  # to the previous or next change
    edge_stepped = Signal(int, int)  # edge of a window (-1 first, 1 last), steps
    end_asked = Signal(int)  # -1 to the first day, 1 to the last
    play_asked = Signal()
    cancelled = Signal()
    zoomed = Signal(float, float)  # factor, around px
    scrubbed = Signal(float)  # px of horizontal wheel
    fit_asked = Signal()
    typing_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.scale: Scale | None = None
        self.day: date | None = None
        self._day_before_drag: date | None = None
        self._is_dragging = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTracking(True)
        self.actionTriggered.connect(self._on_action)
        self._tell_words()

    def set_scale(self, scale: Scale) -> None:
        """Show another stretch of time."""
        self.scale = scale
        self.update()

    def set_days(self, first: date, last: date, day: date | None) -> None:
        """Set the range that the handle may reach, and where it stands."""
        self.day = day
        self.blockSignals(True)
        self.setRange(first.toordinal(), last.toordinal())
        if day:
            self.setValue(day.toordinal())
        self.blockSignals(False)
        self._tell_words()
        self.update()

    def set_title(self, title: str) -> None:
        """Name what the handle sets now."""
        self._title = title
        self._tell_words()

    def value_words(self) -> str:
        """Return the value in words."""
        raise NotImplementedError

    def day_near(self, x_px: float, *, snaps: bool) -> date | None:
        """Return the day that the handle takes when it is led to a pixel."""
        raise NotImplementedError

    def _tell_words(self) -> None:
        # Each tells assistive tools by itself that it has changed.
        if self._title != self.accessibleName():
            self.setAccessibleName(self._title)
        words = self.value_words()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def _on_action(self, _action: int) -> None:
        # Assistive tools set the value directly; keys and pointer never come this way.
        self.moved.emit(date.fromordinal(self.sliderPosition()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._hold(event):
            self._lead(event)

    def _hold(self, event: QMouseEvent) -> bool:
        """Begin to drag, if it is the button for it."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return False
        self._is_dragging = True
        self._day_before_drag = self.day
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragging:
            self._lead(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        # The first click of the two has moved the handle: take it back.
        if self._day_before_drag:
            self.moved.emit(self._day_before_drag)
        self.fit_asked.emit()

    def _lead(self, event: QMouseEvent) -> None:
        snaps = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        day = self.day_near(event.position().x(), snaps=snaps)
        if day and day != self.day:
            self.moved.emit(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        # Alt turns the wheel sideways on most systems; Shift does so here, as in other programs.
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        sideways = turn.x() or (turn.y() if is_shift else 0)
        if sideways:
            self.scrubbed.emit(-sideways / _NOTCH * _PX_PER_NOTCH)
        elif turn.y():
            self.zoomed.emit(_ZOOM_PER_NOTCH ** (turn.y() / _NOTCH), event.position().x())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(Qt.Key(event.key()), event.modifiers()):
            event.ignore()

    def _take_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        keypad = Qt.KeyboardModifier.KeypadModifier
        has_alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if has_alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.change_asked.emit(_STEPS[key])
        elif (edge := _EDGES.get(modifiers & ~keypad)) and key in _STEPS:
            self.edge_stepped.emit(edge, _STEPS[key])
        elif modifiers & ~keypad:
            return False
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENDS:
            self.end_asked.emit(_ENDS[key])
        elif key == Qt.Key.Key_Space:
            self.play_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self._cancel()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            factor = _ZOOM_PER_NOTCH if key == Qt.Key.Key_Plus else 1 / _ZOOM_PER_NOTCH
            self.zoomed.emit(factor, self._handle_px())
        else:
            return False
        return True

    def _handle_px(self) -> float:
        if self.scale and self.day:
            return min(max(self.scale.middle_of(self.day), 0.0), self.scale.width_px)
        return self.width() / 2

    def _cancel(self) -> None:
        if self._is_dragging and self._day_before_drag:
            self._is_dragging = False
            self._put_back(self._day_before_drag)
        else:
            self.cancelled.emit()

    def _put_back(self, day: date) -> None:
        """Lead what was dragged back to its day."""
        self.moved.emit(day)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
