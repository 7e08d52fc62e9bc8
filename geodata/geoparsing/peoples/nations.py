"""Which country a demonym means in its article, slips of the writer included."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geodata.domain.places import Place, PlaceKind
from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage

DOMINANT = 3  # a country named this often, and three times as often as the other, dominates
OFFICE_CHARS = 60  # how far an office-holder's name stands from the nation or the office
_PERSON_WORD = re.compile(r"[A-ZÀ-Þ][^\W\d_]{3,}")
MISSPELT_EDITS = 2  # letters by which two demonyms differ that writers mix up


@dataclass(frozen=True, slots=True)
class Demonym:
    """
    A demonym and what it was read as.

    Args:
        name: Where it stands.
        place: The country, or the region for “African”.
        others: Other countries it may mean.
        score: Confidence, 0..1.
        why: The reason, in one sentence.
    """

    name: Name
    place: Place
    others: tuple[Place, ...]
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Counts:
    """
    Where an article names its countries outright.

    Args:
        starts: Country code to the characters where its name stands.
        shares: Country code to the weight of its towns and subdivisions.
    """

    starts: Mapping[str, Sequence[int]]
    shares: Mapping[str, float]

    def of(self, code: str) -> int:
        """Return how often a country is named."""
        return len(self.starts.get(code, ()))

    def within(self, code: str, start: int, end: int) -> int:
        """Return how often a country is named in a stretch of the text."""
        return sum(start <= position < end for position in self.starts.get(code, ()))


def read_demonym(passage: Passage, name: Name, counts: Counts) -> Demonym | None:
    """Return the country that a demonym means in this article, with the reason."""
    region = passage.lexicon.regional_demonyms.get(name.text.lower())
    if region is not None:
        wide = [p for p in passage.find(region) if p.kind in _WIDE]
        return (
            Demonym(name, wide[0], (), 0.9, f"“{name.text}” speaks of {region}.") if wide else None
        )
    codes = passage.demonym_countries(name.text)
    places = [place for code in codes if (place := passage.gazetteer.country(code)) is not None]
    if not places:
        return None
    if len(places) > 1:
        return _by_counts(name, places, counts)
    return _mistaken(passage, name, places[0], counts) or Demonym(
        name, places[0], (), 0.95, f"“{name.text}” is the demonym of {places[0].name}."
    )


_WIDE = frozenset({PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.ADMIN1, PlaceKind.COUNTRY})


def _by_counts(name: Name, places: Sequence[Place], counts: Counts) -> Demonym:
    """Choose between countries that share a demonym by how often each is named."""

    def rank(place: Place) -> tuple[float, int]:
        code = str(place.country)
        return (counts.of(code) + counts.shares.get(code, 0.0), place.population)

    ordered = sorted(places, key=rank, reverse=True)
    best = ordered[0]
    named = counts.of(str(best.country))
    reason = f"the article names it {_times(named)}" if named else "it is the largest of them"
    others = " and ".join(place.name for place in ordered[1:3])
    why = f"“{name.text}” may mean {best.name} or {others}; {reason}."
    return Demonym(name, best, tuple(ordered[1:5]), 0.8 if named else 0.6, why)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _mistaken(passage: Passage, name: Name, own: Place, counts: Counts) -> Demonym | None:
    """
    Return the near-namesake that the article is really about, where a demonym contradicts it.

    A writer who mixes up two nations writes the one's demonym beside the other's name. That is
    assumed only where the other country dominates the article, and where nothing nearby names
    the demonym's own country.
    """
    code = str(own.country)
    start, end = passage.paragraph(name.start)
    if counts.within(code, start, end):
        return None
    rival = _dominant_namesake(passage, name, code, counts)
    if rival is None:
        return None
    named = counts.of(code) > 0 or counts.shares.get(code, 0.0) > 0.0
    if named and not _office_holder_of(passage, name, rival):
        return None
    times = _times(counts.of(str(rival.country)))
    sentence = passage.token_at(name.start).sent
    if counts.within(str(rival.country), sentence.start_char, sentence.end_char):
        why = (
            f"“{name.text}” is the demonym of {own.name}, and {rival.name} stands beside it as "
            f"another party; but the article names {rival.name} {times}, so it may be a slip."
        )
        return Demonym(name, own, (rival,), 0.6, why)
    governs = _governs_state(passage, name)
    why = (
        f"“{name.text}” is the demonym of {own.name}, but the article names {rival.name} {times} "
        f"and {own.name} {'not near here' if named else 'nowhere'}"
        f"{', and speaks here of its state' if governs else ''}: read as {rival.name}."
    )
    return Demonym(name, rival, (own,), 0.7 if governs else 0.6, why)


def _office_holder_of(passage: Passage, name: Name, rival: Place) -> bool:
    """Say whether the person named after the demonym is the rival's elsewhere in the article."""
    text = passage.text
    for match in _PERSON_WORD.finditer(text, name.end, min(len(text), name.end + OFFICE_CHARS)):
        word = match.group()
        if passage.lexicon.has("titles", word) or passage.lexicon.has("title_phrases", word):
            continue
        at = text.find(word)
        while at >= 0:
            is_elsewhere = not name.start <= at < name.end + OFFICE_CHARS
            if is_elsewhere and rival.name in text[max(0, at - OFFICE_CHARS) : at]:
                return True
            at = text.find(word, at + 1)
    return False


def _dominant_namesake(passage: Passage, name: Name, code: str, counts: Counts) -> Place | None:
    for other in sorted(counts.starts, key=lambda c: (-counts.of(c), c)):
        place = passage.gazetteer.country(other)
        if other == code or place is None:
            continue
        if counts.of(other) < max(DOMINANT, DOMINANT * counts.of(code)):
            return None
        if _are_namesakes(passage, name.text, code, place):
            return place
    return None


def _are_namesakes(passage: Passage, word: str, code: str, other: Place) -> bool:
    """Say whether two countries are mixed up by their demonyms: by their names' beginnings."""
    own = passage.gazetteer.country(code)
    if own is None:
        return False
    one, two = own.name.lower(), other.name.lower()
    if one.startswith(two) or two.startswith(one):
        return True
    stem = word.lower().rstrip("s")
    return len(stem) >= 6 and any(
        _edits(stem, form) <= MISSPELT_EDITS
        for form in (two + "n", two + "an", two.rstrip("aeo") + "ian", two.rstrip("aeo") + "ien")
    )


def _edits(one: str, two: str) -> int:
    """Return the Levenshtein distance of two words."""
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, right in enumerate(two, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (left != right))
    return row[-1]


def _governs_state(passage: Passage, name: Name) -> bool:
    """Say whether the demonym qualifies a government, an office or a force."""
    position = name.end
    for _ in range(3):
        token = passage.after(position)
        if token is None or token.pos_ in {"PUNCT", "VERB", "AUX", "ADP"}:
            return False
        if passage.lexicon.has("power_nouns", token.text) or passage.lexicon.has(
            "land_nouns", token.text
        ):
            return True
        position = token.idx + len(token.text)
    return False
