"""Labels give way to each other and to the handles: none is printed over another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRectF

from desktop.settings.theme import Theme
from desktop.views.time_bar import scale as scales
from desktop.views.time_bar.clockwork.clock import Clock
from desktop.views.time_bar.drawing.axis_drawing import Picture, mark_box, zone_words
from desktop.views.time_bar.drawing.bins import Bin, bin_counts
from desktop.views.time_bar.drawing.lanes import lanes_of
from desktop.views.time_bar.drawing.window_drawing import handles_at_left
from geodata.domain.times import Days
from tests.helpers.made_up_articles import an_axis


@pytest.fixture
def picture(theme: Theme) -> Picture:
    """Return a narrow bar that shows little but what comes after the last source."""
    scale = scales.fit(date(2024, 5, 18), date(2024, 9, 1), 600)
    return Picture(theme, an_axis(), scale, lanes_of(600, 132, theme.tokens.track))


def test_the_zone_is_told_beside_what_is_out_of_sight(picture: Picture) -> None:
    """“after the last source” stood under “◂ 17 earlier”."""
    free = zone_words(picture, 600, [])
    assert free is not None
    earlier = QRectF(2, free[0].top() + 2, 90, 15)
    said = zone_words(picture, 600, [earlier])
    assert said is not None
    assert not said[0].intersects(earlier)
    assert said[0].left() > earlier.right()


def test_the_zone_is_not_told_where_there_is_no_room_beside_them(picture: Picture) -> None:
    wide = QRectF(0, picture.lanes.histogram.bottom() - 20, 560, 16)
    assert zone_words(picture, 600, [wide]) is None


@pytest.mark.parametrize("day", range(18, 32))
def test_the_number_of_the_dotted_line_stands_beside_the_handle(
    picture: Picture, theme: Theme, day: int
) -> None:
    bars = bin_counts(an_axis().day_counts, Bin.DAY)
    clock = Clock(Days(None, None), date(2024, 5, day), date(2024, 5, day))
    handles = handles_at_left(clock, picture.scale, theme.tokens.track.handle_width)
    box, words = mark_box(replace(picture, handles_px=handles), bars, "day")
    assert words
    middle = picture.scale.middle_of(clock.on)
    half = theme.tokens.track.handle_width / 2
    assert box.right() <= middle - half or box.left() >= middle + half
