"""
The data of a map page: marks as columns, in JSON.

    {"version": 1, "title": str, "extent": [west, south, east, north],
     "on": day, "known": day,                     where the page opens
     "strings": [str, ...],                       every text once; index 0 is ""
     "marks": {column: [value a mark, ...], ...}, marks in ascending order of `vs`
     "sources": [{"number", "title", "outlet", "day" | null, "inferred"}, ...],
     "quotes": [[source number, text, low, high, words], ...],
     "regions": {place id: {"name", "rings": [[[lon, lat], ...], ...]}}}

A day is a count of days since 1970-01-01; an open start is FIRST_DAY, an open end LAST_DAY. Spans
are half-open. Columns: `id fact actor code country place name state cert label words` index
`strings`; `layer form anchor review` index the lists below; `pole second` are one letter or "";
`lon lat` are degrees or null; `vs ve ks ke` are days of validity and knowledge; `low` is -1 where
no source gives a number, `high` -1 where none sets an upper end, `open` and `disputed` are 0 or 1;
`due` is a day or null; `attested` holds days, `quotes` numbers of quotes, `docs` numbers of sources.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from geodata.domain.claims import ClaimId, Review
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import Certainty, CountRange
from geodata.domain.facts import FactId
from geodata.domain.times import Days
from geodata.layers.marks import Anchor, Form, Layer, Mark, Pole
from geodata.mapping.content import PageContent, PageQuote
from geodata.mapping.extent import extent_of

VERSION = 1
EPOCH = date(1970, 1, 1)
FIRST_DAY = -800_000  # before every date that Python knows
LAST_DAY = 4_000_000  # after every date that Python knows

LAYERS = tuple(Layer)
FORMS = tuple(Form)
ANCHORS = tuple(Anchor)
REVIEWS = tuple(Review)
_LAYER = {layer: number for number, layer in enumerate(LAYERS)}
_FORM = {form: number for number, form in enumerate(FORMS)}
_ANCHOR = {anchor: number for number, anchor in enumerate(ANCHORS)}
_REVIEW = {review: number for number, review in enumerate(REVIEWS)}


def day_number(day: date) -> int:
    """Return the days since 1970-01-01."""
    return (day - EPOCH).days


def _start(day: date | None) -> int:
    return FIRST_DAY if day is None else day_number(day)


def _end(day: date | None) -> int:
    return LAST_DAY if day is None else day_number(day)


class _Strings:
    """Numbers for texts; the same text has the same number."""

    def __init__(self) -> None:
        self.numbers = {"": 0}

    def number(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))


def _columns(marks: Sequence[Mark], strings: _Strings, numbers: _Numbers) -> dict[str, list[Any]]:
    text = strings.number
    return {
        "id": [text(m.id) for m in marks],
        "fact": [text(m.fact_id) for m in marks],
        "actor": [text(m.actor) for m in marks],
        "code": [text(m.code) for m in marks],
        "country": [text(m.country or "") for m in marks],
        "place": [text(m.place_id) for m in marks],
        "name": [text(m.place_name) for m in marks],
        "state": [text(m.state) for m in marks],
        "cert": [text(m.certainty) for m in marks],
        "label": [text(m.label) for m in marks],
        "words": [text(m.words) for m in marks],
        "layer": [_LAYER[m.layer] for m in marks],
        "form": [_FORM[m.form] for m in marks],
        "anchor": [_ANCHOR[m.anchor] for m in marks],
        "review": [_REVIEW[m.review] for m in marks],
        "pole": [m.pole or "" for m in marks],
        "second": [m.second_pole or "" for m in marks],
        "lon": [None if m.lon is None else round(m.lon, 5) for m in marks],
        "lat": [None if m.lat is None else round(m.lat, 5) for m in marks],
        "vs": [_start(m.valid.start) for m in marks],
        "ve": [_end(m.valid.end) for m in marks],
        "ks": [_start(m.known.start) for m in marks],
        "ke": [_end(m.known.end) for m in marks],
        "low": [m.count.low if m.count else -1 for m in marks],
        "high": [m.count.high if m.count and m.count.high is not None else -1 for m in marks],
        "open": [int(bool(m.count and m.count.is_open)) for m in marks],
        "disputed": [int(m.is_disputed) for m in marks],
        "due": [None if m.deadline is None else day_number(m.deadline) for m in marks],
        "attested": [[day_number(d) for d in m.attested] for m in marks],
        "quotes": [numbers.quotes(m) for m in marks],
        "docs": [numbers.sources(m) for m in marks],
    }


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Numbers of quotes and sources by the ids that a mark carries."""

    quote: Mapping[ClaimId, int]
    source: Mapping[DocumentId, int]

    def quotes(self, mark: Mark) -> list[int]:
        return [self.quote[c] for c in mark.claim_ids if c in self.quote]

    def sources(self, mark: Mark) -> list[int]:
        return sorted({self.source[d] for d in mark.document_ids if d in self.source})


def _quote(quote: PageQuote) -> list[Any]:
    count = quote.count
    if count is None:
        return [quote.source, quote.text, -1, -1, ""]
    high = -1 if count.high is None else count.high
    return [quote.source, quote.text, count.low, high, count.text]


def page_table(content: PageContent) -> dict[str, Any]:
    """Return the page's data as plain lists and dictionaries; see the module's text."""
    strings = _Strings()
    marks = sorted(content.marks, key=lambda m: (_start(m.valid.start), m.id))
    numbers = _Numbers(
        {q.claim_id: i for i, q in enumerate(content.quotes)},
        {s.document_id: s.number for s in content.sources},
    )
    extent = content.extent or extent_of(content.marks)
    return {
        "version": VERSION,
        "title": content.title,
        "extent": [extent.west, extent.south, extent.east, extent.north],
        "on": day_number(content.first_on),
        "known": day_number(content.first_known_by),
        "marks": _columns(marks, strings, numbers),
        "strings": list(strings.numbers),
        "sources": [
            {
                "number": s.number,
                "title": s.title,
                "outlet": s.outlet,
                "day": None if s.published is None else day_number(s.published),
                "inferred": s.is_inferred,
            }
            for s in content.sources
        ],
        "quotes": [_quote(q) for q in content.quotes],
        "regions": {
            r.place_id: {
                "name": r.name,
                "rings": [[[round(x, 3), round(y, 3)] for x, y in ring] for ring in r.rings],
            }
            for r in content.regions
        },
    }


def page_data(content: PageContent) -> bytes:
    """Return the page's data as UTF-8 JSON; see the module's text."""
    table = page_table(content)
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def _days(start: int, end: int) -> Days:
    return Days(
        None if start == FIRST_DAY else EPOCH + timedelta(start),
        None if end == LAST_DAY else EPOCH + timedelta(end),
    )


def read_marks(data: bytes) -> tuple[Mark, ...]:
    """
    Return the marks of a page's data, in its order.

    Evidence is not carried over: `claim_ids` and `document_ids` are empty, since the page holds
    numbers of quotes and sources instead.
    """
    table = json.loads(data)
    strings, columns = table["strings"], table["marks"]
    rows = (
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    )
    return tuple(_mark(row, strings) for row in rows)


def _mark(row: Mapping[str, Any], strings: Sequence[str]) -> Mark:
    high = None if row["high"] == -1 else row["high"]
    return Mark(
        id=strings[row["id"]],
        fact_id=FactId(strings[row["fact"]]),
        layer=LAYERS[row["layer"]],
        form=FORMS[row["form"]],
        actor=strings[row["actor"]],
        code=strings[row["code"]],
        pole=Pole(row["pole"]) if row["pole"] else None,
        second_pole=Pole(row["second"]) if row["second"] else None,
        anchor=ANCHORS[row["anchor"]],
        lon=row["lon"],
        lat=row["lat"],
        country=strings[row["country"]] or None,
        place_id=strings[row["place"]],
        place_name=strings[row["name"]],
        state=strings[row["state"]],
        certainty=Certainty(strings[row["cert"]]),
        valid=_days(row["vs"], row["ve"]),
        known=_days(row["ks"], row["ke"]),
        count=None if row["low"] == -1 else CountRange(row["low"], high, bool(row["open"])),
        deadline=None if row["due"] is None else EPOCH + timedelta(row["due"]),
        attested=tuple(EPOCH + timedelta(d) for d in row["attested"]),
        review=REVIEWS[row["review"]],
        is_disputed=bool(row["disputed"]),
        label=strings[row["label"]],
        words=strings[row["words"]],
    )
