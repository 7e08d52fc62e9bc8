"""Claims in one line, for tests of the timeline and the layers."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count as counter

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Modality, Review, Status
from geodata.domain.documents import DocumentId
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.spans import Span
from geodata.domain.times import UNKNOWN_DATE, Precision, UncertainDate, on_day

_NUMBERS = counter(1)
_KINDS = {
    **dict.fromkeys(("to_arrive", "arrives", "present", "to_withdraw", "withdraws"), "troops"),
    **dict.fromkeys(("toward", "away", "coup"), "alignment"),
}


def day(text: str) -> date:
    return date.fromisoformat(text)


def when(text: str | None) -> UncertainDate:
    """“2024-05-19”, “2024-05-01..2024-05-20”, “..2024-05-20” or None."""
    if not text:
        return UNKNOWN_DATE
    if ".." not in text:
        return on_day(day(text))
    first, last = text.split("..")
    return UncertainDate(
        day(first) if first else None, day(last) if last else None, Precision.INTERVAL
    )


def people(text: str | None) -> Count | None:
    """“1000”, “900-1100” or “1001+”."""
    if text is None:
        return None
    low, _, high = text.rstrip("+").partition("-")
    top = None if text.endswith("+") else int(high or low)
    return Count(int(low), top, Qualifier.RANGE, text, Span(0, 1))


def base_place(name: str = "Camp Example", country: str = "NE") -> Place:
    return Place(PlaceId(f"base:{name}"), name, PlaceKind.BASE, 8.0, 17.0, country)


def claim(
    status: str,
    begins: str | None = None,
    *,
    actor: str = "US",
    host: str | None = "NE",
    reported: str | None = "2024-05-20",
    source: str | None = None,
    count: str | None = None,
    ends: str | None = None,
    deadline: str | None = None,
    target: str | None = None,
    place: Place | None = None,
    event: str = "",
    modality: str = "asserted",
    review: str = "suggested",
    name: str | None = None,
    reasons: tuple[str, ...] = (),
) -> Claim:
    number = next(_NUMBERS)
    return Claim(
        id=ClaimId(name or f"c{number:06}"),
        document_id=DocumentId(source or f"doc-{reported}"),
        kind=ClaimKind(_KINDS.get(status, "base")),
        actor=actor,
        host=host,
        status=Status(status),
        modality=Modality(modality),
        evidence=(Span(number * 10, number * 10 + 5),),
        begins=when(begins),
        ends=when(ends) if ends else None,
        deadline=when(deadline) if deadline else None,
        place=place,
        target=target,
        event=event,
        count=people(count),
        reasons=reasons,
        review=Review(review),
        reported=when(reported),
    )


def niger_claims() -> list[Claim]:
    """Four made-up sources on one country, in the manner of the news of 2024."""
    april, may = "2024-04-20", "2024-05-10"
    joint, last = "2024-05-19", "2024-05-20"
    return [
        claim(
            "coup",
            "2023-07-01..2023-07-31",
            actor="NE",
            target="the West",
            reported=april,
            event="coup",
        ),
        claim("present", None, count="900-1100", reported=april),
        claim("to_withdraw", "2024-04-19", reported=april, modality="agreed"),
        claim("arrives", "2023-07-01..2024-04-20", actor="RU", reported=april),
        claim("operates", None, place=base_place("Air Base 201"), reported=april),
        claim(
            "away",
            "2024-03-11..2024-03-20",
            actor="NE",
            target="US",
            reported=may,
            event="pact_revoked",
        ),
        claim(
            "toward",
            "2024-04-01..2024-04-30",
            actor="NE",
            target="RU",
            reported=may,
            event="strengthens_ties",
        ),
        claim("to_withdraw", "2024-04-19", count="1001+", reported=may, modality="agreed"),
        claim("withdraws", "2024-05-19", reported=joint, event="withdrawal_begun"),
        claim("to_withdraw", "2024-05-19", count="900-1000", reported=joint, deadline="2024-09-15"),
        claim(
            "withdraws",
            "2023-07-26..2024-05-19",
            actor="FR",
            reported=joint,
            event="withdrawal_completed",
        ),
        claim("away", "2024-03-15", actor="NE", target="US", reported=last, event="pact_revoked"),
        claim("withdraws", "2024-05-19", count="1001+", reported=last, event="withdrawal_begun"),
        claim("to_close", "2024-05-19", place=base_place("Air Base 201"), reported=last),
    ]


def days_around(text: str, spread: int) -> list[date]:
    middle = day(text)
    return [middle + timedelta(days=shift) for shift in range(-spread, spread + 1)]
