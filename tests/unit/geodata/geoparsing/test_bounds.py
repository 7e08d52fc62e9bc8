"""Hostile and outsized articles: no crash, and work that grows with the length alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from geodata.domain.documents import Document, DocumentId
from geodata.domain.mentions import PlaceMention
from geodata.geoparsing import read_places
from geodata.language import LanguageModel
from tests.unit.geodata.geoparsing.small_gazetteer import SmallGazetteer

Read = Callable[[str], list[PlaceMention]]
TOWNS = ["Bamako", "Niamey", "Abuja", "Gao", "Nairobi", "Tbilisi", "Houston", "Geneva"]


class CountingGazetteer(SmallGazetteer):
    """Counts how often names are looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.looked_up: Counter[str] = Counter()

    def find(self, name: str):
        self.looked_up[name] += 1
        return super().find(name)


def read_with(gazetteer: SmallGazetteer, language: LanguageModel, text: str) -> list[PlaceMention]:
    document = Document(id=DocumentId("0" * 16), name="a.txt", title="", text=text)
    return read_places(document, language.parse(text), gazetteer)


def test_a_thousand_places_are_all_read(language: LanguageModel) -> None:
    text = "\n".join(f"Troops reached {TOWNS[n % 8]} on day {n}." for n in range(1000))
    gazetteer = CountingGazetteer()
    mentions = read_with(gazetteer, language, text)
    assert sum(m.text in TOWNS for m in mentions) >= 990
    # Each name is looked up once an article, however often it stands there.
    assert max(gazetteer.looked_up[town] for town in TOWNS) <= 3


def test_look_ups_do_not_grow_with_repetition(language: LanguageModel) -> None:
    counts = []
    for times in (20, 200):
        gazetteer = CountingGazetteer()
        read_with(gazetteer, language, "Troops left Bamako for Gao. " * times)
        counts.append(sum(gazetteer.looked_up.values()))
    assert counts[1] <= counts[0] + 5


@pytest.mark.parametrize(
    "text",
    [
        "Troops left Ni\u200damey for Aga\u200bdez.",
        "\u202eTroops left Niamey\u202c for Agadez.",
        "Troops left \x00Niamey\x07 for \x1bAgadez.",
        "",
        "\n\n\t \n",
        "’’’ -- ((( Niamey ))) ...",
        "N" * 20_000,
        "Niamey, " * 2_000,
        "غادرت القوات نيامي إلى أغاديس في مايو.",
        "the the the of of of in in in",
    ],
)
def test_odd_characters_end_in_spans_that_fit(read: Read, text: str) -> None:
    for mention in read(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert text[mention.span.start : mention.span.end] == mention.text


def test_directional_marks_around_a_name_hide_nothing(read: Read) -> None:
    mentions = read("Troops left \u200eNiamey\u200f for \u2068Bamako\u2069 on Monday.")
    assert {"Niamey", "Bamako"} <= {m.text for m in mentions}
