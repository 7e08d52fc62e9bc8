"""Bases that a text names in full once and in short later: “A Air Base”, then “at A”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import PlaceKind
from geodata.domain.spans import Span

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_KINDS = frozenset(
    [
        *(
            "air",
            "base",
            "airbase",
            "naval",
            "navy",
            "army",
            "military",
            "airfield",
            "camp",
            "fort",
        ),
        *(
            "station",
            "raf",
            "facility",
            "space",
            "garrison",
            "barracks",
            "joint",
            "marine",
            "corps",
        ),
        *("area", "training", "field", "support", "the"),
    ]
)
_AT = frozenset({"at", "from"})


def with_short_names(
    places: Mapping[int, PlaceMention], doc: Sequence[Token]
) -> dict[int, PlaceMention]:
    """
    Return the place mentions with bases also where the text calls them by their bare name.

    “Basa Air Base”, later “at Basa”: the base, whatever town has that name in the same country.

    Args:
        places: By the index of their first token.
        doc: The tokens of the article.
    """
    found = dict(places)
    named: dict[str, tuple[int, PlaceMention]] = {}
    for at, mention in sorted(places.items()):
        own = [w for w in mention.text.split() if w.lower() not in _KINDS]
        is_base = mention.place is not None and mention.place.kind is PlaceKind.BASE
        if is_base and len(own) == 1 and own[0] != mention.text and own[0][0].isupper():
            named.setdefault(own[0], (at, mention))
    if not named:
        return found
    for token in doc:
        first, base = named.get(token.text, (token.i, None))
        if base is None or token.i <= first or doc[token.i - 1].lower_ not in _AT:
            continue
        here = places.get(token.i)
        is_free = here is None or (here.text == token.text and _is_same_country(here, base))
        if is_free and not _goes_on(token, doc):
            span = Span(token.idx, token.idx + len(token.text))
            found[token.i] = replace(base, span=span, text=token.text, role=Role.LOCATION)
    return found


def _is_same_country(here: PlaceMention, base: PlaceMention) -> bool:
    if here.place is None or base.place is None:
        return here.role is Role.LOCATION
    return here.role is Role.LOCATION and here.place.country == base.place.country


def _goes_on(token: Token, doc: Sequence[Token]) -> bool:
    """“At Basa Heights”: another name."""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return after is not None and after.pos_ == "PROPN" and after.lower_ not in _KINDS
