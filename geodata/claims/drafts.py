"""Claims in the making, before statements of one thing are put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from geodata.claims.grammar.modality import Voice
from geodata.claims.grammar.reading import Sentence
from geodata.claims.scene.dating import When
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status
from geodata.domain.mentions import Count
from geodata.domain.places import Place

if TYPE_CHECKING:
    from geodata.language.tokens import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """
    One statement of one sentence.

    Args:
        kind: Base, troops or alignment.
        status: One of the kind's statuses.
        actor: Who acts.
        host: The country where, or None.
        voice: How it is said.
        when: Its times.
        sentences: Where it is said, the telling one first.
        predicate: The word that says it.
        place: Below country level, or None.
        target: Toward or away from whom, for alignment.
        event: The finer word.
        count: How many people.
        strength: Confidence before merging, 0..1.
        reasons: Why, in words.
        is_own_order: Whether the actor itself orders it, not the host.
        force: The token of the noun for the force, where one is named.
        site_name: The name of the base as the text has it, where no gazetteer knows it.
        site: The token of the noun or name of the base, where one is told of.
        is_guessed: Whether the actor is only whom the text turns around.
    """

    kind: ClaimKind
    status: Status
    actor: str
    host: str | None
    voice: Voice
    when: When
    sentences: tuple[Sentence, ...]
    predicate: Token
    place: Place | None = None
    target: str | None = None
    event: str = ""
    count: Count | None = None
    strength: float = 0.6
    reasons: tuple[str, ...] = ()
    is_own_order: bool = False
    force: int | None = None
    site_name: str = ""
    site: int | None = None
    is_guessed: bool = False

    @property
    def modality(self) -> Modality:
        """In what voice it is said."""
        return self.voice.modality


class ClaimReader(Protocol):
    """One kind of claim: the plug point of this package."""

    def __call__(self, story: Story) -> Iterable[Draft]:
        """Return what the document says of this kind, sentence by sentence."""
        ...
