"""Small made-up things for tests: claims and marks with sensible values where none are given."""

from __future__ import annotations

from datetime import date
from typing import Any

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Modality, Status
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import Certainty
from geodata.domain.facts import FactId
from geodata.domain.layers import Layer
from geodata.domain.spans import Span
from geodata.domain.times import Days, on_day
from geodata.layers import Anchor, Form, Mark


def a_claim(claim_id: str = "claim-1", **changes: Any) -> Claim:
    """Return a claim that US troops were in Niger on 10 May 2024."""
    values: dict[str, Any] = {
        "document_id": DocumentId("document-1"),
        "kind": ClaimKind.TROOPS,
        "actor": "US",
        "host": "NE",
        "status": Status.PRESENT,
        "modality": Modality.ASSERTED,
        "evidence": (Span(0, 5),),
        "begins": on_day(date(2024, 5, 10)),
    }
    return Claim(id=ClaimId(claim_id), **{**values, **changes})


def a_mark(mark_id: str = "mark-1", **changes: Any) -> Mark:
    """Return a mark of US troops at Agadez, true and known from 10 May 2024."""
    values: dict[str, Any] = {
        "fact_id": FactId("fact-1"),
        "layer": Layer.TROOPS,
        "form": Form.TROOPS,
        "actor": "US",
        "code": "US",
        "pole": None,
        "second_pole": None,
        "anchor": Anchor.POINT,
        "lon": 7.99,
        "lat": 16.97,
        "country": "NE",
        "place_id": "geonames:2448085",
        "place_name": "Agadez",
        "state": "present",
        "certainty": Certainty.ATTESTED,
        "valid": Days(date(2024, 5, 10), None),
        "known": Days(date(2024, 5, 10), None),
        "claim_ids": (ClaimId("claim-1"),),
        "document_ids": (DocumentId("document-1"),),
        "words": "US forces at Agadez since 10 May 2024.",
    }
    return Mark(id=mark_id, **{**values, **changes})
