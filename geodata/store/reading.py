"""One GeoPackage -> the project that it holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from geodata.domain.claims import Claim
from geodata.domain.documents import Document, DocumentId
from geodata.domain.edits import Edit
from geodata.domain.extractions import Extraction
from geodata.domain.facilities import FacilityMention
from geodata.domain.mentions import DateMention, PlaceMention
from geodata.domain.stories import Bookmark, Story
from geodata.errors import NoProject, ProjectDamaged, ProjectTooNew
from geodata.store.coding import decode
from geodata.store.contents import SavedProject, SavedView
from geodata.store.schema import FORMAT_VERSION

_MAGIC = b"SQLite format 3\x00"


def load_project(path: Path) -> SavedProject:
    """
    Read a project file; it is not changed.

    Raises:
        NoProject: The file is missing, or is something else than a project of Dateline.
        ProjectTooNew: A later version of Dateline wrote it.
        ProjectDamaged: It is a project, and part of it cannot be read.
    """
    version = format_of(path)
    if version > FORMAT_VERSION:
        raise ProjectTooNew(path.name, found=version, known=FORMAT_VERSION)
    try:
        with closing(_opened(path)) as file:
            return _read(file, version)
    except sqlite3.Error as error:
        raise ProjectDamaged(path.name, reason=_reason(error)) from error
    # A damaged record can fail in as many ways as there are fields; all mean the same here.
    except (LookupError, ValueError, TypeError, AttributeError, ExceptionGroup) as error:
        raise ProjectDamaged(path.name, reason="what it holds cannot be read") from error


def format_of(path: Path) -> int:
    """
    Return the version of a project file's format.

    Raises:
        NoProject: The file is missing, or is something else than a project of Dateline.
        ProjectDamaged: It is cut short or overwritten.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise NoProject(path.name, reason=(error.strerror or "cannot be opened").lower()) from error
    if start != _MAGIC:
        raise NoProject(path.name, reason="is not a GeoPackage")
    try:
        with closing(_opened(path)) as file:
            rows = file.execute("SELECT value FROM dateline_meta WHERE key = 'format'").fetchall()
            return int(rows[0][0])
    except (sqlite3.Error, LookupError, ValueError) as error:
        if "malformed" in str(error):
            raise ProjectDamaged(path.name, reason="it is cut short or overwritten") from error
        raise NoProject(path.name, reason="was not written by Dateline") from error


def _reason(error: sqlite3.Error) -> str:
    words = str(error).partition("\n")[0]
    return "a table is missing" if words.startswith("no such") else f"{words:.80}"


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _read(file: sqlite3.Connection, version: int) -> SavedProject:
    meta = dict(file.execute("SELECT key, value FROM dateline_meta"))
    edits = file.execute("SELECT record FROM dateline_edit ORDER BY position").fetchall()
    return SavedProject(
        title=meta["title"],
        extractions=tuple(_extractions(file, version)),
        edits=tuple(decode(record, Edit) for (record,) in edits),
        muted=frozenset(DocumentId(line) for line in meta["muted"].split("\n") if line),
        view=decode(meta["view"], SavedView),
        story=_story(file) if version > 1 else (),
    )


def _story(file: sqlite3.Connection) -> Story:
    rows = file.execute("SELECT record FROM dateline_bookmark ORDER BY position").fetchall()
    return tuple(decode(record, Bookmark) for (record,) in rows)


def _extractions(file: sqlite3.Connection, version: int) -> Iterator[Extraction]:
    facilities_column = "facilities" if version > 2 else "'[]'"
    found = file.execute(
        f"SELECT text, record, places, dates, claims, {facilities_column} "  # noqa: S608 - our own
        "FROM dateline_document LEFT JOIN dateline_reading USING (document_id) ORDER BY position"
    )
    # Half read, it would keep the file locked for as long as the error is looked at.
    with closing(found) as rows:
        for text, record, places, dates, claims, facilities in rows:
            if not isinstance(text, str):
                raise TypeError("the text of an article is none")
            document: Document = decode(record, Document)
            yield Extraction(
                replace(document, text=text),
                decode(places, tuple[PlaceMention, ...]),
                decode(dates, tuple[DateMention, ...]),
                decode(claims, tuple[Claim, ...]),
                decode(facilities, tuple[FacilityMention, ...]),
            )
