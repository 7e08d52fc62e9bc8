"""Which names stand for bases in a text, and whose the bases are that it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.claims.scene.places_beside import joined_places, place_beside
from geodata.claims.scene.sites import is_base_noun, site_in
from geodata.claims.scene.story import Story
from geodata.domain.mentions import PlaceMention
from geodata.domain.places import PlaceKind

if TYPE_CHECKING:
    from geodata.language.tokens import Token


def with_camps(story: Story) -> Story:
    """
    Return the story with the names that its text ties to bases.

    A later sentence may then say “A was handed over”. Where no force is named, the owner of the
    bases is whom the text turns around.
    """
    heads = [t for t in story.reading.doc if _may_be_base(t) and is_base_noun(t, story)]
    named = [m for m in story.reading.places.values() if _is_base(m)]
    if not heads and not named:
        return story
    camps = {m.text.lower() for m in named}
    camps |= {m.text.lower() for h in heads for m in _names(h, story)}
    found = replace(story, camps=frozenset(camps), speaks_of_bases=True)
    if story.guest is not None and story.guest == story.mission:
        return found
    owners = Counter(o for h in heads if (s := site_in(h, story)) for o in s.owners)
    owners.update(o for m in named for o in _operators(m, story))
    owners.update(o for f in story.forces.values() for o in f.owners)
    owner = next((c for c, _ in owners.most_common() if c != story.host), None)
    if story.guest is not None and (owner is None or owners[owner] <= owners[story.guest] + 1):
        return found
    return replace(found, guest=owner, guests=story.guests | {owner}) if owner else found


def _operators(mention: PlaceMention, story: Story) -> list[str]:
    """Who runs a base abroad, as far as the gazetteer knows."""
    place = mention.place
    known = story.reading.gazetteer.base_operator(place.id) if place else None
    return [c for c in (known or "").split("|")[:1] if c and place and c != place.country]


def _may_be_base(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"}


def _is_base(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.kind is PlaceKind.BASE


def _names(head: Token, story: Story) -> Iterator[PlaceMention]:
    if mention := place_beside(head, story.reading):
        yield mention
        yield from joined_places(mention, story.reading)
