"""A story as one page: the map stays while captions scroll by, and each leads it somewhere."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from geodata.domain.layers import Layer
from geodata.domain.stories import View
from geodata.domain.times import Reach
from geodata.mapping.basemap_cut import cut_basemap
from geodata.mapping.content import Extent, PageContent
from geodata.mapping.extent import extent_of, extent_of_view
from geodata.mapping.inlined import script_json
from geodata.mapping.page_data import page_data
from geodata.written_days import day_words

Line = tuple[str | int, ...]
"""A paragraph of a caption: words, and numbers of citations."""


@dataclass(frozen=True, slots=True)
class StoryNote:
    """
    What a citation of a story leads to.

    Args:
        number: As it stands in the captions.
        quote: The words of the article.
        source: Who published them under which headline.
        published: When, in words.
        is_reviewed: Whether a person has looked at the claim.
        trouble: Why nothing may be rested on it, or empty: then there is no quote either.
    """

    number: int
    quote: str = ""
    source: str = ""
    published: str = ""
    is_reviewed: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class StoryStep:
    """
    One bookmark of a story.

    Args:
        title: Its heading.
        on: The day shown.
        known_by: The known date.
        reach: Days around the day shown.
        hidden: Layers that are off.
        view: The part of the world, or None for all that is told.
        lines: The caption, paragraph by paragraph.
        told: What its map shows, in sentences.
        content: Which of the story's contents it shows.
    """

    title: str
    on: date
    known_by: date
    reach: Reach
    hidden: frozenset[Layer]
    view: View | None
    lines: tuple[Line, ...]
    told: str
    content: int = 0


@dataclass(frozen=True, slots=True)
class PageStory:
    """
    A story with all that its page shows.

    Args:
        title: Of the project.
        steps: At least one.
        notes: What the citations lead to, in the order of their numbers.
        contents: What the maps show: one content for each choice of articles that a step makes.
    """

    title: str
    steps: tuple[StoryStep, ...]
    notes: tuple[StoryNote, ...]
    contents: tuple[PageContent, ...]


def story_body(story: PageStory) -> str:
    """Return the body of a story's page: all its words as HTML, then data for the scripts."""
    extent = _extent(story)
    marks = [mark for content in story.contents for mark in content.marks]
    return "\n".join(
        [
            _words(story),
            *(
                f'<script type="application/octet-stream" id="{_data_id(number)}">'
                f"{base64.b64encode(page_data(content)).decode()}</script>"
                for number, content in enumerate(story.contents)
            ),
            _json_block("story", [_step_data(step) for step in story.steps]),
            *(_json_block(name, value) for name, value in cut_basemap(extent, marks).items()),
        ]
    )


def _data_id(number: int) -> str:
    return f"dateline-episodes-{number}" if number else "dateline-episodes"


def _json_block(name: str, value: Any) -> str:
    return f'<script type="application/json" id="dateline-{name}">{script_json(value)}</script>'


def _extent(story: PageStory) -> Extent:
    first = story.contents[0]
    boxes = [first.extent or extent_of(first.marks)]
    boxes += [
        extent_of_view(v.lat, v.lon, v.zoom, v.width_px, v.height_px)
        for step in story.steps
        if (v := step.view)
    ]
    return Extent(
        min(box.west for box in boxes),
        min(box.south for box in boxes),
        max(box.east for box in boxes),
        max(box.north for box in boxes),
    )


def _step_data(step: StoryStep) -> dict[str, Any]:
    view = step.view
    return {
        "on": step.on.isoformat(),
        "known": step.known_by.isoformat(),
        "reach": {"before": step.reach.before, "after": step.reach.after},
        "hidden": sorted(layer.value for layer in step.hidden),
        "data": _data_id(step.content),
        "view": None
        if view is None
        else {
            "lat": view.lat,
            "lon": view.lon,
            "zoom": view.zoom,
            "width": view.width_px,
            "height": view.height_px,
        },
    }


def _words(story: PageStory) -> str:
    bookmarks = (
        _step(number, step, story.notes) for number, step in enumerate(story.steps, start=1)
    )
    return "\n".join(
        [
            '<main class="dl-story">',
            f'<header class="dl-story-head"><h1>{escape(story.title)}</h1></header>',
            '<div class="dl-story-stage"></div>',
            '<div class="dl-steps">',
            *bookmarks,
            "</div>",
            _notes(story.notes),
            "</main>",
        ]
    )


def _step(number: int, step: StoryStep, notes: Iterable[StoryNote]) -> str:
    troubled = {note.number for note in notes if note.trouble}
    lines = "\n".join(
        f"<p>{''.join(_part(part, troubled) for part in line)}</p>" for line in step.lines if line
    )
    return (
        f'<section class="dl-step" id="step-{number}" aria-labelledby="step-{number}-title">\n'
        f'<h2 id="step-{number}-title">{escape(step.title)}</h2>\n'
        f'<p class="dl-step-date">{escape(frame_words(step))}</p>\n'
        f'<div class="dl-step-caption">{lines}</div>\n'
        f'<details class="dl-step-told" open><summary>What the map shows</summary>'
        f"<p>{escape(step.told)}</p></details>\n</section>"
    )


def frame_words(step: StoryStep) -> str:
    """Return the days of a step in words: `20 May 2024, as known that day`."""
    on, reach = step.on, step.reach
    days = reach.around(on)
    if reach.is_one_day:
        shown = day_words(on)
    elif days.start and days.end:
        last = date.fromordinal(days.end.toordinal() - 1)
        shown = f"{day_words(days.start)} to {day_words(last)}"
    elif days.start:
        shown = f"All from {day_words(on)}"
    else:
        shown = f"All up to {day_words(on)}" if days.end else "All dates"
    is_same = step.known_by == on and reach.is_one_day
    known = "that day" if is_same else f"on {day_words(step.known_by)}"
    return f"{shown}, as known {known}"


def _part(part: str | int, troubled: set[int]) -> str:
    if isinstance(part, str):
        return escape(part)
    kind = "dl-cite is-troubled" if part in troubled else "dl-cite"
    sign = f"[{part}?]" if part in troubled else f"[{part}]"
    return f'<a class="{kind}" href="#note-{part}">{sign}</a>'


def _notes(notes: Iterable[StoryNote]) -> str:
    rows = "\n".join(_note(note) for note in notes)
    cited = f"<h2>Sources cited</h2>\n<ol>\n{rows}\n</ol>" if rows else ""
    return (
        f'<footer class="dl-notes">{cited}\n'
        "<p>Works offline; this page loads nothing from the network.</p>\n"
        "<p>Map: Natural Earth. Places: GeoNames, CC BY 4.0. Web Mercator. Made with Dateline.</p>"
        "\n</footer>"
    )


def _note(note: StoryNote) -> str:
    row = f'<li id="note-{note.number}" value="{note.number}">'
    if note.trouble:
        return f'{row}<strong class="dl-trouble">{escape(note.trouble)}</strong></li>'
    review = "" if note.is_reviewed else " <em>Read by the program; nobody has reviewed it.</em>"
    return (
        f"{row}<q>{escape(note.quote)}</q> "
        f"<cite>{escape(note.source)}</cite>, {escape(note.published)}.{review}</li>"
    )
