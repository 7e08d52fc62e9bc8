"""Blocs of states that are named like places: “the West”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.spans import Span
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage


def find_blocs(passage: Passage, taken: Sequence[Name]) -> list[PlaceMention]:
    """Return the blocs of an article; they have no place and are never pins."""
    words = "|".join(
        re.escape(bloc.removeprefix("the "))
        for bloc in sorted(passage.lexicon.sets["blocs"], key=len, reverse=True)
    )
    mentions = []
    for match in re.finditer(rf"\b[Tt]he (?P<name>(?i:{words}))\b(?! [A-Z])", passage.text):
        start, end = match.span()
        if not match.group("name")[0].isupper() or _is_side(passage, end):
            continue
        if any(name.start < end and start < name.end for name in taken):
            continue
        text = match.group()
        why = f"“{text}” is a bloc of states, not a place."
        mentions.append(PlaceMention(Span(start, end), text, Role.BLOC, None, (), 0.9, why))
    return mentions


def _is_side(passage: Passage, end: int) -> bool:
    token = passage.after(end)
    return token is not None and passage.lexicon.has("bloc_tails", token.text)
