from __future__ import annotations

import pytest

from geodata.domain.mentions import DateRelation
from geodata.domain.times import Precision


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("19 May 2023", "2023-05-19"),
        ("May 19, 2023", "2023-05-19"),
        ("Friday, May 19th, 2023", "2023-05-19"),
        ("the 18th of May 2022", "2022-05-18"),
        ("2023-05-19", "2023-05-19"),
        ("19/05/2023", "2023-05-19"),
        ("19.05.2023", "2023-05-19"),
        ("3.4.2023", "2023-04-03"),
        ("2023/05/19", "2023-05-19"),
        ("Tuesday night, 2 May 2023", "2023-05-02"),
        ("the twenty-first of November 2005", "2005-11-21"),
        ("the week of 6 May 2024", "2024-05-06..2024-05-12"),
        ("the week ending 12 May 2024", "2024-05-06..2024-05-12"),
        ("the first Monday of June 2023", "2023-06-05"),
        ("the last Friday in April 2023", "2023-04-28"),
        ("the last three days of May 2023", "2023-05-29..2023-05-31"),
        ("the first two months of 2023", "2023-01-01..2023-02-28"),
        ("the last quarter of 2023", "2023-10-01..2023-12-31"),
        ("the final weeks of 2023", "2023-12-01..2023-12-31"),
        ("between late 2022 and early 2023", "2022-09-01..2023-04-30"),
        ("the early 1970s", "1970-01-01..1973-12-31"),
        ("the mid-2030s", "2033-01-01..2036-12-31"),
        ("the 1700s", "1700-01-01..1799-12-31"),
        ("the late-1990s", "1996-01-01..1999-12-31"),
        ("the twenty-first century", "2001-01-01..2100-12-31"),
        ("the 18th and 19th of August 2023", "2023-08-18..2023-08-19"),
        ("2023/2024", "2023-01-01..2024-12-31"),
        ("the opening days of 2023", "2023-01-01..2023-01-31"),
        ("2022/23", "2022-01-01..2023-12-31"),
        ("Christmas 2023", "2023-12-25"),
        ("Easter Monday 2024", "2024-04-01"),
        ("Good Friday 2025", "2025-04-18"),
        ("Thanksgiving 2023", "2023-11-23"),
        ("Ramadan 2024", "2024-03-11..2024-04-09"),
        ("Aug 31, 2021", "2021-08-31"),
        ("29 February 2024", "2024-02-29"),
        ("Feb. 2023", "2023-02-01..2023-02-28"),
        ("February 2024", "2024-02-01..2024-02-29"),
        ("Jan (2023)", "2023-01-01..2023-01-31"),
        ("2009", "2009-01-01..2009-12-31"),
        ("early 2023", "2023-01-01..2023-04-30"),
        ("mid-2023", "2023-05-01..2023-08-31"),
        ("late 2023", "2023-09-01..2023-12-31"),
        ("the start of 2023", "2023-01-01..2023-01-31"),
        ("the end of 1978", "1978-12-01..1978-12-31"),
        ("the first half of 2023", "2023-01-01..2023-06-30"),
        ("mid-September 2022", "2022-09-11..2022-09-20"),
        ("the last days of December 2023", "2023-12-21..2023-12-31"),
        ("the first week of April 2022", "2022-04-01..2022-04-07"),
        ("Q3 2023", "2023-07-01..2023-09-30"),
        ("the third quarter of 2023", "2023-07-01..2023-09-30"),
        ("spring 2022", "2022-03-01..2022-05-31"),
        ("the summer of 2021", "2021-06-01..2021-08-31"),
        ("the 1990s", "1990-01-01..1999-12-31"),
        ("2019-2021", "2019-01-01..2021-12-31"),
        ("from 3 to 9 May 2023", "2023-05-03..2023-05-09"),
        ("May 3-9, 2023", "2023-05-03..2023-05-09"),
        ("between March and June 2023", "2023-03-01..2023-06-30"),
        ("from December to February 2023", "2022-12-01..2023-02-28"),
        ("28 April - 3 May 2023", "2023-04-28..2023-05-03"),
    ],
)
def test_a_full_date_needs_no_anchor(placed, words, days):
    assert placed(f"It began {words}.", None) == [f"{words} = {days}"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("today", "2024-05-20"),
        ("yesterday", "2024-05-19"),
        ("the day before yesterday", "2024-05-18"),
        ("last night", "2024-05-19"),
        ("the week before last", "2024-05-06..2024-05-12"),
        ("the year before last", "2022-01-01..2022-12-31"),
        ("all week", "2024-05-20..2024-05-26"),
        ("at the turn of the year", "2023-12-16..2024-01-15"),
        ("last Christmas", "2023-12-25"),
        ("a fortnight ago", "2024-05-06"),
        ("half a century ago", "1974-01-01..1974-12-31"),
        ("yesterday, May 19", "2024-05-19"),
        ("two weeks ago, on 6 May", "2024-05-06"),
        ("last year, on 3 May", "2023-05-03"),
        ("over the summer", "2023-06-01..2023-08-31"),
        ("last week", "2024-05-13..2024-05-19"),
        ("this week", "2024-05-20..2024-05-26"),
        ("last month", "2024-04-01..2024-04-30"),
        ("last year", "2023-01-01..2023-12-31"),
        ("last July", "2023-07-01..2023-07-31"),
        ("last April", "2024-04-01..2024-04-30"),
        ("last weekend", "2024-05-18..2024-05-19"),
        ("last Friday", "2024-05-17"),
        ("on Thursday night", "2024-05-16"),
        ("November last year", "2023-11-01..2023-11-30"),
        ("3 June last year", "2023-06-03"),
        ("Friday of last week", "2024-05-17"),
        ("three days ago", "2024-05-17"),
        ("two weeks ago", "2024-05-06..2024-05-12"),
        ("five years ago", "2019-01-01..2019-12-31"),
        ("earlier this month", "2024-05-01..2024-05-20"),
        ("later this year", "2024-05-20..2024-12-31"),
        ("in recent weeks", "2024-04-22..2024-05-20"),
        ("over the past decade", "2014-05-20..2024-05-20"),
        ("the end of last year", "2023-12-01..2023-12-31"),
        ("early next month", "2024-06-01..2024-06-10"),
        ("the beginning of the month", "2024-05-01..2024-05-10"),
        ("over the next few months", "2024-05-20..2024-08-20"),
        ("within the next four months", "2024-05-20..2024-09-20"),
        ("in two weeks' time", "2024-06-03..2024-06-09"),
        ("on the 12th", "2024-05-12"),
        ("on the 25th", "2024-04-25"),
        ("on the first of March", "2024-03-01"),
    ],
)
def test_relative_words_count_from_publication(placed, words, days):
    [found] = placed(f"They came {words}.")
    assert found.endswith(f" = {days}")


def test_relative_words_stay_unplaced_without_publication(read):
    found = read("Last month they met, on Friday they left, and on April 3 they wrote.", None)
    assert [mention.text for mention in found] == ["Last month", "Friday", "April 3"]
    for mention in found:
        assert not mention.when.is_known
        assert mention.when.precision is Precision.UNKNOWN
        assert "publication is not known" in mention.why


def test_every_mention_says_why_in_one_sentence(read):
    found = read(
        "On April 24 they met. Two days later they left. In 2023 it was over. For two years."
    )
    assert len(found) == 4
    for mention in found:
        assert mention.why.startswith("“")
        assert mention.why.endswith(".")
        assert mention.text in mention.why
    assert "nearest before publication on 20 May 2024" in found[0].why


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("All must leave by 15 September.", DateRelation.BY),
        ("All must leave no later than 15 September.", DateRelation.BY),
        ("They have until 15 September to leave.", DateRelation.BY),
        ("They stayed until March.", DateRelation.UNTIL),
        ("They have been here since 2009.", DateRelation.SINCE),
        ("They met on 3 April.", DateRelation.ON),
        ("They go within six months.", DateRelation.BY),
        ("It was a five-day meeting.", DateRelation.DURATION),
        ("It was a 12-year-old pact.", DateRelation.DURATION),
        ("They meet every year.", DateRelation.REPEATED),
    ],
)
def test_words_around_it_bound_the_time(read, text, relation):
    [mention] = read(text)
    assert mention.relation is relation


def test_lengths_and_habits_are_not_placed(read):
    for mention in read("After four days of talks, and every Monday, for two decades."):
        assert not mention.when.is_known


def test_a_date_with_day_and_month_either_way_keeps_both(read):
    [mention] = read("It was signed 03/04/2024.")
    assert mention.is_vague
    assert str(mention.when.earliest) == "2024-03-04"
    assert str(mention.when.latest) == "2024-04-03"


def test_vague_words_are_marked(read):
    found = read("In mid-March, in March, in recent weeks and on 3 March.")
    assert [mention.is_vague for mention in found] == [True, False, True, False]


def test_a_weekday_that_disagrees_is_told(read):
    [mention] = read("It opened on Monday, 17 January 2025.")
    assert str(mention.when.earliest) == "2025-01-17"
    assert "though it is a Friday" in mention.why


def test_front_matter_is_not_read(article):
    from dataclasses import replace

    from geodata.temporal import read_dates

    text = "date: 2020-01-01\nThey left on 3 March 2024."
    document = replace(article(text), body_start=17)
    [mention] = read_dates(document)
    assert mention.span.quote(text) == "3 March 2024"


@pytest.mark.parametrize(
    "text",
    [
        "He may go, and they march on. The March on the capital. Theresa May spoke.",
        "Some 1,000 of 2,500 troops, 2024 people, $2000 and 1990 km.",
        "Resolution 2690, Base 201, flight 1999, page 14 and the 82nd Airborne.",
        "The Sun and the Sunday Times reported; so did USA Today, on Black Friday.",
        "Second Lieutenant Ray, for a second; April Jones sat on a mon.",
        "At the end of the day it is 10:30.",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(read, text):
    assert read(text) == []


def test_a_day_that_no_calendar_has_is_not_a_day(read):
    assert all(m.when.precision is not Precision.DAY for m in read("It ended 31 February 2023."))


def test_a_line_that_wraps_is_read_as_one(placed):
    text = "The last of the soldiers who had been there went home on 3\nMarch 2024, they said."
    assert placed(text) == ["3\nMarch 2024 = 2024-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        "It ended on 31 June 2023.",
        "It ended on February 30.",
        "It ended on 2023-02-30.",
        "It ended on 13/13/2024.",
        "It ended in the week of 31 April.",
        "Q1 Chair: What did we sign?\nQ2. And then?",
        "He is in his 40s and she in her mid-30s.",
        "It was a Friday.",
        "They open the Winter Night Shelter.",
        "They sailed from Christmas Island with Ramadan Shalah.",
        "Both carried 24/7 cover and/or fuel.",
    ],
)
def test_impossible_days_numbered_questions_and_names_are_no_dates(read, text):
    assert read(text) == []


def test_a_year_in_the_genitive_is_no_decade(placed):
    assert placed("It was 2023's coup.") == ["2023 = 2023-01-01..2023-12-31"]


def test_numeric_dates_are_read_in_the_order_that_another_one_shows(placed):
    text = "Signed on 03/04/2024 and sealed on 25/04/2024."
    assert placed(text) == ["03/04/2024 = 2024-04-03", "25/04/2024 = 2024-04-25"]
    text = "Signed on 03/04/2024 and sealed on 04/25/2024."
    assert placed(text)[0] == "03/04/2024 = 2024-03-04"


def test_last_with_a_month_that_has_just_ended_is_that_of_the_year_before(placed):
    assert placed("They agreed last September.", "2025-10-02") == [
        "last September = 2024-09-01..2024-09-30"
    ]
    assert placed("They agreed last December.", "2025-01-03") == [
        "last December = 2024-12-01..2024-12-31"
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They flew in last Monday week.", "last Monday week = 2024-05-06"),
        ("Parliament meets on Friday week.", "Friday week = 2024-05-31"),
        ("The vote is a week on Thursday.", "a week on Thursday = 2024-05-30"),
        ("Seventy years ago this week they left.", "1954-05-20..1954-05-26"),
        ("Twenty years ago today the base closed.", "Twenty years ago today = 2004-05-20"),
        ("Two years ago on 14 August they left.", "Two years ago on 14 August = 2022-08-14"),
        ("It ended on the last day of 2011.", "the last day of 2011 = 2011-12-31"),
        ("It opens on the first day of next month.", "the first day of next month = 2024-06-01"),
        ("They left on the 14th of this month.", "the 14th of this month = 2024-05-14"),
        ("They came on the fourth of last month.", "the fourth of last month = 2024-04-04"),
    ],
)
def test_a_pointer_and_what_it_points_from_are_one_time(placed, text, days):
    assert [told.rpartition("= ")[2] for told in placed(text)] == [days.rpartition("= ")[2]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("From Thursday, the bridge is closed.", ["Thursday = 2024-05-23"]),
        ("He was away from Thursday.", ["Thursday = 2024-05-16"]),
        (
            "NEXT WEEK: the council votes on Thursday.",
            ["NEXT WEEK = 2024-05-27..2024-06-02", "Thursday = 2024-05-30"],
        ),
    ],
)
def test_a_listing_points_ahead_and_a_week_holds_its_days(placed, text, days):
    assert placed(text) == days
