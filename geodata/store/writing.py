"""A project -> one GeoPackage, all of it or nothing."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.domain.claims import Claim
from geodata.domain.documents import Document
from geodata.domain.edits import Edit
from geodata.domain.extractions import Extraction
from geodata.domain.facilities import FacilityMention
from geodata.domain.mentions import DateMention, PlaceMention
from geodata.domain.stories import Bookmark
from geodata.errors import OutputError
from geodata.store.claim_rows import COLUMNS, claim_rows
from geodata.store.coding import encode
from geodata.store.contents import SavedProject, SavedView
from geodata.store.schema import FORMAT_VERSION, TABLE_WORDS, TABLES

if TYPE_CHECKING:
    import geopandas

# A twentieth of a second; to open the file for a piece takes a third of that.
_ROWS_A_PIECE = 1_000


def save_project(
    saved: SavedProject,
    target: Path,
    *,
    standing: Iterable[Extraction],
    layers: Mapping[str, geopandas.GeoDataFrame],
) -> None:
    """
    Write a project file in place of what is there.

    The file is written beside the target and put in its place at the end, so that at any moment
    either the old or the new one is whole.

    Args:
        saved: What the project holds.
        target: Where to, usually with the ending `.gpkg`.
        standing: The articles after the edits: what the table `claims` shows to other programs.
        layers: One table a layer in EPSG:4326, see `geodata.layers.tables_of`.

    Raises:
        OutputError: The target cannot be written; what was there before is untouched.
    """
    from pyogrio.errors import DataSourceError

    try:
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name}.", suffix=".gpkg"
        )
        os.close(handle)
    except OSError as error:
        raise _refusal(target, error) from error
    draft = Path(name)
    try:
        draft.unlink()
        _write_layers(layers, draft)
        _write_tables(saved, standing, draft)
        _flush(draft)
        draft.replace(target)
    except (OSError, sqlite3.Error, DataSourceError) as error:
        raise _refusal(target, error) from error
    finally:
        for leftover in draft.parent.glob(f"{escape(draft.name)}*"):
            leftover.unlink(missing_ok=True)


def _refusal(target: Path, error: Exception) -> OutputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return OutputError(
        str(target), reason.lower(), todo="Choose another folder, or free some space there."
    )


def _write_layers(layers: Mapping[str, geopandas.GeoDataFrame], draft: Path) -> None:
    for name, table in layers.items():
        has_geometry = name != "unplaced"
        frame = table if has_geometry else table.drop(columns="geometry")
        options = {"geometry_type": "Unknown"} if has_geometry else {}
        _write_layer(frame, draft, name, options)


def _write_layer(
    frame: geopandas.GeoDataFrame, draft: Path, name: str, options: Mapping[str, str]
) -> None:
    import pyogrio

    # GDAL keeps Python for itself as long as it writes: the window moves between two pieces.
    for first in range(0, max(1, len(frame)), _ROWS_A_PIECE):
        piece = frame.iloc[first : first + _ROWS_A_PIECE]
        # Without a spatial index there is no trigger that only GDAL can run, so that the file stays
        # writable for every SQLite program; with so few rows the index would save nothing.
        pyogrio.write_dataframe(
            piece,
            draft,
            layer=name,
            driver="GPKG",
            append=draft.exists(),
            SPATIAL_INDEX="NO",
            **options,
        )


def _write_tables(saved: SavedProject, standing: Iterable[Extraction], draft: Path) -> None:
    with closing(sqlite3.connect(draft)) as file, file:
        file.executescript(TABLES)
        file.executemany("INSERT INTO dateline_meta VALUES (?, ?)", _meta(saved))
        for position, extraction in enumerate(saved.extractions):
            _write_document(file, position, extraction)
        file.executemany(
            "INSERT INTO dateline_edit VALUES (?, ?, ?)",
            (
                (position, type(edit).__name__, encode(edit, Edit))
                for position, edit in enumerate(saved.edits)
            ),
        )
        file.executemany(
            "INSERT INTO dateline_bookmark VALUES (?, ?, ?, ?)",
            (
                (position, bookmark.id, bookmark.title, encode(bookmark, Bookmark))
                for position, bookmark in enumerate(saved.story)
            ),
        )
        places = ", ".join("?" * len(COLUMNS.split(",")))
        file.executemany(
            f"INSERT INTO claims ({COLUMNS}) VALUES ({places})",  # noqa: S608 - our own columns
            claim_rows(standing),
        )
        # A table that the contents do not name is hidden or listed at random by other programs.
        file.executemany(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) "
            "VALUES (?, 'attributes', ?, ?)",
            ((table, table, words) for table, words in TABLE_WORDS.items()),
        )


def _meta(saved: SavedProject) -> list[tuple[str, str]]:
    return [
        ("format", str(FORMAT_VERSION)),
        ("title", saved.title),
        ("muted", "\n".join(sorted(saved.muted))),
        ("view", encode(saved.view, SavedView)),
    ]


def _write_document(file: sqlite3.Connection, position: int, extraction: Extraction) -> None:
    document = extraction.document
    published = document.published.best
    file.execute(
        "INSERT INTO dateline_document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            position,
            document.id,
            document.name,
            document.title,
            document.outlet,
            published.isoformat() if published else None,
            document.sha256,
            document.text,
            encode(replace(document, text=""), Document),
        ),
    )
    file.execute(
        "INSERT INTO dateline_reading VALUES (?, ?, ?, ?, ?)",
        (
            document.id,
            encode(extraction.places, tuple[PlaceMention, ...]),
            encode(extraction.dates, tuple[DateMention, ...]),
            encode(extraction.claims, tuple[Claim, ...]),
            encode(extraction.facilities, tuple[FacilityMention, ...]),
        ),
    )


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
