"""Forces and bases told of by phrases, directions, what is not, and by pointing back."""

import pytest

from geodata.domain.claims import ClaimKind

CONTEXT = "Italian troops have been stationed in Niger since 2018. "


def told(claims, kind=ClaimKind.TROOPS):
    return {f"{c.actor} {c.host} {c.status.value}" for c in claims if c.kind is kind}


@pytest.mark.parametrize(
    "text",
    [
        "The last 40 Italian soldiers slipped away from Niger on Tuesday.",
        "The contingent folded its tents and went home on 3 June.",
        "Rome flew them home from the country on 3 June.",
        "The Italian pull-out from Niger was completed on 3 June.",
        "Rome's withdrawal from Niger began on 3 June.",
        "There is not one Italian soldier left in Niger.",
        "Italy no longer has soldiers in Niger; there is nobody left.",
        "After leaving Niger on 3 May, the Italian battalion held a parade in Pisa.",
    ],
)
def test_leaving_however_it_is_said(claims_of, text):
    assert "IT NE withdraws" in told(claims_of(CONTEXT + text))


def test_a_force_that_does_not_leave_is_there(claims_of):
    """A denial of leaving is a statement of presence, never one of a withdrawal."""
    claims = told(claims_of("The American battalion in Lithuania is not leaving."))
    assert claims == {"US LT present"}


def test_whatever_the_verb_who_is_somewhere_is_there(claims_of):
    text = "The Dutch are in Norway again. A Dutch company of 120 soldiers is wintering at Tromsø."
    assert "NL NO present" in told(claims_of(text))


def test_an_order_is_no_direction(claims_of):
    """“Ordered them to leave”: “to” before a verb leads nowhere."""
    claims = told(claims_of("Eritrea ordered Emirati troops to leave the country on 2 June."))
    assert claims == {"AE ER to_withdraw"}


def test_a_pronoun_is_where_its_force_was_put_last(claims_of):
    """The country that the text turns around is only the second guess."""
    text = "France closed its base in Mali. Georgia called its soldiers home from Iraq in March. They were back by May."
    assert not {c for c in told(claims_of(text)) if c.startswith("GE ML")}


@pytest.mark.parametrize(
    "text",
    [
        "Italy ended its use of the base at Agadez on 3 June.",
        "Italy turned out the lights at its base at Agadez on 3 June.",
        "The Italian base at Agadez went dark on 3 June.",
    ],
)
def test_a_base_closes_however_it_is_said(claims_of, text):
    assert "IT NE closes" in told(claims_of(CONTEXT + text), ClaimKind.BASE)


def test_a_base_named_in_passing_as_foreign_is_in_use(claims_of):
    text = "French soldiers are in Chad. The mayor complains about the noise of the French base at Abéché."
    assert "FR TD operates" in told(claims_of(text), ClaimKind.BASE)


def test_a_film_that_names_a_base_claims_nothing(claims_of):
    text = "In the film, soldiers of the French base at Abéché fall in love with a thriller writer."
    assert not told(claims_of(text), ClaimKind.BASE)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("seventy", 70, 70), ("sixty-five", 65, 65), ("just over 200", 201, None)],
)
def test_numbers_in_words_are_read_whole(claims_of, words, low, high):
    claims = claims_of(f"{words.capitalize()} Italian soldiers left Niger on 3 June.")
    (count,) = {(c.count.low, c.count.high) for c in claims if c.count}
    assert count == (low, high)
