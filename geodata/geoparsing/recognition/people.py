"""Names of persons in an article, so that Chad Reed is not read as a country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage

_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.’'\-]*$")
_STOPS = frozenset({",", "(", "'s", "’s", "–", "—", "-", ":", "/", "|"})
_ASKING = frozenset(  # “Will Kyrgyzstan leave?” names nobody called Will
    {"Will", "May", "Can", "Did", "Does", "Has", "Is", "Was", "Should", "Could", "Would"}
)
_PARTICLES = frozenset({"al", "bin", "ben", "de", "del", "der", "el", "la", "ould", "van", "von"})


@dataclass(frozen=True, slots=True)
class People:
    """
    The persons an article names.

    Args:
        spans: Start and end of every full name.
        words: The given names and surnames they are made of.
    """

    spans: tuple[tuple[int, int], ...]
    words: frozenset[str]

    def hold(self, name: Name) -> bool:
        """Say whether a name lies inside a person's full name."""
        return any(start <= name.start and name.end <= end for start, end in self.spans)


def find_people(passage: Passage) -> People:
    """Return the persons of an article, from its entities and the titles in it."""
    spans = [*_by_entity(passage), *_by_title(passage)]
    words = {
        word.removesuffix("’s").removesuffix("'s")
        for start, end in spans
        for word in passage.text[start:end].split()
        if _CAPITAL.match(word)
    }
    return People(tuple(spans), frozenset(words))


def _by_entity(passage: Passage) -> Iterator[tuple[int, int]]:
    lexicon = passage.lexicon
    for entity in passage.doc.ents:
        if entity.label_ != "PERSON":
            continue
        tokens = list(entity.tokens)
        if tokens[0].text in _ASKING and tokens[0].is_sent_start:
            tokens = tokens[1:]
        while tokens and (
            not _CAPITAL.match(tokens[0].text) or lexicon.has("titles", tokens[0].text)
        ):
            tokens = tokens[1:]
        for i, token in enumerate(tokens):
            if "\n" in token.text or token.text in _STOPS:
                tokens = tokens[:i]
                break
        named = [token for token in tokens if _CAPITAL.match(token.text)]
        if len(named) < 2 or any(lexicon.has("titles", token.text) for token in named):
            continue
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
        if not passage.find(passage.text[start:end]) and not lexicon.has(
            "generic_before", named[0].text
        ):
            yield start, end


def _by_title(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the capitalised words that follow a title: “Governor Mary Holt”."""
    doc, words, lexicon = passage.doc, passage.words, passage.lexicon
    i = 0
    for title, word in enumerate(words[:-1]):
        if title < i or not word[:1].isupper() or not lexicon.has("titles", word):
            continue
        first = last = title + 1
        while last < len(words) and (
            (_CAPITAL.match(words[last]) and not lexicon.has("titles", words[last]))
            or (last > first and words[last].lower() in _PARTICLES)
        ):
            last += 1
        if last > first and doc[first].ent_type_ not in {"ORG", "GPE", "NORP", "DATE"}:
            yield doc[first].idx, doc[last - 1].idx + len(words[last - 1])
        i = last
