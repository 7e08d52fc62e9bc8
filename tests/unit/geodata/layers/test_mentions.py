"""Places that articles speak of without a claim: dots, off at first, with their passages."""

from __future__ import annotations

from datetime import date

from test_dressing import marks_of, read_of
from timeline_builders import base_place, claim, day

from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.spans import Span
from geodata.layers import Form, Layer, describe, frame_marks, layer_totals

ZINDER = Place(PlaceId("geonames:1"), "Zinder", PlaceKind.SETTLEMENT, 8.99, 13.8, "NE")
NIGER = Place(PlaceId("country:NE"), "Niger", PlaceKind.COUNTRY, 8.0, 17.0, "NE")


def mention(place, role=Role.LOCATION, start=0):
    return PlaceMention(Span(start, start + 6), "Zinder", role, place)


def dots(*read, claims=(), on="2024-05-20", known_by="2030-01-01"):
    drawn = frame_marks(marks_of(list(claims), *read), day(on), day(known_by))
    return [mark for mark in drawn if mark.form is Form.MENTION]


def test_a_place_without_a_claim_is_a_dot_with_its_passages():
    (dot,) = dots(read_of([mention(ZINDER), mention(ZINDER, start=22)]))
    assert (dot.layer, dot.lon, dot.lat, dot.claim_ids) == (Layer.MENTIONS, 8.99, 13.8, ())
    assert [passage.span for passage in dot.passages] == [Span(0, 6), Span(22, 28)]
    assert dot.words == "Zinder: spoken of in 1 article, without a claim."


def test_what_a_claim_speaks_of_acts_or_has_no_spot_is_no_dot():
    # The middle of a country would look like a town, and a government is nowhere.
    assert not dots(read_of([mention(NIGER), mention(ZINDER, Role.METONYM), mention(None)]))
    claimed = [claim("operates", "2024-05-01", place=base_place())]
    assert not dots(read_of([mention(base_place())]), claims=claimed)


def test_a_dot_is_known_from_its_first_article_and_names_more_as_they_come():
    read = [
        read_of([mention(ZINDER)], "2024-05-19", "second"),
        read_of([mention(ZINDER)], "2024-04-20", "first"),
    ]
    assert not dots(*read, known_by="2024-04-19")
    (early,) = dots(*read, known_by="2024-05-18")
    assert early.document_ids == ("first",)
    (late,) = dots(*read, known_by="2024-05-19")
    assert set(late.document_ids) == {"first", "second"}
    assert "2 articles" in late.words


def test_dots_say_nothing_of_any_day_and_count_once_each():
    marks = marks_of(
        [],
        read_of([mention(ZINDER)], "2024-04-20", "first"),
        read_of([mention(ZINDER)], "2024-05-19", "second"),
    )
    assert len(marks) == 2
    assert layer_totals(marks)[Layer.MENTIONS] == 1
    told = describe(marks, date(2024, 5, 20), date(2024, 5, 20))
    assert told == "No claim in these articles speaks of this date."
