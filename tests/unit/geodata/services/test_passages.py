"""The sentence around a place name is whole, and no longer than it has to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.domain.spans import Span
from geodata.services.passages import sentence_around


def around(text: str, name: str) -> str:
    at = text.index(name)
    return sentence_around(text, Span(at, at + len(name)))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. People in Zinder waited. Then it stopped.", "People in Zinder waited."),
        ("The U.S. Army left Zinder. It is gone.", "The U.S. Army left Zinder."),
        ("Gen. Tiani flew to Zinder! Why?", "Gen. Tiani flew to Zinder!"),
        ("A headline about Zinder\n\nThe text begins.", "A headline about Zinder"),
        ('He said: "We are in Zinder." Nobody answered.', 'He said: "We are in Zinder."'),
        ("Zinder", "Zinder"),
    ],
)
def test_the_sentence_is_found(text: str, sentence: str) -> None:
    assert around(text, "Zinder") == sentence


def test_a_very_long_sentence_is_cut_between_words() -> None:
    text = "and " * 300 + "Zinder " + "or " * 300
    told = around(text, "Zinder")
    assert told.startswith("… and ")
    assert told.endswith("or …")
    assert len(told) < 360


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_name_always_stands_in_its_sentence(before: str, after: str) -> None:
    text = before + "Zinder" + after
    assert "Zinder" in sentence_around(text, Span(len(before), len(before) + 6))
