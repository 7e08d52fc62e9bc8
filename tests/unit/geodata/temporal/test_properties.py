"""What holds for every text and every anchor."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.domain.documents import DateHint, Document, DocumentId, Publication
from geodata.domain.mentions import DateMention
from geodata.temporal import infer_publication, read_dates

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31))
PIECES = st.sampled_from(
    [
        "the",
        "in",
        "on",
        "by",
        "until",
        "since",
        "from",
        "to",
        "of",
        "and",
        "early",
        "mid",
        "-",
        "late",
        "last",
        "next",
        "this",
        "that",
        "same",
        "week",
        "month",
        "year",
        "Monday",
        "Friday",
        "May",
        "March",
        "April",
        "Sept",
        ".",
        ",",
        ";",
        ":",
        "(",
        ")",
        "3",
        "19th",
        "first",
        "2024",
        "1,000",
        "two",
        "few",
        "days",
        "later",
        "ago",
        "29",
        "February",
        "31",
        "2019-2021",
        "Q3",
        "end",
        "beginning",
        "will",
        "leave",
        "was",
        "said",
        "2024-05-19",
        "03/04/2024",
        "\n",
        "\n\n",
        "weekend",
        "decade",
        "1990s",
        "within",
        "troops",
        "yesterday",
        "İstanbul",
        "café",
        "🙂",
        "morning",
        "half",
        "year's",
        "Christmas",
        "Ramadan",
        "the coup",
        "after",
        "30",
        "between",
        "2024/02/31",
        "turn",
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def document(text: str, published: date | None) -> Document:
    return Document(DocumentId("a"), "a", "", text, published=Publication(best=published))


def read(text: str, published: date | None) -> list[DateMention]:
    return read_dates(document(text, published))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.none() | DAYS)
def test_spans_slice_to_their_text_in_order_and_apart(text, published):
    reached = 0
    for mention in read(text, published):
        assert mention.span.quote(text) == mention.text
        assert mention.span.start >= reached
        reached = mention.span.end
        if mention.when.earliest and mention.when.latest:
            assert mention.when.earliest <= mention.when.latest


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_inference_never_fails_and_best_lies_within(text):
    found = infer_publication(Document(DocumentId("a"), "a", "", text))
    assert found.why
    if found.best is not None:
        assert found.within.may_be(found.best)


@given(DAYS, st.sampled_from(WEEKDAYS), st.sampled_from(["on", "last", "next", "this"]),
       st.integers(-200, 200))  # fmt: skip
def test_weekdays_move_with_the_anchor_by_whole_weeks(published, weekday, lead, weeks):
    shift = timedelta(weeks=weeks)
    [here] = read(f"They left {lead} {weekday}.", published)
    [there] = read(f"They left {lead} {weekday}.", published + shift)
    assert there.when.earliest == here.when.earliest + shift
    assert WEEKDAYS[here.when.earliest.weekday()] == weekday


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_past_weekday_lies_in_the_last_seven_days(published, weekday):
    [mention] = read(f"They left on {weekday}.", published)
    assert timedelta(0) <= published - mention.when.earliest < timedelta(days=7)


@given(DAYS, DAYS)
def test_iso_days_read_the_same_from_any_anchor(day, published):
    [mention] = read(f"They left on {day.isoformat()}.", published)
    assert (mention.when.earliest, mention.when.latest) == (day, day)


@given(DAYS, st.integers(1, 12))
def test_a_past_month_is_whole_and_begun_before_publication(published, month):
    name = date(2000, month, 1).strftime("%B")
    [mention] = read(f"They left in {name}.", published)
    first, last = mention.when.earliest, mention.when.latest
    assert first.day == 1
    assert (last + timedelta(days=1)).day == 1
    assert first.month == last.month == month
    assert first <= published + timedelta(days=3)
    assert published - first < timedelta(days=367)


@given(DAYS)
def test_last_month_ends_the_day_before_this_one_begins(published):
    [last] = read("They left last month.", published)
    [this] = read("They left this month.", published)
    assert last.when.latest + timedelta(days=1) == this.when.earliest
    assert this.when.may_be(published)


@given(DAYS)
def test_29_february_is_only_found_in_leap_years(published):
    [mention] = read("They left on 29 February.", published)
    assert (mention.when.earliest.month, mention.when.earliest.day) == (2, 29)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.none() | DAYS)
def test_reading_twice_gives_the_same(text, published):
    assert read(text, published) == read(text, published)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.none() | DAYS)
def test_any_text_is_read(text, published):
    for mention in read(text, published):
        assert mention.span.quote(text) == mention.text
        if mention.when.earliest and mention.when.latest:
            assert mention.when.earliest <= mention.when.latest


MONTH_ENDS = st.builds(
    lambda year, month: date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1),
    st.integers(1951, 2149),
    st.integers(0, 11),
)


@given(MONTH_ENDS | st.sampled_from([date(2024, 2, 29), date(2000, 2, 29), date(2023, 2, 28)]),
       st.integers(1, 40), st.sampled_from(["month", "year", "day", "week"]))  # fmt: skip
def test_counting_from_a_month_end_stays_in_order(published, amount, unit):
    [ago] = read(f"They left {amount} {unit}s ago.", published)
    [past] = read(f"They left over the past {amount} {unit}s.", published)
    assert ago.when.earliest <= ago.when.latest < published + timedelta(days=7)
    assert past.when.earliest < past.when.latest == published


@given(st.integers(1950, 2150), st.integers(1, 12), st.integers(1, 31))
def test_a_day_is_read_exactly_where_the_calendar_has_it(year, month, day):
    name = date(2000, month, 1).strftime("%B")
    try:
        wanted = [date(year, month, day)]
    except ValueError:
        wanted = []
    for text in (f"It ended on {day} {name} {year}.", f"It ended on {name} {day}, {year}."):
        assert [mention.when.earliest for mention in read(text, None)] == wanted


@pytest.mark.parametrize("piece", ["2024-", "left on 3 May and ", "a month after the coup "])
def test_the_work_grows_with_the_length_of_a_line_and_not_faster(piece):
    # Counted in lines of code that run, not in seconds: a line without a full stop once took
    # the square of its length, since every date looked back to where the sentence began.
    def lines_run(times):
        count = 0

        def trace(_frame, event, _arg):
            nonlocal count
            count += event == "line"
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            read(piece * times, date(2024, 5, 20))
            infer_publication(document(piece * times, None))
        finally:
            sys.settrace(before)
        return count

    assert lines_run(400) < 2.4 * lines_run(200)


HINTS = st.builds(
    lambda day, more, is_exact: DateHint(
        day,
        day if is_exact else None,
        day if is_exact else day + timedelta(days=more),
        "it was made on",
    ),
    DAYS,
    st.integers(0, 900),
    st.booleans(),
)


@settings(max_examples=150)
@given(TEXTS, st.lists(HINTS, max_size=3))
def test_hints_never_put_the_day_outside_its_own_range(text, hints):
    found = infer_publication(replace(document(text, None), hints=tuple(hints)))
    assert found.why
    if found.best is not None:
        assert found.within.may_be(found.best)
