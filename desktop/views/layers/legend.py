"""The legend as data: which symbols there are, what they mean, and which marks show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop.views.layers import symbols
from desktop.views.layers.symbols import Draw
from geodata.domain.claims import Review
from geodata.domain.episodes import Certainty, State
from geodata.domain.layers import Layer
from geodata.layers import Form, Mark

_GROUND = (26, 16)
_UNSURE = {Certainty.POSSIBLE, Certainty.PLANNED}
_GOING = {State.WITHDRAWING, State.TO_WITHDRAW}
_COMING = {State.ARRIVING, State.TO_ARRIVE}


@dataclass(frozen=True, slots=True)
class LegendRow:
    """
    A symbol and its words.

    Args:
        draw: Draws the symbol.
        words: What it means.
        shows: Says whether a mark is drawn with it; None for what is always there.
        size: Of the symbol, in px.
        is_wide: Whether it takes the whole row.
    """

    draw: Draw
    words: str
    shows: Callable[[Mark], bool] | None = None
    size: tuple[int, int] = (26, 22)
    is_wide: bool = False

    def is_among(self, marks: Iterable[Mark]) -> bool:
        """Say whether some of the marks are drawn with the symbol."""
        return self.shows is None or any(self.shows(mark) for mark in marks)


def _pole(letter: str) -> Callable[[Mark], bool]:
    return lambda mark: mark.form is Form.GROUND and mark.pole == letter


def _base(*states: State) -> Callable[[Mark], bool]:
    return lambda mark: mark.form is Form.BASE and mark.state in states


def _troops(*states: State) -> Callable[[Mark], bool]:
    return lambda mark: mark.form is Form.TROOPS and mark.state in states


def _shift(certainty: Certainty) -> Callable[[Mark], bool]:
    return lambda mark: mark.form is Form.SHIFT and mark.certainty is certainty


def _form(form: Form) -> Callable[[Mark], bool]:
    return lambda mark: mark.form is form


LEGEND: Mapping[Layer, tuple[LegendRow, ...]] = {
    Layer.ALIGNMENT: (
        LegendRow(symbols.ground("R"), "Russia", _pole("R"), _GROUND),
        LegendRow(symbols.ground("W"), "West", _pole("W"), _GROUND),
        LegendRow(symbols.ground("C"), "China", _pole("C"), _GROUND),
        LegendRow(symbols.ground("I"), "Iran", _pole("I"), _GROUND),
        LegendRow(symbols.ground("T"), "Türkiye", _pole("T"), _GROUND),
        LegendRow(symbols.ground("N"), "non-aligned", _pole("N"), _GROUND),
        LegendRow(
            symbols.ground("R", "W"),
            "sources differ",
            lambda mark: mark.form is Form.GROUND and mark.second_pole is not None,
            _GROUND,
        ),
        LegendRow(symbols.ground(None), "no claim", None, _GROUND),
        LegendRow(
            symbols.shift("W", "R"),
            "shift in the last 90 days",
            lambda mark: mark.form is Form.SHIFT and mark.certainty not in _UNSURE,
            (64, 20),
            is_wide=True,
        ),
        LegendRow(
            symbols.shift("W", "R", Certainty.POSSIBLE),
            "shift on a day not known, perhaps in the last 90 days",
            _shift(Certainty.POSSIBLE),
            (64, 20),
            is_wide=True,
        ),
        LegendRow(
            symbols.shift("W", "R", Certainty.PLANNED),
            "shift intended, said in the last 90 days",
            _shift(Certainty.PLANNED),
            (64, 20),
            is_wide=True,
        ),
    ),
    Layer.TROOPS: (
        LegendRow(
            symbols.troops_range("US"),
            "disc low, ring high count; a tick for each source; area by count",
            lambda mark: mark.form is Form.TROOPS and mark.count is not None,
            (50, 50),
            is_wide=True,
        ),
        LegendRow(
            symbols.troops_unknown("RU"),
            "count unknown",
            lambda mark: mark.form is Form.TROOPS and mark.count is None,
        ),
        LegendRow(symbols.chevrons(), "leaving, to leave", _troops(*_GOING)),
        LegendRow(symbols.chevrons_in(), "arriving, to come", _troops(*_COMING)),
        LegendRow(symbols.troops_gone("FR"), "gone", _troops(State.GONE)),
    ),
    Layer.BASES: (
        LegendRow(symbols.base("US", "operates"), "operates", _base(State.OPERATES, State.OPENS)),
        LegendRow(symbols.base("US", "to_close"), "to close", _base(State.TO_CLOSE)),
        LegendRow(symbols.base("US", "to_open"), "to open", _base(State.TO_OPEN)),
        LegendRow(symbols.base("US", "closed"), "closed", _base(State.CLOSED)),
        LegendRow(
            symbols.base("US", "suggested"),
            "to review",
            lambda mark: mark.form is Form.BASE and mark.review is Review.SUGGESTED,
            (26, 25),
        ),
        LegendRow(symbols.reference_base(), "no claim", _form(Form.REFERENCE)),
    ),
    Layer.REGIONS: (
        LegendRow(symbols.region(), "no agreed edges", _form(Form.REGION), (40, 20), is_wide=True),
    ),
    Layer.MENTIONS: (
        LegendRow(
            symbols.mention(),
            "spoken of without a claim; a click shows where",
            _form(Form.MENTION),
            is_wide=True,
        ),
    ),
}
RULES: Mapping[Layer, str] = {
    Layer.ALIGNMENT: "Colour: the side turned toward last, by what is told. Hatched: ties with"
    " another too, or turned away since.",
}
