"""Expressions that hang on a date told before them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It closed on 21 October 2023. Two days later they left.", "Two days later = 2023-10-23"),
        ("It closed on 28 February 2024. The next day they left.", "The next day = 2024-02-29"),
        ("It closed on 30 March 2023. A week earlier they left.", "A week earlier = 2023-03-23"),
        (
            "It closed in May 2022. In the same month, more.",
            "the same month = 2022-05-01..2022-05-31",
        ),
        (
            "It closed in May 2022. The following year, more.",
            "The following year = 2023-01-01..2023-12-31",
        ),
        ("It closed in 1991. That year was hard.", "That year = 1991-01-01..1991-12-31"),
        ("It closed in 2021. Since then, peace.", "Since then = 2021-01-01..2021-12-31"),
        (
            "It closed on 16 September 1991, and that November 26 another.",
            "that November 26 = 1991-11-26",
        ),
        (
            "It closed on 3 May 2023. The following Monday they left.",
            "The following Monday = 2023-05-08",
        ),
        ("In 1991 it closed. On September 16 they left.", "September 16 = 1991-09-16"),
        ("On 20 December 2014 it closed. On 5 January they left.", "5 January = 2015-01-05"),
        ("It ended two days after the vote on 5 April 2023.", "5 April 2023 = 2023-04-05"),
    ],
)
def test_chained_dates_count_from_the_one_before(placed, text, last):
    assert placed(text)[-1] == last


def test_a_shift_may_take_the_date_that_follows_it(placed):
    assert placed("It ended two days after the vote on 5 April 2023.")[0] == (
        "two days after = 2023-04-07"
    )


def test_the_middle_of_the_month_belongs_to_the_month_in_its_sentence(placed):
    text = "Half will be sold before October, and the rest by the middle of the month."
    assert placed(text) == [
        "October = 2024-10-01..2024-10-31",
        "the middle of the month = 2024-10-11..2024-10-20",
    ]


def test_a_shared_year_serves_both_dates(placed):
    assert placed("In March and April 2023 they met.") == [
        "March = 2023-03-01..2023-03-31",
        "April 2023 = 2023-04-01..2023-04-30",
    ]


def test_a_timeline_goes_on_from_its_first_year(placed):
    text = (
        "- Dec. 1, 2013: Troops arrive.\n"
        "- Jan. 15: The base opens.\n"
        "- March 3: The minister says all will leave by June 30.\n"
    )
    assert placed(text) == [
        "Dec. 1, 2013 = 2013-12-01",
        "Jan. 15 = 2014-01-15",
        "March 3 = 2014-03-03",
        "June 30 = 2014-06-30",
    ]


def test_a_year_on_its_own_line_governs_what_follows(placed):
    text = "2014\nIn March, war began. On 5 April it ended.\n2015\nIn June all was well."
    assert placed(text)[1:] == [
        "March = 2014-03-01..2014-03-31",
        "5 April = 2014-04-05",
        "2015 = 2015-01-01..2015-12-31",
        "June = 2015-06-01..2015-06-30",
    ]


def test_weekdays_under_a_dated_heading_count_from_it(placed):
    text = "- April 14, 2021: He said on Monday that they left yesterday.\nThey met on Friday."
    assert placed(text)[1:] == [
        "Monday = 2021-04-12",
        "yesterday = 2021-04-13",
        "Friday = 2024-05-17",
    ]


def test_a_year_does_not_govern_a_paragraph_about_the_present(placed):
    text = "They left on April 3. In December 2019 more had come. The last went home in October."
    assert placed(text)[-1] == "October = 2023-10-01..2023-10-31"


def test_a_new_paragraph_ends_the_rule_of_a_year(placed):
    text = "In 1991 it closed.\nOn April 24 they met."
    assert placed(text)[-1] == "April 24 = 2024-04-24"


def test_an_attribute_does_not_govern(placed):
    text = "On 9 January they dropped the lease of 4 December 2018 and moved on 9 February."
    assert placed(text)[-1] == "9 February = 2024-02-09"


def test_the_opening_sentence_dates_its_own_news(read):
    [mention] = read("The mine will close a month after the board tore up a lease.")
    assert (str(mention.when.earliest), str(mention.when.latest)) == ("2024-05-14", "2024-05-20")
    assert mention.is_vague


def test_elsewhere_an_undated_event_anchors_nothing(read):
    [mention] = read("The talks are over. It began three months after the invasion of the south.")
    assert not mention.when.is_known


def test_later_without_any_date_before_is_not_placed(read):
    [mention] = read("Two days later they returned.")
    assert not mention.when.is_known
    assert "no date before it" in mention.why


def test_an_event_that_the_article_dates_anchors_what_is_counted_from_it(placed):
    counted = "2023-08-01..2023-08-31"
    for text in (
        "The coup of 26 July 2023 changed much. He left a month after the coup.",
        "Some say he left a month after the coup, and so he did. The coup took place on 26 July 2023.",
        "The 26 July 2023 coup changed much. Then they met. He left a month after the coup.",
    ):
        assert f"a month after = {counted}" in placed(text)


def test_an_event_with_two_days_anchors_nothing(read):
    text = (
        "The coup of 18 August 2020 came first. The coup of 24 May 2021 followed. "
        "He left a month after the coup."
    )
    assert read(text)[-1].when.earliest is None


def test_a_second_dated_heading_dates_its_part_of_a_running_report(placed):
    text = (
        "LIVE\nMonday 20 May 2024\n14:05 Ministers meet tomorrow.\n"
        "Sunday 19 May\n22:10 The last plane left an hour after a crowd had gathered today."
    )
    assert placed(text)[1] == "tomorrow = 2024-05-21"
    assert placed(text)[-1] == "today = 2024-05-19"


def test_a_chronology_of_sentences_dates_its_entries(placed):
    text = (
        "The main dates:\n\n22 Oct. 1999. The Council creates a force. 29 Nov.: a company lands.\n\n"
        "1-6 May 2000. Hundreds are taken captive.\n\n7 May. Paratroopers fly in. They are gone by "
        "15 June.\n\n2003. Spain leads the way. On 18 April it orders its soldiers home."
    )
    days = [line.split(" = ")[1] for line in placed(text)]
    assert days == [
        "1999-10-22",
        "1999-11-29",
        "2000-05-01..2000-05-06",
        "2000-05-07",
        "2000-06-15",
        "2003-01-01..2003-12-31",
        "2003-04-18",
    ]
