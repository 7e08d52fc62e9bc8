"""Which alternate names of GeoNames are worth keeping for English news."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geodata.gazetteer.names import fold

# Transliterations come in lower case (“a jia de zi”); names with an Arabic article are the exception.
_STARTS_LIKE_A_NAME = re.compile(r"(?:(?:al|el|ad|an|ar|as|ash|at|az)[- ])?[^\W\d_a-z]", re.UNICODE)
_SHORTEST = 4
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


def _is_plain(key: str) -> bool:
    return len(key) >= _SHORTEST and key.isascii() and not key.replace(" ", "").isdigit()
