"""Bases told in a row after one verb: “A was handed over on 2 May, B on the 9th and the camp at C in June”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.scene.dating import When
from geodata.claims.scene.places_beside import is_local
from geodata.claims.scene.sites import is_base_noun
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Status
from geodata.domain.mentions import DateMention, PlaceMention, Role

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG"})
_MARKS = frozenset({",", ";", "and", "then"})
_FILLING = frozenset(
    {"the", "at", "in", "on", "by", "its", "their", "then", "finally", "last", "camp"}
)
_DATING = frozenset({"on", "in", "by", "this", "last", ","})
_LASTING = frozenset({Status.OPERATES})


def read_rows(drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """Yield what a sentence says of further bases without saying the verb again."""
    seen = set()
    for model in sorted(drafts, key=lambda d: -int(d.predicate.i)):
        sentence = model.sentences[0].index
        if model.kind is not ClaimKind.BASE or model.status in _LASTING or sentence in seen:
            continue
        seen.add(sentence)
        yield from _row(model, drafts, story)


def _row(model: Draft, drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    tokens = story.reading.tokens(model.sentences[0])
    ends = [t.i for t in tokens if t.i > model.predicate.i and t.lower_ in _MARKS]
    told = {d.place.id for d in drafts if d.place and d.sentences[0] == model.sentences[0]}
    for start in ends:
        item = _item(start, tokens, story)
        if item is None:
            continue
        mention, date, at = item
        place = mention.place
        if place is not None and (place.country != model.host or place.id in told):
            continue
        if place is not None:
            told.add(place.id)
        yield replace(
            model,
            place=place,
            site_name=mention.text,
            when=When(date.when, is_dated=True, why=f"dated by “{date.text}”"),
            predicate=at,
            strength=0.6,
            reasons=("the same as said before in the sentence", f"dated by “{date.text}”"),
        )


def _item(
    start: int, tokens: Sequence[Token], story: Story
) -> tuple[PlaceMention, DateMention, Token] | None:
    """A place and its date between two marks, with no verb of its own."""
    reading = story.reading
    mention: PlaceMention | None = None
    at: Token | None = None
    passed = 0
    for token in (t for t in tokens if t.i > start):
        if token.idx < passed:
            continue
        if mention is not None and at is not None and (date := reading.dates.get(token.i)):
            return mention, date, at
        found = reading.places.get(token.i)
        if found is not None and found.role is Role.LOCATION:
            if mention is None and (is_local(found) or found.place is None):
                mention, at = found, token
            elif mention is None:
                return None
            passed = found.span.end
        elif (
            token.tag_ in _FINITE
            or token.lower_ in {";", ".", "but"}
            or (mention is None and not _may_lead(token, story))
        ):
            return None
    return None


def _may_lead(token: Token, story: Story) -> bool:
    """Whether a word may stand before the name: “the camp at A”."""
    is_filling = token.lower_ in _FILLING or token.pos_ in {"ADJ", "NOUN", "DET"}
    return is_filling or is_base_noun(token, story)
