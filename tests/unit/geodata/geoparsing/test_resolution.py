"""Which of its candidates a name stands for."""

import pytest

from geodata.domain.places import PlaceKind


def found(mentions, text: str):
    return next(m for m in mentions if m.text == text)


def test_the_prominent_place_wins_where_nothing_speaks_against_it(read):
    assert found(read("They met in Paris on Monday."), "Paris").place.country == "FR"


def test_a_qualifier_settles_a_name_and_is_named_as_the_reason(read):
    mention = found(read("A storm hit Paris, Texas on Monday."), "Paris")
    assert mention.place.admin1 == "Texas"
    assert "Texas" in mention.why


def test_one_sense_a_name_and_article(read):
    text = "A storm hit Paris, Texas on Monday. The mayor of Paris asked for help."
    assert {m.place.country for m in read(text) if m.text == "Paris"} == {"US"}


def test_the_country_of_the_article_decides_between_towns(read):
    text = "The army of Mali left Bamako for Gao. In Gao, Malian soldiers waited."
    mention = found(read(text), "Gao")
    assert (mention.place.country, mention.place.kind) == ("ML", PlaceKind.SETTLEMENT)
    assert "Mali" in mention.why


def test_a_feature_word_asks_for_the_subdivision(read):
    mention = found(read("Rebels hold much of Gao Region in northern Mali."), "Gao Region")
    assert mention.place.kind is PlaceKind.ADMIN1


def test_a_macro_region_is_a_region(read):
    assert found(read("Groups roam the Sahel."), "Sahel").place.kind is PlaceKind.REGION


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Voters in Georgia queued. In Atlanta, the U.S. state's capital, it rained.", "US"),
        ("Voters in Georgia queued. In Tbilisi, the capital, it rained.", "GE"),
    ],
)
def test_georgia_goes_by_the_towns_around_it(read, text, country):
    assert found(read(text), "Georgia").place.country == country


def test_a_list_of_countries_qualifies_nothing(read):
    mentions = read("Ships came from China, Japan and Kenya.")
    assert [m.place.country for m in mentions] == ["CN", "JP", "KE"]


def test_niger_is_never_nigeria(read):
    mentions = read("Niger's neighbour Nigeria closed the border. Niger protested.")
    assert [m.place.country for m in mentions] == ["NE", "NG", "NE"]


def test_niger_is_never_a_state_of_nigeria_unless_it_says_so(read):
    text = "Nigeria sent aid. Chad, Niger, Nigeria and Mali met. Nigerian police from Nigeria left Niger."
    assert {m.place.country for m in read(text) if m.text == "Niger"} == {"NE"}
    state = found(read("Gunmen struck in Niger State in Nigeria."), "Niger State")
    assert (state.place.country, state.place.kind) == ("NG", PlaceKind.ADMIN1)


def test_state_television_makes_no_subdivision(read):
    text = "Niger state television said so. Soldiers in Niger agreed."
    assert found(read(text), "Niger").place.kind is PlaceKind.COUNTRY


def test_the_winner_comes_first_among_its_candidates(read):
    mention = found(read("They met in Paris on Monday."), "Paris")
    assert mention.candidates[0].place == mention.place
    assert len(mention.candidates) == 2
    scores = [candidate.score for candidate in mention.candidates]
    assert scores == sorted(scores, reverse=True)
    assert 0.0 <= mention.score <= 1.0
    assert all(candidate.why for candidate in mention.candidates)


def test_reading_twice_gives_the_same(read):
    text = "Niger told Washington to leave. Talks in Niamey and Gao went on."
    assert read(text) == read(text)
