"""The legend of what is drawn now, as data: which symbols stand on the map, and how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from geodata.domain.claims import Review
from geodata.domain.episodes import Certainty, State
from geodata.layers.marks import Form, Layer, Mark, Pole

POLE_NAMES = {
    Pole.WEST: "the West",
    Pole.RUSSIA: "Russia",
    Pole.CHINA: "China",
    Pole.IRAN: "Iran",
    Pole.TURKIYE: "Türkiye",
    Pole.NON_ALIGNED: "no pole",
}
STATE_NAMES = {
    "to_open": "to open, planned",
    "opens": "opens",
    "operates": "operates",
    "to_close": "to close, planned",
    "closed": "closed",
    "to_hand_over": "to be handed over",
    "handed_over": "handed over",
    "to_arrive": "to arrive, planned",
    "arriving": "arriving",
    "present": "present",
    "to_withdraw": "to withdraw, planned",
    "withdrawing": "leaving",
    "gone": "gone",
}


@dataclass(frozen=True, slots=True)
class LegendItem:
    """
    One line of the legend.

    Args:
        layer: The layer it belongs to.
        glyph: Which symbol: `ground:R`, `ground:R/W` (sources differ), `shift`, `coup`, both
            also with `:possible` (the day is uncertain) and `:planned`, `troops:<state>`,
            `troops:unknown` (no number), `base:<state>`, `reference`, `region`, `suggested`.
        text: What it means.
        count: How many marks are drawn so.
    """

    layer: Layer
    glyph: str
    text: str
    count: int


def legend_items(marks: Iterable[Mark]) -> tuple[LegendItem, ...]:
    """
    Return the legend of some marks: by layer, then most frequent first.

    Args:
        marks: The marks that are drawn; see `geodata.layers.frame_marks`.
    """
    counts = Counter(key for mark in marks for key in _keys(mark))
    items = [LegendItem(layer, glyph, text, n) for (layer, glyph, text), n in counts.items()]
    order = list(Layer)
    return tuple(sorted(items, key=lambda item: (order.index(item.layer), -item.count, item.glyph)))


def layer_totals(marks: Iterable[Mark]) -> dict[Layer, int]:
    """Return how many marks of each layer are drawn, reference bases aside."""
    counts = Counter(mark.layer for mark in marks if mark.form is not Form.REFERENCE)
    return {layer: counts[layer] for layer in Layer}


def _keys(mark: Mark) -> list[tuple[Layer, str, str]]:
    keys = [(mark.layer, *_glyph(mark))]
    if mark.review is Review.SUGGESTED and mark.form in (Form.TROOPS, Form.BASE):
        keys.append((mark.layer, "suggested", "not yet reviewed"))
    return keys


def _glyph(mark: Mark) -> tuple[str, str]:
    if mark.form is Form.GROUND:
        pole = POLE_NAMES[mark.pole] if mark.pole else "no pole"
        if mark.second_pole:
            return (
                f"ground:{mark.pole}/{mark.second_pole}",
                f"sources differ: {pole} or {POLE_NAMES[mark.second_pole]}",
            )
        return f"ground:{mark.pole or ''}", f"leans toward {pole}"
    if mark.form is Form.SHIFT:
        return _shift(mark)
    if mark.form is Form.REFERENCE:
        return "reference", "known base, no claim here"
    if mark.form is Form.MENTION:
        return "mention", "spoken of without a claim"
    if mark.form is Form.REGION:
        return "region", f"{mark.place_name or 'region'}, no agreed edge"
    if mark.form is Form.TROOPS and mark.count is None:
        return "troops:unknown", "number unknown"
    return f"{mark.form}:{mark.state}", STATE_NAMES.get(mark.state, mark.state.replace("_", " "))


def _shift(mark: Mark) -> tuple[str, str]:
    """Tell of a turn only what is known: one whose day is uncertain may lie outside the 90 days."""
    is_coup = mark.state == State.COUP
    glyph, what = ("coup", "coup or takeover") if is_coup else ("shift", "shift")
    if mark.certainty is Certainty.PLANNED:
        return f"{glyph}:planned", f"{what} intended, said in the last 90 days"
    if mark.certainty is Certainty.POSSIBLE:
        return f"{glyph}:possible", f"{what} on a day not known, perhaps in the last 90 days"
    return glyph, f"{what} in the last 90 days"
