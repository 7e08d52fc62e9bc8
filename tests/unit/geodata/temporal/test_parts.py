"""A second report inside one file is suggested by the line that dates it, and by nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.times import on_day
from geodata.temporal import find_parts

FIRST = (
    "Troops stay in Chad\n\n"
    "N'DJAMENA, 28 November 2024 - The army said on Thursday that nothing would change for now.\n"
)
REPORT = (
    "Last week 90 soldiers left the base at Abeche, an officer said. The others stay until May."
)


def an_article(text: str, published: date | None = date(2024, 11, 28)) -> Document:
    known = Publication() if published is None else Publication(published, on_day(published))
    return Document(DocumentId("d"), "d.txt", "Troops stay in Chad", text, published=known)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("ABECHE, 29 January 2025 - ", date(2025, 1, 29)),  # the dateline of a second report
        ("By Ann Other, 29 January 2025\n", date(2025, 1, 29)),  # a second byline
        ("Updated 29 January 2025\n", date(2025, 1, 29)),
        ("29 January 2025\n", date(2025, 1, 29)),  # the heading of a running report
        ("ABECHE, Jan. 29 (Wire) - ", date(2025, 1, 29)),  # the year nearest to publication
        ("ABECHE, Dec. 3 (Wire) - ", date(2024, 12, 3)),
    ],
)
def test_a_line_that_dates_what_follows_is_a_suggestion(line: str, day: date) -> None:
    (part,) = find_parts(an_article(f"{FIRST}\n{line}{REPORT}\n"))
    assert part.published.best == day
    assert part.words in part.published.why
    text = f"{FIRST}\n{line}{REPORT}\n"
    assert part.span.quote(text) == f"{line}{REPORT}"


def test_several_days_of_a_running_report_each_reach_to_the_next() -> None:
    text = f"{FIRST}\n2 December 2024\n{REPORT}\n\n5 December 2024\n{REPORT}\n"
    parts = find_parts(an_article(text))
    assert [part.published.best for part in parts] == [date(2024, 12, 2), date(2024, 12, 5)]
    assert not parts[0].span.overlaps(parts[1].span)


@pytest.mark.parametrize(
    "text",
    [
        FIRST,  # its own dateline
        f"{FIRST}\nABECHE, 28 November 2024 - {REPORT}",  # the same day
        f"{FIRST}\nOn 29 January 2025 the army left. {REPORT}",  # a date in running text
        f"{FIRST}\n{REPORT}\n\nPublished 29 January 2025\n",  # nothing follows
        f"{FIRST}\n{REPORT}\n\nSee also: Abeche quiet, 3 May 2023\n",  # a link at the foot
        f"{FIRST}\nJanuary 2025\n{REPORT}",  # no day
        f"By Ann Other\n29 January 2025\n\n{FIRST}",  # the head of the article
    ],
)
def test_other_dates_are_no_suggestion(text: str) -> None:
    assert find_parts(an_article(text)) == ()


def test_without_a_year_anywhere_nothing_is_suggested() -> None:
    assert find_parts(an_article(f"{FIRST}\nABECHE, Jan. 29 (Wire) - {REPORT}", None)) == ()
