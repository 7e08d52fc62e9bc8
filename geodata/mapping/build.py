"""One map page, built by folium: for the window, for a picture, and as one file on its own."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from geodata.domain.layers import OFF_AT_FIRST
from geodata.domain.times import ONE_DAY, Reach
from geodata.errors import PageError
from geodata.layers.changes import Moment
from geodata.layers.marks import Layer
from geodata.mapping.assets import SCRIPTS, STYLES
from geodata.mapping.content import PageContent
from geodata.mapping.extent import extent_of
from geodata.mapping.inlined import embedded_body, embedded_head
from geodata.mapping.messages import Theme, moment_texts
from geodata.mapping.page_data import DATA_PATH
from geodata.mapping.story_page import PageStory, story_body

if TYPE_CHECKING:
    from branca.element import Element, Figure

Mode = Literal["scheme", "standalone", "snapshot", "story"]
_EMBEDDED = frozenset({"standalone", "story"})
_OPENING_TAG = re.compile(r"<(script|style)(?=[\s>])")


@dataclass(frozen=True, slots=True)
class Opening:
    """
    How a page opens.

    Args:
        on: The day, or None for the content's own.
        known_by: The known date, or None for the content's own.
        hidden: Layers that are switched off.
        reach: Days around the day shown that are taken in.
        compare: Two maps whose differences are marked, or none.
    """

    on: date | None = None
    known_by: date | None = None
    hidden: frozenset[Layer] = OFF_AT_FIRST
    reach: Reach = ONE_DAY
    compare: tuple[Moment, ...] = ()


def build_page(
    content: PageContent,
    *,
    mode: Mode = "scheme",
    theme: Theme = "light",
    opening: Opening | None = None,
    nonce: str = "",
    story: PageStory | None = None,
) -> str:
    """
    Return the HTML of a map page; equal arguments give equal text.

    In mode `scheme` and `snapshot` the page asks its own server for scripts, basemap and data (see
    `page_assets` and `page_data`); in mode `standalone` everything is inside and nothing is asked.

    Args:
        content: What it shows.
        mode: For the window, for one file on its own, or for pictures.
        theme: Light or dark.
        opening: The days and layers it opens with.
        nonce: Stamped on every script and style tag, for a content policy. A standalone page
            makes its own.
        story: What the page tells in mode `story`, where everything is inside too; `content` is
            the first of its contents.

    Raises:
        PageError: The nonce is not made of letters and digits.
    """
    if nonce and not nonce.isalnum():
        raise PageError(
            f"The nonce “{nonce}” is not made of letters and digits.",
            todo="Make it with secrets.token_hex.",
        )
    opening = opening or Opening()
    page = _shell(content, mode, theme, opening)
    if mode == "standalone":
        on, known = opening.on or content.first_on, opening.known_by or content.first_known_by
        nonce = hashlib.sha256(f"{content.title} {on} {known}".encode()).hexdigest()[:32]
        slots = {"head": embedded_head(nonce), "body": embedded_body(content, on, known)}
    elif story is not None:
        nonce = hashlib.sha256(f"{story.title} {len(story.steps)}".encode()).hexdigest()[:32]
        slots = {"head": embedded_head(nonce), "body": story_body(story)}
    else:
        slots = {"head": "", "body": ""}
    return _fill(_stamp(page, nonce), {n: _stamp(text, nonce) for n, text in slots.items()})


def _shell(content: PageContent, mode: Mode, theme: Theme, opening: Opening) -> str:
    """Return folium's page with two open slots."""
    import folium
    from branca.element import Figure

    from geodata.mapping.elements import Basemap, Slot, TimeLayer

    extent = content.extent or extent_of(content.marks)
    shown = folium.Map(
        location=[(extent.south + extent.north) / 2, (extent.west + extent.east) / 2],
        zoom_start=5,
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        zoom_snap=0.05 if mode == "snapshot" else 0.5,
        min_zoom=2,
        max_zoom=9,
    )
    is_embedded = mode in _EMBEDDED
    shown.default_js = [] if is_embedded else _links(("leaflet/leaflet.js",), SCRIPTS)
    shown.default_css = [] if is_embedded else _links(("leaflet/leaflet.css",), STYLES)
    Basemap({"folder": "" if is_embedded else "/basemap/"}).add_to(shown)
    TimeLayer(_options(content, mode, theme, opening)).add_to(shown)
    figure = shown.get_root()
    assert isinstance(figure, Figure)
    figure.title = html.escape(content.title)
    figure.header.add_child(Slot("head"), name="head")
    figure.html.add_child(Slot("body"), name="body")
    _number(figure)
    return str(figure.render())


def _links(first: Iterable[str], names: Iterable[str]) -> list[tuple[str, str]]:
    paths = [f"/{name}" for name in first] + [f"/page/{name}" for name in names]
    return [(path, path) for path in paths]


def _options(content: PageContent, mode: Mode, theme: Theme, opening: Opening) -> Mapping[str, Any]:
    return {
        "mode": mode,
        "theme": theme,
        "on": (opening.on or content.first_on).isoformat(),
        "known": (opening.known_by or content.first_known_by).isoformat(),
        "reach": {"before": opening.reach.before, "after": opening.reach.after},
        "hidden": sorted(opening.hidden),
        "compare": moment_texts(opening.compare),
        "data": "" if mode in _EMBEDDED else DATA_PATH,
    }


def _number(figure: Figure) -> None:
    """Give every element an id by its place in the tree: folium draws them at random."""
    rest: list[Element] = [figure]
    count = 0
    while rest:
        element = rest.pop(0)
        element._id = f"{count:04d}"  # noqa: SLF001 - folium has no public way
        count += 1
        rest.extend(element._children.values())  # noqa: SLF001 - as above


def _stamp(text: str, nonce: str) -> str:
    return _OPENING_TAG.sub(rf'<\1 nonce="{nonce}"', text) if nonce else text


def _fill(page: str, slots: Mapping[str, str]) -> str:
    """Fill the slots in one pass, so that a filling cannot be taken for a slot."""
    return re.sub(r"<!--dateline:(\w+)-->", lambda slot: slots[slot[1]], page)
