"""One HTML file that holds the map, its data and its scripts, and asks the network for nothing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.times import ONE_DAY, Reach
from geodata.errors import OutputError
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

    Raises:
        OutputError: The target cannot be written.
    """
    hidden = frozenset(map(Layer, hidden_layers))
    opening = Opening(on=on, known_by=known_by, hidden=hidden, reach=reach)
    page = build_page(content, mode="standalone", theme=theme, opening=opening)
    replace_file(target, page.encode())


def replace_file(target: Path, data: bytes) -> None:
    """
    Write a file so that a reader sees the old one or the new one, never a part.

    Raises:
        OutputError: The folder is missing or cannot be written, or the disk is full.
    """
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as file:
            temporary = Path(file.name)
            file.write(data)
        temporary.chmod(0o644)
        os.replace(temporary, target)  # noqa: PTH105 - the atomic rename is what is meant
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        raise OutputError(
            str(target),
            reason,
            todo="Choose a folder that you may write to, with room on the disk.",
        ) from error
