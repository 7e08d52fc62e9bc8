"""Every country has an adjective for its forces, and a region its article where it takes one."""

from __future__ import annotations

import pytest

from geodata.gazetteer import Gazetteer
from geodata.timeline import load_actors, region_words


def test_every_country_of_the_gazetteer_has_an_adjective_and_a_name():
    """“Fiji forces” and “FJ exit begins” are no English."""
    actors = load_actors()
    countries = {str(place.country) for place in Gazetteer().countries()}
    assert len(countries) > 240
    lacking = {
        code
        for code in countries
        if not {"adjective", "name"} <= set(actors.countries.get(code, ()))
    }
    assert not lacking


@pytest.mark.parametrize(
    ("code", "adjective", "name"),
    [
        ("FJ", "Fijian", "Fiji"),
        ("BI", "Burundian", "Burundi"),
        ("NR", "Nauruan", "Nauru"),
        ("DM", "Dominica", "Dominica"),  # “Dominican” is of the other country
        ("DO", "Dominican", "the Dominican Republic"),
        ("CG", "Congo-Brazzaville", "the Republic of the Congo"),  # “Congolese” is of the larger
        ("GM", "Gambian", "the Gambia"),
    ],
)
def test_how_a_country_and_its_forces_are_called(code, adjective, name):
    actors = load_actors()
    assert (actors.adjective_of(code), actors.name_of(code)) == (adjective, name)
    assert actors.pole_of(code) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Nagorno-Karabakh", "Nagorno-Karabakh"),
        ("Darfur", "Darfur"),
        ("West Africa", "West Africa"),
        ("Western Sahara", "Western Sahara"),
        ("Sahara", "the Sahara"),
        ("Sahel", "the Sahel"),
        ("the Sahel", "the Sahel"),
        ("Horn of Africa", "the Horn of Africa"),
        ("Lake Chad basin", "the Lake Chad basin"),
        ("Baltic states", "the Baltic states"),
        ("South Caucasus", "the South Caucasus"),
        ("Southeast Asia", "Southeast Asia"),
    ],
)
def test_a_region_takes_the_article_that_its_name_takes(name, words):
    assert region_words(name) == words
