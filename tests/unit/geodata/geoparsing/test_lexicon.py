from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.geoparsing.lexicon.capitals import is_capital
from geodata.geoparsing.lexicon.spelling import is_plain, without_possessive
from geodata.geoparsing.lexicon.words import load_lexicon


def town(name: str, country: str, population: int) -> Place:
    return Place(PlaceId(name), name, PlaceKind.SETTLEMENT, 0, 0, country, None, population)


def test_a_capital_is_told_from_its_namesakes():
    capital = town("Washington", "US", 689_545)
    small, foreign = town("Washington", "US", 7_000), town("Washington", "GB", 67_000)
    everyone = (capital, small, foreign)
    assert [is_capital(place, everyone) for place in everyone] == [True, False, False]


def test_a_capital_may_be_spelled_with_accents():
    yaounde = town("Yaoundé", "CM", 1_299_369)
    assert is_capital(yaounde, [yaounde])


def test_words_of_every_day_are_no_names():
    lexicon = load_lexicon()
    for word in ("March", "Most", "Exit", "Northern", "University", "U.N."):
        assert is_plain(lexicon, word), word
    for word in ("Gao", "Derby", "Niamey", "Reading Town"):
        assert not is_plain(lexicon, word), word


def test_possessives_fall_away():
    assert without_possessive("Niger’s") == "Niger"
    assert without_possessive("US'") == "US"
    assert without_possessive("Paris") == "Paris"
