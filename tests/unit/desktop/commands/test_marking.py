"""What a claim added by hand proposes before the person corrects it."""

from __future__ import annotations

from dataclasses import replace

from desktop.shell.project.marking import blank_claim
from geodata.domain.mentions import Role
from geodata.domain.spans import Span
from tests.unit.geodata.editing.editing_builders import (
    TERA,
    TEXT,
    a_mention,
    a_place,
    an_extraction,
)

FIRST = Span(0, TEXT.index(".") + 1)
US = a_place("United States", "US")


def test_who_acts_in_the_words_is_proposed_and_where() -> None:
    acting = replace(a_mention("US", US), role=Role.ATTRIBUTIVE)
    read = replace(an_extraction(), places=(acting, a_mention("Tera", TERA)))
    claim = blank_claim(read, FIRST)
    assert (claim.actor, claim.host, claim.place) == ("US", "NE", TERA)
    assert claim.evidence == (FIRST,)


def test_the_ground_is_never_proposed_as_the_one_who_acts() -> None:
    read = replace(an_extraction(), places=(a_mention("Tera", TERA),))
    assert blank_claim(read, FIRST).actor == "unknown"


def test_else_it_is_who_acts_elsewhere_in_the_article() -> None:
    france = replace(a_mention("Paris", a_place("Paris", "FR")), role=Role.METONYM)
    read = replace(an_extraction(), places=(a_mention("Tera", TERA), france))
    assert blank_claim(read, FIRST).actor == "FR"
