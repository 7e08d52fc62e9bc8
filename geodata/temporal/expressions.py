"""What a time expression says before it is anchored: no day is known here yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geodata.domain.times import Precision
from geodata.temporal.almanac import Part, Period


class Which(StrEnum):
    """Which one of a recurring month, weekday or unit is meant."""

    NEAREST = "nearest"  # no word says it: the direction rule decides
    LAST = "last"
    THIS = "this"
    NEXT = "next"
    COMING = "coming"  # the first one after publication
    SAME = "the same"  # that of the date just mentioned
    FOLLOWING = "the following"  # after the date just mentioned
    PREVIOUS = "the previous"
    CONTEXT = "the"  # “the month”: of the sentence, else of publication


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that need no anchor: an ISO date, a year, a decade."""

    period: Period
    precision: Precision
    is_ambiguous: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day of a month, perhaps with weekday and year."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month, perhaps with its year."""

    month: int
    year: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class SeasonOf:
    """A season, told by the month it begins in, perhaps with its year."""

    first_month: int
    year: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """A quarter (1 to 4) or half (1 or 2) of a year that may not be told."""

    number: int
    months: int
    year: int | None = None
    which_year: Which = Which.CONTEXT


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """A weekday (Monday is 0), perhaps of a told week."""

    weekday: int
    which: Which = Which.NEAREST
    week: Which | None = None


@dataclass(frozen=True, slots=True)
class FeastOf:
    """A feast or holiday, told by its name in `feasts.FEASTS`, perhaps with its year."""

    name: str
    year: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class TurnOf:
    """The turn of the year or century."""

    unit: str


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week told by a day: that it holds, that it begins or ends with."""

    day: DayOf
    shift_days: tuple[int, int] | None  # from the day to its first and last, or None: calendar


@dataclass(frozen=True, slots=True)
class Impossible:
    """Words that read as a day that no calendar has: 30 February."""


@dataclass(frozen=True, slots=True)
class OrdinalDay:
    """“the fourth”: a day of the month that was just mentioned."""

    day: int


@dataclass(frozen=True, slots=True)
class DayShift:
    """Today, yesterday, tomorrow: days from publication."""

    days: int


@dataclass(frozen=True, slots=True)
class UnitOf:
    """Last month, this week, the following year; `weekend` is a unit too."""

    unit: str
    which: Which


class Base(StrEnum):
    """Where a shift is counted from."""

    AGO = "publication"
    MENTIONED = "the date just mentioned"
    EVENT = "an event"


@dataclass(frozen=True, slots=True)
class Shift:
    """
    Some units before or after something.

    `amount` is None where the words give no number (“weeks later”).
    """

    amount: int | None
    unit: str
    sign: int
    base: Base
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch of time that ends (sign -1) or begins (+1) at publication."""

    amount: int | None
    unit: str
    sign: int


@dataclass(frozen=True, slots=True)
class PartOf:
    """A loose part of something."""

    part: Part
    scope: Expression


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first (sign 1) or last (-1) so many units of something."""

    amount: int
    unit: str
    sign: int
    scope: Expression


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first Monday of June; `number` -1 is the last one."""

    number: int
    weekday: int
    scope: MonthOf


@dataclass(frozen=True, slots=True)
class Remainder:
    """Earlier (sign -1) or later (+1) in something."""

    sign: int
    scope: Expression


@dataclass(frozen=True, slots=True)
class Apart:
    """
    The same days so many units later, or earlier where the amount is negative.

    “Seventy years ago this week”, “Monday week”.
    """

    amount: int
    unit: str
    scope: Expression


@dataclass(frozen=True, slots=True)
class DayIn:
    """A day of a month that a pointer names: “the 25th of this month”."""

    day: int
    scope: UnitOf


@dataclass(frozen=True, slots=True)
class InYear:
    """A day, month or season of last year, this year, that year."""

    scope: DayOf | MonthOf | SeasonOf
    which: Which


@dataclass(frozen=True, slots=True)
class Between:
    """A span with two ends."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class SinceThen:
    """“since then”, “until then”: the date just mentioned."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time that is not placed."""

    amount: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """Something that recurs."""

    words: str


Expression = (
    Fixed
    | DayOf
    | MonthOf
    | SeasonOf
    | QuarterOf
    | WeekdayOf
    | OrdinalDay
    | FeastOf
    | TurnOf
    | WeekOf
    | Impossible
    | DayShift
    | UnitOf
    | Shift
    | Reach
    | PartOf
    | Stretch
    | NthWeekday
    | Remainder
    | Between
    | InYear
    | Apart
    | DayIn
    | SinceThen
    | Length
    | Repeated
)
