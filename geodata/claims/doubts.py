"""Statements that the text around them does not bear out: drills and visits, figures of speech, old stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import governors, phrase, prepositional
from geodata.claims.scene.story import Story
from geodata.domain.claims import Claim, ClaimKind, Status

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_WITHOUT_ARMIES = frozenset({"AQ", "BV", "HM", "TF", "GS"})  # the treaty of 1959 bars armies
_NEAR = 2
_DRILLS = frozenset(
    [
        *("exercise", "drill", "manoeuvre", "maneuver", "wargame", "war-game", "parade", "visit"),
        *("tournament", "competition", "tattoo", "regatta", "commemoration", "festival", "race"),
        *("match", "funeral", "conference", "seminar", "port-call"),
    ]
)
_TAKING_PART = frozenset({"for", "during", "in", "on", "at", "of", "to", "from", "ahead", "after"})
_LOOSE = ("pieced together", "counted in passing", "named in passing", "the same as said before")
_GUESSED = frozenset(
    {"the force that the text turns around", "named shortly before", "who moves or keeps them"}
)
_COUP_SIGNS = frozenset(
    [
        *(
            "soldier",
            "army",
            "military",
            "officer",
            "junta",
            "general",
            "colonel",
            "captain",
            "guard",
        ),
        *(
            "mutiny",
            "mutineer",
            "putsch",
            "putschist",
            "president",
            "government",
            "regime",
            "power",
        ),
        *("constitution", "king", "premier", "ruler", "parliament", "leader", "troops", "election"),
        *("minister", "transition", "overthrow", "oust", "depose", "topple", "plotter", "sanction"),
        *("state", "d'etat", "d’état", "d'état", "marine", "barracks", "democracy", "elected"),
    ]
)
_COMING = frozenset({Status.ARRIVES, Status.TO_ARRIVE})
_STILL = frozenset({Status.PRESENT, Status.OPERATES})
_MEMORY_YEARS = 10
_SURE, _ARTICLE = 0.7, 200
_MULTITUDE = 150_000


def without_doubtful(drafts: Sequence[Draft], story: Story) -> Iterator[Draft]:
    """Yield the drafts that nothing in the text speaks against, and something besides speaks for."""
    is_posture = _is_posture(drafts)
    is_told = any(d.status is not Status.COUP for d in drafts)
    for draft in drafts:
        if draft.host in _WITHOUT_ARMIES and draft.kind is not ClaimKind.ALIGNMENT:
            continue
        if draft.kind is ClaimKind.TROOPS and _is_of_drill(draft, story):
            continue
        is_coup = draft.status is Status.COUP
        if is_coup and not is_told and not _is_of_power(draft, story):
            continue
        if _is_loose(draft) and draft.count is not None and draft.count.low >= _MULTITUDE:
            continue  # so many are a people, not soldiers abroad
        if _is_heading_of_closures(draft, drafts):
            continue
        is_alone = _is_loose(draft) and not is_posture and bool(_GUESSED & set(draft.reasons))
        if is_alone or _is_over_long_ago(draft, story):
            continue
        yield draft


def without_lone(claims: list[Claim], story: Story) -> list[Claim]:
    """
    Return no claims where the only one of a whole article is unsure.

    Who writes of bases or forces says more of them than one thing in passing.
    """
    words = sum(t.is_alpha for t in story.reading.doc)
    is_lone = len(claims) == 1 and claims[0].confidence < _SURE and words > _ARTICLE
    return [] if is_lone else claims


def _is_heading_of_closures(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """“A's bases in B:”, over a list of those that closed: none of them is said to stand."""
    is_passing = draft.status is Status.OPERATES and draft.place is None
    is_passing = is_passing and "named in passing" in draft.reasons
    return is_passing and any(
        d.kind is ClaimKind.BASE
        and d.host == draft.host
        and d.status in {Status.CLOSES, Status.HANDED_OVER}
        and d.sentences[0].index > draft.sentences[0].index
        for d in drafts
    )


def _is_posture(drafts: Sequence[Draft]) -> bool:
    """Whether forces or bases are told of firmly, or loosely more than once for one country."""
    told = [d for d in drafts if d.kind is not ClaimKind.ALIGNMENT and not d.voice.is_mention]
    hosts = [d.host for d in told]
    return any(not _is_loose(d) for d in told) or any(hosts.count(h) > 1 for h in hosts)


def _is_loose(draft: Draft) -> bool:
    return bool(draft.reasons) and draft.reasons[0] in _LOOSE


def _is_of_drill(draft: Draft, story: Story) -> bool:
    """“Arrived in A for the exercise”; a loose reading falls right after one."""
    heads = [draft.predicate, *_nouns_of(draft, story)]
    for head in heads:
        for inner in prepositional(head, _TAKING_PART):
            if any(t.lemma_.lower() in _DRILLS for t in phrase(inner)):
                return True
    above = (w for _, w in zip(range(2), governors(draft.predicate), strict=False))
    if any(w.lemma_.lower() in _DRILLS for w in above):
        return True
    is_march = draft.predicate.lemma_ == "march"
    if not (_is_loose(draft) or is_march) or draft.status not in _COMING:
        return False
    here = draft.sentences[0].index
    return any(
        t.lemma_.lower() in _DRILLS
        for s in story.reading.sentences[max(0, here - 1) : here + 2]
        for t in story.reading.tokens(s)
    )


def _nouns_of(draft: Draft, story: Story) -> Iterable[Token]:
    return [story.reading.doc[draft.force]] if draft.force is not None else []


def _is_of_power(draft: Draft, story: Story) -> bool:
    """Whether soldiers or rulers are spoken of near: a trader's or a player's coup has none."""
    here = draft.sentences[0].index
    near = story.reading.sentences[max(0, here - _NEAR) : here + _NEAR + 1]
    return any(
        t.lemma_.lower() in _COUP_SIGNS and t.i != draft.predicate.i
        for s in near
        for t in story.reading.tokens(s)
    )


def _is_over_long_ago(draft: Draft, story: Story) -> bool:
    """“Soldiers lived there until 1992”, told thirty years later: no state of today."""
    published, ends = story.reading.document.published.best, draft.when.ends
    if published is None or ends is None or ends.latest is None or draft.status not in _STILL:
        return False
    oldest = date(max(1, published.year - _MEMORY_YEARS), 1, 1)
    return draft.when.begins.earliest is None and ends.latest < oldest
