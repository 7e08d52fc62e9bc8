"""Claims of one fact that seem to go back to one telling: proposed, with the reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from geodata.domain.claims import Claim
from geodata.domain.documents import Document, DocumentId
from geodata.domain.facts import Fact
from geodata.domain.origins import Origin
from geodata.timeline.relays import plain, relays_of, speaker_of

# Four words in a row are rarely the same by chance. The share of the shorter sentence's rows that
# two sentences need to have in common follows the containment measure of Broder, “On the
# resemblance and containment of documents”, 1997.
_ROW_WORDS = 4
_ROWS_MIN = 4
_ALIKE = 0.6
# A row that more sentences of a fact share is a phrase of the subject; looking at it only costs.
_ROW_SENTENCES_MAX = 40
_WORD = re.compile(r"\w+")

_Node = TypeVar("_Node", int, DocumentId)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A claim with its sentence, its outlet and its day."""

    claim: Claim
    words: str
    outlet: str
    day: date | None


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two tellings, by their numbers, that seem to be one."""

    one: int
    other: int
    score: float
    reason: str


def propose_origins(
    facts: Iterable[Fact], documents: Mapping[DocumentId, Document]
) -> tuple[Origin, ...]:
    """
    Return groups of claims, of two articles or more, that seem to be one telling.

    Claims of one fact are tied where their sentences are nearly the same, where one names the
    outlet of the other as its source or both name the same one, and where both quote the same
    person by name within a day. The work grows with the number of claims, not with its square:
    only sentences that share a rare row of words are compared.

    Args:
        facts: What `gather_facts` returns.
        documents: The articles, for sentences and outlets.
    """
    return tuple(origin for fact in facts for origin in _origins_of(fact, documents))


def count_origins(claims: Iterable[Claim], origins: Iterable[Origin]) -> int:
    """Return how many tellings some claims rest on, where articles of one origin are one."""
    among = {claim.id: claim.document_id for claim in claims}
    group = {document: document for document in among.values()}
    for origin in origins:
        members = [among[claim_id] for claim_id in origin.claims if claim_id in among]
        for one, other in pairwise(members):
            _join(group, one, other)
    return len({_root(group, document) for document in group})


def sources_words(claims: Sequence[Claim], origins: Iterable[Origin]) -> str:
    """Return “5 articles, 2 origins”, or the articles alone where none seem to be one telling."""
    articles = len({claim.document_id for claim in claims})
    tellings = count_origins(claims, origins)
    words = f"{articles} article{'' if articles == 1 else 's'}"
    if tellings == articles:
        return words
    return f"{words}, {tellings} origin{'' if tellings == 1 else 's'}"


def _origins_of(fact: Fact, documents: Mapping[DocumentId, Document]) -> Iterator[Origin]:
    if len({claim.document_id for claim in fact.claims}) < 2:
        return
    tellings = [_telling(claim, documents.get(claim.document_id)) for claim in fact.claims]
    ties = [*_alike(tellings), *_relayed(tellings), *_quoted(tellings)]
    group = {number: number for number in range(len(tellings))}
    for tie in ties:
        _join(group, tie.one, tie.other)
    by_root: defaultdict[int, list[_Tie]] = defaultdict(list)
    for tie in ties:
        by_root[_root(group, tie.one)].append(tie)
    for root in sorted(by_root):
        found = by_root[root]
        numbers = [number for number in group if _root(group, number) == root]
        claims = [tellings[number].claim for number in numbers]
        reasons = dict.fromkeys(tie.reason for tie in sorted(found, key=lambda t: -t.score))
        yield Origin(
            fact_id=fact.id,
            claims=tuple(claim.id for claim in claims),
            document_ids=tuple(dict.fromkeys(claim.document_id for claim in claims)),
            reason="; ".join(reasons) + ".",
            score=round(min(max(t.score for t in found), 1.0), 2),
        )


def _telling(claim: Claim, document: Document | None) -> _Telling:
    words = " ".join(claim.evidence[0].quote(document.text).split()) if document else ""
    outlet = document.outlet or "" if document else ""
    return _Telling(claim, words, outlet, claim.reported.latest)


def _alike(tellings: Sequence[_Telling]) -> Iterator[_Tie]:
    """Nearly the same words in another article."""
    rows = [_rows(telling.words) for telling in tellings]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, held in enumerate(rows):
        for row in held:
            holders[row].append(number)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        if 1 < len(numbers) <= _ROW_SENTENCES_MAX:
            for at, one in enumerate(numbers):
                for other in numbers[at + 1 :]:
                    shared[one, other] += 1
    for (one, other), number in shared.items():
        least = min(len(rows[one]), len(rows[other]))
        share = number / least
        if least >= _ROWS_MIN and share >= _ALIKE and _is_apart(tellings, one, other):
            yield _Tie(one, other, 0.5 + 0.5 * share, "the sentences are nearly the same")


@lru_cache(maxsize=50_000)
def _rows(words: str) -> frozenset[tuple[str, ...]]:
    found = _WORD.findall(words.casefold())
    return frozenset(
        tuple(found[at : at + _ROW_WORDS]) for at in range(len(found) - _ROW_WORDS + 1)
    )


def _relayed(tellings: Sequence[_Telling]) -> Iterator[_Tie]:
    """One names the outlet of the other, or both name the same source, as where it comes from."""
    first: dict[tuple[str, str], int] = {}
    outlets: defaultdict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        if telling.outlet:
            outlets[plain(telling.outlet)].append(number)
    for number, telling in enumerate(tellings):
        for how, name in relays_of(telling.words):
            key = ("statement" if how == "statement" else "outlet", plain(name))
            for other in outlets.get(key[1], ()) if key[0] == "outlet" else ():
                if _is_apart(tellings, number, other):
                    yield _Tie(number, other, 0.85, f"one names {name}, the other, as its source")
            former = first.setdefault(key, number)
            if former != number and _is_apart(tellings, former, number):
                yield _Tie(former, number, 0.75, f"both name {name} as their source")


def _quoted(tellings: Sequence[_Telling]) -> Iterator[_Tie]:
    """Both quote the same person, by name, and appeared within a day."""
    said: defaultdict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        name = speaker_of(telling.claim.attribution)
        if name and telling.day:
            said[plain(name)].append(number)
    for numbers in said.values():
        for one, other in pairwise(sorted(numbers, key=lambda n: tellings[n].day or date.min)):
            first, second = tellings[one].day, tellings[other].day
            is_near = first and second and abs((second - first).days) <= 1
            if is_near and _is_apart(tellings, one, other):
                name = speaker_of(tellings[one].claim.attribution)
                yield _Tie(one, other, 0.6, f"both quote {name}, and appeared within a day")


def _is_apart(tellings: Sequence[_Telling], one: int, other: int) -> bool:
    return tellings[one].claim.document_id != tellings[other].claim.document_id


def _root(group: dict[_Node, _Node], node: _Node) -> _Node:
    while group[node] != node:
        group[node] = group[group[node]]
        node = group[node]
    return node


def _join(group: dict[_Node, _Node], one: _Node, other: _Node) -> None:
    first, second = sorted((_root(group, one), _root(group, other)))
    group[second] = first
