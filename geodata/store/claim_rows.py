"""Claims as they stand, flat, for people who open the file in another program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geodata.domain.claims import Claim
from geodata.domain.extractions import Extraction
from geodata.domain.times import UncertainDate

COLUMNS = (
    "claim_id, document_id, kind, actor, host, place, lon, lat, target, status, event, modality, "
    "attribution, count_low, count_high, count_text, begins_earliest, begins_latest, "
    "ends_earliest, ends_latest, deadline, evidence_start, evidence_end, quote, "
    "reported_earliest, reported_latest, confidence, review"
)


def claim_rows(standing: Iterable[Extraction]) -> Iterator[tuple[object, ...]]:
    """Return one row a claim, in the order of `COLUMNS`; days are ISO 8601, lon and lat WGS 84."""
    for extraction in standing:
        for claim in extraction.claims:
            yield _row(claim, extraction.document.text)


def _row(claim: Claim, text: str) -> tuple[object, ...]:
    place, count, first = claim.place, claim.count, claim.evidence[0]
    return (
        claim.id,
        claim.document_id,
        claim.kind.value,
        claim.actor,
        claim.host,
        place.name if place else None,
        place.lon if place else None,
        place.lat if place else None,
        claim.target,
        claim.status.value,
        claim.event,
        claim.modality.value,
        claim.attribution,
        count.low if count else None,
        count.high if count else None,
        count.text if count else None,
        *_ends(claim.begins),
        *_ends(claim.ends),
        _ends(claim.deadline)[1],
        first.start,
        first.end,
        first.quote(text),
        *_ends(claim.reported),
        claim.confidence,
        claim.review.value,
    )


def _ends(when: UncertainDate | None) -> tuple[str | None, str | None]:
    if when is None:
        return None, None
    return (
        when.earliest.isoformat() if when.earliest else None,
        when.latest.isoformat() if when.latest else None,
    )
