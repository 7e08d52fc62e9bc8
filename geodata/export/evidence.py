"""Claims, sources and the evidence of marks, flat: the rows that every format writes."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.domain.claims import Claim
from geodata.domain.documents import Document
from geodata.domain.plain_text import plain
from geodata.domain.spans import Span
from geodata.domain.times import UncertainDate
from geodata.export.contents import ExportContent, NumberedDocument, iso
from geodata.layers import Mark, Passage

Row = dict[str, str | int | float | bool | None]

_WHEN = ("earliest", "latest", "precision", "text")
CLAIM_COLUMNS = (
    *("claim_id", "kind", "actor", "host", "target"),
    *("place_id", "place_name", "place_kind", "lon", "lat", "radius_km"),
    *("status", "event", "modality", "attribution"),
    *("count_low", "count_high", "count_qualifier", "count_text"),
    *(f"{what}_{part}" for what in ("begins", "ends", "deadline") for part in _WHEN),
    *("reported_earliest", "reported_latest"),
    *("quote", "evidence_start", "evidence_end", "more_quotes", "more_evidence"),
    *("confidence", "reasons", "review"),
    *("document_id", "source", "title", "outlet", "published", "sha256"),
)
"""The columns of `claim_rows`, in order."""


def evidence_of(mark: Mark, content: ExportContent) -> list[Row]:
    """Return what a mark rests on: one row a claim, or a passage where it makes no claim."""
    return [
        *(_claim_evidence(content.claims_by_id[claim_id], content) for claim_id in mark.claim_ids),
        *(_passage_evidence(passage, content) for passage in mark.passages),
    ]


def _claim_evidence(claim: Claim, content: ExportContent) -> Row:
    first = claim.evidence[0]
    return {
        "claim_id": claim.id,
        **_source_of(content.sources_by_id[claim.document_id], first),
        "quote": content.quote(claim.document_id, first),
        "start": first.start,
        "end": first.end,
        "modality": claim.modality.value,
        "confidence": claim.confidence,
        "review": claim.review.value,
    }


def _passage_evidence(passage: Passage, content: ExportContent) -> Row:
    return {
        "claim_id": None,
        **_source_of(content.sources_by_id[passage.document_id], passage.span),
        "quote": content.quote(passage.document_id, passage.span),
        "start": passage.span.start,
        "end": passage.span.end,
        "modality": None,
        "confidence": None,
        "review": None,
    }


def _source_of(source: NumberedDocument, span: Span) -> Row:
    """Return the source of some words; a part of an article may have appeared on another day."""
    document = source.document
    return {
        "source": source.number,
        "title": plain(document.title),
        "outlet": _plain(document.outlet),
        "published": iso(document.published_at(span.start).best),
        "sha256": document.sha256,
    }


def source_rows(content: ExportContent) -> Iterator[Row]:
    """Return one row an article; its text is not part of it."""
    for source in content.sources:
        document, published = source.document, source.document.published
        yield {
            "source": source.number,
            "document_id": document.id,
            "name": plain(document.name),
            "title": plain(document.title),
            "outlet": _plain(document.outlet),
            "author": plain(document.author) or None,
            "published": iso(published.best),
            "published_earliest": iso(published.within.earliest),
            "published_latest": iso(published.within.latest),
            "published_why": plain(published.why),
            "is_published_stated": published.is_stated,
            "dated_parts": _parts(document),
            "sha256": document.sha256,
            "notes": plain(" ".join(document.notes)) or None,
        }


def _parts(document: Document) -> str | None:
    """Return the parts with a date of their own, as `120-450 2024-05-12`."""
    parts = [f"{p.span.start}-{p.span.end} {iso(p.published.best)}" for p in document.parts]
    return "; ".join(parts) or None


def claim_rows(content: ExportContent) -> Iterator[Row]:
    """Return one row a claim, in reading order; lon and lat are WGS 84, degrees."""
    for claim in content.claims:
        yield _claim_row(claim, content)


def _claim_row(claim: Claim, content: ExportContent) -> Row:
    source = content.sources_by_id[claim.document_id]
    place, count, first = claim.place, claim.count, claim.evidence[0]
    more = [content.quote(claim.document_id, span) for span in claim.evidence[1:]]
    spans = [f"{span.start}-{span.end}" for span in claim.evidence[1:]]
    return {
        "claim_id": claim.id,
        "kind": claim.kind.value,
        "actor": plain(claim.actor),
        "host": claim.host,
        "target": _plain(claim.target),
        "place_id": place.id if place else None,
        "place_name": plain(place.name) if place else None,
        "place_kind": place.kind.value if place else None,
        "lon": place.lon if place else None,
        "lat": place.lat if place else None,
        "radius_km": place.radius_km if place else None,
        "status": claim.status.value,
        "event": claim.event or None,
        "modality": claim.modality.value,
        "attribution": plain(claim.attribution) or None,
        "count_low": count.low if count else None,
        "count_high": count.high if count else None,
        "count_qualifier": count.qualifier.value if count else None,
        "count_text": plain(count.text) if count else None,
        **_when("begins", claim.begins),
        **_when("ends", claim.ends),
        **_when("deadline", claim.deadline),
        "reported_earliest": iso(claim.reported.earliest),
        "reported_latest": iso(claim.reported.latest),
        "quote": content.quote(claim.document_id, first),
        "evidence_start": first.start,
        "evidence_end": first.end,
        "more_quotes": " […] ".join(more) or None,
        "more_evidence": " ".join(spans) or None,
        "confidence": claim.confidence,
        "reasons": plain(" ".join(claim.reasons)) or None,
        "review": claim.review.value,
        "document_id": claim.document_id,
        **_source_of(source, first),
    }


def _when(name: str, when: UncertainDate | None) -> Row:
    return {
        f"{name}_earliest": iso(when.earliest) if when else None,
        f"{name}_latest": iso(when.latest) if when else None,
        f"{name}_precision": when.precision.value if when else None,
        f"{name}_text": _plain(when.text if when else None),
    }


def _plain(text: str | None) -> str | None:
    return plain(text) or None if text else None
