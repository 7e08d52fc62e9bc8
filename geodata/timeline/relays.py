"""Whom a sentence has its news from: an outlet, an agency, or a person who is quoted."""

from __future__ import annotations

import re
from functools import cache

from geodata.timeline.actors import load_actors

_NAME = r"(?P<who>(?:[Tt]he )?[A-Z][\w’'.&-]*(?: (?:of|and|the|for|[A-Z][\w’'.&-]*))*)"
_FROM = re.compile(
    r"\b(?:(?:first |earlier )?(?:reported|published|broken) by|in a report by|citing|quoting) "
    + _NAME
)
_TOLD = re.compile(r"\b(?:told|an interview with|(?:said|confirmed|spoke) to) " + _NAME)
_STATEMENT = re.compile(
    r"\b(?:according to|in|from) a (?:joint |press |written )*(?:statement|release|communiqué|report)"
    r" (?:by|from|of|issued by) " + _NAME
)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:(?:maj|lt|brig|gen|col|adm|sgt|mr|mrs|ms|dr|sir|general|major|colonel|president|minister|"
    r"spokesman|spokeswoman|spokesperson)\.?\s+)+",
    re.IGNORECASE,
)


@cache
def relays_of(words: str) -> tuple[tuple[str, str], ...]:
    """
    Return the names that a sentence has its news from, each with how: “report”, “told”, “statement”.

    Names are as written, without “the”.
    """
    found: dict[tuple[str, str], None] = {}
    for how, pattern in (("report", _FROM), ("told", _TOLD), ("statement", _STATEMENT)):
        for match in pattern.finditer(words):
            name = _ARTICLE.sub("", match["who"]).rstrip(".,’'")
            if len(name) > 2:
                found[how, name] = None
    return tuple(found)


def speaker_of(attribution: str) -> str:
    """Return the person or body that is quoted by name, or an empty string for “officials”."""
    name = _TITLE.sub("", _ARTICLE.sub("", attribution.split(",", maxsplit=1)[0].strip()))
    capitals = [word for word in name.split() if word[:1].isupper()]
    is_name = len(capitals) >= 2 and name[:1].isupper() and plain(name) not in _countries()
    return name if is_name else ""


@cache
def _countries() -> frozenset[str]:
    """Return the names of countries: “the United States says” quotes nobody in particular."""
    return frozenset(plain(entry.get("name", "")) for entry in load_actors().countries.values())


def plain(name: str) -> str:
    """Return a name as it is compared: lower case, without “the” and full stops."""
    return _ARTICLE.sub("", name).replace(".", "").casefold().strip()
