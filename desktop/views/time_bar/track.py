"""The track: months, histogram and events, and the handles of the days shown."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.settings.theme import Theme
from desktop.views.time_bar.axis import change_days
from desktop.views.time_bar.clockwork.clock import Clock, Mode
from desktop.views.time_bar.drawing.axis_drawing import (
    Picture,
    bar_boxes,
    draw_bars,
    draw_ground,
    draw_months,
    draw_zone_words,
    mark_box,
)
from desktop.views.time_bar.drawing.bins import Bar, Bin, bin_counts, choose_bin
from desktop.views.time_bar.drawing.event_drawing import (
    draw_events,
    draw_flag,
    draw_hidden,
    draw_spread,
    draw_staff,
    place_flags,
)
from desktop.views.time_bar.drawing.flags import Flag, flags_of
from desktop.views.time_bar.drawing.lanes import (
    EventTick,
    Lanes,
    event_ticks,
    hidden_events,
    known_counts,
    known_events,
    lanes_of,
)
from desktop.views.time_bar.drawing.window_drawing import (
    draw_band,
    draw_edges,
    handle_px,
    handles_at_left,
    top_zone,
)
from desktop.views.time_bar.scale import Scale, snapped
from desktop.views.time_bar.slider import DaySlider
from desktop.views.time_bar.start_handle import StartHandle
from desktop.wording.words import date_words, plural
from geodata.timeline import Axis, AxisDeadline, AxisEvent, DayCount
from geodata.written_days import day_words

_TITLES = {
    Mode.INSTANT: "Date",
    Mode.WINDOW: "Window end",
    Mode.FROM_START: "Up to",
    Mode.TO_END: "From",
}


class _Grab(Enum):
    """What of the track is held."""

    TRACK = auto()
    LAST = auto()
    BODY = auto()


class Track(DaySlider):
    """
    The custom-painted track; its own handle is the day shown, which ends a window.

    Args:
        theme: Colours, fonts, sizes.
        parent: Owner.
    """

    hidden_clicked = Signal()
    last_moved = Signal(object)  # date that the last day of the window is led to
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Date", parent)
        self._theme = theme
        self._axis: Axis | None = None
        self._known_by: date | None = None
        self._counts: tuple[DayCount, ...] = ()
        self._bars: tuple[Bar, ...] = ()
        self._claims_by_day: defaultdict[date, float] = defaultdict(float)
        self._bin: Bin | None = None
        self._placed: tuple[EventTick, ...] = ()
        self._is_measured = True
        self._changes: list[date] = []
        self._edges = (QRectF(), QRectF())
        self._stills: tuple[QPixmap, QPixmap] | None = None
        self._given_way: tuple[tuple[float, float], ...] = ()
        self._clock: Clock | None = None
        self._grab = _Grab.TRACK
        self._grab_days = 0
        self.start = StartHandle(theme, self, self._first_near)
        sizes = theme.tokens.track
        self.setMinimumHeight(sizes.axis + 24 + sizes.event_lane)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        theme.changed.connect(self._redraw)

    def set_axis(self, axis: Axis | None) -> None:
        """Show another project's time."""
        if axis == self._axis:
            # Most decisions change nothing on it: bars and ticks stand where they stood.
            self._redraw()
            return
        self._axis = axis
        self._changes = list(change_days(axis)) if axis else []
        self._count()
        self._measure()

    def _count(self) -> None:
        self._bin = None
        self._counts = known_counts(self._axis, self._known_by) if self._axis else ()
        self._claims_by_day = defaultdict(float)
        for count in self._counts:
            if not count.is_vague:
                self._claims_by_day[count.day] += count.weight

    def set_scale(self, scale: Scale) -> None:
        """Show another stretch of time."""
        super().set_scale(scale)
        self._measure()

    def _measure(self) -> None:
        # Another project comes with another stretch of time: it is measured once, when it is drawn.
        self._is_measured = False
        self._redraw()

    @property
    def _ticks(self) -> tuple[EventTick, ...]:
        self._measured()
        return self._placed

    def _measured(self) -> tuple[Bar, ...]:
        """Return the bars of the histogram as they are now, and place the ticks beside them."""
        if not self._is_measured and self._axis and self.scale:
            self._is_measured = True
            sizes = self._theme.tokens.track
            unit = choose_bin(
                self.scale.px_per_day,
                day_from_px=sizes.day_from_px,
                week_from_px=sizes.week_from_px,
            )
            if unit is not self._bin:
                self._bin = unit
                self._bars = bin_counts(self._counts, unit)
            self._placed = event_ticks(self._events(), self.scale)
        return self._bars

    def _redraw(self) -> None:
        self._stills = None
        self.start.seat()
        self.update()

    def set_clock(self, clock: Clock) -> None:
        """Show which days are taken in."""
        self._clock = clock
        self.set_title(_TITLES[clock.mode])
        self.start.show_clock(clock)
        self.update()

    def set_known(self, known_by: date | None) -> None:
        """Leave out what nobody could have read of by a day; None when all is read."""
        if known_by != self._known_by:
            self._known_by = known_by
            self._count()
            self._measure()

    def _events(self) -> tuple[AxisEvent, ...]:
        return known_events(self._axis, self._known_by) if self._axis else ()

    def _deadlines(self) -> list[AxisDeadline]:
        due = self._axis.deadlines if self._axis else ()
        return [d for d in due if self._known_by is None or d.known.holds(self._known_by)]

    def _flags(self) -> tuple[Flag, ...]:
        return flags_of(self._deadlines())

    def _lanes(self) -> Lanes:
        return lanes_of(self.width(), self.height(), self._theme.tokens.track)

    def day_near(self, x_px: float, *, snaps: bool) -> date | None:
        """Return the day under a pixel, or a nearby change or deadline."""
        if not self.scale:
            return None
        reach = self._theme.tokens.track.snap if snaps else -1
        # A window is held by its edges, which lie half a day beside the middle of a day.
        if self._grab is _Grab.LAST:
            x_px -= self.scale.px_per_day / 2
        return snapped(self.scale, x_px, self._changes, reach)

    def _first_near(self, x_px: float, snaps: bool) -> date | None:
        """Return the day whose beginning is at a pixel, or a change that begins nearby."""
        if not self.scale:
            return None
        reach = self._theme.tokens.track.snap if snaps else -1
        return snapped(self.scale, x_px + self.scale.px_per_day / 2, self._changes, reach)

    def claims_on(self, day: date) -> int:
        """Return how many claims begin on a day; vague ones are left out."""
        return round(self._claims_by_day.get(day, 0.0))

    def value_words(self) -> str:
        """Return the day and the claims of the days shown: `19 May 2024, 7 claims`."""
        if not self.day:
            return "no date"
        return f"{day_words(self.day)}, {plural(self._claims_shown(), 'claim')}"

    def _claims_shown(self) -> int:
        if self._clock is None or self._clock.mode is Mode.INSTANT:
            return self.claims_on(self.day) if self.day else 0
        during = self._clock.during
        return round(sum(n for day, n in self._claims_by_day.items() if during.holds(day)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            lanes = self._lanes()
            if not (self._axis and self.scale):
                self._draw_empty(painter, lanes)
                return
            wide = self._theme.tokens.track.handle_width
            handles = handles_at_left(self._clock, self.scale, wide)
            picture = Picture(self._theme, self._axis, self.scale, lanes, self._known_by, handles)
            # Only the handles move while time runs: the rest is drawn once for a view.
            if (
                self._stills is None
                or handles != self._given_way
                or self._stills[0].devicePixelRatio() != self.devicePixelRatio()
            ):
                self._given_way = handles
                self._stills = self._draw_ground(picture), self._draw_rest(picture)
            painter.drawPixmap(0, 0, self._stills[0])
            if self._clock:
                draw_band(painter, picture, self._clock)
            painter.drawPixmap(0, 0, self._stills[1])
            if self._clock:
                draw_edges(painter, picture, self._clock, has_focus=self.hasFocus())

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatio()
        still = QPixmap(self.size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(Qt.GlobalColor.transparent)
        return still

    def _draw_ground(self, picture: Picture) -> QPixmap:
        still = self._blank()
        with QPainter(still) as painter:
            draw_ground(painter, picture)
        return still

    def _draw_rest(self, picture: Picture) -> QPixmap:
        still = self._blank()
        with QPainter(still) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_months(painter, picture)
            counted = self._measured()
            unit = str(self._bin or Bin.DAY)
            draw_bars(painter, picture, counted, unit)
            free_px = self._draw_deadlines(painter, picture)
            draw_events(painter, picture, self._ticks)
            hidden = hidden_events(self._events(), picture.scale, self._flags())
            bars = bar_boxes(picture, counted)
            mark, _words = mark_box(picture, counted, unit)
            self._edges = draw_hidden(painter, picture, hidden, bars, mark)
            draw_zone_words(painter, picture, free_px, [*self._edges, mark])
        return still

    def _draw_deadlines(self, painter: QPainter, picture: Picture) -> float:
        """Draw staffs and flags; return where the first of them begins, in px."""
        row = picture.lanes.histogram
        flags = [f for f in self._flags() if picture.scale.sees(picture.scale.middle_of(f.day))]
        seen = [(picture.scale.middle_of(flag.day), flag.label) for flag in flags]
        boxes = place_flags(self._theme, seen, row)
        for flag in flags:
            draw_spread(painter, picture, flag)
        for (x_px, _label), box in zip(seen, boxes, strict=True):
            draw_staff(painter, picture, x_px, box)
        for (x_px, label), box in zip(seen, boxes, strict=True):
            if box:
                draw_flag(painter, picture, x_px, label, box)
        taken = [box.left() for box in boxes if box] + [x_px for x_px, _label in seen]
        return min(taken, default=row.right())

    def _draw_empty(self, painter: QPainter, lanes: Lanes) -> None:
        ui = self._theme.colours.ui
        box = lanes.histogram.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(ui.line)
        painter.setBrush(self.palette().base())
        painter.drawRect(box)
        painter.setPen(ui.text2)
        painter.setFont(self._theme.font("label"))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignCenter, "The time track fills as articles are read"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if any(edge.contains(event.position()) for edge in self._edges):
            self.hidden_clicked.emit()
            return
        self._grab = self._grab_at(event.position())
        if self._grab is _Grab.TRACK:
            super().mousePressEvent(event)
        else:
            # What is held does not jump to the pointer.
            self._hold(event)

    def _grab_at(self, at: QPointF) -> _Grab:
        clock, scale = self._clock, self.scale
        if clock is None or scale is None or clock.mode is not Mode.WINDOW:
            return _Grab.TRACK
        sizes = self._theme.tokens.track
        if not top_zone(self._lanes().histogram, sizes).contains(at):
            return _Grab.TRACK
        if abs(at.x() - handle_px(clock, scale)) <= sizes.handle_hit / 2:
            return _Grab.LAST
        if scale.x_of(clock.first_shown) < at.x() < scale.end_of(clock.on):
            self._grab_days = (clock.on - scale.day_at(at.x())).days
            return _Grab.BODY
        return _Grab.TRACK

    def _lead(self, event: QMouseEvent) -> None:
        if self._grab is _Grab.TRACK:
            super()._lead(event)
            return
        snaps = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        x_px = event.position().x()
        if self._grab is _Grab.BODY and self.scale:
            x_px += self._grab_days * self.scale.px_per_day
        day = self.day_near(x_px, snaps=snaps)
        if day and day != self.day:
            (self.last_moved if self._grab is _Grab.LAST else self.moved).emit(day)

    def _put_back(self, day: date) -> None:
        (self.last_moved if self._grab is _Grab.LAST else self.moved).emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._clock and self.scale:
            zone = top_zone(self._lanes().histogram, self._theme.tokens.track)
            reach = self._theme.tokens.track.handle_hit / 2
            is_near = abs(event.position().x() - handle_px(self._clock, self.scale)) <= reach
            if is_near and zone.contains(event.position()):
                self.typing_asked.emit()
                return
        super().mouseDoubleClickEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _show_tip(self, at: QPoint, global_at: QPoint) -> None:
        words = self.words_at(QPointF(at))
        QToolTip.showText(global_at, words, self)

    def words_at(self, at: QPointF) -> str:
        """Return what stands under the pointer, in words."""
        if not (self._axis and self.scale):
            return ""
        if self._lanes().events.contains(at):
            near = [t for t in self._ticks if t.left_px - 4 <= at.x() <= t.right_px + 4]
            lines = [
                f"{event.label}: {date_words(event.when)}" for tick in near for event in tick.events
            ]
            return "\n".join(dict.fromkeys(lines))
        day = self.scale.day_at(at.x())
        due = [d.label for d in self._deadlines() if d.day == day]
        return ", ".join([day_words(day), plural(self.claims_on(day), "claim"), *due])
