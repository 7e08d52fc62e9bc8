"""What an expression is read against: publication, what was just mentioned, its passage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geodata.domain.times import UncertainDate
from geodata.temporal.almanac import say
from geodata.temporal.clues.direction import OPEN, Direction


@dataclass(frozen=True, slots=True)
class Context:
    """
    The anchors of one expression.

    Args:
        published: The day of publication, or None when it is not known.
        focus: The date mentioned last, or None.
        in_sentence: The date mentioned last in the same sentence, or None.
        event: The date that follows in the sentence, for “two days after …”.
        passage: The dated heading, or the year told at the head of the passage, that governs it.
        heading: The day of the dated heading that it stands under, or None.
        direction: Which way a date without a year lies.
        is_lede: Whether it stands in the sentence that opens the article.
        is_closed: Whether nothing follows it that “after” could belong to.
    """

    published: date | None
    focus: UncertainDate | None = None
    in_sentence: UncertainDate | None = None
    event: UncertainDate | None = None
    passage: UncertainDate | None = None
    heading: date | None = None
    direction: Direction = OPEN
    is_lede: bool = False
    is_closed: bool = False

    @property
    def here(self) -> date | None:
        """The day that “yesterday” and weekdays are counted from."""
        return self.heading or self.published

    @property
    def here_in_words(self) -> str:
        """What that day is."""
        what = "the heading's day, " if self.heading else "publication on "
        return what + (say(self.here) if self.here else "an unknown day")
