"""Which claims are proposed as one telling, and that a proposal changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from timeline_builders import claim

from geodata.domain.documents import Document, DocumentId
from geodata.domain.spans import Span
from geodata.timeline import count_origins, gather_facts, propose_origins, sources_words

WIRE = "About 300 soldiers of the northern brigade will leave the coast by the end of June."


def told(source, words, *, outlet="", attribution="", reported="2024-05-20", **more):
    """Return a claim and its article, which holds one sentence."""
    made = claim("to_withdraw", source=source, reported=reported, **more)
    made = replace(made, evidence=(Span(0, len(words)),), attribution=attribution)
    return made, Document(DocumentId(made.document_id), source, source, words, outlet=outlet)


def proposed(*tellings):
    facts = gather_facts(made for made, _ in tellings)
    return facts, propose_origins(facts, {document.id: document for _, document in tellings})


def test_nearly_the_same_sentence_in_two_articles_is_one_origin_and_stays_two_claims():
    again = WIRE.replace("About 300", "Some 300").replace(".", ", officials say.")
    facts, (origin,) = proposed(
        told("a", WIRE, count="300"),
        told("b", again, count="290-310"),
        told("c", "Drivers saw empty barracks on the coast this week, and nobody would say more."),
    )
    assert len(facts[0].claims) == 3
    assert len(origin.claims) == 2
    assert "nearly the same" in origin.reason
    assert sources_words(facts[0].claims, [origin]) == "3 articles, 2 origins"


def test_articles_that_tell_the_same_in_their_own_words_are_not_one():
    facts, origins = proposed(
        told("a", WIRE),
        told(
            "b", "Northern troops on the shore, three hundred of them, are due to go before July."
        ),
    )
    assert origins == ()
    assert sources_words(facts[0].claims, origins) == "2 articles"


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            "The force will go, as first reported by Reuters.",
            "Troops leave, Reuters said.",
            "names",
        ),
        ("The force will go, a captain told Reuters.", "They leave, citing Reuters.", "both name"),
        (
            "The force will go, according to a statement by the Harbour Ministry.",
            "Troops are to leave, said a note, according to a press statement from the Harbour Ministry.",
            "both name Harbour Ministry",
        ),
    ],
)
def test_a_chain_of_attribution_is_one_origin(first, second, reason):
    outlet = "Reuters" if reason == "names" else "Coast Post"
    _, (origin,) = proposed(told("a", first, outlet="Herald"), told("b", second, outlet=outlet))
    assert reason in origin.reason


def test_the_same_person_quoted_on_one_day_is_one_origin_and_a_week_later_is_not():
    near = told("a", "They go.", attribution="General Anna Brook", reported="2024-05-20")
    same = told("b", "We leave.", attribution="Gen. Anna Brook", reported="2024-05-21")
    late = told("c", "Off we go.", attribution="Anna Brook", reported="2024-06-02")
    _, (origin,) = proposed(near, same, late)
    assert origin.document_ids == ("a", "b")
    assert "Anna Brook" in origin.reason


@pytest.mark.parametrize(
    "who", ["officials", "The United States", "a state department official", ""]
)
def test_quotes_of_nobody_in_particular_tie_nothing(who):
    _, origins = proposed(
        told("a", "They go.", attribution=who), told("b", "We leave.", attribution=who)
    )
    assert origins == ()


def test_an_article_that_says_it_twice_is_no_origin_of_its_own():
    _, origins = proposed(told("a", WIRE), told("a", WIRE))
    assert origins == ()


def test_claims_on_different_things_are_never_tied():
    _, origins = proposed(told("a", WIRE, actor="US"), told("b", WIRE, actor="FR"))
    assert origins == ()


def test_a_chain_of_five_articles_with_two_tellings():
    other = "A ship carried away four hundred men at dawn on Friday, port workers in the town said."
    tellings = [told(name, WIRE) for name in "abc"] + [told(name, other) for name in "de"]
    facts, origins = proposed(*tellings)
    assert count_origins(facts[0].claims, origins) == 2
    assert sources_words(facts[0].claims, origins) == "5 articles, 2 origins"
    assert date(2024, 5, 20) == facts[0].claims[0].reported.latest


def test_the_order_of_claims_changes_no_proposal():
    tellings = [told(name, WIRE) for name in "cab"]
    assert proposed(*tellings) == proposed(*reversed(tellings))
