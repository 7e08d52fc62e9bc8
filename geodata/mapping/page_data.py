"""
The data of a map page: episodes as binary columns (see columns.py), in ascending order of `vs`.

The header tells what there is once:

    {"size": number of marks, "title": str, "extent": [west, south, east, north],
     "on": day, "known": day,                     where the page opens
     "dates": "day" | "month" | "iso",            how days are written
     "sources": [{"number", "title", "outlet", "day" | null, "inferred"}, ...],
     "regions": {place id: {"name", "rings": [[[lon, lat], ...], ...]}}}

A day is a count of days since 1970-01-01; an open start is FIRST_DAY, an open end LAST_DAY; NONE
stands for no value. Spans are half-open. Columns of one value a mark:

    u32  id fact actor code country place name state cert label words report standing
                                     numbers of texts
    u8   layer form anchor review    numbers in the lists below
    u8   pole second                 the letter's code, or 0
    u8   open disputed begun_by      0 or 1
    i32  lon lat                     WGS 84, in 1/100,000 of a degree, or NONE
    i32  vs ve ks ke                 days of validity and knowledge
    i32  low high                    -1 where no source gives a number, or none an upper end
    i32  due                         a day, or NONE

A column of lists is two: `attested` (days), `quotes` (numbers of quotes), `docs` (numbers of
sources) hold the lists one after the other, and `attested_at`, `quotes_at`, `docs_at` (u32, one
more than marks) where each begins. The quotes are columns too: `quote_source` (number), `quote_text`
and `quote_words` (texts), `quote_low`, `quote_high` and `quote_day` (NONE but where the words
appeared on another day than their source). So are the texts: `text` (UTF-8) and
`text_at`; each text is there once, and number 0 is the empty one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import Any

from geodata.domain.claims import ClaimId, Review
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import Certainty, CountRange
from geodata.domain.facts import FactId
from geodata.domain.times import Days
from geodata.layers.marks import Anchor, Form, Layer, Mark, Passage, Pole
from geodata.mapping.columns import Column, make, pack, unpack
from geodata.mapping.content import PageContent, PageQuote
from geodata.mapping.extent import extent_of
from geodata.written_days import day_style

DATA_PATH = "/data/episodes.bin"  # where a page in scheme mode asks for it
EPOCH = date(1970, 1, 1)
FIRST_DAY = -800_000  # before every date that Python knows
LAST_DAY = 4_000_000  # after every date that Python knows
NONE = -(2**31)
MOST = 2**31 - 1
PER_DEGREE = 100_000

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


def _degrees(value: float | None) -> int:
    return NONE if value is None else round(value * PER_DEGREE)


def _letter(pole: Pole | None) -> int:
    return 0 if pole is None else ord(pole.value)


def _people(number: int | None) -> int:
    return -1 if number is None else min(number, MOST)


class _Texts:
    """Numbers for texts; the same text has the same number."""

    def __init__(self) -> None:
        self.numbers = {"": 0}

    def number(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))

    def columns(self) -> dict[str, Column]:
        encoded = [text.encode() for text in self.numbers]
        return {"text": make("u8", b"".join(encoded)), "text_at": _places(encoded)}


def _places(lists: Iterable[Sequence[Any]]) -> Column:
    """Return where each of some lists begins when they stand one after the other, and the end."""
    places = make("u32", [0])
    at = 0
    for one in lists:
        at += len(one)
        places.append(at)
    return places


def _lists(name: str, lists: Sequence[Sequence[int]]) -> dict[str, Column]:
    return {name: make("i32", chain.from_iterable(lists)), f"{name}_at": _places(lists)}


def _mark_columns(marks: Sequence[Mark], texts: _Texts, numbers: _Numbers) -> dict[str, Column]:
    text = texts.number
    counts = [m.count for m in marks]
    return {
        "id": make("u32", [text(m.id) for m in marks]),
        "fact": make("u32", [text(m.fact_id) for m in marks]),
        "actor": make("u32", [text(m.actor) for m in marks]),
        "code": make("u32", [text(m.code) for m in marks]),
        "country": make("u32", [text(m.country or "") for m in marks]),
        "place": make("u32", [text(m.place_id) for m in marks]),
        "name": make("u32", [text(m.place_name) for m in marks]),
        "state": make("u32", [text(m.state) for m in marks]),
        "cert": make("u32", [text(m.certainty) for m in marks]),
        "label": make("u32", [text(m.label) for m in marks]),
        "words": make("u32", [text(m.words) for m in marks]),
        "report": make("u32", [text(m.report) for m in marks]),
        "standing": make("u32", [text(m.standing) for m in marks]),
        "layer": make("u8", [_LAYER[m.layer] for m in marks]),
        "form": make("u8", [_FORM[m.form] for m in marks]),
        "anchor": make("u8", [_ANCHOR[m.anchor] for m in marks]),
        "review": make("u8", [_REVIEW[m.review] for m in marks]),
        "pole": make("u8", [_letter(m.pole) for m in marks]),
        "second": make("u8", [_letter(m.second_pole) for m in marks]),
        "open": make("u8", [bool(count and count.is_open) for count in counts]),
        "disputed": make("u8", [m.is_disputed for m in marks]),
        "begun_by": make("u8", [m.is_begun_by for m in marks]),
        "lon": make("i32", [_degrees(m.lon) for m in marks]),
        "lat": make("i32", [_degrees(m.lat) for m in marks]),
        "vs": make("i32", [_start(m.valid.start) for m in marks]),
        "ve": make("i32", [_end(m.valid.end) for m in marks]),
        "ks": make("i32", [_start(m.known.start) for m in marks]),
        "ke": make("i32", [_end(m.known.end) for m in marks]),
        "low": make("i32", [_people(count.low if count else None) for count in counts]),
        "high": make("i32", [_people(count.high if count else None) for count in counts]),
        "due": make("i32", [NONE if m.deadline is None else day_number(m.deadline) for m in marks]),
        **_lists("attested", [[day_number(d) for d in m.attested] for m in marks]),
        **_lists("quotes", [numbers.quotes(m) for m in marks]),
        **_lists("docs", [numbers.sources(m) for m in marks]),
    }


def _quote_columns(quotes: Sequence[PageQuote], texts: _Texts) -> dict[str, Column]:
    counts = [quote.count for quote in quotes]
    return {
        "quote_source": make("i32", [quote.source for quote in quotes]),
        "quote_text": make("u32", [texts.number(quote.text) for quote in quotes]),
        "quote_low": make("i32", [_people(count.low if count else None) for count in counts]),
        "quote_high": make("i32", [_people(count.high if count else None) for count in counts]),
        "quote_day": make(
            "i32",
            [NONE if quote.written is None else day_number(quote.written) for quote in quotes],
        ),
        "quote_words": make("u32", [texts.number(count.text if count else "") for count in counts]),
    }


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Numbers of quotes and sources by the ids that a mark carries."""

    quote: Mapping[ClaimId | Passage, int]
    source: Mapping[DocumentId, int]

    def quotes(self, mark: Mark) -> list[int]:
        keys: tuple[ClaimId | Passage, ...] = (*mark.claim_ids, *mark.passages)
        return [self.quote[key] for key in keys if key in self.quote]

    def sources(self, mark: Mark) -> list[int]:
        return sorted({self.source[d] for d in mark.document_ids if d in self.source})


def _header(content: PageContent) -> dict[str, Any]:
    extent = content.extent or extent_of(content.marks)
    return {
        "size": len(content.marks),
        "title": content.title,
        "dates": day_style().value,
        "extent": [extent.west, extent.south, extent.east, extent.north],
        "on": day_number(content.first_on),
        "known": day_number(content.first_known_by),
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
        "regions": {
            r.place_id: {
                "name": r.name,
                "rings": [[[round(x, 3), round(y, 3)] for x, y in ring] for ring in r.rings],
            }
            for r in content.regions
        },
    }


def page_data(content: PageContent) -> bytes:
    """Return the page's data in binary columns; see the module's text."""
    texts = _Texts()
    marks = sorted(content.marks, key=lambda m: (_start(m.valid.start), m.id))
    numbers = _Numbers(
        {q.claim_id: i for i, q in enumerate(content.quotes)},
        {s.document_id: s.number for s in content.sources},
    )
    columns = {
        **_mark_columns(marks, texts, numbers),
        **_quote_columns(content.quotes, texts),
    }
    return pack(_header(content), {**columns, **texts.columns()})


def _days(start: int, end: int) -> Days:
    return Days(
        None if start == FIRST_DAY else EPOCH + timedelta(start),
        None if end == LAST_DAY else EPOCH + timedelta(end),
    )


def read_texts(columns: Mapping[str, Column]) -> list[str]:
    """Return the texts of a page's data, in the order of their numbers."""
    blob, at = columns["text"].tobytes(), columns["text_at"]
    return [blob[start:end].decode() for start, end in pairwise(at)]


def read_marks(data: bytes) -> tuple[Mark, ...]:
    """
    Return the marks of a page's data, in its order.

    Evidence is not carried over: `claim_ids` and `document_ids` are empty, since the page holds
    numbers of quotes and sources instead. Nor is what only Python makes sentences of: the parts of
    `subject` and the sources' words for a count stand in `words`.

    Raises:
        PageError: The bytes are not a page's data.
    """
    header, columns = unpack(data)
    texts = read_texts(columns)
    return tuple(_mark(columns, texts, number) for number in range(header["size"]))


def _mark(columns: Mapping[str, Column], texts: Sequence[str], number: int) -> Mark:
    def value(name: str) -> int:
        return int(columns[name][number])

    def text(name: str) -> str:
        return texts[value(name)]

    def maybe(name: str) -> int | None:
        return None if value(name) == NONE else value(name)

    lon, lat, due = maybe("lon"), maybe("lat"), maybe("due")
    at = columns["attested_at"]
    attested = columns["attested"][at[number] : at[number + 1]]
    high = None if value("high") == -1 else value("high")
    return Mark(
        id=text("id"),
        fact_id=FactId(text("fact")),
        layer=LAYERS[value("layer")],
        form=FORMS[value("form")],
        actor=text("actor"),
        code=text("code"),
        pole=Pole(chr(value("pole"))) if value("pole") else None,
        second_pole=Pole(chr(value("second"))) if value("second") else None,
        anchor=ANCHORS[value("anchor")],
        lon=None if lon is None else lon / PER_DEGREE,
        lat=None if lat is None else lat / PER_DEGREE,
        country=text("country") or None,
        place_id=text("place"),
        place_name=text("name"),
        state=text("state"),
        certainty=Certainty(text("cert")),
        valid=_days(value("vs"), value("ve")),
        known=_days(value("ks"), value("ke")),
        count=None if value("low") == -1 else CountRange(value("low"), high, bool(value("open"))),
        deadline=None if due is None else EPOCH + timedelta(due),
        attested=tuple(EPOCH + timedelta(day) for day in attested),
        review=REVIEWS[value("review")],
        is_disputed=bool(value("disputed")),
        is_begun_by=bool(value("begun_by")),
        label=text("label"),
        words=text("words"),
        report=text("report"),
        standing=text("standing"),
    )
