"""The files a map page is made of, by the path under which the page asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from types import MappingProxyType

import resources

STYLES = (
    "page.css",
    "standalone.css",
    "compare.css",
    "printing.css",
    "snapshot.css",
    "story.css",
)
# In the order in which the page runs them: each may use the parts of those before it.
SCRIPTS = (
    "theme.js",
    "days.js",
    "words.js",
    "columns.js",
    "table.js",
    "topology.js",
    "world.js",
    "basemap.js",
    "choropleth.js",
    "ink.js",
    "symbols.js",
    "symbols_troops.js",
    "symbols_base.js",
    "symbols_shift.js",
    "sprites.js",
    "time_index.js",
    "stack.js",
    "scene.js",
    "cells.js",
    "rest.js",
    "boxes.js",
    "changes.js",
    "arrange.js",
    "areas.js",
    "seats.js",
    "plates.js",
    "labels.js",
    "countries.js",
    "marks.js",
    "picking.js",
    "renderer.js",
    "stage.js",
    "controls.js",
    "focus.js",
    "popup.js",
    "differences.js",
    "sign_seats.js",
    "compare.js",
    "legend.js",
    "track.js",
    "clock.js",
    "time_bar.js",
    "compare_list.js",
    "printing.js",
    "paper.js",
    "standalone.js",
    "locator.js",
    "filling.js",
    "snapshot.js",
    "shots.js",
    "story.js",
    "fitting.js",
    "port.js",
    "page.js",
)
BASEMAP = (
    "world_110m.json",
    "world_50m.json",
    "world_10m.json",
    "admin1.json",
    "water.json",
    "towns.json",
)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file that the page may ask for: its media type, and how to read it."""

    content_type: str
    read: Callable[[], bytes]


def leaflet(name: str) -> bytes:
    """Return one file of the installed Leaflet 1.9.4."""
    folder = files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    return folder.joinpath(name).read_bytes()


def page_assets() -> Mapping[str, Asset]:
    """
    Return every file that a page in scheme mode asks for, by absolute URL path.

    The page itself (`/index.html`) and its data (`/data/episodes.bin`) change with the project and
    are not among them.
    """
    script, style = "text/javascript; charset=utf-8", "text/css; charset=utf-8"
    found = {
        "/leaflet/leaflet.js": Asset(script, partial(leaflet, "leaflet.js")),
        "/leaflet/leaflet.css": Asset(style, partial(leaflet, "leaflet.css")),
    }
    for names, folder, content_type in (
        (SCRIPTS, "page", script),
        (STYLES, "page", style),
        (BASEMAP, "basemap", "application/json; charset=utf-8"),
    ):
        for name in names:
            read = partial(resources.read_bytes, f"{folder}/{name}")
            found[f"/{folder}/{name}"] = Asset(content_type, read)
    return MappingProxyType(found)
