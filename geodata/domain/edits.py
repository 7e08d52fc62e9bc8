"""
Edits: what a person decided about what was read.

An edit never holds the whole truth, only the decision and what it was taken on. It is kept in the
project and applied after every reading, so that a newer reader never overwrites it.
"""

from __future__ import annotations

from dataclasses import dataclass

from geodata.domain.claims import Claim, ClaimId, Review
from geodata.domain.documents import DocumentId, Publication
from geodata.domain.mentions import DateMention, PlaceMention
from geodata.domain.places import Place
from geodata.domain.spans import Span


@dataclass(frozen=True, slots=True)
class SetReview:
    """
    Claims were accepted, rejected, or put back among the suggestions.

    Args:
        claims: As they stood when the person decided.
        review: What was decided; EDITED only by way of `ChangeClaim`.

    Raises:
        ValueError: There is no claim, or the decision is EDITED.
    """

    claims: tuple[Claim, ...]
    review: Review

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("a review needs a claim")
        if self.review is Review.EDITED:
            raise ValueError("a claim becomes edited by changing it")


@dataclass(frozen=True, slots=True)
class ChangeClaim:
    """
    Fields of a claim were corrected: those in which `after` differs from `before`.

    Raises:
        ValueError: The two are not the same claim of the same document.
    """

    before: Claim
    after: Claim

    def __post_init__(self) -> None:
        one, two = self.before, self.after
        if (one.id, one.document_id) != (two.id, two.document_id):
            raise ValueError(f"{one.id} cannot be changed into {two.id}")


@dataclass(frozen=True, slots=True)
class AddClaim:
    """A claim that the reader missed, with the words it rests on."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class ChoosePlace:
    """
    A name stands for another place than was read, or for none.

    Args:
        name: The words in the text.
        place: What they stand for; None: they are not a place.
        document_id: Where; None: in every article of the project.
        span: The one mention meant; None: every mention with these words.

    Raises:
        ValueError: A span is given without its document, or the name is empty.
    """

    name: str
    place: Place | None
    document_id: DocumentId | None = None
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.span is not None and self.document_id is None:
            raise ValueError("a span needs its document")
        if not self.name.strip():
            raise ValueError("a place name cannot be empty")


@dataclass(frozen=True, slots=True)
class WordsOfBase:
    """Words of an article that speak of a base, by name or by a description."""

    document_id: DocumentId
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class TieBases:
    """
    Words of one or several articles speak of one base, or of none that is known.

    Args:
        words: The words.
        place: What they speak of; None: not of the base that they were read as.

    Raises:
        ValueError: There are no words.
    """

    words: tuple[WordsOfBase, ...]
    place: Place | None

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("tying bases needs words that speak of one")


@dataclass(frozen=True, slots=True)
class AddPlaceMention:
    """A place name that the reader missed."""

    document_id: DocumentId
    mention: PlaceMention


@dataclass(frozen=True, slots=True)
class AddDateMention:
    """A time expression that the reader missed."""

    document_id: DocumentId
    mention: DateMention


@dataclass(frozen=True, slots=True)
class SetPublication:
    """An article appeared on another day than was read; it is read again against that day."""

    document_id: DocumentId
    published: Publication


@dataclass(frozen=True, slots=True)
class DatePart:
    """
    Part of an article was written on another day than the rest; it is read against that day.

    Args:
        document_id: The article.
        span: The part; of parts that overlap, the later decision holds.
        published: When it appeared; None: with the rest of the article.
    """

    document_id: DocumentId
    span: Span
    published: Publication | None


@dataclass(frozen=True, slots=True)
class DescribeSource:
    """Title or outlet of an article were corrected."""

    document_id: DocumentId
    title: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class JoinClaims:
    """
    Claims speak of one thing although they were read as of several: they make one fact.

    Raises:
        ValueError: There are fewer than two.
    """

    claim_ids: tuple[ClaimId, ...]

    def __post_init__(self) -> None:
        if len(set(self.claim_ids)) < 2:
            raise ValueError("joining needs two claims at least")


@dataclass(frozen=True, slots=True)
class PartClaims:
    """
    Claims speak of another thing than those they were read together with: they leave the fact.

    Raises:
        ValueError: There is none.
    """

    claim_ids: tuple[ClaimId, ...]

    def __post_init__(self) -> None:
        if not self.claim_ids:
            raise ValueError("parting needs a claim")


Edit = (
    SetReview
    | ChangeClaim
    | AddClaim
    | ChoosePlace
    | TieBases
    | AddPlaceMention
    | AddDateMention
    | SetPublication
    | DatePart
    | DescribeSource
    | JoinClaims
    | PartClaims
)
