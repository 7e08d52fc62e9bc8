"""Countries that are said to have done the same: “as have A and B”, “like A”, “and so did B”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.reading import Sentence
from geodata.claims.scene.actors import How
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Status

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_DOING = frozenset({"have", "do", "be"})
_END = frozenset({".", ";", ":", "?", "!", "(", "–", "—", "while", "but", "which", "who"})


def read_fellows(drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """Yield a shift for every country that a text says to have made the same one."""
    if not any(draft.kind is ClaimKind.ALIGNMENT for draft in drafts):
        return
    for sentence in story.reading.sentences:
        tokens = story.reading.tokens(sentence)
        for token in tokens:
            if not _is_likeness(token):
                continue
            fellows = _countries_after(token, tokens, story)
            if fellows and (
                model := _model(token, sentence, drafts, is_like=token.lower_ == "like")
            ):
                yield from _same(model, fellows, token, sentence)


def _is_likeness(token: Token) -> bool:
    if token.lower_ == "like":
        return bool(token.dep_ == "prep")
    if token.lower_ not in {"as", "so"}:
        return False
    return any(t.lemma_ in _DOING for t in token.doc[token.i + 1 : token.i + 2])


def _countries_after(token: Token, tokens: Sequence[Token], story: Story) -> list[str]:
    """The countries in one row after the word; another noun as the doer ends it."""
    found: list[str] = []
    for word in tokens:
        if word.i <= token.i or word.lemma_ in _DOING or word.is_space:
            continue
        party = story.parties.get(word.i)
        if party and party.how is How.COUNTRY:
            found.append(party.code)
        elif word.lower_ in _END or party or word.tag_ in {"VBD", "VBZ", "VBP", "MD", "VBN"}:
            break
    return list(dict.fromkeys(found))


def _model(
    token: Token, sentence: Sentence, drafts: Sequence[Draft], *, is_like: bool
) -> Draft | None:
    """The shift that is meant: the last before the word, or of “like”, the one of the sentence."""
    shifts = [
        d
        for d in drafts
        if d.kind is ClaimKind.ALIGNMENT
        and d.status is not Status.COUP
        and d.event != "expels"
        and not d.voice.is_mention
    ]
    here = [d for d in shifts if d.sentences[0] == sentence]
    if is_like:
        return min(here, key=lambda d: abs(d.predicate.i - token.i), default=None)
    opens = token.i - sentence.first <= 1
    near = [d for d in shifts if d.sentences[0].index == sentence.index - 1] if opens else here
    before = [d for d in near if d.predicate.i < token.i]
    return max(before, key=lambda d: int(d.predicate.i), default=None)


def _same(
    model: Draft, fellows: Sequence[str], token: Token, sentence: Sentence
) -> Iterator[Draft]:
    for code in fellows:
        if code not in {model.actor, model.target}:
            yield replace(
                model,
                actor=code,
                host=code,
                sentences=tuple(dict.fromkeys((sentence, *model.sentences))),
                predicate=token,
                strength=min(model.strength, 0.7),
                reasons=(f"“{token.text}”: the same as {model.actor}", *model.reasons),
            )
