"""Names that look like places and are none, or like towns and are governments; each with its reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geodata.domain.documents import Document, DocumentId
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import PlaceKind
from geodata.gazetteer import Gazetteer, default_path
from geodata.geoparsing import read_places
from geodata.language import LanguageModel

pytestmark = pytest.mark.skipif(not default_path().is_file(), reason="the gazetteer is not built")
Read = Callable[[str], list[PlaceMention]]


@pytest.fixture(scope="module")
def read_world(language: LanguageModel) -> Read:
    gazetteer = Gazetteer()

    def reader(text: str) -> list[PlaceMention]:
        document = Document(id=DocumentId("0" * 16), name="a.txt", title="", text=text)
        return read_places(document, language.parse(text), gazetteer)

    return reader


def pins(mentions: list[PlaceMention]) -> set[str]:
    return {m.text for m in mentions if m.role is Role.LOCATION}


NO_PLACES = [
    ("Israel Adesanya says his long war with the scales is over.", "Israel", "a given name"),
    ("The prize went to Kenya Barris on Monday.", "Kenya", "a given name"),
    ("About 200 men of the Princess of Wales's Royal Regiment came.", "Wales", "a title"),
    ("They joined the European Union in 2007.", "European Union", "a union of states"),
    ("Troops of the African Union mission left.", "African Union", "an organisation"),
    (
        "Munir Abdulkader pleaded guilty. The court ordered that Abdulkader stay in prison.",
        "Abdulkader",
        "a surname that no list of places holds",
    ),
]


@pytest.mark.parametrize(("text", "name", "reason"), NO_PLACES)
def test_no_pin(read_world: Read, text: str, name: str, reason: str) -> None:
    assert name not in pins(read_world(text)), reason


GOVERNMENTS = [
    ("The island recognised Beijing on Monday.", "Beijing", "a government is recognised"),
    ("In March it went over to Beijing.", "Beijing", "an alliance is changed"),
    ("The pact gives Canberra a veto over other pacts.", "Canberra", "it is given a say"),
    ("It remains one of Taipei's twelve partners.", "Taipei", "partners are a state's"),
    ("The mission left at the request of Kinshasa.", "Kinshasa", "a government requests"),
    ("It would need only to consult Copenhagen first.", "Copenhagen", "a government is consulted"),
    ("He denied that Washington was in talks to move in.", "Washington", "a government talks"),
    ("Not everything is about Cairo.", "Cairo", "its policy is spoken of"),
    ("Nobody in the White House has proposed it.", "White House", "those who work there"),
]


@pytest.mark.parametrize(("text", "name", "reason"), GOVERNMENTS)
def test_a_capital_that_is_dealt_with_is_no_pin(
    read_world: Read, text: str, name: str, reason: str
) -> None:
    (mention,) = [m for m in read_world(text) if m.text == name]
    assert mention.role is Role.METONYM, reason
    assert "stands for the government" in mention.why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Protesters marched in Cairo on Friday.", "Cairo"),
        ("The envoy visited Beijing on Monday.", "Beijing"),
        ("Soldiers seized Kinshasa at dawn.", "Kinshasa"),
        ("The last plane left Kabul in August.", "Kabul"),
    ],
)
def test_a_capital_where_something_happens_is_a_place(
    read_world: Read, text: str, name: str
) -> None:
    assert name in pins(read_world(text))


def test_a_question_names_nobody_called_will(read_world: Read) -> None:
    (mention,) = [m for m in read_world("Will Kyrgyzstan leave the pact?") if m.place]
    assert mention.place is not None
    assert mention.place.country == "KG"


def test_a_list_of_states_is_read_as_states(read_world: Read) -> None:
    text = "Cases came from Georgia, Oklahoma, Pennsylvania, Wisconsin and California."
    mentions = read_world(text)
    assert {m.place.kind for m in mentions if m.place} == {PlaceKind.ADMIN1}
    assert {m.place.country for m in mentions if m.place} == {"US"}


def test_a_town_with_its_state_is_no_list(read_world: Read) -> None:
    (town, *_) = read_world("The plant in Indiana, Pennsylvania burned down.")
    assert town.place is not None
    assert town.place.kind is PlaceKind.SETTLEMENT


def test_towns_called_fort_are_towns(read_world: Read) -> None:
    (mention,) = [m for m in read_world("A storm hit Fort Lauderdale.") if m.place]
    assert mention.place is not None
    assert mention.place.kind is PlaceKind.SETTLEMENT


@pytest.mark.parametrize("name", ["al-Tanf", "Qamishli", "Nagurskoye"])
def test_spellings_of_the_news_are_found(read_world: Read, name: str) -> None:
    (mention,) = [m for m in read_world(f"The garrison at {name} is small.") if m.text == name]
    assert mention.place is not None


def test_an_unknown_village_is_put_where_the_text_puts_it(read_world: Read) -> None:
    text = "A swan died in the village of Zorbleforth in Fife, Scotland. Zorbleforth is quiet."
    found = [m for m in read_world(text) if m.text == "Zorbleforth"]
    assert len(found) == 2
    assert {m.place.name for m in found if m.place} == {"Fife"}
    assert "not in the gazetteer" in found[0].why
    assert found[0].score < 0.7


def test_a_namesake_abroad_is_not_taken_for_a_town_that_the_text_puts_elsewhere(
    read_world: Read,
) -> None:
    (town, *_) = read_world("The truck was stopped in Stroud, Ontario, Canada.")
    assert town.place is not None
    assert town.place.country == "CA"


def test_a_neighbour_in_a_list_lends_nothing(read_world: Read) -> None:
    mentions = read_world("It is found in the Seychelles, in Mauritious and especially in Mayotte.")
    assert all(m.place is None for m in mentions if m.text == "Mauritious")


def test_a_body_of_a_state_tells_whose_it_is(read_world: Read) -> None:
    text = "The U.S. Department of Agriculture warned farmers on Monday."
    (mention,) = [m for m in read_world(text) if m.place]
    assert mention.role is Role.ATTRIBUTIVE, "its country is known, and it is no pin"


LEBANON = "Lebanon's army said that Lebanese soldiers were back in Beirut and Sidon. "


def test_a_small_namesake_far_away_is_offered_but_not_taken(read_world: Read) -> None:
    # No gazetteer holds every village: the only place of a name may lie on the other side of
    # the world, and no place is better than a wrong one.
    text = LEBANON + "Soldiers took up posts in Bansko on Monday."
    (village,) = [m for m in read_world(text) if m.text == "Bansko"]
    assert village.place is None
    assert village.score == 0.0
    assert "not placed" in village.why
    assert "Bulgaria" in village.why
    assert "BG" in {candidate.place.country for candidate in village.candidates}
    assert all(candidate.score < 0.1 for candidate in village.candidates)


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("Envoys met in Geneva on Monday.", "Geneva", "CH"),  # a city of the world
        ("A ship left for Valletta on Monday.", "Valletta", "MT"),  # a small capital
        ("The ship is built at Bansko, Bulgaria.", "Bansko", "BG"),  # the text says so
    ],
)
def test_cities_capitals_and_what_the_text_places_are_taken_from_far_away(
    read_world: Read, sentence: str, name: str, country: str
) -> None:
    (town,) = [m for m in read_world(LEBANON + sentence) if m.text == name]
    assert town.place is not None
    assert town.place.country == country


def test_a_barracks_is_not_put_into_a_village_abroad_of_its_name(read_world: Read) -> None:
    text = "Germany: the Bavarian town of Vilseck and its Rose Barracks, near Nuremberg, Germany."
    found = [m for m in read_world(text) if m.text.startswith("Rose")]
    assert all(m.place is None or m.place.country == "DE" for m in found)


def test_what_is_called_a_village_is_a_place_though_the_model_sees_no_name(
    read_world: Read,
) -> None:
    text = "Bulgaria's president was away. A patrol reached the village of Bansko on Monday."
    (village,) = [m for m in read_world(text) if m.text == "Bansko"]
    assert village.place is not None
    assert village.place.country == "BG"


def test_the_word_that_opens_a_sentence_is_no_part_of_an_airport(read_world: Read) -> None:
    text = "South Sudan is tense. If Malakal airport closes, aid to South Sudan ends."
    (airport,) = [m for m in read_world(text) if "Malakal" in m.text]
    assert airport.text == "Malakal airport"
    assert airport.place is not None
    assert airport.place.country == "SS"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("For the Azores it is a sum with few unknowns.", "Azores"),
        ("Nobody asked what becomes of the Bosphorus.", "Bosphorus"),
        ("Thu 21 - Honiara. Nomination day.", "Honiara"),
        ("Bombs fell on northern Luzon.", "Luzon"),
    ],
)
def test_a_name_of_one_well_known_sense_needs_no_more(
    read_world: Read, sentence: str, name: str
) -> None:
    (mention,) = [m for m in read_world(sentence) if name in m.text]
    assert mention.place is not None
    assert mention.place.name.startswith(name[:4])
