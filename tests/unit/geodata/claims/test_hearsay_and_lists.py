"""What nobody vouches for is no claim; what a list tells in fragments is one."""

import pytest

from geodata.domain.claims import ClaimKind

CONTEXT = "Italian troops have been stationed at the base in Agadez, in Niger, since 2018. "


def told(claims):
    return {f"{c.kind.value} {c.actor} {c.host} {c.status.value}" for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Officials on both sides knocked down reports that Russian troops were about to quit Armenia.",
        "The ministry poured cold water on talk that Russian troops would quit Armenia.",
        "Some will say that Russian troops are leaving Armenia.",
        "The mayor likes to say that Russian troops have left Armenia.",
        "I read that Russian troops had left Armenia.",
        "Others whisper that Russian troops have left Armenia.",
        "A plan to send Russian troops to Armenia is discussed, and shelved.",
        "“Russian troops have left Armenia”: the governor says they have not.",
        "Nobody has decided to build barracks, still less to station Russian troops in Armenia.",
        "Many predict that, were Russian troops to leave Armenia, others would come.",
        "Russia has been about to open a base in Armenia for ten years.",
    ],
)
def test_talk_is_no_claim(claims_of, text):
    found = told(claims_of(CONTEXT + text))
    assert not {c for c in found if "RU" in c}


def test_a_plan_with_a_date_is_still_a_plan(claims_of):
    """“Should” under a timetable says what is planned, no wish of the writer's."""
    text = "Under the timetable, Italian troops should be gone from Niger by 30 September."
    assert "troops IT NE to_withdraw" in told(claims_of(CONTEXT + text))


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("* Manta, Ecuador. Closed in 2009.", "base US EC closes"),
        ("* Manta, Ecuador. Handed over on 18 September 2019.", "base US EC handed_over"),
    ],
)
def test_the_place_that_opens_an_item_is_what_it_tells_of(claims_of, item, expected):
    text = (
        f"American bases in Latin America, then and now. American troops serve there.\n\n{item}\n"
    )
    assert expected in told(claims_of(text))


def test_a_number_may_open_a_sentence(claims_of):
    text = CONTEXT + "Some 350 are in Niger now."
    counts = [c.count.text for c in claims_of(text) if c.count and c.kind is ClaimKind.TROOPS]
    assert "Some 350" in counts


def test_each_of_those_who_promise_promises(claims_of):
    text = CONTEXT + "Ghana and Kenya have each promised a battalion."
    found = told(claims_of(text))
    assert {"troops GH NE to_arrive", "troops KE NE to_arrive"} <= found


def test_who_backs_a_council_is_not_the_council(claims_of):
    text = (
        "Emirati soldiers are based in Yemen. The Saudi-backed council in Yemen tore up "
        "Yemen's defence pact with the UAE on 1 June 2022."
    )
    assert not {c for c in told(claims_of(text)) if c.startswith("alignment SA")}


def test_a_pact_brought_to_an_end_is_ended(claims_of):
    text = (
        "Chad brought its defence accord with France to an end in May. French troops are in Chad."
    )
    found = [c for c in claims_of(text) if c.kind is ClaimKind.ALIGNMENT]
    assert [(c.actor, c.status.value, c.target) for c in found] == [("TD", "away", "FR")]


def test_chad_opens_a_sentence_that_speaks_of_chadians(claims_of):
    """A given name too, but not where the text names the country's people."""
    text = "French troops gave the keys to a Chadian colonel.\n\nChad tore up its defence accord with Paris on 28 May."
    assert "alignment TD TD away" in told(claims_of(text))


def test_one_unsure_remark_in_a_long_article_is_no_claim(claims_of):
    """Who writes of forces says more of them than one thing in passing; a short note may not."""
    remark = "Some 300 Americans sleep in Djibouti, the soldiers say."
    filler = " The market sold fish, bread and cloth to whoever came along the road that day." * 20
    assert told(claims_of(remark)) == {"troops US DJ present"}
    assert told(claims_of(remark + filler)) == set()
