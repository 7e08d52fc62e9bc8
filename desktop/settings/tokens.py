"""Design tokens: the sizes and colours of the interface, read from one data file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import resources

TOKENS_FILE = "theme/tokens.json"


@dataclass(frozen=True, slots=True)
class UiColours:
    """Colours of windows, text and controls, as `#RRGGBB`."""

    window: str
    panel: str
    raised: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_soft: str
    on_accent: str
    selection: str
    hover: str
    warn: str
    warn_soft: str
    error: str
    error_soft: str
    ok: str


@dataclass(frozen=True, slots=True)
class MapColours:
    """The few map colours that the legend needs."""

    land: str
    sea: str
    border: str
    halo: str
    ink: str
    region: str


@dataclass(frozen=True, slots=True)
class LayerColours:
    """Grey steps of the layers in the histogram: hue belongs to poles and actors."""

    base: str
    troops: str
    alignment: str


@dataclass(frozen=True, slots=True)
class PoleColours:
    """A pole: its letter chip and its pale ground."""

    strong: str
    fill: str
    on: str


@dataclass(frozen=True, slots=True)
class ActorColours:
    """An actor: fill, outline, and the code written on the fill."""

    fill: str
    stroke: str
    on: str


@dataclass(frozen=True, slots=True)
class SpanColours:
    """Grounds and lines of the spans in the reader."""

    place: str
    date: str
    count: str
    actor: str
    place_line: str
    date_line: str
    count_line: str
    actor_line: str
    claim: str


@dataclass(frozen=True, slots=True)
class Colours:
    """All colours of one scheme; contrast is at least 4.5 for text, 3 for marks."""

    is_dark: bool
    ui: UiColours
    map: MapColours
    layer: LayerColours
    pole: Mapping[str, PoleColours]
    actor: Mapping[str, ActorColours]
    span: SpanColours
    choropleth_strength: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights and widths in px."""

    control: int
    combo: int
    tab: int
    said_line: int
    table_row: int
    table_header: int
    source_row: int
    time_bar: int
    time_bar_compact: int
    time_controls: int


@dataclass(frozen=True, slots=True)
class Radii:
    """Corner radii in px."""

    badge: int
    control: int
    card: int


@dataclass(frozen=True, slots=True)
class SymbolSizes:
    """Lengths of the map symbols in px, as the legend repeats them."""

    base_size: float
    base_radius: float
    outline: float
    base_dash: tuple[float, float]
    base_code: float
    reference_size: float
    reference_outline: float
    unknown_radius: float
    unknown_dash: tuple[float, float]
    unknown_width: float
    gone_fill: float
    chip: float
    chip_radius: float
    shift_length: float
    shift_from: float
    shift_to: float
    shift_head: tuple[float, float]
    planned_dash: tuple[float, float]
    suggested_badge: float


@dataclass(frozen=True, slots=True)
class TrackSizes:
    """Lengths of the time track in px; `*_from_px` are px a day at which a finer bin begins."""

    axis: int
    histogram: int
    event_lane: int
    strip: int
    strip_gap: int
    day_from_px: float
    week_from_px: float
    bar_gap: float
    handle_width: int
    handle_height: int
    handle_hit: int
    known_width: int
    hatch_gap: int
    snap: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """
    Every value that the look depends on.

    Args:
        light: Colours of the light scheme.
        dark: Colours of the dark scheme.
        families: Font families to prefer where the system has no interface font of its own.
        fonts: Size in px and weight of each text role.
        reading_line_height: Line height of article text, as a factor.
        size: Heights and widths.
        radius: Corner radii.
        symbol: Lengths of the map symbols.
        track: Lengths of the time track.
        play_step_ms: Time between two steps at speed 1.
        icon_px: Icon sizes by place.
    """

    light: Colours
    dark: Colours
    families: tuple[str, ...]
    fonts: Mapping[str, tuple[float, int]]
    reading_line_height: float
    size: Sizes
    radius: Radii
    symbol: SymbolSizes
    track: TrackSizes
    play_step_ms: int
    icon_px: Mapping[str, int]


def read_tokens() -> Tokens:
    """Return the tokens of `resources/theme/tokens.json`."""
    raw: dict[str, Any] = json.loads(resources.read_text(TOKENS_FILE))
    font = raw["font"]
    return Tokens(
        light=_colours(raw, "light"),
        dark=_colours(raw, "dark"),
        families=tuple(font["families"]),
        fonts={role: (float(size), int(weight)) for role, (size, weight) in font["scale"].items()},
        reading_line_height=float(font["reading_line_height"]),
        size=Sizes(**raw["size"]),
        radius=Radii(**raw["radius"]),
        symbol=SymbolSizes(**{key: _fixed(value) for key, value in raw["symbol"].items()}),
        track=TrackSizes(**raw["time_track"]),
        play_step_ms=int(raw["play_step_ms"]),
        icon_px=raw["icon_size"],
    )


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _colours(raw: dict[str, Any], scheme: str) -> Colours:
    colour = raw["colour"][scheme]
    return Colours(
        is_dark=scheme == "dark",
        ui=UiColours(**colour["ui"]),
        map=MapColours(**colour["map"]),
        layer=LayerColours(**colour["layer"]),
        pole={code: PoleColours(**pole) for code, pole in colour["pole"].items()},
        actor={code: ActorColours(**actor) for code, actor in colour["actor"].items()},
        span=SpanColours(**colour["span"]),
        choropleth_strength=float(raw["choropleth_strength"][scheme]),
    )
