"""The legend names what is drawn, and nothing else."""

from __future__ import annotations

import pytest

from geodata.domain.episodes import Certainty
from geodata.layers.marks import Form, Layer
from geodata.mapping import layer_totals, legend_items
from tests.unit.geodata.mapping.map_scene import ON, a_mark, a_scene


def drawn() -> list[object]:
    return [m for m in a_scene().marks if m.is_drawn(ON, ON)]


def test_every_drawn_symbol_is_in_the_legend_once() -> None:
    items = legend_items(drawn())  # type: ignore[arg-type]
    glyphs = [(item.layer, item.glyph) for item in items]
    assert len(glyphs) == len(set(glyphs))
    assert {
        "ground:R",
        "ground:R/W",
        "ground:W",
        "shift",
        "troops:withdrawing",
        "troops:unknown",
    } <= {g for _, g in glyphs}
    assert {"base:to_close", "base:handed_over", "reference", "region", "suggested"} <= {
        g for _, g in glyphs
    }


def test_layers_keep_their_order_and_counts_fall() -> None:
    items = legend_items(drawn())  # type: ignore[arg-type]
    order = [list(Layer).index(item.layer) for item in items]
    assert order == sorted(order)
    bases = [item.count for item in items if item.layer is Layer.BASES]
    assert bases == sorted(bases, reverse=True)


def test_totals_leave_reference_bases_out() -> None:
    marks = [a_mark("a", Form.BASE), a_mark("b", Form.REFERENCE), a_mark("c", Form.TROOPS)]
    assert layer_totals(marks) == {
        Layer.ALIGNMENT: 0,
        Layer.TROOPS: 1,
        Layer.BASES: 1,
        Layer.REGIONS: 0,
        Layer.MENTIONS: 0,
    }


def test_nothing_drawn_has_no_legend() -> None:
    assert legend_items([]) == ()


# An arrow whose day is unknown was told as one of the last 90 days, which no source says.
@pytest.mark.parametrize(
    ("certainty", "state", "glyph", "words"),
    [
        (Certainty.ATTESTED, "toward", "shift", "shift in the last 90 days"),
        (
            Certainty.POSSIBLE,
            "away",
            "shift:possible",
            "shift on a day not known, perhaps in the last 90 days",
        ),
        (
            Certainty.PLANNED,
            "toward",
            "shift:planned",
            "shift intended, said in the last 90 days",
        ),
        (Certainty.ATTESTED, "coup", "coup", "coup or takeover in the last 90 days"),
    ],
)
def test_a_turn_is_told_as_certain_only_where_its_day_is_known(certainty, state, glyph, words):
    (item,) = legend_items([a_mark("s", Form.SHIFT, state=state, certainty=certainty)])
    assert (item.glyph, item.text) == (glyph, words)
