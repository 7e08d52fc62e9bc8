"""Made-up episodes for the benchmark of scrubbing: points with a span of days, the same for every contestant."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from geodata.mapping.columns import Column, make, pack
from geodata.mapping.page_data import FIRST_DAY, LAST_DAY, NONE, PER_DEGREE, day_number

FIRST = date(2023, 1, 1)
DAYS = 730
SHARE = 0.08  # of the episodes stand at any date
CODES = ("US", "RU", "FR", "CN", "TR", "IR", "UN", "XX")
COLOURS = ("#0A5FB4", "#B8440F", "#1F6AA0", "#4C3D00", "#0F5A46", "#661767", "#2F7257", "#62696F")
BOX = (-16.0, 2.0, 34.0, 27.0)


@dataclass(frozen=True)
class Episodes:
    """Columns of one length; days count from `FIRST`, spans are half-open."""

    lon: np.ndarray[Any, Any]
    lat: np.ndarray[Any, Any]
    start: np.ndarray[Any, Any]
    end: np.ndarray[Any, Any]
    code: np.ndarray[Any, Any]
    count: np.ndarray[Any, Any]
    is_base: np.ndarray[Any, Any]

    def __len__(self) -> int:
        return len(self.lon)


def make_episodes(number: int) -> Episodes:
    """Return episodes in order of their start; equal numbers give equal episodes."""
    dice = np.random.default_rng(number)
    length = DAYS * SHARE
    start = np.sort(dice.integers(-int(length), DAYS, number))
    west, south, east, north = BOX
    return Episodes(
        lon=np.round(dice.uniform(west, east, number), 4),
        lat=np.round(dice.uniform(south, north, number), 4),
        start=start,
        end=start + dice.integers(1, int(2 * length), number),
        code=dice.integers(0, len(CODES), number),
        count=dice.integers(50, 2000, number),
        is_base=dice.integers(0, 2, number),
    )


def day(number: int) -> date:
    """Return the date of a day of the benchmark."""
    return FIRST + timedelta(days=number)


def _column(type_name: str, values: Any) -> Column:
    column = make(type_name)
    kinds = {"u8": np.uint8, "u32": np.uint32, "i32": np.int32, "f64": np.float64}
    column.frombytes(np.ascontiguousarray(values, dtype=kinds[type_name]).tobytes())
    return column


def page_bytes(episodes: Episodes) -> bytes:
    """Return the episodes as data of the map page, with an id and a sentence for each mark."""
    size = len(episodes)
    texts = ["", "attested", "present", "operates", *CODES]
    words = [f"{code} {what}." for code in CODES for what in ("troops, present", "base, operates")]
    first_id = len(texts) + len(words)
    encoded = [t.encode() for t in [*texts, *words, *(f"e{n}" for n in range(size))]]
    zero = np.zeros(size)
    of_troops = 1 - episodes.is_base
    base = day_number(FIRST)
    columns: dict[str, Column] = {
        "id": _column("u32", np.arange(size) + first_id),
        "fact": _column("u32", np.arange(size) + first_id),
        "actor": _column("u32", episodes.code + 4),
        "code": _column("u32", episodes.code + 4),
        "country": _column("u32", zero),
        "place": _column("u32", zero),
        "name": _column("u32", zero),
        "state": _column("u32", 2 + episodes.is_base),
        "cert": _column("u32", zero + 1),
        "label": _column("u32", zero),
        "words": _column("u32", len(texts) + episodes.code * 2 + episodes.is_base),
        "layer": _column("u8", 1 + episodes.is_base),
        "form": _column("u8", 2 + episodes.is_base),
        "anchor": _column("u8", zero),
        "review": _column("u8", zero + 1),
        **{
            name: _column("u8", zero) for name in ("pole", "second", "open", "disputed", "begun_by")
        },
        "lon": _column("i32", np.round(episodes.lon * PER_DEGREE)),
        "lat": _column("i32", np.round(episodes.lat * PER_DEGREE)),
        "vs": _column("i32", episodes.start + base),
        "ve": _column("i32", episodes.end + base),
        "ks": _column("i32", zero + FIRST_DAY),
        "ke": _column("i32", zero + LAST_DAY),
        "low": _column("i32", np.where(of_troops, episodes.count, -1)),
        "high": _column("i32", np.where(of_troops, episodes.count, -1)),
        "due": _column("i32", zero + NONE),
    }
    for name in ("attested", "quotes", "docs"):
        columns[name] = make("i32")
        columns[f"{name}_at"] = _column("u32", np.zeros(size + 1))
    for name in ("quote_source", "quote_low", "quote_high"):
        columns[name] = make("i32")
    columns["quote_text"], columns["quote_words"] = make("u32"), make("u32")
    columns["text"] = array("B", b"".join(encoded))
    lengths = np.fromiter((len(t) for t in encoded), dtype=np.int64)
    columns["text_at"] = _column("u32", np.concatenate([[0], np.cumsum(lengths)]))
    west, south, east, north = BOX
    header = {
        "size": size,
        "title": f"{size:,} episodes",
        "extent": [west, south, east, north],
        "on": base,
        "known": base,
        "sources": [],
        "regions": {},
    }
    return pack(header, columns)
