"""Which alternate names of GeoNames are worth keeping for English news."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geodata.gazetteer.names import fold

# Transliterations come in lower case (“a jia de zi”); names with an Arabic article are the exception.
_STARTS_LIKE_A_NAME = re.compile(r"(?:(?:al|el|ad|an|ar|as|ash|at|az)[- ])?[^\W\d_a-z]", re.UNICODE)
_SHORTEST = 4
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
# The end of Latin Extended-B: what begins beyond it is another script, skipped for speed.
_LAST_LATIN = "\u024f"


def usable_alternates(
    name: str, alternates: Iterable[str], *, reserved: frozenset[str]
) -> tuple[str, ...]:
    """
    Return the alternate names that an English text may use.

    Left out: codes of up to three capitals (IATA and the like), other scripts, lower-case
    transliterations, names of fewer than four letters, and names that are reserved.

    Args:
        name: The preferred name.
        alternates: All names that GeoNames lists.
        reserved: Folded names that must mean something else: everyday words and countries.
    """
    own = fold(name)
    kept: dict[str, str] = {}
    for alternate in alternates:
        if alternate[:1] > _LAST_LATIN:
            continue
        if not _STARTS_LIKE_A_NAME.match(alternate) or (
            alternate[0].islower() and "-" not in alternate
        ):
            continue
        if alternate.isupper() and len(alternate) <= _SHORTEST:
            continue
        key = fold(alternate)
        if key == own or key in reserved or not _is_plain(key):
            continue
        kept.setdefault(key, alternate)
    return tuple(kept.values())


def usual_alternates(name: str, alternates: Iterable[str]) -> tuple[str, ...]:
    """
    Return the alternate names of an English-speaking town that say the same in other words.

    English news calls such a town by its name of today: “Washington D.C.”, “Hull”, “St. Louis”. What
    else is listed is how other languages spell it (“Sietl”), or its name of two centuries ago, which is
    often another place's name of today: Concordia for El Paso, Big Bend for Frankfort.

    Args:
        name: The preferred name.
        alternates: What `usable_alternates` returned.
    """
    own = _squeezed(name)
    return tuple(
        alternate
        for alternate in alternates
        if (other := _squeezed(alternate)) in own or own in other
    )


def _squeezed(name: str) -> str:
    return "".join(_SHORT_FORMS.get(word, word) for word in fold(name).split())


def _is_plain(key: str) -> bool:
    return len(key) >= _SHORTEST and key.isascii() and not key.replace(" ", "").isdigit()
