"""Dates without a year and weekdays lie behind, unless a plan or deadline governs them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on April 24.", "2024-04-24"),
        ("They met on July 2.", "2023-07-02"),
        ("The coup was in July.", "2023-07-01..2023-07-31"),
        ("The pact was signed in May.", "2024-05-01..2024-05-31"),
        ("They left on Sunday.", "2024-05-19"),
        ("They left on Monday.", "2024-05-20"),
        ("The attack in June killed twelve.", "2023-06-01..2023-06-30"),
        ("The club agreed to sell its ground on April 19.", "2024-04-19"),
        ("They rose on Feb. 29.", "2024-02-29"),
        ("They had left by March 3.", "2024-03-03"),
        ("The ministry agreed to withdraw on Friday.", "2024-05-17"),
        ("The council approved the plan on May 28.", "2023-05-28"),
    ],
)
def test_the_past_is_the_rule(placed, text, days):
    [found] = placed(text)
    assert found.endswith(f" = {days}")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("All troops will leave on April 24.", "2025-04-24"),
        ("The ferries are scheduled to sail by September 15, at the latest.", "2024-09-15"),
        ("The court told the tenants to go by September 15.", "2024-09-15"),
        ("It must be out before September.", "2024-09-01..2024-09-30"),
        ("The firm has until mid-September to pay.", "2024-09-11..2024-09-20"),
        ("The pumps will be shipped out before September.", "2024-09-01..2024-09-30"),
        ("A vote is planned for June 12.", "2024-06-12"),
        ("The mandate expires on December 31.", "2024-12-31"),
        ("The curtain goes up on Friday.", "2024-05-24"),
        ("The convoy would leave on Wednesday.", "2024-05-22"),
        ("On June 9 the country will vote.", "2024-06-09"),
        ("Polls are to open on Sunday.", "2024-05-26"),
        ("The June 12 vote.", "2024-06-12"),
    ],
)
def test_plans_and_deadlines_point_ahead(placed, text, days):
    [found] = placed(text)
    assert found.endswith(f" = {days}")


def test_a_plan_is_counted_from_the_date_in_its_own_sentence(placed):
    text = "A ruling on 20 June closed the camp and gave its guards until 30 November to go."
    assert placed(text, "2024-01-15") == ["20 June = 2023-06-20", "30 November = 2023-11-30"]


def test_the_cue_is_told(read):
    [mention] = read("All troops will leave on September 15.")
    assert "“will” points ahead" in mention.why


def test_a_dateline_is_not_moved_by_the_plan_that_follows_it(placed):
    text = "LIMA, May 19 (Wire) - The port will close by the end of June, the mayor said."
    assert placed(text)[0] == "May 19 = 2024-05-19"


def test_an_old_arrangement_lies_behind(placed):
    text = "The opening, first set for 4 May and planned since 2 March, was on Friday."
    assert placed(text) == ["4 May = 2024-05-04", "2 March = 2024-03-02", "Friday = 2024-05-17"]


def test_a_semicolon_opens_a_new_clause(placed):
    text = "On Thursday the siege began; by Friday, all shops were shut."
    assert placed(text) == ["Thursday = 2024-05-16", "Friday = 2024-05-17"]


def test_due_to_is_no_plan(placed):
    assert placed("Ties broke due to the coup in July.") == ["July = 2023-07-01..2023-07-31"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The centre is due to open in October.", "October = 2024-10-01..2024-10-31"),
        ("Elections are due in March.", "March = 2025-03-01..2025-03-31"),
        ("A march has been called for Saturday.", "Saturday = 2024-05-25"),
        ("Fixtures on Thursday: Chad v Ghana.", "Thursday = 2024-05-23"),
        ("Kosovo meet Iceland in Pristina on 20 August.", "20 August = 2024-08-20"),
        ("It will be reviewed over the next year.", "the next year = 2024-05-20..2025-05-20"),
        ("The minister asked for a delay until late June.", "late June = 2024-06-21..2024-06-30"),
        ("It comes into force on July 1.", "July 1 = 2024-07-01"),
    ],
)
def test_what_is_arranged_lies_ahead(placed, text, days):
    assert placed(text) == [days]


def test_a_clause_of_its_own_goes_by_its_own_verb(placed):
    text = "He promised that none would remain, and on Friday a clerk said that all had left."
    assert placed(text) == ["Friday = 2024-05-17"]


@pytest.mark.parametrize("lead", ["Since", "As of"])
def test_since_and_as_of_are_said_of_the_past(placed, lead):
    assert placed(f"{lead} 8 June, 300 have left.") == ["8 June = 2023-06-08"]


def test_a_plan_without_a_year_does_not_end_before_publication(placed):
    text = "The drawdown, begun in April, would be over by year's end."
    assert placed(text, "2025-02-12")[-1] == "year's end = 2025-12-01..2025-12-31"
    text = "In 2019 they planned to leave by the end of the year."
    assert placed(text)[-1] == "the end of the year = 2019-12-01..2019-12-31"
