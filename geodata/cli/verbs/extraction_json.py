"""The JSON of `dateline extract --json`, schema 1; the user guide documents every field."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from geodata.domain.claims import Claim
from geodata.domain.documents import Document, DocumentId
from geodata.domain.facilities import FacilityLink, FacilityMention
from geodata.domain.mentions import DateMention, DateRelation, PlaceMention, Role
from geodata.services import Extraction

# “For four days” and “every year” name no days of their own.
_UNPLACED = frozenset({DateRelation.DURATION, DateRelation.REPEATED})


def document_json(item: Extraction) -> dict[str, Any]:
    """Return what was read from one article as plain JSON values; open ends are null."""
    published = item.document.published
    text = item.document.text
    return {
        "published": {
            "date": _iso(published.best),
            "earliest": _iso(published.within.earliest),
            "latest": _iso(published.within.latest),
            "why": published.why,
        },
        "title": item.document.title,
        "outlet": item.document.outlet,
        "author": item.document.author or None,
        **_taken_text(item.document),
        "notes": list(item.document.notes),
        "mentions": [_place(m) for m in item.places if m.role is not Role.DEMONYM],
        "demonyms": [_place(m) for m in item.places if m.role is Role.DEMONYM],
        "dates": [_date(m) for m in item.dates if m.relation not in _UNPLACED],
        "durations": [_date(m) for m in item.dates if m.relation in _UNPLACED],
        "claims": [_claim(c, text) for c in item.claims],
        "facilities": [_facility(f) for f in item.facilities],
    }


def _taken_text(document: Document) -> dict[str, str]:
    """Return the text that offsets count, where the file itself is not that text."""
    own = hashlib.sha256(document.text.encode(errors="surrogatepass")).hexdigest()
    return {} if own == document.sha256 else {"text": document.text}


def link_json(link: FacilityLink, names: Mapping[DocumentId, str]) -> dict[str, Any]:
    """Return a suggestion that several mentions speak of one base, as plain JSON values."""
    return {
        "place": link.place.name,
        "lat": link.place.lat,
        "lon": link.place.lon,
        "country": link.place.country,
        "score": round(link.score, 3),
        "why": link.why,
        "mentions": [
            {
                "document": names[m.document],
                "start": m.span.start,
                "end": m.span.end,
                "text": m.text,
            }
            for m in link.mentions
        ],
    }


def _facility(mention: FacilityMention) -> dict[str, Any]:
    place = mention.place
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "place": place.name if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "radius_km": mention.radius_km if place else None,
        "score": round(mention.score, 3),
        "why": mention.why,
    }


def _place(mention: PlaceMention) -> dict[str, Any]:
    place = mention.place
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "name": place.name if place else None,
        "kind": place.kind if place else None,
        "role": mention.role,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "score": round(mention.score, 3),
        "why": mention.why,
        "candidates": [
            {
                "name": c.place.name,
                "country": c.place.country,
                "score": round(c.score, 3),
                "why": c.why,
            }
            for c in mention.candidates
        ],
    }


def _date(mention: DateMention) -> dict[str, Any]:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "iso_start": _iso(mention.when.earliest),
        "iso_end": _iso(mention.when.latest),
        "relation": mention.relation,
        "vague": mention.is_vague,
        "why": mention.why,
    }


def _claim(claim: Claim, text: str) -> dict[str, Any]:
    first = claim.evidence[0]
    last_day = claim.begins.latest
    if claim.ends and claim.ends.latest:
        last_day = claim.ends.latest
    if claim.deadline and claim.deadline.latest:
        last_day = claim.deadline.latest
    return {
        "id": claim.id,
        "kind": claim.kind,
        "actor": claim.actor,
        "target": claim.target,
        "place": claim.place.name if claim.place else None,
        "place_lat": claim.place.lat if claim.place else None,
        "place_lon": claim.place.lon if claim.place else None,
        "country": claim.host,
        "status": claim.status,
        "event": claim.event or None,
        "modality": claim.modality,
        "attribution": claim.attribution or None,
        "count_min": claim.count.low if claim.count else None,
        "count_max": claim.count.high if claim.count else None,
        "count_text": claim.count.text if claim.count else None,
        "date_start": _iso(claim.begins.earliest or claim.begins.latest),
        "date_end": _iso(last_day),
        "deadline": _iso(claim.deadline.latest) if claim.deadline else None,
        "evidence_start": first.start,
        "evidence_end": first.end,
        "evidence": [
            {"start": s.start, "end": s.end, "quote": s.quote(text)} for s in claim.evidence
        ],
        "confidence": round(claim.confidence, 3),
        "reasons": list(claim.reasons),
        "review": claim.review.value,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
