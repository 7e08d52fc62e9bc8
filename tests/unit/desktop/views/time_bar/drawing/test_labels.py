"""Labels stand right, else left, else nowhere; they never cover anything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.time_bar.drawing.labels import Tick, place_labels

LANE = (0.0, 300.0)


def test_right_first_then_left_then_not_at_all() -> None:
    ticks = [Tick(100, 108, 40), Tick(160, 168, 40), Tick(200, 208, 40), Tick(215, 223, 60)]
    assert place_labels(ticks, lane=LANE) == (113, None, None, 228)
    assert place_labels([Tick(280, 288, 40)], lane=LANE) == (235,)


@given(st.lists(st.tuples(st.floats(0, 290), st.floats(1, 90)), max_size=12))
def test_labels_cover_no_symbol_and_no_label(raw: list[tuple[float, float]]) -> None:
    ticks = [Tick(x, x + 8, width) for x, width in sorted(raw)]
    boxes = [
        (x, x + tick.label_px)
        for tick, x in zip(ticks, place_labels(ticks, lane=LANE), strict=True)
        if x is not None
    ]
    others = [(tick.left_px, tick.right_px) for tick in ticks]
    for at, (left, right) in enumerate(boxes):
        assert left >= LANE[0]
        assert right <= LANE[1]
        for a, b in [*others, *boxes[:at], *boxes[at + 1 :]]:
            assert right <= a or b <= left
