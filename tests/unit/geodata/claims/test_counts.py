import pytest

from geodata.claims import read_counts
from geodata.domain.mentions import Qualifier


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("all 1,200 Belgian soldiers", 1200, 1200, Qualifier.EXACT),
        ("about 500 troops", 450, 550, Qualifier.ABOUT),
        ("around 2,000 peacekeepers", 1800, 2200, Qualifier.ABOUT),
        ("over 3,000 personnel", 3001, None, Qualifier.OVER),
        ("more than 40 instructors", 41, None, Qualifier.OVER),
        ("at least 700 special forces operatives", 700, None, Qualifier.OVER),
        ("close to 6,000 troops", 5400, 6000, Qualifier.NEARLY),
        ("nearly two thousand soldiers", 1800, 2000, Qualifier.NEARLY),
        ("fewer than 300 marines", 0, 299, Qualifier.UNDER),
        ("up to 5,000 troops", 0, 5000, Qualifier.UNDER),
        ("between 300 and 350 soldiers", 300, 350, Qualifier.RANGE),
        ("hundreds of combat troops", 100, 999, Qualifier.VAGUE),
        ("dozens of military advisers", 24, 99, Qualifier.VAGUE),
        ("thousands of troops", 1000, 9999, Qualifier.VAGUE),
        ("a 120-strong contingent", 120, 120, Qualifier.EXACT),
        ("one hundred and fifty peacekeepers", 150, 150, Qualifier.EXACT),
        ("two dozen trainers", 24, 24, Qualifier.EXACT),
        ("its garrison, which numbers close to 1,000,", 900, 1000, Qualifier.NEARLY),
    ],
)
def test_reads_numbers_of_people_with_their_hedges(text, low, high, qualifier):
    (count,) = read_counts(text)
    assert (count.low, count.high, count.qualifier) == (low, high, qualifier)


def test_the_words_stand_where_the_span_says():
    text = "The fleet carried roughly 80 marines to the island."
    (count,) = read_counts(text)
    assert count.span.quote(text) == count.text == "roughly 80"


def test_a_number_without_a_noun_counts_after_another():
    text = "Some 90 soldiers came, and another 200 were expected."
    assert [c.low for c in read_counts(text)] == [81, 200]


@pytest.mark.parametrize(
    "text",
    [
        "over 8,000 villagers were murdered",
        "In 2021 troops left",
        "a 12-year-old pact with the army",
        "sales rose by 300 percent",
        "40 villages and their soldiers",
        "He paid 500 dollars to troops",
    ],
)
def test_leaves_other_numbers_alone(text):
    assert read_counts(text) == []


def test_further_words_for_people_can_be_given():
    assert read_counts("About 2,500 Norwegians are there.", {"norwegians"})[0].high == 2750
