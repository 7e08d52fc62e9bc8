"""The time bar: controls beside the track, and the clock that both obey."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.settings.theme import Theme
from desktop.views.time_bar import scale as scales
from desktop.views.time_bar.axis import change_days, reported_period, whole_period
from desktop.views.time_bar.clockwork import clock as clocks
from desktop.views.time_bar.clockwork.clock import Clock, Mode
from desktop.views.time_bar.clockwork.timekeeper import Timekeeper
from desktop.views.time_bar.fields.controls import Controls
from desktop.views.time_bar.fields.typed_days import ReadDate
from desktop.views.time_bar.known_strip import KnownStrip
from desktop.views.time_bar.scale import Scale
from desktop.views.time_bar.slider import DaySlider
from desktop.views.time_bar.track import Track
from geodata.domain.times import Days, Reach
from geodata.timeline import Axis

# Narrower than this, the controls stand in one row above the track.
_COMPACT_UNDER_PX = 1100


class TimeBar(QWidget):
    """
    Shows and sets the two times, and how many days are taken in.

    Args:
        theme: Colours, fonts, sizes.
        read_date: Reads a typed date; raises `UnclearDate`.
        parent: Owner.
    """

    time_changed = Signal(object, object)  # on: date, known by: date
    reach_changed = Signal(object)  # Reach: days around the day shown

    def __init__(self, theme: Theme, read_date: ReadDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._axis: Axis | None = None
        self._is_fitted_whole = False
        self._is_low = False
        self.keeper = Timekeeper(theme.tokens.play_step_ms, self)
        self._controls = Controls(theme, read_date)
        self._track = Track(theme)
        self._strip = KnownStrip(theme)
        self.setAccessibleName("Time")
        self._lay_out()
        self._join_keeper()
        self._join_sliders()
        self._join_controls()
        self.set_axis(None)

    @property
    def clock(self) -> Clock | None:
        """The state of time, or None without articles."""
        return self.keeper.clock

    @property
    def scale(self) -> Scale | None:
        """The stretch of time that the track shows."""
        return self._track.scale

    def _lay_out(self) -> None:
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self._theme.tokens.track.strip_gap - 5)
        rows.addWidget(self._track, 1)
        rows.addWidget(self._strip)
        self._body = QHBoxLayout(self)
        self._body.setContentsMargins(12, 8, 14, 6)
        self._body.setSpacing(16)
        self._body.addWidget(self._controls)
        self._body.addLayout(rows, 1)
        # The edges of a window follow each other as they stand, then the known date.
        for before, after in ((self._track.start, self._track), (self._track, self._strip)):
            self.setTabOrder(before, after)

    def _join_keeper(self) -> None:
        keeper = self.keeper
        keeper.shown.connect(self._show)
        keeper.reach_changed.connect(self.reach_changed)
        keeper.time_changed.connect(self._on_time)

    def _join_sliders(self) -> None:
        keeper, track = self.keeper, self._track
        self._join_slider(track, self._on_day_asked)
        self._join_slider(track.start, self._led(keeper.move_first))
        self._join_slider(self._strip, keeper.know)
        track.last_moved.connect(self._led(keeper.move_last))
        track.resized.connect(self._on_resized)
        track.hidden_clicked.connect(lambda: self.fit(is_whole=True))
        track.stepped.connect(keeper.step_by)
        track.end_asked.connect(keeper.go_to_end)
        track.start.stepped.connect(lambda count: keeper.step_edge(-1, count))
        track.start.end_asked.connect(self._on_first_end)
        self._strip.stepped.connect(self._on_known_stepped)
        self._strip.end_asked.connect(self._on_known_end)

    def _join_slider(self, slider: DaySlider, on_moved: Callable[[date], None]) -> None:
        slider.moved.connect(on_moved)
        slider.change_asked.connect(self.keeper.jump_change)
        slider.edge_stepped.connect(self.keeper.step_edge)
        slider.play_asked.connect(self.keeper.toggle_play)
        slider.cancelled.connect(self.keeper.pause)
        slider.typing_asked.connect(self.focus_date)
        slider.zoomed.connect(self._on_zoomed)
        slider.scrubbed.connect(self._on_scrubbed)
        slider.fit_asked.connect(lambda: self.fit(is_whole=not self._is_fitted_whole))

    def _join_controls(self) -> None:
        keeper, controls = self.keeper, self._controls
        controls.transport.end_asked.connect(keeper.go_to_end)
        controls.transport.stepped.connect(keeper.step_by)
        controls.transport.play_toggled.connect(keeper.toggle_play)
        controls.transport.repeat_asked.connect(keeper.next_repeat)
        controls.transport.speed_changed.connect(keeper.set_speed)
        controls.step_chosen.connect(keeper.set_step)
        controls.mode_chosen.connect(keeper.set_mode)
        controls.date_field.days_typed.connect(self._on_days_typed)
        controls.date_field.stepped.connect(keeper.go_by_days)
        controls.known.all_asked.connect(self._on_all_asked)
        controls.known.day_asked.connect(keeper.know_apart)
        controls.known.chain_toggled.connect(keeper.chain)

    def _led(self, move: Callable[[date], None]) -> Callable[[date], None]:
        """Return what a hand does: it stops time before it moves it."""

        def led(day: date) -> None:
            self.keeper.pause()
            move(day)

        return led

    def sizeHint(self) -> QSize:
        sizes = self._theme.tokens.size
        return QSize(1024, sizes.time_bar_compact if self._controls.is_compact else sizes.time_bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, self.sizeHint().height())

    # What the window tells the bar

    def set_axis(self, axis: Axis | None) -> None:
        """Show another project's time; None before there are articles."""
        before, self._axis = self._axis, axis
        self._track.set_axis(axis)
        self._strip.set_axis(axis)
        self.keeper.is_playable = axis is not None and bool(axis.day_counts)
        self._controls.transport.set_playable(self.keeper.is_playable)
        for part in (self._controls, self._track, self._strip):
            part.setEnabled(axis is not None)
        self.set_changes(change_days(axis) if axis else ())
        if axis is None:
            self.keeper.close()
            self._controls.show_nothing()
            return
        self._controls.known.set_publications(self._strip.publication_days(), axis.last_source_day)
        bounds = Days(axis.first_day, axis.last_day + timedelta(days=1))
        self._controls.date_field.set_bounds(bounds)
        self._controls.known.set_bounds(bounds)
        self.keeper.open(bounds, axis.last_source_day)
        # Muting a source must not tear the view away from who compares with and without it.
        if before is None or whole_period(before) != whole_period(axis):
            self.fit(is_whole=False)
        self._show()

    def set_changes(self, days: Iterable[date]) -> None:
        """Say on which days the map changes; until told, the axis's events and deadlines count."""
        self.keeper.set_changes(days)

    def set_time(self, on: date, known: date) -> None:
        """Show two times without telling anybody; they are held within the axis."""
        self.keeper.set_time(on, known)

    def frame_painted(self) -> None:
        """Note that the map has drawn what it was last told; playing goes on."""
        self.keeper.player.frame_painted()

    def set_low(self, is_low: bool) -> None:
        """Say whether the window is too low for the full bar."""
        self._is_low = is_low
        self._choose_layout()

    # Verbs, for menus and shortcuts

    def toggle_play(self) -> None:
        """Play, or stop."""
        self.keeper.toggle_play()

    def pause(self) -> None:
        """Stop playing."""
        self.keeper.pause()

    def step_by(self, count: int) -> None:
        """Go some steps on, or back."""
        self.keeper.step_by(count)

    def jump_change(self, count: int) -> None:
        """Go to the next or previous change."""
        self.keeper.jump_change(count)

    def go_to(self, day: date) -> None:
        """Show a day, as if the person had chosen it."""
        self.keeper.go_to(day)

    def show_frame(self, on: date, known_by: date, reach: Reach) -> None:
        """Show a day as known by another, with the days around it; within the bounds."""
        self.keeper.show_frame(on, known_by, reach)

    def go_to_end(self, side: int) -> None:
        """Show the first day of all (-1) or the last (1)."""
        self.keeper.go_to_end(side)

    def set_mode(self, mode: Mode) -> None:
        """Take in other days around the day shown."""
        self.keeper.set_mode(mode)

    def set_reach(self, reach: Reach) -> None:
        """Take in the days of a reach around the day shown."""
        self.keeper.set_reach(reach)

    def focus_date(self) -> None:
        """Lead the person to the typed date."""
        self._controls.date_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._controls.date_field.selectAll()

    def fit(self, *, is_whole: bool) -> None:
        """Show the whole axis, or the part that the sources report on."""
        if self._axis:
            self._is_fitted_whole = is_whole
            period = whole_period(self._axis) if is_whole else reported_period(self._axis)
            width = max(1, self._track.width())
            self._set_scale(scales.fit(period.first, period.last, width))

    # What the person does

    def _on_day_asked(self, day: date) -> None:
        self.keeper.pause()
        self.keeper.go_to(day)

    def _on_first_end(self, side: int) -> None:
        """Lead the beginning of a window as far back as there are days, or up to its end."""
        if self.clock and self._axis:
            self.keeper.move_first(self._axis.first_day if side < 0 else self.clock.on)

    def _on_known_stepped(self, count: int) -> None:
        if not self.clock:
            return
        if self.clock.is_chained:
            self.keeper.step_by(count)
            return
        days = self._strip.publication_days()
        shown = clocks.move(self.clock, self.clock.known_by)
        self.keeper.know(clocks.jump_change(shown, count, days).on)

    def _on_known_end(self, side: int) -> None:
        days = self._strip.publication_days()
        if days:
            self.keeper.know(days[0] if side < 0 else days[-1])

    def _on_all_asked(self) -> None:
        if self._axis:
            self.keeper.know_apart(self._axis.last_source_day)

    def _on_days_typed(self, first: date, last: date) -> None:
        self.keeper.pause()
        if self.clock and self.clock.mode is Mode.WINDOW and first < last:
            self.keeper.show_days(first, last)
        else:
            # A month that is all shown up to its end; of one day it is the first.
            is_up_to = bool(self.clock and self.clock.mode is Mode.FROM_START)
            self.keeper.go_to(last if is_up_to else first)
        # What comes after a date is moving on from it, by the keys of the track.
        self._track.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_zoomed(self, factor: float, at_px: float) -> None:
        if self.scale:
            self._is_fitted_whole = False
            self._set_scale(scales.zoom(self.scale, factor, at_px))

    def _on_scrubbed(self, shift_px: float) -> None:
        if self.scale:
            days = shift_px / self.scale.px_per_day
            self.keeper.go_by_days(round(days) or (1 if days > 0 else -1))

    # What follows

    def _on_time(self, on: date, known_by: date) -> None:
        if self.scale:
            self._set_scale(scales.reveal(self.scale, on))
        self.time_changed.emit(on, known_by)

    def _set_scale(self, scale: Scale) -> None:
        if scale != self.scale:
            self._track.set_scale(scale)
            self._strip.set_scale(scale)

    def _show(self) -> None:
        clock, axis = self.clock, self._axis
        if clock and axis:
            is_all = clock.known_by >= axis.last_source_day
            self._track.set_known(None if is_all else clock.known_by)
            self._track.set_clock(clock)
            self._track.set_days(axis.first_day, axis.last_day, clock.on)
            self._strip.set_days(axis.first_day, axis.last_day, clock.known_by)
            self._controls.show_clock(clock)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_L and not event.modifiers():
            self.keeper.next_repeat()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_layout()

    def _on_resized(self) -> None:
        if self.scale and self._track.width() > 0:
            self._set_scale(scales.resize(self.scale, self._track.width()))

    def _choose_layout(self) -> None:
        is_compact = self._is_low or self.width() < _COMPACT_UNDER_PX
        if is_compact != self._controls.is_compact:
            self._controls.set_compact(is_compact)
            way = QHBoxLayout.Direction
            self._body.setDirection(way.TopToBottom if is_compact else way.LeftToRight)
            self._body.setSpacing(0 if is_compact else 16)
            self._body.setContentsMargins(12, 3 if is_compact else 8, 14, 4 if is_compact else 6)
            self._body.activate()
        # More would only stretch the histogram: the room is the map's.
        self.setFixedHeight(self.sizeHint().height())
