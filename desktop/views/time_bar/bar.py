"""The time bar: controls beside the track, and the clock that both obey."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.settings.theme import Theme
from desktop.views.time_bar import clock as clocks
from desktop.views.time_bar import scale as scales
from desktop.views.time_bar.axis import change_days, reported_period, whole_period
from desktop.views.time_bar.clock import Clock
from desktop.views.time_bar.controls import Controls
from desktop.views.time_bar.known_strip import KnownStrip
from desktop.views.time_bar.player import Player
from desktop.views.time_bar.scale import Scale
from desktop.views.time_bar.slider import DaySlider
from desktop.views.time_bar.track import Track
from geodata.domain.times import Days
from geodata.timeline import Axis

# Narrower than this, the controls stand in one row above the track.
_COMPACT_UNDER_PX = 1100


class TimeBar(QWidget):
    """
    Shows and sets the two times.

    Args:
        theme: Colours, fonts, sizes.
        read_date: Reads a typed date; raises `UnclearDate`.
        parent: Owner.
    """

    time_changed = Signal(object, object)  # on: date, known by: date

    def __init__(
        self, theme: Theme, read_date: Callable[[str], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._axis: Axis | None = None
        self._clock: Clock | None = None
        self._changes: tuple[date, ...] = ()
        self._is_fitted_whole = False
        self._is_low = False
        self._player = Player(theme.tokens.play_step_ms, self)
        self._controls = Controls(theme, read_date)
        self._track = Track(theme)
        self._strip = KnownStrip(theme)
        self.setAccessibleName("Time")
        self._lay_out()
        self._join()
        self.set_axis(None)

    @property
    def clock(self) -> Clock | None:
        """The state of time, or None without articles."""
        return self._clock

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

    def _join(self) -> None:
        self._join_slider(self._track, self._on_day_asked)
        self._join_slider(self._strip, self._on_known_asked)
        self._track.resized.connect(self._on_resized)
        self._track.hidden_clicked.connect(lambda: self.fit(is_whole=True))
        self._track.stepped.connect(self.step_by)
        self._track.end_asked.connect(self._on_end)
        self._strip.stepped.connect(self._on_known_stepped)
        self._strip.end_asked.connect(self._on_known_end)
        controls = self._controls
        controls.transport.end_asked.connect(self._on_end)
        controls.transport.stepped.connect(self.step_by)
        controls.transport.play_toggled.connect(self.toggle_play)
        controls.transport.loop_changed.connect(self.set_looping)
        controls.transport.speed_changed.connect(
            lambda speed: self._set(self._clock and clocks.with_speed(self._clock, speed))
        )
        controls.step_chosen.connect(
            lambda step: self._set(self._clock and clocks.with_step(self._clock, step))
        )
        controls.date_field.day_typed.connect(self._on_day_typed)
        controls.date_field.stepped.connect(self._on_day_stepped)
        controls.known.all_asked.connect(self._on_all_asked)
        controls.known.day_asked.connect(self._on_known_picked)
        controls.known.chain_toggled.connect(self._on_chain)
        self._player.due.connect(self._on_due)

    def _join_slider(self, slider: DaySlider, on_moved: Callable[[date], None]) -> None:
        slider.moved.connect(on_moved)
        slider.change_asked.connect(self.jump_change)
        slider.play_asked.connect(self.toggle_play)
        slider.cancelled.connect(self.pause)
        slider.zoomed.connect(self._on_zoomed)
        slider.scrubbed.connect(self._on_scrubbed)
        slider.fit_asked.connect(lambda: self.fit(is_whole=not self._is_fitted_whole))

    def sizeHint(self) -> QSize:
        sizes = self._theme.tokens.size
        return QSize(1024, sizes.time_bar_compact if self._controls.is_compact else sizes.time_bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, self._theme.tokens.size.time_bar_compact)

    # What the window tells the bar

    def set_axis(self, axis: Axis | None) -> None:
        """Show another project's time; None before there are articles."""
        before, self._axis = self._axis, axis
        self._changes = change_days(axis) if axis else ()
        self._track.set_axis(axis)
        self._strip.set_axis(axis)
        self._controls.setEnabled(axis is not None)
        self._controls.transport.set_playable(self._has_claims())
        self._track.setEnabled(axis is not None)
        self._strip.setEnabled(axis is not None)
        if axis is None:
            self._player.stop()
            self._clock = None
            self._controls.show_nothing()
            return
        self._controls.known.set_publications(self._strip.publication_days(), axis.last_source_day)
        bounds = Days(axis.first_day, axis.last_day + timedelta(days=1))
        self._controls.date_field.set_bounds(bounds)
        self._controls.known.set_bounds(bounds)
        last = clocks.clamped(bounds, axis.last_source_day)
        self._clock = (
            clocks.with_bounds(self._clock, bounds) if self._clock else Clock(bounds, last, last)
        )
        # Muting a source must not tear the view away from who compares with and without it.
        if before is None or whole_period(before) != whole_period(axis):
            self.fit(is_whole=False)
        self._show()

    def _has_claims(self) -> bool:
        return self._axis is not None and bool(self._axis.day_counts)

    def set_changes(self, days: Iterable[date]) -> None:
        """Say on which days the map changes; until told, the axis's events and deadlines count."""
        self._changes = tuple(sorted(set(days)))

    def set_time(self, on: date, known: date) -> None:
        """Show two times without telling anybody; they are held within the axis."""
        if self._clock:
            bounds = self._clock.bounds
            is_chained = self._clock.is_chained and on == known
            free = clocks.chain(self._clock, is_chained=False)
            moved = clocks.move_known(clocks.move(free, on), clocks.clamped(bounds, known))
            self._clock = clocks.chain(moved, is_chained)
            self._show()

    def frame_painted(self) -> None:
        """Note that the map has drawn what it was last told; playing goes on."""
        self._player.frame_painted()

    def set_low(self, is_low: bool) -> None:
        """Say whether the window is too low for the full bar."""
        self._is_low = is_low
        self._choose_layout()

    # Verbs, for menus and shortcuts

    def toggle_play(self) -> None:
        """Play, or stop."""
        if self._clock and (self._clock.is_playing or self._has_claims()):
            self._set(clocks.play(self._clock, not self._clock.is_playing))

    def pause(self) -> None:
        """Stop playing."""
        if self._clock and self._clock.is_playing:
            self._set(clocks.play(self._clock, is_playing=False))

    def step_by(self, count: int) -> None:
        """Go some steps on, or back."""
        if self._clock:
            self._set(clocks.step_by(self._clock, count, self._changes))

    def jump_change(self, count: int) -> None:
        """Go to the next or previous change."""
        if self._clock:
            self._set(clocks.jump_change(self._clock, count, self._changes))

    def go_to(self, day: date) -> None:
        """Show a day, as if the person had chosen it."""
        if self._clock:
            self._set(clocks.move(self._clock, day))

    def set_looping(self, is_looping: bool) -> None:
        """Start again at the end when playing, or stop there."""
        if self._clock:
            self._set(clocks.loop(self._clock, is_looping))

    def toggle_looping(self) -> None:
        """Switch looping."""
        if self._clock:
            self.set_looping(not self._clock.is_looping)

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
        self.pause()
        self.go_to(day)

    def _on_known_asked(self, day: date) -> None:
        if self._clock:
            self._set(clocks.move_known(self._clock, day))

    def _on_known_stepped(self, count: int) -> None:
        if not self._clock:
            return
        if self._clock.is_chained:
            self.step_by(count)
            return
        days = self._strip.publication_days()
        shown = clocks.move(self._clock, self._clock.known_by)
        self._on_known_asked(clocks.jump_change(shown, count, days).on)

    def _on_known_end(self, side: int) -> None:
        days = self._strip.publication_days()
        if days:
            self._on_known_asked(days[0] if side < 0 else days[-1])

    def _on_known_picked(self, day: date) -> None:
        if self._clock:
            self._set(clocks.move_known(clocks.chain(self._clock, is_chained=False), day))

    def _on_all_asked(self) -> None:
        last = self._axis.last_source_day if self._axis else None
        if last:
            self._on_known_picked(last)

    def _on_chain(self, is_chained: bool) -> None:
        if self._clock:
            self._set(clocks.chain(self._clock, is_chained))

    def _on_end(self, side: int) -> None:
        if self._clock:
            go = clocks.to_first if side < 0 else clocks.to_last
            self._set(go(self._clock))

    def _on_day_typed(self, day: date) -> None:
        self.pause()
        self.go_to(day)
        # What comes after a date is moving on from it, by the keys of the track.
        self._track.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_day_stepped(self, count: int) -> None:
        if self._clock:
            self.go_to(self._clock.on + timedelta(days=count))

    def _on_due(self) -> None:
        if self._clock:
            self._set(clocks.next_frame(self._clock, self._changes))

    def _on_zoomed(self, factor: float, at_px: float) -> None:
        if self.scale:
            self._is_fitted_whole = False
            self._set_scale(scales.zoom(self.scale, factor, at_px))

    def _on_scrubbed(self, shift_px: float) -> None:
        if self.scale and self._clock:
            days = shift_px / self.scale.px_per_day
            whole = round(days) or (1 if days > 0 else -1)
            self.go_to(self._clock.on + timedelta(days=whole))

    # What follows

    def _set(self, clock: Clock | None) -> None:
        before = self._clock
        if clock is None or before is None or clock == before:
            return
        self._clock = clock
        if clock.is_playing:
            if not before.is_playing or clock.speed != before.speed:
                self._player.run(clock.speed)
        else:
            self._player.stop()
        self._show()
        if (clock.on, clock.known_by) != (before.on, before.known_by):
            if self.scale:
                self._set_scale(scales.reveal(self.scale, clock.on))
            self._player.frame_asked()
            self.time_changed.emit(clock.on, clock.known_by)

    def _set_scale(self, scale: Scale) -> None:
        if scale == self.scale:
            return
        self._track.set_scale(scale)
        self._strip.set_scale(scale)

    def _show(self) -> None:
        if self._clock and self._axis:
            first, last = self._axis.first_day, self._axis.last_day
            self._track.set_known(None if self._strip_is_all() else self._clock.known_by)
            self._track.set_days(first, last, self._clock.on)
            self._strip.set_days(first, last, self._clock.known_by)
            self._controls.show_clock(self._clock)

    def _strip_is_all(self) -> bool:
        last = self._axis.last_source_day if self._axis else None
        return bool(self._clock and last is not None and self._clock.known_by >= last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_L and not event.modifiers():
            self.toggle_looping()
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
            self.updateGeometry()
