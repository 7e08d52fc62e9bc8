"""A window of days on the time bar: edges, body, keys, typed days, and what is told."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from desktop.views.time_bar import Mode, TimeBar
from desktop.views.time_bar.drawing.window_drawing import handle_px
from desktop.views.time_bar.fields.date_field import DateField
from desktop.views.time_bar.known_strip import KnownStrip
from desktop.views.time_bar.start_handle import StartHandle
from desktop.views.time_bar.track import Track
from geodata.domain.times import Days, Reach
from tests.helpers.made_up_articles import an_axis

APRIL_20, MAY_19, MAY_20 = date(2024, 4, 20), date(2024, 5, 19), date(2024, 5, 20)
LEFT = Qt.MouseButton.LeftButton
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(typed_bar: TimeBar) -> TimeBar:
    typed_bar.keeper.show_days(APRIL_20, MAY_20)
    return typed_bar


def track_of(bar: TimeBar) -> Track:
    return bar.findChild(Track)


def shown(bar: TimeBar) -> Days:
    assert bar.clock
    return bar.clock.during


def combo(bar: TimeBar, name: str) -> QComboBox:
    return next(b for b in bar.findChildren(QComboBox) if b.accessibleName() == name)


def grip(bar: TimeBar) -> QPoint:
    assert bar.clock
    assert bar.scale
    y_px = round(track_of(bar)._lanes().histogram.top())
    return QPoint(round(handle_px(bar.clock, bar.scale)), y_px)


def px(bar: TimeBar, days: int) -> int:
    assert bar.scale
    return round(days * bar.scale.px_per_day)


def test_the_window_tells_how_far_it_reaches(typed_bar: TimeBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(typed_bar.reach_changed) as told:
        typed_bar.keeper.show_days(APRIL_20, MAY_20)
    assert told.args == [Reach(before=30)]
    assert shown(typed_bar) == Days(APRIL_20, date(2024, 5, 21))
    assert combo(typed_bar, "Days shown").currentText() == "Window, 31 days"


def test_modes_are_chosen_and_the_date_stays(typed_bar: TimeBar, qtbot: QtBot) -> None:
    modes = combo(typed_bar, "Days shown")
    for mode, reach in (
        (Mode.FROM_START, Reach(before=None)),
        (Mode.TO_END, Reach(after=None)),
        (Mode.WINDOW, Reach(before=29)),
        (Mode.INSTANT, Reach()),
    ):
        with qtbot.waitSignal(typed_bar.reach_changed) as told:
            modes.activated.emit(list(Mode).index(mode))
        assert told.args == [reach]
        assert typed_bar.clock
        assert typed_bar.clock.on == MAY_20
        assert modes.currentIndex() == list(Mode).index(mode)


def test_the_last_edge_is_dragged_and_the_first_stays(bar: TimeBar, qtbot: QtBot) -> None:
    track, at = track_of(bar), grip(bar)
    qtbot.mousePress(track, LEFT, ALT, at)
    assert shown(bar) == Days(APRIL_20, date(2024, 5, 21)), "held, it does not jump"
    qtbot.mouseMove(track, at + QPoint(px(bar, 10), 0))
    qtbot.mouseRelease(track, LEFT, ALT, at + QPoint(px(bar, 10), 0))
    assert shown(bar) == Days(APRIL_20, date(2024, 5, 31))


def test_the_first_edge_is_dragged_and_the_last_stays(bar: TimeBar, qtbot: QtBot) -> None:
    start = bar.findChild(StartHandle)
    assert start.isVisible()
    at = start.rect().center()
    qtbot.mousePress(start, LEFT, ALT, at)
    qtbot.mouseMove(start, at + QPoint(px(bar, 5), 0))
    qtbot.mouseRelease(start, LEFT)
    assert shown(bar).start in {date(2024, 4, 24), date(2024, 4, 25)}
    assert shown(bar).end == date(2024, 5, 21)


def test_the_body_is_dragged_with_its_span(bar: TimeBar, qtbot: QtBot) -> None:
    track, at = track_of(bar), grip(bar) - QPoint(px(bar, 15), 0)
    qtbot.mousePress(track, LEFT, ALT, at)
    qtbot.mouseMove(track, at + QPoint(px(bar, 7), 0))
    qtbot.mouseRelease(track, LEFT, ALT)
    assert shown(bar) == Days(date(2024, 4, 27), date(2024, 5, 28))


def test_a_click_below_the_handles_ends_the_window_there(bar: TimeBar, qtbot: QtBot) -> None:
    assert bar.scale
    at = QPoint(round(bar.scale.middle_of(date(2024, 6, 12))), 60)
    qtbot.mouseClick(track_of(bar), LEFT, pos=at)
    assert shown(bar) == Days(date(2024, 5, 13), date(2024, 6, 13))


def test_an_edge_snaps_to_an_event_unless_alt_is_held(bar: TimeBar, qtbot: QtBot) -> None:
    track, scale = track_of(bar), bar.scale
    assert scale
    # The end of 19 May, on which something happens, and some pixels beside it.
    y_px = grip(bar).y()
    near = QPoint(round(scale.end_of(MAY_19)) - 4, y_px)
    for modifier, last in ((Qt.KeyboardModifier.NoModifier, MAY_19), (ALT, date(2024, 5, 18))):
        bar.keeper.show_days(APRIL_20, date(2024, 6, 10))
        qtbot.mousePress(track, LEFT, modifier, grip(bar))
        # qtbot.mouseMove takes no modifier, so the press at the other place stands for it.
        track._lead(_moved(track, near, modifier))
        qtbot.mouseRelease(track, LEFT, modifier, near)
        assert bar.clock
        assert bar.clock.on == last


def _moved(track: Track, at: QPoint, modifier: Qt.KeyboardModifier):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    place = QPointF(at)
    return QMouseEvent(QEvent.Type.MouseMove, place, track.mapToGlobal(place), LEFT, LEFT, modifier)


def test_keys_resize_either_edge(bar: TimeBar, qtbot: QtBot) -> None:
    track = track_of(bar)
    step = combo(bar, "Step")
    step.activated.emit(step.findText("Day"))
    qtbot.keyClick(track, Qt.Key.Key_Right, SHIFT)
    assert shown(bar) == Days(APRIL_20, date(2024, 5, 22))
    qtbot.keyClick(track, Qt.Key.Key_Left, SHIFT)
    qtbot.keyClick(track, Qt.Key.Key_Right, CTRL)
    assert shown(bar) == Days(date(2024, 4, 21), date(2024, 5, 21))
    qtbot.keyClick(track, Qt.Key.Key_Left, CTRL)
    qtbot.keyClick(track, Qt.Key.Key_Left)
    assert shown(bar) == Days(date(2024, 4, 19), MAY_20)


def test_each_edge_is_a_stop_of_its_own_and_says_its_day(bar: TimeBar, qtbot: QtBot) -> None:
    start, track = bar.findChild(StartHandle), track_of(bar)
    assert start.accessibleName() == "Window start"
    assert start.accessibleDescription() == "20 April 2024, 31 days shown"
    assert track.accessibleName() == "Window end"
    assert track.accessibleDescription().startswith("20 May 2024, ")
    bar.activateWindow()
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is track
    qtbot.keyClick(track, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is bar.findChild(KnownStrip)
    step = combo(bar, "Step")
    step.activated.emit(step.findText("Day"))
    qtbot.keyClick(start, Qt.Key.Key_Right)
    assert shown(bar) == Days(date(2024, 4, 21), date(2024, 5, 21))
    qtbot.keyClick(start, Qt.Key.Key_End)
    assert shown(bar) == Days(MAY_20, date(2024, 5, 21))
    qtbot.keyClick(start, Qt.Key.Key_Home)
    assert shown(bar).start == an_axis().first_day


def test_escape_takes_a_dragged_edge_back(bar: TimeBar, qtbot: QtBot) -> None:
    track, at = track_of(bar), grip(bar)
    qtbot.mousePress(track, LEFT, ALT, at)
    qtbot.mouseMove(track, at + QPoint(px(bar, 10), 0))
    qtbot.keyClick(track, Qt.Key.Key_Escape)
    assert shown(bar) == Days(APRIL_20, date(2024, 5, 21))
    qtbot.mouseRelease(track, LEFT)


@pytest.mark.parametrize(
    ("mode", "typed", "during"),
    [
        (Mode.INSTANT, "19 May 2024", Days(MAY_19, MAY_20)),
        (Mode.INSTANT, "2024-05-19", Days(MAY_19, MAY_20)),
        (Mode.INSTANT, "May 2024", Days(date(2024, 5, 1), date(2024, 5, 2))),
        (Mode.INSTANT, "+1w", Days(date(2024, 5, 27), date(2024, 5, 28))),
        (Mode.INSTANT, "-1m", Days(APRIL_20, date(2024, 4, 21))),
        (Mode.WINDOW, "May 2024", Days(date(2024, 5, 1), date(2024, 6, 1))),
        (Mode.WINDOW, "Feb 2024", Days(date(2024, 2, 1), date(2024, 3, 1))),
        (Mode.WINDOW, "19 May 2024", Days(date(2024, 4, 20), MAY_20)),
        (Mode.FROM_START, "May 2024", Days(None, date(2024, 6, 1))),
        (Mode.TO_END, "May 2024", Days(date(2024, 5, 1), None)),
    ],
)
def test_days_are_typed(
    typed_bar: TimeBar, qtbot: QtBot, mode: Mode, typed: str, during: Days
) -> None:
    typed_bar.set_mode(mode)
    field = typed_bar.findChild(DateField)
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown(typed_bar) == during
    assert field.accessibleDescription() == ""


def test_a_double_click_on_a_handle_leads_to_typing(bar: TimeBar, qtbot: QtBot) -> None:
    bar.activateWindow()
    before = bar.scale
    qtbot.mouseDClick(track_of(bar), LEFT, pos=grip(bar))
    assert bar.focusWidget() is bar.findChild(DateField)
    assert bar.scale == before


def test_new_articles_and_mutes_keep_window_mode_and_step(bar: TimeBar) -> None:
    step = combo(bar, "Step")
    step.activated.emit(step.findText("Week"))
    before = bar.clock
    assert before
    bar.set_axis(dataclasses.replace(an_axis(), events=()))
    assert bar.clock
    assert (bar.clock.during, bar.clock.mode, bar.clock.step) == (
        before.during,
        before.mode,
        before.step,
    )


def test_closing_shows_one_day_again(bar: TimeBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.reach_changed) as told:
        bar.set_axis(None)
    assert told.args == [Reach()]
    assert not bar.findChild(StartHandle).isEnabled()


def test_a_speed_is_typed(bar: TimeBar, qtbot: QtBot) -> None:
    speed = combo(bar, "Speed")
    for typed, kept, words in (("3", 3.0, "3×"), ("0,5x", 0.5, "0.5×"), ("fast", 0.5, "0.5×")):
        speed.setEditText(typed)
        speed.lineEdit().editingFinished.emit()
        assert bar.clock
        assert bar.clock.speed == kept
        assert speed.currentText() == words


@pytest.mark.parametrize("mode", Mode)
def test_every_mode_is_drawn(typed_bar: TimeBar, mode: Mode) -> None:
    typed_bar.set_mode(Mode.INSTANT)
    one_day = typed_bar.grab().toImage()
    typed_bar.set_mode(mode)
    assert (typed_bar.grab().toImage() == one_day) is (mode is Mode.INSTANT)


def test_playing_moves_the_window(bar: TimeBar, qtbot: QtBot) -> None:
    bar.keeper.player._step_ms = 1
    told: list[int] = []

    def on_told(_on: date, _known: date) -> None:
        assert bar.clock
        told.append(bar.clock.span_days)
        bar.frame_painted()

    bar.time_changed.connect(on_told)
    next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == "Play").click()
    qtbot.waitUntil(lambda: not (bar.clock and bar.clock.is_playing))
    assert set(told) == {31}
