"""The time bar as a person uses it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QComboBox, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop.settings.theme import SchemeChoice, Theme
from desktop.views.time_bar import TimeBar
from desktop.views.time_bar import scale as scales
from desktop.views.time_bar.clockwork.clock import Repeat, Step
from desktop.views.time_bar.drawing.axis_drawing import Picture
from desktop.views.time_bar.drawing.flags import flags_of
from desktop.views.time_bar.drawing.lanes import hidden_events, lanes_of
from desktop.views.time_bar.fields.date_field import DateField
from desktop.views.time_bar.fields.known_date_dialog import KnownDateDialog
from desktop.views.time_bar.known_strip import KnownStrip
from desktop.views.time_bar.track import Track
from geodata.domain.times import UncertainDate, on_day
from geodata.errors import UnclearDate
from tests.helpers.made_up_articles import an_axis

MAY_19, MAY_20 = date(2024, 5, 19), date(2024, 5, 20)
APRIL_24 = date(2024, 4, 24)


def read_iso(text: str, _shown: date | None = None) -> UncertainDate:
    try:
        return on_day(date.fromisoformat(text))
    except ValueError:
        raise UnclearDate(text) from None


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> TimeBar:
    bar = TimeBar(theme, read_iso)
    qtbot.addWidget(bar)
    bar.resize(1440, 152)
    bar.show()
    bar.set_axis(an_axis())
    return bar


@pytest.fixture
def press(bar: TimeBar, qtbot: QtBot) -> Callable[..., tuple[date, date]]:
    """Press a key on the track and return the two times."""

    def press(
        key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> tuple[date, date]:
        qtbot.keyClick(track_of(bar), key, modifier)
        return times(bar)

    return press


def track_of(bar: TimeBar) -> Track:
    return bar.findChild(Track)


def strip_of(bar: TimeBar) -> KnownStrip:
    return bar.findChild(KnownStrip)


def times(bar: TimeBar) -> tuple[date, date]:
    assert bar.clock
    return bar.clock.on, bar.clock.known_by


def button(bar: TimeBar, name: str) -> QToolButton:
    return next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == name)


def at_day(bar: TimeBar, day: date, shift_px: int = 0) -> QPoint:
    assert bar.scale
    return QPoint(round(bar.scale.middle_of(day)) + shift_px, 60)


def test_it_opens_on_the_last_source_with_all_sources(bar: TimeBar) -> None:
    assert times(bar) == (MAY_20, MAY_20)


def test_setting_the_time_tells_nobody(bar: TimeBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.time_changed):
        bar.set_time(MAY_19, MAY_20)
    assert times(bar) == (MAY_19, MAY_20)


def test_a_click_moves_to_the_day_and_tells_once(bar: TimeBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.time_changed) as told:
        qtbot.mouseClick(
            track_of(bar), Qt.MouseButton.LeftButton, pos=at_day(bar, date(2024, 6, 12))
        )
    assert told.args == [date(2024, 6, 12), MAY_20]


@pytest.mark.parametrize(
    ("modifier", "day"),
    [
        (Qt.KeyboardModifier.NoModifier, APRIL_24),
        (Qt.KeyboardModifier.AltModifier, date(2024, 4, 25)),
    ],
)
def test_a_click_snaps_to_an_event_unless_alt_is_held(
    bar: TimeBar, qtbot: QtBot, modifier: Qt.KeyboardModifier, day: date
) -> None:
    assert bar.scale
    assert 3 < bar.scale.px_per_day < 10
    near = at_day(bar, APRIL_24, shift_px=5)
    qtbot.mouseClick(track_of(bar), Qt.MouseButton.LeftButton, modifier, near)
    assert times(bar)[0] == day


def test_dragging_tells_every_day_and_escape_takes_it_back(bar: TimeBar, qtbot: QtBot) -> None:
    told: list[date] = []
    bar.time_changed.connect(lambda on, _known: told.append(on))
    track, left = track_of(bar), Qt.MouseButton.LeftButton
    qtbot.mousePress(track, left, pos=at_day(bar, date(2024, 6, 3)))
    qtbot.mouseMove(track, at_day(bar, date(2024, 6, 4)))
    qtbot.mouseMove(track, at_day(bar, date(2024, 6, 9)))
    assert told == [date(2024, 6, 3), date(2024, 6, 4), date(2024, 6, 9)]
    qtbot.keyClick(track, Qt.Key.Key_Escape)
    assert times(bar)[0] == MAY_20
    qtbot.mouseRelease(track, left, pos=at_day(bar, date(2024, 6, 9)))


def test_keys_of_the_track(bar: TimeBar, press: Callable[..., tuple[date, date]]) -> None:
    steps = next(b for b in bar.findChildren(QComboBox) if b.accessibleName() == "Step")
    assert steps.accessibleName() == "Step"
    steps.setCurrentIndex(list(Step).index(Step.DAY))
    steps.activated.emit(steps.currentIndex())
    assert press(Qt.Key.Key_Left)[0] == MAY_19
    assert press(Qt.Key.Key_Right)[0] == MAY_20
    assert press(Qt.Key.Key_PageUp)[0] == date(2024, 5, 30)
    assert press(Qt.Key.Key_PageDown)[0] == MAY_20
    alt = Qt.KeyboardModifier.AltModifier
    assert press(Qt.Key.Key_Left, alt)[0] == MAY_19
    assert press(Qt.Key.Key_Right, alt)[0] == date(2024, 9, 15)
    assert press(Qt.Key.Key_Home)[0] == date(2023, 7, 1)
    assert press(Qt.Key.Key_End)[0] == date(2024, 9, 30)


def test_the_map_s_own_changes_are_stepped_through(bar: TimeBar) -> None:
    bar.set_changes([date(2024, 7, 1), date(2024, 6, 1), date(2024, 6, 1)])
    shown = []
    for _ in range(3):
        bar.step_by(1)
        shown.append(times(bar)[0])
    assert shown == [date(2024, 6, 1), date(2024, 7, 1), date(2024, 7, 1)]


def test_space_plays_and_escape_stops(
    bar: TimeBar, press: Callable[..., tuple[date, date]]
) -> None:
    press(Qt.Key.Key_Space)
    assert bar.clock
    assert bar.clock.is_playing
    assert button(bar, "Pause")
    press(Qt.Key.Key_Escape)
    assert not bar.clock.is_playing
    assert button(bar, "Play")


def test_playing_shows_a_frame_waits_and_ends(bar: TimeBar, qtbot: QtBot) -> None:
    bar.keeper.player._step_ms = 1
    bar.set_time(date(2024, 5, 1), MAY_20)
    told: list[date] = []

    def on_told(on: date, _known: date) -> None:
        told.append(on)
        bar.frame_painted()

    bar.time_changed.connect(on_told)
    bar.toggle_play()
    qtbot.waitUntil(lambda: not (bar.clock and bar.clock.is_playing))
    assert told == [MAY_19, date(2024, 9, 15)]


def test_l_loops_then_bounces_then_stops(
    bar: TimeBar, press: Callable[..., tuple[date, date]]
) -> None:
    assert button(bar, "Stops at the end")
    press(Qt.Key.Key_L)
    assert button(bar, "Starts again at the end")
    press(Qt.Key.Key_L)
    assert button(bar, "Turns round at the end")
    press(Qt.Key.Key_L)
    assert bar.clock
    assert bar.clock.repeat is Repeat.ONCE


def test_the_wheel_zooms_around_the_pointer(bar: TimeBar) -> None:
    track = track_of(bar)
    assert track.scale
    before, at = track.scale, QPointF(500, 60)
    wheel = QWheelEvent(
        at,
        track.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(track, wheel)
    assert track.scale.px_per_day > before.px_per_day
    assert track.scale.day_at(500) == before.day_at(500)
    assert strip_of(bar).scale == track.scale
    assert times(bar) == (MAY_20, MAY_20)


def test_a_double_click_shows_all_and_keeps_the_day(bar: TimeBar, qtbot: QtBot) -> None:
    assert bar.scale
    assert bar.scale.first > date(2023, 7, 1)
    at = at_day(bar, date(2024, 6, 12))
    qtbot.mouseClick(track_of(bar), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(track_of(bar), Qt.MouseButton.LeftButton, pos=at)
    assert bar.scale.first <= date(2023, 7, 1)
    assert times(bar)[0] == MAY_20


def test_a_typed_date_moves(bar: TimeBar, qtbot: QtBot) -> None:
    field = bar.findChild(DateField)
    field.setText("2024-04-24")
    with qtbot.waitSignal(bar.time_changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert times(bar)[0] == APRIL_24
    assert field.text() == "24 Apr 2024"


def test_an_unclear_date_says_why_and_moves_nothing(bar: TimeBar, qtbot: QtBot) -> None:
    field = bar.findChild(DateField)
    field.setText("next flood")
    with qtbot.assertNotEmitted(bar.time_changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "next flood" in field.accessibleDescription()
    assert field.property("is_wrong")
    qtbot.keyClicks(field, "x")
    assert not field.property("is_wrong")


def test_alt_down_opens_the_calendar_on_the_day(bar: TimeBar, qtbot: QtBot) -> None:
    bar.set_time(APRIL_24, MAY_20)
    field = bar.findChild(DateField)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate().toPython() == APRIL_24
    calendar.clicked.emit(QDate(2024, 5, 19))
    assert times(bar)[0] == MAY_19


def test_the_known_handle_leaves_sources_out(bar: TimeBar, qtbot: QtBot) -> None:
    strip = strip_of(bar)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert times(bar) == (MAY_20, date(2024, 5, 10))
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert times(bar) == (MAY_20, date(2024, 4, 20))
    assert strip.value_words() == "20 April 2024, 1 source"
    assert button(bar, "Known by: by 20 Apr 2024")
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert button(bar, "Known by: All sources")


def test_events_that_nobody_knew_of_are_not_on_the_track(bar: TimeBar) -> None:
    def labels() -> list[str]:
        return [tick.label for tick in track_of(bar)._ticks]

    bar.set_time(MAY_20, date(2024, 4, 20))
    assert "exit begins" not in labels()
    assert "exit agreed" in labels()
    bar.set_time(MAY_20, MAY_20)
    assert "exit begins" in labels()


def test_a_closed_chain_moves_both(bar: TimeBar, qtbot: QtBot) -> None:
    button(bar, "Known date follows the date").click()
    bar.go_to(APRIL_24)
    assert times(bar) == (APRIL_24, APRIL_24)
    qtbot.mouseClick(
        strip_of(bar), Qt.MouseButton.LeftButton, pos=QPoint(at_day(bar, MAY_20).x(), 12)
    )
    assert times(bar) == (MAY_20, MAY_20)


def test_handles_are_sliders_with_a_value_in_words(bar: TimeBar) -> None:
    bar.set_time(MAY_19, MAY_20)
    track = track_of(bar)
    spoken = QAccessible.queryAccessibleInterface(track)
    assert spoken.role() == QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "Date"
    assert spoken.text(QAccessible.Text.Description) == "19 May 2024, 7 claims"
    assert strip_of(bar).accessibleName() == "Known by"
    assert strip_of(bar).accessibleDescription() == "20 May 2024, 3 sources, all"


def test_every_control_has_a_name_and_can_be_reached(bar: TimeBar) -> None:
    for kind in (QToolButton, QComboBox, DateField, Track, KnownStrip):
        for widget in bar.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName(), widget
                # What lies inside the date field is reached by the field's own keys.
                is_inside = isinstance(widget.parent(), DateField)
                assert is_inside or widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


def test_what_is_out_of_sight_is_named_and_a_click_shows_it(bar: TimeBar, qtbot: QtBot) -> None:
    track = track_of(bar)
    bar.grab()
    edge = track._edges[0]
    assert edge.width() > 0
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=edge.center().toPoint())
    assert bar.scale
    assert bar.scale.first <= date(2023, 7, 1)
    assert times(bar) == (MAY_20, MAY_20)


def test_what_is_out_of_sight_turns_short_rather_than_cover_a_bar() -> None:
    scale = scales.fit(date(2024, 4, 19), date(2024, 5, 20), 1000)
    before, after = hidden_events(an_axis().events, scale)
    assert before
    assert before.words == "earlier: trainers come, Apr 2024 and 2 more"
    assert before.short == "3 earlier"
    assert after is None


def test_hovering_names_events_and_deadlines(bar: TimeBar) -> None:
    track = track_of(bar)
    assert bar.scale
    lane = track._lanes().events.center().y()
    revoked = QPointF(bar.scale.middle_of(date(2024, 3, 15)), lane)
    assert track.words_at(revoked) == "pact revoked: between 11 and 20 March 2024"
    due = QPointF(bar.scale.middle_of(date(2024, 9, 15)), 60)
    assert "US out by 15 Sep" in track.words_at(due)


def test_without_articles_nothing_moves(bar: TimeBar, qtbot: QtBot) -> None:
    bar.set_axis(None)
    bar.grab()
    with qtbot.assertNotEmitted(bar.time_changed):
        bar.step_by(1)
        bar.toggle_play()
        bar.fit(is_whole=True)
    assert bar.clock is None
    assert not track_of(bar).isEnabled()


def test_a_narrow_bar_stands_in_one_row_and_comes_back(bar: TimeBar) -> None:
    wide_track_px = track_of(bar).width()
    bar.resize(1024, 132)
    QApplication.processEvents()
    assert track_of(bar).width() > 1024 - 60
    bar.resize(1440, 152)
    QApplication.processEvents()
    assert track_of(bar).width() == wide_track_px


def test_new_articles_keep_the_day(bar: TimeBar) -> None:
    bar.set_time(APRIL_24, MAY_20)
    bar.set_axis(an_axis())
    assert times(bar) == (APRIL_24, MAY_20)


def test_both_schemes_are_drawn(bar: TimeBar, theme: Theme) -> None:
    light = bar.grab().toImage()
    theme.choose(SchemeChoice.DARK)
    assert bar.grab().toImage().pixelColor(700, 4) != light.pixelColor(700, 4)


def test_without_claims_there_is_nothing_to_play(bar: TimeBar) -> None:
    bar.set_axis(dataclasses.replace(an_axis(), day_counts=()))
    assert not button(bar, "Play").isEnabled()
    bar.toggle_play()
    assert bar.clock
    assert not bar.clock.is_playing
    bar.set_axis(an_axis())
    assert button(bar, "Play").isEnabled()


def test_the_same_days_keep_the_view(bar: TimeBar) -> None:
    bar.fit(is_whole=True)
    before = bar.scale
    bar.set_axis(dataclasses.replace(an_axis(), events=()))
    assert bar.scale == before
    bar.set_axis(dataclasses.replace(an_axis(), first_day=date(2020, 1, 1)))
    assert bar.scale != before


@pytest.mark.parametrize(
    ("typed", "words", "day"),
    [
        ("1850-01-01", "1850-01-01 is before the first date, 1 July 2023", date(2023, 7, 1)),
        ("2050-01-01", "2050-01-01 is after the last date, 30 September 2024", date(2024, 9, 30)),
    ],
)
def test_a_typed_date_outside_the_axis_says_so(
    bar: TimeBar, qtbot: QtBot, typed: str, words: str, day: date
) -> None:
    field = bar.findChild(DateField)
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.accessibleDescription() == words
    assert times(bar)[0] == day
    field.setText("2024-04-24")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.accessibleDescription() == ""
    assert not field.property("is_wrong")


def test_after_a_typed_date_the_keys_of_the_track_work(bar: TimeBar, qtbot: QtBot) -> None:
    bar.activateWindow()
    field = bar.findChild(DateField)
    field.setFocus()
    field.setText("2024-04-24")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert bar.focusWidget() is track_of(bar)


def known_menu(bar: TimeBar) -> QMenu:
    menu = button(bar, f"Known by: {known_words(bar)}").menu()
    menu.aboutToShow.emit()
    return menu


def known_words(bar: TimeBar) -> str:
    return next(
        b.text() for b in bar.findChildren(QToolButton) if b.accessibleName().startswith("Known by")
    )


def test_the_known_menu_offers_each_choice_once_and_one_is_chosen(bar: TimeBar) -> None:
    def offered() -> dict[str, bool]:
        return {a.text(): a.isChecked() for a in known_menu(bar).actions() if a.isCheckable()}

    assert offered() == {
        "All sources": True,
        "Known by 10 May 2024": False,
        "Known by 20 Apr 2024": False,
    }
    bar.set_time(MAY_20, date(2024, 5, 2))
    assert [words for words, is_on in offered().items() if is_on] == ["Known by 2 May 2024"]
    assert all(a.actionGroup() for a in known_menu(bar).actions() if a.isCheckable())


def test_the_known_date_can_be_typed(bar: TimeBar, qtbot: QtBot) -> None:
    next(a for a in known_menu(bar).actions() if a.text() == "Choose a date…").trigger()
    dialog = bar.findChild(KnownDateDialog)
    dialog.field.setText("soon")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert any("soon" in label.text() for label in dialog.findChildren(QLabel))
    dialog.field.setText("2024-05-02")
    with qtbot.waitSignal(bar.time_changed) as told:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert told.args == [MAY_20, date(2024, 5, 2)]


def test_claims_that_nobody_could_have_read_are_not_counted(bar: TimeBar) -> None:
    counts = an_axis().day_counts
    later = dataclasses.replace(counts[-1], weight=9, known_from=MAY_20)
    bar.set_axis(dataclasses.replace(an_axis(), day_counts=(*counts, later)))
    assert track_of(bar).claims_on(later.day) == 16
    bar.set_time(MAY_20, date(2024, 5, 10))
    assert track_of(bar).claims_on(later.day) == 7


def test_the_zone_of_plans_begins_after_the_last_source_that_is_read(theme: Theme) -> None:
    lanes = lanes_of(100, 100, theme.tokens.track)
    scale = scales.fit(date(2024, 4, 19), MAY_20, 100)
    assert Picture(theme, an_axis(), scale, lanes).last_read_day == MAY_20
    assert Picture(theme, an_axis(), scale, lanes, APRIL_24).last_read_day == APRIL_24


def test_deadlines_beyond_the_right_edge_are_named_and_a_click_shows_them(
    bar: TimeBar, qtbot: QtBot
) -> None:
    track = track_of(bar)
    bar._set_scale(scales.fit(date(2024, 4, 19), MAY_20, track.width()))
    bar.grab()
    edge = track._edges[1]
    assert edge.width() > 0
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=edge.center().toPoint())
    assert bar.scale
    assert bar.scale.sees(bar.scale.middle_of(date(2024, 9, 15)))


def test_deadlines_count_among_what_comes_later() -> None:
    scale = scales.fit(date(2024, 4, 19), MAY_20, 1000)
    _before, after = hidden_events(an_axis().events, scale, flags_of(an_axis().deadlines))
    assert after
    assert (after.words, after.short) == ("later: US out by 15 Sep, Sep 2024", "1 later")
