"""One HTML file that holds the map, its data and its scripts, and asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.times import ONE_DAY, Reach
from geodata.export.atomic import replace_file
from geodata.export.manifest import Manifest
from geodata.export.manifest_files import with_manifest
from geodata.mapping import Opening, PageContent, Theme, build_page


def write_html(
    content: PageContent,
    target: Path,
    *,
    on: date,
    known_by: date,
    theme: Theme = "light",
    hidden_layers: Iterable[str] = OFF_AT_FIRST,
    reach: Reach = ONE_DAY,
    manifest: Manifest | None = None,
) -> None:
    """
    Write a map that works from disk, with a slider of its own.

    The file appears whole or not at all: it is written beside the target and then renamed.

    Args:
        content: What the map shows.
        target: The file; it is replaced where it exists.
        on: The day that the map opens on.
        known_by: The known date that it opens with.
        theme: Light or dark.
        hidden_layers: Names of the layers that are switched off when it opens; the reader can switch them on.
        reach: Days around the day that it opens on; the reader can change them.
        manifest: What the map rests on, for `dateline verify`.

    Raises:
        OutputError: The target cannot be written.
    """
    hidden = frozenset(map(Layer, hidden_layers))
    opening = Opening(on=on, known_by=known_by, hidden=hidden, reach=reach)
    page = build_page(content, mode="standalone", theme=theme, opening=opening)
    replace_file(target, with_manifest(page, manifest).encode())
