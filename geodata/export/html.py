"""One HTML file that holds the map, its data and its scripts, and asks the network for nothing."""

from __future__ import annotations

from pathlib import Path

from geodata.export.atomic import replace_file
from geodata.export.manifest import Manifest
from geodata.export.manifest_files import with_manifest
from geodata.mapping import Opening, PageContent, PageStory, Theme, build_page


def write_html(
    content: PageContent,
    target: Path,
    opening: Opening,
    *,
    theme: Theme = "light",
    manifest: Manifest | None = None,
) -> None:
    """
    Write a map that works from disk, with a slider of its own.

    The file appears whole or not at all: it is written beside the target and then renamed.

    Args:
        content: What the map shows.
        target: The file; it is replaced where it exists.
        opening: The days, layers and comparison that it opens with; the reader can choose others.
        theme: Light or dark.
        manifest: What the map rests on, for `dateline verify`.

    Raises:
        OutputError: The target cannot be written.
    """
    page = build_page(content, mode="standalone", theme=theme, opening=opening)
    replace_file(target, with_manifest(page, manifest).encode())


def write_story_html(
    story: PageStory, target: Path, *, theme: Theme = "light", manifest: Manifest | None = None
) -> None:
    """
    Write a story that scrolls and works from disk; the file appears whole or not at all.

    Args:
        story: What it tells.
        target: The file; it is replaced where it exists.
        theme: Light or dark.
        manifest: What the story rests on, for `dateline verify`.

    Raises:
        OutputError: The target cannot be written.
    """
    first = story.steps[0]
    opening = Opening(first.on, first.known_by, first.hidden, reach=first.reach)
    page = build_page(story.contents[0], mode="story", theme=theme, opening=opening, story=story)
    replace_file(target, with_manifest(page, manifest).encode())
