"""The timekeeper: holds the clock, moves it by verbs, plays, and tells what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop.views.time_bar.clockwork import clock as clocks
from desktop.views.time_bar.clockwork.calendar import shifted
from desktop.views.time_bar.clockwork.clock import Clock, Mode, Repeat, Step
from desktop.views.time_bar.clockwork.player import Player
from geodata.domain.times import ONE_DAY, Days, Reach


class Timekeeper(QObject):
    """
    The one place where the clock changes. Without articles there is none, and verbs do nothing.

    Args:
        step_ms: Time between two steps at speed 1.
        parent: Owner.
    """

    shown = Signal()  # something about the clock is to be shown anew
    time_changed = Signal(object, object)  # on: date, known by: date
    reach_changed = Signal(object)  # Reach

    def __init__(self, step_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock: Clock | None = None
        self.is_playable = False
        self._changes: tuple[date, ...] = ()
        self._player = Player(step_ms, self)
        self._player.due.connect(self._on_due)

    @property
    def player(self) -> Player:
        """What drives the clock while it plays."""
        return self._player

    def open(self, bounds: Days, day: date) -> None:
        """Take a project's days; the clock opens on a day, or stays where it was."""
        day = clocks.clamped(bounds, day)
        if self.clock is None:
            self.clock = Clock(bounds, day, day)
            return
        reach = self.clock.reach
        self.clock = clocks.with_bounds(self.clock, bounds)
        if self.clock.reach != reach:
            self.reach_changed.emit(self.clock.reach)

    def close(self) -> None:
        """Have no time: nothing is open."""
        self._player.stop()
        was_wide = self.clock is not None and not self.clock.reach.is_one_day
        self.clock = None
        if was_wide:
            self.reach_changed.emit(ONE_DAY)

    def set_changes(self, days: Iterable[date]) -> None:
        """Say on which days the map changes."""
        self._changes = tuple(sorted(set(days)))

    def set_time(self, on: date, known: date) -> None:
        """Show two times without telling anybody; they are held within the bounds."""
        if self.clock:
            bounds = self.clock.bounds
            is_chained = self.clock.is_chained and on == known
            free = clocks.chain(self.clock, is_chained=False)
            moved = clocks.move_known(clocks.move(free, on), clocks.clamped(bounds, known))
            self.clock = clocks.chain(moved, is_chained)
            self.shown.emit()

    # Moving

    def step_by(self, count: int) -> None:
        """Go some steps on, or back."""
        if self.clock:
            self._set(clocks.step_by(self.clock, count, self._changes))

    def jump_change(self, count: int) -> None:
        """Go to the next or previous change."""
        if self.clock:
            self._set(clocks.jump_change(self.clock, count, self._changes))

    def go_to(self, day: date) -> None:
        """Show a day; a window ends with it."""
        if self.clock:
            self._set(clocks.move(self.clock, day))

    def show_frame(self, on: date, known_by: date, reach: Reach) -> None:
        """Show a day as known by another, with the days around it; the two go apart from then on."""
        if self.clock:
            free = clocks.with_reach(clocks.chain(self.clock, is_chained=False), reach)
            self._set(clocks.move_known(clocks.move(free, on), known_by))

    def go_by_days(self, days: int) -> None:
        """Show the day some days on, or back."""
        if self.clock:
            self.go_to(shifted(self.clock.on, days))

    def go_to_end(self, side: int) -> None:
        """Show the first day of all (-1) or the last (1)."""
        if self.clock:
            self._set((clocks.to_first if side < 0 else clocks.to_last)(self.clock))

    def know(self, day: date) -> None:
        """Read sources up to another day."""
        if self.clock:
            self._set(clocks.move_known(self.clock, day))

    def know_apart(self, day: date) -> None:
        """Read sources up to a day that no longer follows the day shown."""
        if self.clock:
            self._set(clocks.move_known(clocks.chain(self.clock, is_chained=False), day))

    def chain(self, is_chained: bool) -> None:
        """Tie the known day to the day shown, or let go of it."""
        if self.clock:
            self._set(clocks.chain(self.clock, is_chained))

    # The window

    def set_mode(self, mode: Mode) -> None:
        """Take in other days around the day shown, which stays."""
        if self.clock:
            self._set(clocks.with_mode(self.clock, mode))

    def set_reach(self, reach: Reach) -> None:
        """Take in the days of a reach around the day shown, which stays."""
        if self.clock:
            self._set(clocks.with_reach(self.clock, reach))

    def show_days(self, first: date, last: date) -> None:
        """Show a window from a first to a last day."""
        if self.clock:
            self._set(clocks.show_days(self.clock, first, last))

    def move_first(self, day: date) -> None:
        """Lead the first day of the window elsewhere."""
        if self.clock:
            self._set(clocks.move_first(self.clock, day))

    def move_last(self, day: date) -> None:
        """Lead the last day of the window elsewhere."""
        if self.clock:
            self._set(clocks.move_last(self.clock, day))

    def step_edge(self, edge: int, count: int) -> None:
        """Lead an edge of the window, the first (-1) or the last (1), some steps on or back."""
        if self.clock:
            step = clocks.step_first if edge < 0 else clocks.step_last
            self._set(step(self.clock, count, self._changes))

    # Playing

    def toggle_play(self) -> None:
        """Play, or stop."""
        if self.clock and (self.clock.is_playing or self.is_playable):
            self._set(clocks.play(self.clock, not self.clock.is_playing))

    def pause(self) -> None:
        """Stop playing."""
        if self.clock and self.clock.is_playing:
            self._set(clocks.play(self.clock, is_playing=False))

    def set_step(self, step: Step) -> None:
        """Change how far a step goes."""
        if self.clock:
            self._set(clocks.with_step(self.clock, step))

    def set_speed(self, speed: float) -> None:
        """Change the pace."""
        if self.clock:
            self._set(clocks.with_speed(self.clock, speed))

    def set_repeat(self, repeat: Repeat) -> None:
        """Choose what playing does at the end."""
        if self.clock:
            self._set(clocks.with_repeat(self.clock, repeat))

    def next_repeat(self) -> None:
        """Go on to the next manner of ending: stop, start again, turn round."""
        if self.clock:
            self._set(clocks.next_repeat(self.clock))

    def _on_due(self) -> None:
        if self.clock:
            self._set(clocks.next_frame(self.clock, self._changes))

    def _set(self, clock: Clock) -> None:
        before = self.clock
        if before is None or clock == before:
            return
        self.clock = clock
        if not clock.is_playing:
            self._player.stop()
        elif not before.is_playing or clock.speed != before.speed:
            self._player.run(clock.speed)
        self.shown.emit()
        # The days around come first: a frame is asked for when all of it is known.
        if clock.reach != before.reach:
            self.reach_changed.emit(clock.reach)
        if (clock.on, clock.known_by) != (before.on, before.known_by):
            self._player.frame_asked()
            self.time_changed.emit(clock.on, clock.known_by)
