"""The tokens are complete, and their colours keep the contrast that reading needs."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from desktop.settings.tokens import Colours, read_tokens

TOKENS = read_tokens()
SCHEMES = [pytest.param(TOKENS.light, id="light"), pytest.param(TOKENS.dark, id="dark")]


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    ink = QColor(colour)
    assert ink.isValid()
    return (
        0.2126 * linear(ink.redF()) + 0.7152 * linear(ink.greenF()) + 0.0722 * linear(ink.blueF())
    )


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", SCHEMES)
@pytest.mark.parametrize("text", ["text", "text2", "text3", "accent", "warn", "error"])
@pytest.mark.parametrize("ground", ["window", "panel", "raised"])
def test_text_can_be_read_on_every_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours.ui, text), getattr(colours.ui, ground)) >= 4.5


@pytest.mark.parametrize("colours", SCHEMES)
def test_codes_can_be_read_on_their_poles_and_actors(colours: Colours) -> None:
    for pole in colours.pole.values():
        assert contrast(pole.on, pole.strong) >= 4.5
    for actor in colours.actor.values():
        assert contrast(actor.on, actor.fill) >= 4.5


@pytest.mark.parametrize("colours", SCHEMES)
@pytest.mark.parametrize("kind", ["place", "date", "count", "actor"])
def test_text_and_lines_of_marks_stand_out(colours: Colours, kind: str) -> None:
    ground = getattr(colours.span, kind)
    assert contrast(colours.ui.text, ground) >= 4.5
    assert contrast(getattr(colours.span, f"{kind}_line"), ground) >= 3


def test_both_schemes_know_the_same_poles_and_actors() -> None:
    assert TOKENS.light.pole.keys() == TOKENS.dark.pole.keys()
    assert TOKENS.light.actor.keys() == TOKENS.dark.actor.keys()
