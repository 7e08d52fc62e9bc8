"""A few words for an event on the time bar: “pact revoked”, “US exit begins”, “coup”."""

from __future__ import annotations

import re

from geodata.domain.claims import ClaimKind, Modality
from geodata.domain.places import PlaceKind
from geodata.timeline.actors import Actors
from geodata.timeline.gathering import place_below_country
from geodata.timeline.happenings import Happening
from geodata.timeline.stages import Stage

_EVENTS = {
    "coup": "coup",
    "takeover": "takeover",
    "pact_revoked": "pact revoked",
    "accord_signed": "accord signed",
    "expels": "forces told to go",
    "strengthens_ties": "closer ties",
    "open_to_ties": "open to ties",
    "security_assistance": "security aid",
    "aid_restricted": "aid restricted",
    "forms_bloc": "bloc formed",
    "cuts_ties": "ties cut",
    "breaks_ties": "ties broken",
}
_WITH_TARGET = {
    "joins": "joins",
    "quits": "quits",
    "applies": "applies to",
    "aligns": "sides with",
    "freezes": "freezes ties,",
}
_STAGES: dict[ClaimKind, dict[Stage, str]] = {
    ClaimKind.TROOPS: {
        Stage.PLANNED_IN: "forces to come",
        Stage.IN: "forces arrive",
        Stage.LEAVING: "exit begins",
        Stage.OUT: "forces gone",
    },
    ClaimKind.BASE: {
        Stage.PLANNED_IN: "to open",
        Stage.IN: "opens",
        Stage.PLANNED_OUT: "to close",
        Stage.OUT: "closes",
    },
    ClaimKind.ALIGNMENT: {
        Stage.PLANNED_LEAN: "turn intended",
        Stage.AWAY: "away from",
        Stage.TOWARD: "toward",
        Stage.COUP: "coup",
    },
}
_EXIT_VOICE = {
    Modality.AGREED: "exit agreed",
    Modality.ORDERED: "exit ordered",
    Modality.DEMANDED: "exit demanded",
    Modality.NEGOTIATED: "talks on exit",
    Modality.ANNOUNCED: "exit announced",
}
# A region is “the Sahel”, but “Nagorno-Karabakh”.
_BY_ITSELF = frozenset(
    {
        *("americas", "amazon", "antarctic", "arctic", "asia-pacific", "balkans"),
        *("benelux", "caribbean", "caucasus", "donbas", "fezzan", "indo-pacific", "levant"),
        *("maghreb", "midwest", "negev", "ogaden", "sahara", "sahel", "sinai", "southern cone"),
    }
)
_LAST_WORDS = (
    r"(?:area|bank|basin|belt|coast|corridor|countrie|delta|desert|east|gap|gulf|height|highland"
    r"|island|isle|lake|mountain|ocean|peninsula|plain|rainforest|region|sea|state|strait|strip"
    r"|territorie|triangle|tropic|union|(?<!silicon )valley|zone)s?"
)
_TAKES_IT = re.compile(rf".*\b{_LAST_WORDS}|(?:north|south) caucasus|\w+ of (?:the )?\w.*")


def label_of(happening: Happening, actors: Actors, *, is_country_named: bool = False) -> str:
    """
    Return at most a few words.

    Args:
        happening: What is told.
        actors: How actors are called.
        is_country_named: Whether to name the country that turns, where several do.
    """
    fact = happening.fact
    if fact.kind is ClaimKind.ALIGNMENT:
        country = f"{actors.name_of(fact.host or fact.actor)}: " if is_country_named else ""
        return f"{country}{_turn_label(happening, actors)}"
    what = _STAGES[fact.kind].get(happening.stage, "")
    if fact.kind is ClaimKind.BASE:
        name = fact.place.name if fact.place else f"{actors.adjective_of(fact.actor)} base"
        return f"{name} {_base_verb(happening, what)}"
    if happening.stage is Stage.PLANNED_OUT:
        what = _EXIT_VOICE.get(happening.modality, "exit planned")
    where = place_label(happening)
    told = f"{actors.adjective_of(fact.actor)} {what}"
    if happening.stage is Stage.OUT:
        where = where or _country_label(happening, actors)
        return f"{told} from {where}" if where else told
    return f"{told}, {where}" if where else told


def place_label(happening: Happening) -> str:
    """Return the place below country level that the claims share, or nothing."""
    fact, rests_on = happening.fact, set(happening.claim_ids)
    places = [place_below_country(claim) for claim in fact.claims if claim.id in rests_on]
    shared = {place.id: place for place in places if place}
    # A person may have joined claims of several places: what they rest on here goes first.
    place = next(iter(shared.values())) if len(shared) == 1 and all(places) else fact.place
    if place is None:
        return ""
    return region_words(place.name) if place.kind is PlaceKind.REGION else place.name


def region_words(name: str) -> str:
    """
    Return a region as it stands in a sentence.

    >>> region_words('Horn of Africa')
    'the Horn of Africa'
    >>> region_words('West Africa')
    'West Africa'
    """
    bare = name.removeprefix("the ")
    key = bare.casefold()
    return f"the {bare}" if key in _BY_ITSELF or _TAKES_IT.fullmatch(key) else bare


def _country_label(happening: Happening, actors: Actors) -> str:
    """Return the host's name where it is known by more than its code."""
    host = happening.fact.host or ""
    name = actors.name_of(host)
    return "" if name == host else name


def _base_verb(happening: Happening, what: str) -> str:
    if happening.event in {"handed_over", "to_hand_over"}:
        return happening.event.replace("_", " ")
    return what


def _turn_label(happening: Happening, actors: Actors) -> str:
    name = actors.name_of(happening.fact.target or "")
    if happening.stage is Stage.COUP:
        return _EVENTS.get(happening.event, "coup")
    if happening.event in _WITH_TARGET:
        return f"{_WITH_TARGET[happening.event]} {name}".strip()
    if happening.event in _EVENTS:
        return _EVENTS[happening.event]
    return f"{_STAGES[ClaimKind.ALIGNMENT][happening.stage]} {name}".strip()
