"""Claims of all sources, joined where they speak of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Review, Status
from geodata.domain.facts import Fact, FactId
from geodata.domain.places import Place, PlaceKind
from geodata.timeline.actors import is_country, load_actors

_COUNTRY_LEVEL = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT})


class _Key(NamedTuple):
    """What two claims must share to speak of the same thing."""

    kind: ClaimKind
    actor: str
    host: str
    place: str
    target: str


def gather_facts(
    claims: Iterable[Claim], groups: Mapping[ClaimId, str] | None = None
) -> tuple[Fact, ...]:
    """
    Join the claims that speak of the same base, force or alignment.

    Claims are joined by kind, actor, country and place; an organisation is the same under each of
    its names in the lexicon (“Wagner”, “the Wagner Group”). A claim without a place stays at country
    level, and a claim on a base stays apart from one on its town: to link them is a person's
    decision. For alignment the country that moves and the country or bloc it moves toward or
    away from make the fact; its coups are a fact of their own. Who receives a base is not part
    of what the base is. Rejected claims are left out.

    Args:
        claims: Of all sources that are heard.
        groups: Claims that a person joined or parted, each with the name of its group: those of
            one kind and one name make one fact, which says what its earliest claim says.

    Returns:
        The facts in order of their ids, whatever the order of the claims.
    """
    by_key: defaultdict[_Key, list[Claim]] = defaultdict(list)
    by_name: defaultdict[tuple[ClaimKind, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.review is Review.REJECTED:
            continue
        if groups and claim.id in groups:
            by_name[claim.kind, groups[claim.id]].append(claim)
        else:
            by_key[_key_of(claim)].append(claim)
    facts = [_make_fact(key, _fact_id(key), group) for key, group in by_key.items()]
    for (kind, name), group in by_name.items():
        key = _key_of(min(group, key=_by_publication))
        facts.append(_make_fact(key, FactId(f"{kind}:{_slug(name)}"), group))
    return tuple(sorted(facts, key=lambda fact: fact.id))


def place_below_country(claim: Claim) -> Place | None:
    """Return the claim's place, or None where it is a whole country or more."""
    if claim.place is None or claim.place.kind in _COUNTRY_LEVEL:
        return None
    return claim.place


def target_name(target: str | None) -> str | None:
    """Return a country's code or a bloc's name without its article: “the West” is “West”."""
    if target is None:
        return None
    words = target.split()
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    return " ".join(words) or None


def host_of(claim: Claim) -> str | None:
    """Return the country the claim is about: its host, its place's, or the one that moves."""
    if claim.host:
        return claim.host
    if claim.place is not None and claim.place.country:
        return claim.place.country
    is_country_moving = claim.kind is ClaimKind.ALIGNMENT and is_country(claim.actor)
    return claim.actor if is_country_moving else None


def _key_of(claim: Claim) -> _Key:
    host = host_of(claim) or ""
    actors = load_actors()
    if claim.kind is ClaimKind.ALIGNMENT:
        # A junta and its country are one government; the host tells which.
        towards = actors.common_name(claim.target) if claim.target else ""
        target = "coup" if claim.status is Status.COUP else towards
        return _Key(claim.kind, host or claim.actor, host, "", target)
    place = place_below_country(claim)
    actor = actors.common_name(claim.actor)
    return _Key(claim.kind, actor, host, place.id if place else "", "")


def _fact_id(key: _Key) -> FactId:
    return FactId(":".join(_slug(part) for part in key))


def _make_fact(key: _Key, fact_id: FactId, group: list[Claim]) -> Fact:
    claims = tuple(sorted(group, key=_by_publication))
    is_alignment = key.kind is ClaimKind.ALIGNMENT
    is_coup = claims[0].status is Status.COUP
    return Fact(
        id=fact_id,
        kind=key.kind,
        actor=key.actor,
        host=key.host or None,
        place=None if is_alignment else place_below_country(claims[0]),
        target=key.target or None if is_alignment and not is_coup else None,
        claims=claims,
    )


def _by_publication(claim: Claim) -> tuple[date, date, str, int, int, str]:
    published = claim.reported
    return (
        published.latest or date.max,
        published.earliest or date.max,
        claim.document_id,
        claim.evidence[0].start,
        claim.evidence[0].end,
        claim.id,
    )


def _slug(part: str) -> str:
    return "-".join(part.split()).replace(":", ".") or "-"
