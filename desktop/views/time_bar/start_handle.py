"""The first edge of a window: a handle and a stop of the tab key of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

from desktop.settings.theme import Theme
from desktop.views.time_bar.clockwork.clock import Clock, Mode
from desktop.views.time_bar.drawing.lanes import lanes_of
from desktop.views.time_bar.drawing.window_drawing import draw_handle
from desktop.views.time_bar.slider import DaySlider
from desktop.wording.words import plural
from geodata.written_days import day_words

_RING_PX = 5  # room for the ring of the key focus


class StartHandle(DaySlider):
    """
    Stands over the track while a window is shown.

    Args:
        theme: Colours and sizes.
        track: What it stands on.
        first_near: Tells the day that begins at a pixel of the track, or None without a scale;
            asked whether to snap to what begins nearby.
    """

    def __init__(
        self, theme: Theme, track: DaySlider, first_near: Callable[[float, bool], date | None]
    ) -> None:
        self._theme = theme
        self._track = track
        self._first_near = first_near
        self._clock: Clock | None = None
        super().__init__("Window start", track)
        sizes = theme.tokens.track
        self.setFixedSize(sizes.handle_hit + _RING_PX, sizes.handle_height + 2 * _RING_PX)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.hide()

    def show_clock(self, clock: Clock) -> None:
        """Stand where the window begins, or go."""
        self._clock = clock
        is_window = clock.mode is Mode.WINDOW
        if is_window:
            first = clock.first_shown
            bounds = clock.bounds
            self.set_days(min(bounds.start or first, first), clock.on, first)
            self.seat()
        if self.isHidden() is is_window:
            self.setVisible(is_window)

    def seat(self) -> None:
        """Move to the edge of the window, or to the edge of the track where it is out of sight."""
        if self.day and self._track.scale:
            x_px = self._track.scale.x_of(self.day)
            x_px = min(max(x_px, 0.0), float(self._track.width()))
            lanes = lanes_of(self._track.width(), self._track.height(), self._theme.tokens.track)
            top = lanes.histogram.top() - self.height() / 2
            self.move(QPoint(round(x_px - self.width() / 2), round(top)))

    def value_words(self) -> str:
        """Return the first day, and how long the window is."""
        if not (self.day and self._clock):
            return "no window"
        return f"{day_words(self.day)}, {plural(self._clock.span_days, 'day')} shown"

    def day_near(self, x_px: float, *, snaps: bool) -> date | None:
        """Return the day that begins at a pixel of the handle, or a change that begins nearby."""
        at = self.mapTo(self._track, QPointF(x_px, 0)).x()
        return self._first_near(at, snaps)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Taken by its side it must not jump.
        self._hold(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.typing_asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QRectF(self.rect()).center()
            draw_handle(painter, self._theme, middle, has_focus=self.hasFocus())
