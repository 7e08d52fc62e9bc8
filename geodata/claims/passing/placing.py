"""Places that a statement leaves to the words around it: “they leave in May”, “the adjoining base”."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.scene.places_beside import is_alongside, is_local
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Place, PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_REACH = 2
_BACK = frozenset({"they", "them", "there", "here", "it", "those", "these", "its", "both", "all"})
_THE = frozenset({"the", "this", "that"})
_SITES = frozenset(
    [
        *(
            "base",
            "camp",
            "airport",
            "airfield",
            "port",
            "town",
            "city",
            "site",
            "compound",
            "post",
        ),
        *(
            "garrison",
            "barracks",
            "headquarters",
            "outpost",
            "station",
            "airbase",
            "village",
            "fort",
        ),
        *("island", "harbour", "harbor", "runway", "hangar", "facility", "installation", "centre"),
    ]
)
_MOST = frozenset(
    [
        *(
            "most",
            "majority",
            "bulk",
            "mostly",
            "mainly",
            "chiefly",
            "largely",
            "primarily",
            "half",
        ),
        *("some", "many", "including", "notably", "among", "predominantly", "principally", "part"),
    ]
)


def with_places(drafts: Sequence[Draft], story: Story) -> list[Draft]:
    """
    Return the drafts with places that other words of the text give them.

    A base takes the only town that its sentence names in its country. Who is pointed back to
    (“they fly out in May”) is where they were told to be within two sentences. A number for a whole
    country is not that of the camp where most of them are.
    """
    done: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: int(d.predicate.i)):
        done.append(_placed(draft, done, story))
    return done


def _placed(draft: Draft, before: Sequence[Draft], story: Story) -> Draft:
    if draft.kind is ClaimKind.ALIGNMENT or draft.host is None:
        return draft
    if draft.place is not None:
        return replace(draft, place=None) if _is_of_country(draft, story) else draft
    here = _places_here(draft, story)
    if draft.kind is ClaimKind.BASE and not draft.site_name and _is_one(draft, story):
        own = {place.id: place for place in here if place.country == draft.host}
        if len(own) == 1:
            return replace(draft, place=next(iter(own.values())))
    lead = story.lead_place(draft.sentences[0])
    if not here and lead and lead.place and lead.place.country == draft.host:
        return replace(draft, place=lead.place)
    if here or not _points_back(draft, story):
        return draft
    near = [d for d in before if _is_same(d, draft)]
    return replace(draft, place=near[-1].place) if near else draft


def _places_here(draft: Draft, story: Story) -> list[Place]:
    """The places below country level that the sentence names as locations."""
    tokens = story.reading.tokens(draft.sentences[0])
    mentions = ((t, m) for t in tokens if (m := story.reading.places.get(t.i)) and is_local(m))
    return [
        m.place
        for t, m in mentions
        if m.place and not (m.place.kind is PlaceKind.BASE and is_alongside(t))
    ]


def _is_one(draft: Draft, story: Story) -> bool:
    """Whether a single base is meant, not “its bases”."""
    return draft.site is not None and not story.reading.doc[draft.site].tag_.endswith("S")


def _is_same(earlier: Draft, draft: Draft) -> bool:
    gap = draft.sentences[0].index - earlier.sentences[0].index
    return (
        earlier.kind is not ClaimKind.ALIGNMENT
        and earlier.place is not None
        and (earlier.actor, earlier.host) == (draft.actor, draft.host)
        and 0 <= gap <= _REACH
    )


def _points_back(draft: Draft, story: Story) -> bool:
    """Whether the statement speaks of those, or of the site, told of before."""
    words = _words_of(draft, story)
    return any(
        w.lower_ in _BACK
        or (w.lemma_.lower() in _SITES and any(c.lower_ in _THE for c in w.children))
        for w in words
    )


def _words_of(draft: Draft, story: Story) -> Iterable[Token]:
    force = draft.force
    close = list(draft.predicate.children)
    close += [g for c in close if c.dep_ in {"prep", "agent"} for g in c.children]
    if force is not None:
        close += [story.reading.doc[force], *story.reading.doc[force].children]
    if draft.site is not None:
        close.append(story.reading.doc[draft.site])
    return close


def _is_of_country(draft: Draft, story: Story) -> bool:
    """“350 in Senegal, most at Ouakam”: the number is that of Senegal."""
    if draft.kind is not ClaimKind.TROOPS or draft.count is None:
        return False
    reading = story.reading
    tokens = reading.tokens(draft.sentences[0])
    end = draft.count.span.end
    of_country = (t.i for t in tokens if t.idx >= end and _is_country(_mention(t, story), draft))
    first = next(of_country, None)
    at = next((t.i for t in tokens if _is_of(_mention(t, story), draft)), None)
    if first is None or at is None or first >= at:
        return False
    between = {t.lower_ for t in reading.doc[first:at]}
    return bool(between & _MOST)


def _mention(token: Token, story: Story) -> PlaceMention | None:
    return story.reading.places.get(token.i)


def _is_of(mention: PlaceMention | None, draft: Draft) -> bool:
    return (
        mention is not None
        and mention.place is not None
        and draft.place is not None
        and mention.place.id == draft.place.id
    )


def _is_country(mention: PlaceMention | None, draft: Draft) -> bool:
    place = mention.place if mention is not None else None
    if mention is None or place is None or mention.role is not Role.LOCATION:
        return False
    return place.kind is PlaceKind.COUNTRY and place.country == draft.host
