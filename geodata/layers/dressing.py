"""Episodes -> all marks of a project."""

from __future__ import annotations

from collections.abc import Iterable

from geodata.domain.episodes import Episode
from geodata.domain.extractions import Extraction
from geodata.domain.facts import Fact
from geodata.layers.backdrop import make_reference_marks, make_region_marks
from geodata.layers.chronicle import Chronicle
from geodata.layers.ground import make_ground_marks
from geodata.layers.marks import Mark
from geodata.layers.mentions import make_mention_marks
from geodata.layers.sentences import Sentences
from geodata.layers.shifts import make_shift_marks
from geodata.layers.standing import make_standing_marks
from geodata.layers.wording import Names, PlaceBook
from geodata.timeline import compile_happenings, load_actors


def make_marks(
    episodes: Iterable[Episode],
    facts: Iterable[Fact],
    gazetteer: PlaceBook,
    extractions: Iterable[Extraction] = (),
) -> tuple[Mark, ...]:
    """
    Dress a project for the map.

    Args:
        episodes: What `compile_episodes` made of the facts.
        facts: What `gather_facts` made of the claims.
        gazetteer: For countries, and for bases that no claim speaks of.
        extractions: What was read of the sources, for the regions and places they speak of.

    Returns:
        Ground, regions, mentions, reference bases, then shifts, bases and troops, each in a
        stable order.
    """
    episodes = tuple(episodes)
    facts, read = tuple(facts), tuple(extractions)
    taken = {claim.id: claim for fact in facts for claim in fact.claims}
    happenings = compile_happenings(facts)
    names = _names(episodes, gazetteer)
    sentences = Sentences(names, Chronicle(happenings))
    hosts = frozenset(fact.host for fact in facts if fact.host)
    claimed = frozenset(claim.place.id for claim in taken.values() if claim.place)
    return (
        *make_ground_marks(episodes, gazetteer, sentences),
        *make_region_marks(place for item in read for place in item.places),
        *make_mention_marks(read, claimed),
        *make_reference_marks(hosts, claimed, gazetteer, names),
        *make_shift_marks(happenings, taken, gazetteer, names),
        *make_standing_marks(episodes, gazetteer, sentences),
    )


def _names(episodes: Iterable[Episode], gazetteer: PlaceBook) -> Names:
    codes = {code for item in episodes for code in (item.actor, item.host, item.target) if code}
    codes |= {place.country for place in gazetteer.bases() if place.country}
    found = {code: gazetteer.country(code) for code in codes if len(code) == 2}
    return Names(load_actors(), {code: place.name for code, place in found.items() if place})
