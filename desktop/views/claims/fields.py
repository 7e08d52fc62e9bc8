"""The fields of a claim in words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.wording.naming import Wording, claim_when
from desktop.wording.terms import MODALITIES
from desktop.wording.words import count_words, date_words
from geodata.domain.claims import Claim


@dataclass(frozen=True, slots=True)
class Field:
    """A name, its value in our words, and the words of the source where there are any."""

    name: str
    words: str
    quote: str = ""


def claim_fields(claim: Claim) -> list[Field]:
    """Return what the card lists, without the fields that the source leaves open."""
    fields = []
    if claim.count:
        told, quote = count_words(claim.count), claim.count.text
        fields.append(Field("Count", told, "" if quote and quote in told else quote))
    by = f", {claim.attribution}" if claim.attribution else ""
    fields.append(Field("How said", f"{MODALITIES[claim.modality]}{by}"))
    begins = date_words(claim.begins) if claim.begins.is_known else "the source gives no date"
    fields.append(Field("When", _with_why(begins, claim.begins.why)))
    if claim.ends and claim.ends.is_known:
        fields.append(Field("Ends", _with_why(date_words(claim.ends), claim.ends.why)))
    if claim.deadline and claim.deadline.is_known:
        fields.append(Field("Deadline", _with_why(date_words(claim.deadline), claim.deadline.why)))
    reported = date_words(claim.reported) if claim.reported.is_known else "at an unknown date"
    fields.append(Field("Reported", reported))
    return fields


def summary(claim: Claim, wording: Wording) -> str:
    """Return a claim on one line: its count as quoted, or what it says, and when."""
    said = f"“{claim.count.text}”, " if claim.count and claim.count.text else ""
    return f"{said}{wording.claim(claim)}, {claim_when(claim)}"


def _with_why(words: str, why: str) -> str:
    return f"{words} ({why.rstrip('.')})" if why else words
