"""From who moves or stays, and how it is said, to statements: one for each owner and host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import (
    agents,
    is_none,
    is_pluperfect,
    phrase,
    prepositional,
    verbal,
)
from geodata.claims.grammar.modality import Stage, Voice
from geodata.claims.scene.dating import When, date_event, is_ahead
from geodata.claims.scene.hosts import Where, where_is
from geodata.claims.scene.ownership import Cast
from geodata.claims.scene.portions import is_portion
from geodata.claims.scene.sites import is_unknown_name
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status
from geodata.domain.times import on_day

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_BARE_MONTH = re.compile(
    r"dated by “(January|February|March|April|May|June|July|August|September|October|November"
    r"|December)”"
)
_DRILLS = frozenset({"exercise", "drill", "manoeuvre", "maneuver", "visit", "parade", "tournament"})
_DRILLING = frozenset({"from", "on"})
LASTING = frozenset({"remain", "stay", "keep", "maintain", "retain", "host"})
_THITHER = frozenset({"to", "into", "onto", "for"})
_THENCE = frozenset({"from"})
_MOSTLY = frozenset({"mostly", "mainly", "largely", "chiefly", "primarily", "principally"})
_NOWHERE: frozenset[str] = frozenset()
_STRONG, _FAIR, _WEAK = 0.8, 0.65, 0.45


def staged(voice: Voice, token: Token, cast: Cast, story: Story) -> Voice:
    """Whether a withdrawal that took place was a part of it or the end of it."""
    if voice.is_planned or voice.stage is not Stage.NONE:
        return voice
    words = {t.lower_ for t in token.subtree if abs(t.i - token.i) < 8}
    if cast.force is not None:
        head = story.reading.doc[cast.force.head]
        words |= {t.lower_ for t in phrase(head)} | {
            t.lower_ for t in story.reading.doc[cast.force.first : head.i]
        }
    if words & story.reading.lexicon.voices["completing"]:
        return replace(voice, stage=Stage.COMPLETED)
    is_part = cast.force is not None and (
        cast.force.count is not None or is_portion(cast.force, story)
    )
    beginning = story.reading.lexicon.voices["beginning"] - (
        {"already"} if _is_whole(cast, story) else set()
    )
    if is_part or words & beginning:
        return replace(voice, stage=Stage.BEGUN)
    return replace(
        voice, stage=Stage.COMPLETED if token.tag_ in {"VBD", "VBN", "VBP", "VBZ"} else Stage.BEGUN
    )


def _is_whole(cast: Cast, story: Story) -> bool:
    """“The troops of A have already left”: those that were there."""
    if cast.force is None:
        return False
    head = story.reading.doc[cast.force.head]
    return any(c.lower_ in {"the", "its", "their", "both"} for c in head.children)


def movements(
    token: Token,
    story: Story,
    cast: Cast,
    voice: Voice,
    statuses: tuple[Status, Status],
    home: Where | None = None,
) -> Iterator[Draft]:
    """
    Yield a statement for each owner and each country that it is about.

    Args:
        token: The predicate.
        story: The document.
        cast: Whose force it is.
        voice: How it is said.
        statuses: The status when it lies ahead, and when it does not.
        home: Where, when the predicate itself tells.
    """
    scene = _scene(token, story, cast, voice, statuses, home)
    if scene is None:
        return
    status, voice, where, when = scene.status, scene.voice, scene.where, scene.when
    hosts = [c for c in (where.country, *where.others) if c is not None]
    owners = [story.stands_for(owner) for owner in cast.owners]
    asking = _askers(token, voice, story)
    told = (cast.why, where.why and f"country: {where.why}", when.why, voice.why)
    for owner, host in ((o, h) for o in owners for h in hosts if o != h):
        if asking and not {owner, host, story.reading.lexicon.parent_of(owner)} & set(asking):
            continue  # what others demand is no plan of either side
        yield Draft(
            ClaimKind.TROOPS,
            status,
            owner,
            host,
            voice,
            when,
            (story.reading.sentence_of(token),),
            token,
            place=where.place if host == where.country else None,
            event=_event(status, voice),
            # one number for several countries is nobody's own
            count=cast.force.count if cast.force and len(hosts) == 1 else None,
            is_own_order=owner in asking,
            force=cast.force.head if cast.force else None,
            strength=_strength(cast, where),
            reasons=tuple(reason for reason in told if reason),
        )


class _Scene(NamedTuple):
    """What is said of a movement, whoever it is about."""

    status: Status
    voice: Voice
    where: Where
    when: When


def _scene(
    token: Token,
    story: Story,
    cast: Cast,
    voice: Voice,
    statuses: tuple[Status, Status],
    home: Where | None,
) -> _Scene | None:
    """Return status, voice, place and date, or None where the text claims nothing."""
    is_nobody = cast.force is not None and is_none(story.reading.doc[cast.force.head])
    if voice.is_void or is_nobody or _is_drill(token):
        return None
    status = statuses[0] if voice.is_planned else statuses[1]
    also = _groups(story.reading.doc[cast.force.head]) if cast.force else []
    is_leaving = Status.WITHDRAWS in statuses
    elsewhere = _THITHER if is_leaving else _THENCE if Status.ARRIVES in statuses else _NOWHERE
    where = where_is(token, story, cast.owners, also, elsewhere)
    if home is not None and (where.country != home.country or where.is_guess):
        where = home
    if where.is_guess or where.country is None:
        where = _implied_where(token, cast, voice, story) or where
    if status is Status.PRESENT and voice.is_planned and token.lemma_ not in LASTING:
        status = Status.TO_ARRIVE
    if status is Status.WITHDRAWS and where.is_part and where.place is None:
        voice = replace(voice, stage=Stage.BEGUN)
    is_state = status is Status.PRESENT
    where = _not_mostly(token, where, cast, story)
    voice, when = _times(token, voice, story, is_state=is_state)
    section = story.section_country(story.reading.sentence_of(token))
    froms = [t for h in (token, *also) for t in prepositional(h, _THENCE)]
    is_others = story.guest not in cast.owners
    is_lost = is_others and any(is_unknown_name(t, story) for t in froms)
    if where.is_guess and (is_lost or where.country not in {story.host, section}):
        return None  # a country that merely stands near is no evidence
    head = story.reading.doc[cast.force.head] if cast.force else None
    if head is not None and where.is_guess and story.reading.is_word(head, "unled"):
        return None  # “police returned to the streets”
    if _is_mere_people(cast, story) and (where.is_guess or where.country is None):
        return None  # “the Americans left”: nobody says where, or whether they are soldiers
    if is_state and is_pluperfect(token) and not when.is_dated:
        return None  # “had kept soldiers there”: nothing of the time of the article
    if _is_scheduled(token, when, story) and not voice.is_planned and not is_state:
        voice = replace(voice, modality=Modality.ANNOUNCED, is_planned=True)
        published = story.reading.document.published.best
        begins = on_day(published) if published else when.begins
        return _Scene(statuses[0], voice, where, When(begins, why="due: told in the present"))
    if is_ahead(when, story.reading) and not voice.is_planned:
        voice = replace(voice, modality=Modality.ANNOUNCED, is_planned=True)
        status = statuses[0]
    return _Scene(status, voice, where, when)


def _times(token: Token, voice: Voice, story: Story, *, is_state: bool) -> tuple[Voice, When]:
    """“Will remain by the end of the year” holds from when it was said, and tells of that day."""
    told = replace(voice, is_planned=False) if is_state else voice
    when = date_event(token, told, story.reading, is_state=is_state)
    if not (is_state and voice.is_planned):
        return voice, when
    if voice.modality is Modality.ANNOUNCED:
        voice = replace(voice, modality=Modality.PLANNED)  # “will remain, the ministry said”
    return voice, replace(when, deadline=date_event(token, voice, story.reading).deadline)


def _not_mostly(token: Token, where: Where, cast: Cast, story: Story) -> Where:
    """“1,000 remain, mostly at A”: the number is not that of A alone."""
    if where.place is None or cast.force is None or cast.force.count is None:
        return where
    sentence = story.reading.sentence_of(token)
    is_mostly = any(
        mention.place is not None
        and mention.place.id == where.place.id
        and any(t.lower_ in _MOSTLY for t in story.reading.doc[max(sentence.first, i - 4) : i])
        for i, mention in story.reading.places.items()
        if sentence.first <= i < sentence.last
    )
    return replace(where, place=None) if is_mostly else where


def _is_mere_people(cast: Cast, story: Story) -> bool:
    """Whether it is a people without a number, of whom the text names no soldiers elsewhere."""
    force = cast.force
    if force is None or not force.is_people or force.count is not None:
        return False
    armed = {o for f in story.forces.values() if not f.is_people for o in f.owners}
    return not armed.intersection(cast.owners)


def _is_drill(token: Token) -> bool:
    """“Returned from an exercise in A”, “came on a visit”: no deployment."""
    return any(t.lemma_.lower() in _DRILLS for t in prepositional(token, _DRILLING))


def _is_scheduled(token: Token, when: When, story: Story) -> bool:
    """“They fly home in October”, told before October: what is to come, not last October."""
    month = _BARE_MONTH.fullmatch(when.why)
    published = story.reading.document.published.best
    if month is None or published is None or token.tag_ not in {"VBP", "VBZ"}:
        return False
    sentence = story.reading.sentence_of(token)
    opens = any(sentence.first <= i <= sentence.first + 2 for i in story.reading.dates)
    is_now = published.strftime("%B").lower() == month[1].lower()
    return not (sentence.is_heading or opens or is_now or _is_perfect(token))


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _implied_where(token: Token, cast: Cast, voice: Voice, story: Story) -> Where | None:
    """Who orders a force out is where it stands; a peace mission stands in its country."""
    asking = [
        c
        for c in _askers(token, voice, story)
        if len(c) == 2 and c not in cast.owners and not story.reading.lexicon.is_power(c)
    ]
    if asking:
        return Where(asking[0], why="who asks for it")
    for owner in cast.owners:
        organisation = story.reading.lexicon.organisation(owner)
        if organisation and organisation.country:
            return Where(organisation.country, why="where the mission stands")
    return None


def _groups(head: Token) -> list[Token]:
    """The noun, and “thousands” in “thousands of troops in …”."""
    is_part = head.dep_ == "pobj" and head.head.lower_ == "of"
    return [head, head.head.head] if is_part else [head]


def _askers(token: Token, voice: Voice, story: Story) -> list[str]:
    """Who demands or orders it, as far as they are named."""
    if voice.modality not in {Modality.DEMANDED, Modality.ORDERED}:
        return []
    demand = voice.governor or token
    return [c for a in agents(demand) for c in story.parties_of(a)] if verbal(demand) else []


def _event(status: Status, voice: Voice) -> str:
    if status is Status.WITHDRAWS:
        return "withdrawal_begun" if voice.stage is Stage.BEGUN else "withdrawal_completed"
    if status is Status.TO_WITHDRAW:
        return f"withdrawal_{voice.modality.value}"
    if status in {Status.ARRIVES, Status.TO_ARRIVE}:
        return "deployment"
    return ""


def _strength(cast: Cast, where: Where) -> float:
    if cast.force is None:
        return _WEAK if "turns around" in where.why else _FAIR
    if "turns around" in where.why or "turns around" in cast.why:
        return _FAIR
    return _STRONG
