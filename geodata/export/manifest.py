"""
The manifest: what a published map shows and on what it rests, carried in the file itself.

It holds no text of an article beyond the sentences that the map itself tells.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from geodata.documents.own_files import MANIFEST_NAME
from geodata.domain.plain_text import plain

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

SCHEMA = 1
"""Raised when a manifest can no longer be read by the code that came before."""

NAME = MANIFEST_NAME
"""Under which files carry it."""


@dataclass(frozen=True, slots=True)
class ManifestSource:
    """
    An article that the map rests on.

    Args:
        number: Its number in the project.
        document_id: Its id.
        sha256: Of the stored bytes of its file, in hex.
        title: Its headline.
        outlet: Who published it, or None.
        published: Its most likely day, or None.
    """

    number: int
    document_id: str
    sha256: str
    title: str
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class ManifestClaim:
    """A claim that the map rests on, with what a person had made of it by then."""

    id: str
    document_id: str
    review: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the map shows: which fact, in which words, from which claims."""

    fact_id: str
    words: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """
    What a file shows and on what it rests.

    Args:
        version: Of the program that wrote it.
        title: Of the project.
        on: The day of the map; None where the file holds all days.
        known_by: Sources up to this day; None for all.
        days_before: Days before `on` that the map takes in; None is without end.
        days_after: The same after it.
        hidden: Layers that are switched off, by name.
        extent: West, south, east, north in degrees (WGS 84), or None for all that is told.
        theme: Light or dark, or None where that was not told.
        muted: Ids of the articles that were left out.
        compared: Day and known date of the two maps whose differences are marked, or nothing.
        statements: What a map of one frame says; empty where the file holds all days.
        claims: The evidence.
        sources: The articles of these claims.
        program: What wrote it.
        schema: Version of this form.
    """

    version: str
    title: str
    on: date | None = None
    known_by: date | None = None
    days_before: int | None = 0
    days_after: int | None = 0
    hidden: tuple[str, ...] = ()
    extent: tuple[float, float, float, float] | None = None
    theme: str | None = None
    muted: tuple[str, ...] = ()
    compared: tuple[tuple[date, date], ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[ManifestClaim, ...] = ()
    sources: tuple[ManifestSource, ...] = ()
    program: str = "Dateline"
    schema: int = SCHEMA


class NoManifest(ValueError):
    """A text is no manifest of ours, or one of a later version; the message says which."""


def manifest_values(manifest: Manifest) -> dict[str, Any]:
    """Return the manifest as plain JSON values; days are ISO 8601."""
    values: dict[str, Any] = json.loads(manifest_json(manifest))
    return values


def manifest_json(manifest: Manifest) -> str:
    """Return the manifest as one line of JSON in ASCII."""
    text = json.dumps(asdict(manifest), default=date.isoformat, ensure_ascii=False)
    return json.dumps(json.loads(plain(text)), separators=(",", ":"))


def parse_manifest(text: str) -> Manifest:
    """
    Return the manifest that `manifest_json` wrote.

    Raises:
        NoManifest: It is none, or a later version of Dateline wrote it.
    """
    try:
        values = json.loads(text)
        schema = int(values["schema"])
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise NoManifest("the manifest in it cannot be read") from error
    if schema > SCHEMA:
        raise NoManifest(f"a newer version of Dateline wrote its manifest (schema {schema})")
    try:
        manifest: Manifest = _converter().structure(values, Manifest)
    # A damaged record can fail in as many ways as there are fields; all mean the same here.
    except Exception as error:
        raise NoManifest("the manifest in it is damaged") from error
    return manifest


@cache
def _converter() -> JsonConverter:
    from cattrs.preconf.json import make_converter

    return make_converter(forbid_extra_keys=False)
