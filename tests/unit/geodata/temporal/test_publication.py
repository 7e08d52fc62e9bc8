from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geodata.domain.documents import DateHint
from geodata.temporal import infer_publication


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "A headline\n\nAccra, 20 February 2023 (News Service)\n\nThey left on Saturday.",
            "2023-02-20",
        ),
        ("TUESDAY, APRIL 4, 2023 | EVENING EDITION\n\nA bridge was opened.", "2023-04-04"),
        ("A headline on troops\n\nAug 31, 2021\n\nThe last plane left.", "2021-08-31"),
        ("ACCRA, May 19, 2024 (Agency) - The troops left on Friday.", "2024-05-19"),
        ("Accra, 19 May 2024. The last troops left today.", "2024-05-19"),
        ("LIVE\nSunday 19 May 2024 - all times local\n\n17:50 They left.", "2024-05-19"),
        ("A headline\nPublished: 2024-05-19\nThe troops left.", "2024-05-19"),
    ],
)
def test_a_dateline_states_the_day(article, text, day):
    found = infer_publication(article(text, None))
    assert str(found.best) == day
    assert found.is_stated
    assert found.within.is_exact


def test_a_month_is_known_to_the_month(article):
    found = infer_publication(article("POLICY BRIEF | January 2024\n\nAfter the mission.", None))
    assert str(found.best) == "2024-01-15"
    assert (str(found.within.earliest), str(found.within.latest)) == ("2024-01-01", "2024-01-31")
    assert not found.is_stated


def test_a_copyright_year_completes_a_dated_line(article):
    text = "Subject: Our brief no. 3 - Friday 12 April\n\nHello.\n\n© 2024 Our Brief"
    found = infer_publication(article(text, None))
    assert str(found.best) == "2024-04-12"


def test_the_weekday_corrects_a_copyright_year_of_printing(article):
    text = "Subject: Our brief no. 3 - Friday 12 April\n\nHello.\n\n© 2025 Our Brief"
    found = infer_publication(article(text, None))
    assert str(found.best) == "2024-04-12"


def test_a_fresh_day_and_a_copyright_year_give_the_week(article):
    text = (
        "The mayor announced on Sunday, May 19th, that the pool will reopen.\nCopyright 2024, News"
    )
    found = infer_publication(article(text, None))
    assert str(found.best) == "2024-05-19"
    assert str(found.within.latest) == "2024-05-25"


def test_a_weekday_that_fits_several_years_selects_none(article):
    text = "THE LANTERN\nFriday 31 January\n\nThe charter was amended in August 2019."
    found = infer_publication(article(text, None))
    assert found.best is None
    assert "2020, 2025" in found.why


def test_a_full_date_close_by_gives_the_year(article):
    text = "THE LANTERN\n31 January\n\nIn May 2024 talks began; they ended on 3 December 2024."
    found = infer_publication(article(text, None))
    assert str(found.best) == "2025-01-31"


@pytest.mark.parametrize(
    "text",
    [
        "The fair closed on Sunday. Last month it was full.",
        "In April it began. On April 24 it went on. Last month they met.",
        "All must leave by 15 September 2030.",
        "",
    ],
)
def test_a_year_is_never_made_up(article, text):
    found = infer_publication(article(text, None))
    assert found.best is None
    assert not found.is_stated
    assert "Set the day of publication" in found.why


def test_last_month_beside_a_month_suggests_the_next(article):
    text = "In April it began. On April 24 it went on. Last month they met."
    assert "suggests a May" in infer_publication(article(text, None)).why


@pytest.mark.parametrize(
    "text",
    [
        "On 9 January they dropped the lease of 4 December 2018.",
        "ACCRA - The ministry said Thursday it would go. The pact was signed on 3 May 2012.",
        "They moved on 12 December. The charter had been amended in October 2019.",
    ],
)
def test_one_old_full_date_only_bounds_it(article, text):
    found = infer_publication(article(text, None))
    assert found.best is None
    assert found.within.earliest is not None
    assert found.within.latest is None


def test_a_full_date_with_its_weekday_near_the_top_is_news(article):
    text = "The ministry said on Monday, 20 May 2024, that it would go. It began on April 24."
    found = infer_publication(article(text, None))
    assert (str(found.best), str(found.within.latest)) == ("2024-05-20", "2024-05-26")


def test_an_opening_lag_counts_from_the_latest_day(article):
    text = (
        "The mine will close a month after the board tore up a lease. Workers heard on Friday.\n"
        + "The envoy and the minister met, and talked for long about what had gone wrong. " * 6
        + "\nThe lease ended on March 15. In 2023 it lost money, as it did until January 2024."
    )
    found = infer_publication(article(text, None))
    assert str(found.best) == "2024-04-19"


def test_a_swapped_date_is_not_guessed(article):
    found = infer_publication(article("Last updated: 03/04/2024\n\nThe troops left.", None))
    assert found.best is None
    assert (str(found.within.earliest), str(found.within.latest)) == ("2024-03-04", "2024-04-03")


def test_a_timeline_entry_is_not_a_dateline(article):
    text = "How it went\n\n- April 14, 2021: The order.\n- June 29, 2021: The end."
    assert not infer_publication(article(text, None)).is_stated


def test_the_day_of_publication_goes_before_that_of_a_change(article):
    text = "A headline\nUpdated: 21 May 2024\nPublished: 19 May 2024\n\nThe troops left."
    assert str(infer_publication(article(text, None)).best) == "2024-05-19"


def test_a_change_alone_only_bounds_the_day(article):
    found = infer_publication(article("A headline\nUpdated: 21 May 2024\n\nThey left.", None))
    assert str(found.best) == "2024-05-21"
    assert found.within.earliest is None
    assert not found.is_stated


def test_an_address_in_the_text_gives_the_day(article):
    text = "A headline\nhttps://example.org/news/2024/05/19/fort\n\nThe troops left on Friday."
    found = infer_publication(article(text, None))
    assert str(found.best) == "2024-05-19"
    assert not found.is_stated


def hinted(article, text, *hints):
    return infer_publication(replace(article(text, None), hints=hints))


MADE = DateHint(date(2024, 5, 21), None, date(2024, 5, 23), "the PDF was made on")
ADDRESS = DateHint(date(2024, 5, 19), date(2024, 5, 19), date(2024, 5, 19), "its address holds")


def test_when_a_file_was_made_is_only_an_upper_end(article):
    # A file may be made years after its article: “on Friday” is not read by it.
    found = hinted(article, "The troops left on Friday.", MADE)
    assert found.best is None
    assert (found.within.earliest, str(found.within.latest)) == (None, "2024-05-23")
    assert "The PDF was made on 21 May 2024" in found.why
    assert "Set the day of publication" in found.why


def test_when_a_file_was_made_is_taken_where_the_text_speaks_of_that_time(article):
    text = "The pact was signed in March 2024. The troops left on Friday."
    found = hinted(article, text, MADE)
    assert str(found.best) == "2024-05-21"
    assert str(found.within.earliest) == "2024-03-01"
    assert not found.is_stated
    assert hinted(article, text.replace("2024", "2019"), MADE).best is None


def test_what_the_text_states_goes_before_any_hint(article):
    text = "ACCRA, May 17, 2024 (Agency) - The troops left."
    found = hinted(article, text, MADE, ADDRESS)
    assert str(found.best) == "2024-05-17"
    assert found.is_stated
    assert "19 May 2024" in found.why


def test_a_hint_gives_the_year_that_a_dateline_lacks(article):
    text = "ACCRA, May 17 (Agency) - The troops left."
    for hint in (MADE, ADDRESS):
        assert str(hinted(article, text, hint).best) == "2024-05-17"


def test_a_hint_that_the_text_contradicts_is_left_out(article):
    text = "The base was handed over on Friday, 7 June 2024, and the flag was lowered."
    assert str(hinted(article, text, MADE).best) == "2024-06-07"
