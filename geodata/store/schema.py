"""The tables of ours beside the layers, and the version of the format."""

from __future__ import annotations

FORMAT_VERSION = 3
"""Raised when the code that came before can no longer read a file, or would lose part of it."""

BOOKMARK_TABLE = """
CREATE TABLE dateline_bookmark (
    position INTEGER PRIMARY KEY,
    bookmark_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    record TEXT NOT NULL
);
"""

# `PRAGMA user_version` is GeoPackage's own, so ours is a row of `dateline_meta`.
TABLES = f"""{BOOKMARK_TABLE}
CREATE TABLE dateline_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE dateline_document (
    position INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    outlet TEXT,
    published TEXT,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE TABLE dateline_reading (
    document_id TEXT PRIMARY KEY REFERENCES dateline_document (document_id),
    places TEXT NOT NULL,
    dates TEXT NOT NULL,
    claims TEXT NOT NULL,
    facilities TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE dateline_edit (position INTEGER PRIMARY KEY, edit TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE claims (
    fid INTEGER PRIMARY KEY,
    claim_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    host TEXT,
    place TEXT,
    lon REAL,
    lat REAL,
    target TEXT,
    status TEXT NOT NULL,
    event TEXT NOT NULL,
    modality TEXT NOT NULL,
    attribution TEXT NOT NULL,
    count_low INTEGER,
    count_high INTEGER,
    count_text TEXT,
    begins_earliest TEXT,
    begins_latest TEXT,
    ends_earliest TEXT,
    ends_latest TEXT,
    deadline TEXT,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    reported_earliest TEXT,
    reported_latest TEXT,
    confidence REAL NOT NULL,
    review TEXT NOT NULL
);
"""

TABLE_WORDS = {
    "dateline_meta": "Dateline: format version and settings",
    "dateline_document": "Dateline: the articles as they were given",
    "dateline_reading": "Dateline: what was read from each article",
    "dateline_edit": "Dateline: what a person decided, oldest first",
    "dateline_bookmark": "Dateline: the story, bookmark by bookmark",
    "claims": "Claims as they stand, each with its quote",
}
