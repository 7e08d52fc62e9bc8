"""Media that are named like places, and the positions that give them away."""

import pytest

from geodata.domain.mentions import Role
from geodata.geoparsing.lexicon.outlets import load_outlets, outlet_spans


def places(mentions) -> list[str]:
    return [m.text for m in mentions if m.role in {Role.LOCATION, Role.ACTOR, Role.METONYM}]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The envoy said to Al Mayadeen in May that Niamey wanted US soldiers out.", "Al Mayadeen"),
        ("A deputy told Al-Watan that the last plane had gone.", "Al-Watan"),
        ("The colonel said to Le Matin that US troops would go.", "Le Matin"),
        ("Speaking to Stuttgarter Zeitung, the general praised Niger.", "Stuttgarter"),
        ("Al Mayadeen, citing two officers, put the number at forty.", "Al Mayadeen"),
        ("The price was right, El Watan reported.", "El Watan"),
        ("The Lancaster Guardian reported that the barracks would close.", "Lancaster"),
        ("As reported by El Watan, the plane never landed.", "El Watan"),
        ("His column appeared in Le Matin on Sunday.", "Le Matin"),
        ("Radio Zinder was off the air all night.", "Zinder"),
        ("The agency Sabah published the list.", "Sabah"),
    ],
)
def test_a_medium_is_no_place(read, text, outlet):
    assert not any(outlet in mention.text for mention in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister told Hatra that nobody was hurt.",
        "In remarks to Hatra, the minister thanked the pilots.",
        "In an interview with Hatra last week, the minister thanked the pilots.",
        "According to Hatra, the fuel never came.",
        "She said in April to Hatra that the base was empty.",
        "Hatra, quoting a pilot, said the base was empty.",
        "The minister told the newspaper Hatra that talks were over.",
    ],
)
def test_a_small_town_that_is_told_things_is_an_outlet_nobody_has_listed(read, text):
    assert "Hatra" not in [mention.text for mention in read(text)]


def test_an_unlisted_outlet_that_goes_on_speaking_is_none_either(read):
    text = "A pilot told Hatra that the base was empty. Hatra added that the guards had gone."
    assert places(read(text)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Soldiers fought in Al Mayadeen for days.", "Al Mayadeen"),
        ("Soldiers reached Al Mayadeen, Syria, on Monday.", "Al Mayadeen"),
        ("Guards were shot at near Hatra on Monday.", "Hatra"),
        ("Aid went to Sabah in March.", "Sabah"),
        ("The mayor told residents in Lancaster to stay at home.", "Lancaster"),
        ("He spoke to Houston residents on Friday.", "Houston"),
        ("The governor told Lancaster, Pennsylvania, to prepare.", "Lancaster"),
        ("A storm struck in Houston. The governor told Houston to prepare.", "Houston"),
    ],
)
def test_a_place_with_evidence_stays_one(read, text, place):
    assert place in places(read(text))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The junta told Paris that its soldiers must go.", "Paris"),
        ("The envoy said to Niger that talks were over.", "Niger"),
        ("According to Moscow, the instructors had arrived.", "Moscow"),
    ],
)
def test_states_and_their_capitals_may_be_told_things(read, text, state):
    assert state in places(read(text))


def test_a_town_that_counts_cases_is_no_reporter(read):
    text = "Houston is in Texas. Houston reported 12 new cases on Monday."
    assert places(read(text)).count("Houston") == 2


def test_a_country_in_the_name_of_a_medium_is_no_location(read):
    roles = {m.role for m in read("France 24 showed the base.") if m.text == "France"}
    assert roles <= {Role.ORG_PART}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He wrote to the Frankfurter Allgemeine Zeitung.", ["Frankfurter Allgemeine Zeitung"]),
        ("L’Humanite and L'Humanité", ["L’Humanite", "L'Humanité"]),
        ("al jazeera of the river", []),
        ("Al-Jazeera, then BBC", ["Al-Jazeera", "BBC"]),
        ("Tas and Al\nJazeera", []),
        ("", []),
    ],
)
def test_names_of_media_are_found_as_they_are_spelled(text, found):
    spans = outlet_spans(text, load_outlets())
    assert [text[span.start : span.end] for span in spans] == found
