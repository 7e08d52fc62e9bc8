"""The palettes keep apart what they tell apart, for eyes of every kind, on every ground."""

from __future__ import annotations

import json
import re
from itertools import combinations

import pytest

import resources
from tests.helpers.colour_vision import VISIONS, apart, contrast, mixed

TOKENS = json.loads(resources.read_text("theme/tokens.json"))
SCHEMES = ["light", "dark"]
# The pale fills are never alone: a letter, a ribbon and a border repeat what they say.
LEAST_APART = {"drawn": 4.0, "strong": 8.0, "actor": 6.0, "layer": 10.0}


def colours(scheme: str) -> dict[str, dict[str, str]]:
    """Return the palettes of a scheme as they are drawn."""
    theme = TOKENS["colour"][scheme]
    strength = TOKENS["choropleth_strength"][scheme]
    land = theme["map"]["land"]
    poles = theme["pole"]
    return {
        "drawn": {p: mixed(land, of["fill"], strength) for p, of in poles.items()},
        "strong": {p: of["strong"] for p, of in poles.items()},
        "actor": {a: of["fill"] for a, of in theme["actor"].items()},
        "layer": dict(theme["layer"]),
    }


def test_the_distance_is_the_published_one() -> None:
    # Two pairs of Sharma, Wu and Dalal 2005 would need Lab colours; these bounds are known.
    assert apart("#FFFFFF", "#FFFFFF") == 0
    assert apart("#000000", "#FFFFFF") == pytest.approx(100, abs=0.1)
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    # Red and green of one lightness: far apart for most, near for who lacks the middle cones.
    assert apart("#C05050", "#7A8440", "deuteranopia") < apart("#C05050", "#7A8440") / 2


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("palette", LEAST_APART)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_colours_of_a_palette_look_alike(scheme: str, palette: str, vision: str) -> None:
    found = {
        (one, other): apart(colours(scheme)[palette][one], colours(scheme)[palette][other], vision)
        for one, other in combinations(colours(scheme)[palette], 2)
    }
    near = {pair: round(by, 1) for pair, by in found.items() if by < LEAST_APART[palette]}
    assert near == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_letters_and_codes_are_read_on_every_ground(scheme: str) -> None:
    theme = TOKENS["colour"][scheme]
    grounds = [theme["map"]["land"], *(pole["fill"] for pole in theme["pole"].values())]
    least = {
        "outlines": min(
            contrast(actor["stroke"], ground)
            for actor in theme["actor"].values()
            for ground in grounds
        ),
        "hatches and arrows": min(
            contrast(pole["strong"], ground)
            for pole in theme["pole"].values()
            for ground in grounds
        ),
        "borders": contrast(theme["map"]["border"], theme["map"]["land"]),
        "bars": min(contrast(grey, theme["ui"]["panel"]) for grey in theme["layer"].values()),
        "edges of controls": contrast(theme["ui"]["line_strong"], theme["ui"]["panel"]),
    }
    assert {name: round(by, 2) for name, by in least.items() if by < 3.0} == {}
    codes = [contrast(actor["on"], actor["fill"]) for actor in theme["actor"].values()]
    letters = [contrast(pole["on"], pole["strong"]) for pole in theme["pole"].values()]
    assert min(codes + letters) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_are_read_on_every_ground_of_the_window(scheme: str) -> None:
    ui, span = TOKENS["colour"][scheme]["ui"], TOKENS["colour"][scheme]["span"]
    pairs = [
        (ui[ink], ui[ground])
        for ink in ("text", "text2", "text3")
        for ground in ("window", "panel", "raised", "hover", "selection")
    ]
    pairs += [(ui["text"], span[kind]) for kind in ("place", "date", "count", "actor", "claim")]
    pairs += [(ui["accent"], ui["panel"]), (ui["on_accent"], ui["accent"])]
    pairs += [(ui["accent"], ui["accent_soft"]), (ui["warn"], ui["warn_soft"])]
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_page_draws_with_the_same_palettes(scheme: str) -> None:
    text = resources.read_text("page/theme.js")
    start = text.index(f"{scheme}: {{")
    part = text[start : text.index("dark: {", start) if scheme == "light" else len(text)].upper()
    wanted = {
        colour
        for group in ("pole", "actor")
        for one in TOKENS["colour"][scheme][group].values()
        for colour in one.values()
    }
    assert {colour for colour in wanted if colour.upper() not in part} == set()
    assert re.search(r"#[0-9A-F]{6}", part)
