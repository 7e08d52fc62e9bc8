"""The tables of the gazetteer file."""

from __future__ import annotations

# Raise it whenever tables or the rules that fill them change: an older file is then rebuilt.
SCHEMA_VERSION = "3"

TABLES = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE input (name TEXT PRIMARY KEY, version TEXT NOT NULL, licence TEXT NOT NULL,
                    credit TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (no INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,
                    kind TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, country TEXT,
                    admin1 TEXT, population INTEGER NOT NULL, radius_km REAL NOT NULL,
                    source TEXT NOT NULL, operator TEXT);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, rank REAL NOT NULL,
                   PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE code (key TEXT NOT NULL, target TEXT NOT NULL, standing TEXT NOT NULL,
                   PRIMARY KEY (key)) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT NOT NULL, country TEXT NOT NULL, place_in_list INTEGER NOT NULL,
                      PRIMARY KEY (key, country)) WITHOUT ROWID;
CREATE TABLE neighbour (country TEXT NOT NULL, other TEXT NOT NULL,
                        PRIMARY KEY (country, other)) WITHOUT ROWID;
CREATE TABLE shape (id TEXT PRIMARY KEY, geojson TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE common_word (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE metonym (key TEXT PRIMARY KEY, country TEXT NOT NULL) WITHOUT ROWID;
"""

INDEXES = """
CREATE UNIQUE INDEX place_id ON place (id);
CREATE INDEX place_kind ON place (kind) WHERE kind IN ('country', 'base', 'region');
CREATE INDEX place_lat ON place (lat, lon);
"""
