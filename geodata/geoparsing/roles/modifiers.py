"""Towns that only say which talks or which road is meant: “the Geneva talks”."""

from __future__ import annotations

from geodata.domain.mentions import Role
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage
from geodata.geoparsing.roles.part import Part


def read_modifier(passage: Passage, name: Name) -> Part | None:
    """
    Return the role of a town that is a compound modifier, or None where it is none.

    A base, a street or an office lies in the town that it is named after. Talks, an accord or a
    road bear the name wherever they are: the name is no sign that the sentence happens there.
    """
    noun = _modified(passage, name)
    if not noun or not passage.lexicon.has("named_after_towns", noun):
        return None
    return Part(Role.ATTRIBUTIVE, f"it says which “{noun}” is meant")


def _modified(passage: Passage, name: Name) -> str:
    """Return the noun that a name stands before without a mark, as the last of its phrase."""
    after = passage.after(name.end)
    if after is None or passage.text[name.end : name.end + 1] not in {" ", "-", "–"}:
        return ""
    token = passage.head_token(name.start, name.end)
    if token.dep_ in {"compound", "nmod", "amod"} and token.head.i > token.i:
        return str(token.head.text)
    return str(after.text) if after.pos_ == "NOUN" else ""
