"""
The port between the program and the map page: two strings, each the JSON of one message.

A message is an object with a `kind` and the fields of its class; dates are ISO 8601. `ToPage` go to
the page, `FromPage` come from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, ClassVar, Literal

from geodata.errors import PageError

PROTOCOL = 4
Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class SetTime:
    """Show this day, as known by that day."""

    kind: ClassVar[str] = "set-time"
    on: date
    known: date


@dataclass(frozen=True, slots=True)
class SetReach:
    """Take in so many days before and after the day shown; None is without end."""

    kind: ClassVar[str] = "set-reach"
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class SetLayers:
    """Show these layers and no others."""

    kind: ClassVar[str] = "set-layers"
    visible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetCompare:
    """
    Mark what differs between two maps, or nothing.

    Args:
        moments: Day and known date of each of the two, ISO 8601; empty for none.
    """

    kind: ClassVar[str] = "set-compare"
    moments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Select:
    """Select a mark, or none."""

    kind: ClassVar[str] = "select"
    mark: str | None


@dataclass(frozen=True, slots=True)
class SetTheme:
    """Draw in this theme."""

    kind: ClassVar[str] = "set-theme"
    theme: Theme


@dataclass(frozen=True, slots=True)
class SetData:
    """Fetch all marks anew from this path of our scheme; see geodata.mapping.page_data."""

    kind: ClassVar[str] = "set-data"
    address: str


@dataclass(frozen=True, slots=True)
class SetTiles:
    """Draw over online tiles of this address, or over our own land again."""

    kind: ClassVar[str] = "set-tiles"
    url: str | None
    attribution: str
    max_zoom: int


@dataclass(frozen=True, slots=True)
class Fit:
    """
    Show where most of what the project tells happens.

    Args:
        is_whole: Take in every mark of the day too, however far away.
    """

    kind: ClassVar[str] = "fit"
    is_whole: bool


@dataclass(frozen=True, slots=True)
class ShowPlace:
    """Bring a place into the middle and name it; WGS 84 degrees, and Leaflet's least zoom."""

    kind: ClassVar[str] = "show-place"
    lon: float
    lat: float
    zoom: int
    name: str


@dataclass(frozen=True, slots=True)
class ShowExtent:
    """Show this part of the world, as near as it can be shown whole; WGS 84 degrees."""

    kind: ClassVar[str] = "show-extent"
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class TakeShot:
    """
    Take this frame on a sheet of this size, in a page of mode `snapshot`.

    Args:
        number: Comes back in `ShotPainted`; the strip below the sheet wears its colour.
        width_px: Of the sheet, in pixels of the picture.
        height_px: The same.
        density: Pixels of the picture a CSS pixel.
        dress: `page` with title, legend and sources, `map` for the map alone.
        without: Parts that are left out: `legend`, `locator`, `time`.
        title: Heading.
        words: Line below it.
        on: The day.
        known: The known date.
        before: Days before the day that are taken in; None is without end.
        after: The same after it.
        hidden: Layers that are off.
        theme: Light or dark.
        extent: West, south, east, north in degrees, or None for all that is told.
        follows: Whether plates and names stay where they stood in the shot before.
        compare: As `SetCompare.moments`.
    """

    kind: ClassVar[str] = "take-shot"
    number: int
    width_px: int
    height_px: int
    density: float
    dress: str
    without: tuple[str, ...]
    title: str
    words: str
    on: date
    known: date
    before: int | None
    after: int | None
    hidden: tuple[str, ...]
    theme: Theme
    extent: tuple[float, ...] | None
    follows: bool
    compare: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShotPainted:
    """A shot stands on the page, with its strip; west, south, east, north of its map."""

    kind: ClassVar[str] = "shot-painted"
    number: int
    extent: tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class ShowView:
    """Show what a map of that size showed, whole; WGS 84 degrees, Leaflet's zoom, CSS pixels."""

    kind: ClassVar[str] = "show-view"
    lat: float
    lon: float
    zoom: float
    width_px: float
    height_px: float


@dataclass(frozen=True, slots=True)
class Ready:
    """The page can take messages; `protocol` is the number of this protocol."""

    kind: ClassVar[str] = "ready"
    protocol: int


@dataclass(frozen=True, slots=True)
class Painted:
    """Frame number `frame`, for these two days, is on the screen."""

    kind: ClassVar[str] = "painted"
    frame: int
    on: date
    known: date


@dataclass(frozen=True, slots=True)
class MarkPicked:
    """A person chose a mark, or clicked where there is none; x and y are CSS pixels."""

    kind: ClassVar[str] = "mark-picked"
    mark: str | None
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class MarkHovered:
    """The pointer is over a mark, or no longer over any; x and y are CSS pixels."""

    kind: ClassVar[str] = "mark-hovered"
    mark: str | None
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ViewMoved:
    """The map was moved; the centre in WGS 84 degrees and Leaflet's zoom."""

    kind: ClassVar[str] = "view-moved"
    lat: float
    lon: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Failed:
    """Something went wrong in the page."""

    kind: ClassVar[str] = "failed"
    what: str


@dataclass(frozen=True, slots=True)
class DataShown:
    """The page has taken what it was told to fetch; what comes now is of the new marks."""

    kind: ClassVar[str] = "data-shown"


Order = (
    SetTime
    | SetReach
    | SetLayers
    | SetCompare
    | Select
    | SetTheme
    | SetData
    | SetTiles
    | Fit
    | ShowPlace
    | ShowView
)
ToPage = Order | ShowExtent | TakeShot
FromPage = Ready | Painted | ShotPainted | DataShown | MarkPicked | MarkHovered | ViewMoved | Failed
Message = ToPage | FromPage

_BY_KIND: dict[str, type[Message]] = {
    kind.kind: kind
    for kind in (
        *(SetTime, SetReach, SetLayers, SetCompare, Select, SetTheme, SetData, SetTiles, Fit),
        *(ShowPlace, ShowView, ShowExtent, TakeShot, ShotPainted),
        *(Ready, Painted, DataShown, MarkPicked, MarkHovered, ViewMoved, Failed),
    )
}


def moment_texts(moments: Iterable[tuple[date, date]]) -> tuple[str, ...]:
    """Return the days of some maps, each with its known date, as they travel."""
    return tuple(day.isoformat() for moment in moments for day in moment)


def to_text(message: Message) -> str:
    """Return a message as it travels."""
    table = {"kind": message.kind, **asdict(message)}
    return json.dumps(table, ensure_ascii=False, default=date.isoformat)


def read(text: str) -> Message:
    """
    Return the message that a text holds.

    Raises:
        PageError: It is not JSON, of an unknown kind, or its fields are missing, more or wrong.
    """
    try:
        table = json.loads(text)
    except ValueError as error:
        raise _unreadable(text, "is not JSON") from error
    name = table.get("kind") if isinstance(table, dict) else None
    if not isinstance(name, str) or name not in _BY_KIND:
        raise _unreadable(text, "is of an unknown kind")
    kind = _BY_KIND[table.pop("kind")]
    if set(table) != {field.name for field in fields(kind)}:
        raise _unreadable(text, f"does not have the fields of “{kind.kind}”")
    try:
        values = {f.name: _read_field(str(f.type), table[f.name]) for f in fields(kind)}
    except (TypeError, ValueError) as error:
        raise _unreadable(text, f"has a wrong value for “{kind.kind}”") from error
    return kind(**values)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _read_field(type_name: str, value: Any) -> Any:
    if type_name == "date":
        return date.fromisoformat(value)
    if type_name == "tuple[str, ...]" and isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            return tuple(value)
    elif type_name == "tuple[float, ...] | None" and isinstance(value, list):
        if all(map(_is_number, value)):
            return tuple(value)
    elif (
        (type_name == "Theme" and value in ("light", "dark"))
        or (type_name == "str" and isinstance(value, str))
        or (type_name == "str | None" and (value is None or isinstance(value, str)))
        or (type_name == "int" and _is_number(value) and isinstance(value, int))
        or (type_name == "bool" and isinstance(value, bool))
        or (type_name == "tuple[float, ...] | None" and value is None)
        or (type_name == "int | None" and (value is None or type(value) is int))
        or (type_name == "float" and _is_number(value))
    ):
        return value
    raise ValueError(f"{value!r} is not {type_name}")


def _unreadable(text: str, reason: str) -> PageError:
    return PageError(
        f"The message “{text[:120]}” {reason}.",
        todo="Reload the map; if it happens again, report it with this message.",
    )
