"""Marks that no claim stands behind: bases of the gazetteer, and regions without agreed edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geodata.domain.episodes import Certainty
from geodata.domain.facts import FactId
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.times import Days
from geodata.layers.marks import Anchor, Form, Layer, Mark, Pole
from geodata.layers.wording import Names, PlaceBook, sentence

_ALWAYS = Days(None, None)
# Wider than the Sahel (1,111 km), a region is where a story plays, such as West Africa or the
# Middle East: a stipple over half the map would say nothing.
_WIDEST_REGION_KM = 1200.0


def make_reference_marks(
    countries: frozenset[str], claimed: frozenset[PlaceId], book: PlaceBook, names: Names
) -> Iterator[Mark]:
    """
    Yield the gazetteer's bases in countries that the claims speak of, but for those claimed.

    Args:
        countries: ISO 3166-1 alpha-2 codes of the hosts.
        claimed: Places that a claim speaks of.
        book: The gazetteer.
        names: How actors are called.
    """
    for place in sorted(book.bases(), key=lambda base: base.id):
        if place.country in countries and place.id not in claimed:
            yield _reference(place, book.base_operator(place.id) or "", names)


def make_region_marks(mentions: Iterable[PlaceMention]) -> Iterator[Mark]:
    """Yield one mark for each region, of a size to be drawn, in which a text places something."""
    regions: dict[PlaceId, Place] = {}
    for mention in mentions:
        place = mention.place
        is_place = mention.role is Role.LOCATION and place is not None
        if (
            is_place
            and place is not None
            and place.kind is PlaceKind.REGION
            and place.radius_km <= _WIDEST_REGION_KM
        ):
            regions.setdefault(place.id, place)
    for key in sorted(regions):
        yield _region(regions[key])


def _reference(place: Place, operator: str, names: Names) -> Mark:
    pole = names.actors.pole_of(operator)
    where = f", {names.name_of(place.country)}" if place.country else ""
    return undated_mark(
        place,
        Form.REFERENCE,
        Layer.BASES,
        Anchor.POINT,
        f"{place.name}{where}: in the gazetteer for reference; no claim speaks of it",
        actor=operator,
        code=names.actors.code_of(operator) if operator else "XX",
        pole=Pole(pole) if pole else None,
    )


def _region(place: Place) -> Mark:
    return undated_mark(
        place,
        Form.REGION,
        Layer.REGIONS,
        Anchor.REGION,
        f"{place.name}: a region without agreed edges that the articles speak of",
    )


def undated_mark(
    place: Place,
    form: Form,
    layer: Layer,
    anchor: Anchor,
    told: str,
    *,
    actor: str = "",
    code: str = "",
    pole: Pole | None = None,
) -> Mark:
    """Return a mark that is always there, since no claim dates it; its ids are those of the place."""
    return Mark(
        id=f"{form}:{place.id}",
        fact_id=FactId(f"{form}:{place.id}"),
        layer=layer,
        form=form,
        actor=actor,
        code=code,
        pole=pole,
        second_pole=None,
        anchor=anchor,
        lon=place.lon,
        lat=place.lat,
        country=place.country,
        place_id=place.id,
        place_name=place.name,
        state="",
        certainty=Certainty.ATTESTED,
        valid=_ALWAYS,
        known=_ALWAYS,
        label=place.name,
        words=sentence(told),
    )
