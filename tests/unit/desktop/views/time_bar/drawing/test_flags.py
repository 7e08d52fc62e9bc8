"""Deadline flags never cover each other and are never cut."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from desktop.settings.theme import Theme
from desktop.views.time_bar.drawing.event_drawing import place_flags

ROW = QRectF(0, 24, 800, 66)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(xs=st.lists(st.floats(0, 800), max_size=10))
def test_flags_stand_apart_inside_their_row(theme: Theme, xs: list[float]) -> None:
    boxes = place_flags(theme, [(x, "US out by 15 Sep") for x in sorted(xs)], ROW)
    seen = [box for box in boxes if box]
    assert all(ROW.contains(box) for box in seen)
    for at, box in enumerate(seen):
        assert not any(box.intersects(other) for other in seen[:at])


def test_the_first_flag_is_always_written(theme: Theme) -> None:
    assert place_flags(theme, [(799.0, "US out by 15 Sep")], ROW)[0] is not None
    assert place_flags(theme, [(1.0, "US out by 15 Sep")], ROW)[0] is not None
