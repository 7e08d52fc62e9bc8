"""Rules for what the calendar names: days, months, years, seasons, and spans of them."""

from __future__ import annotations

import re
from datetime import date

from geodata.domain.times import Precision
from geodata.temporal.almanac import (
    Period,
    a_day,
    century_named,
    decade_of,
    month_length,
    unit_around,
    year_of,
)
from geodata.temporal.expressions import (
    Between,
    DayOf,
    Expression,
    FeastOf,
    Fixed,
    Impossible,
    InYear,
    MonthOf,
    NthWeekday,
    OrdinalDay,
    QuarterOf,
    SeasonOf,
    WeekOf,
    Which,
)
from geodata.temporal.feasts import FEAST_NAMES
from geodata.temporal.grammar import pick
from geodata.temporal.grammar.pick import Tokens
from geodata.temporal.grammar.rules import Rule, rule
from geodata.temporal.words.lexicon import Kind

_LEAP_YEAR = 2024


def day_of(month: int, day: int, year: int | None, weekday: int | None) -> DayOf | None:
    """Return the day, or None where no calendar has it."""
    if day > month_length(year or _LEAP_YEAR, month):
        return None
    return DayOf(month, day, year, weekday)


def _day(tokens: Tokens) -> Expression | None:
    says = day_of(pick.month(tokens), pick.day(tokens), pick.year(tokens), pick.weekday(tokens))
    if says is None:
        return Impossible()
    if tokens[0].kind is Kind.THAT:
        return DayOf(says.month, says.day, says.year, says.weekday, Which.SAME)
    return says


def _in_year(tokens: Tokens) -> Expression | None:
    if pick.unit(tokens) != "year":
        return None
    which = pick.which(tokens, Which.LAST)
    if pick.has(tokens, Kind.SEASON):
        return InYear(SeasonOf(pick.values(tokens, Kind.SEASON)[0]), which)
    if not pick.has(tokens, Kind.DAY_NUMBER, Kind.ORDINAL):
        return InYear(MonthOf(pick.month(tokens)), which)
    day = day_of(pick.month(tokens), pick.day(tokens), None, pick.weekday(tokens))
    return InYear(day, which) if day else None


def _ordinal_day(tokens: Tokens) -> Expression | None:
    day = pick.values(tokens, Kind.ORDINAL, Kind.ORDINAL_WORD)[-1]
    which = pick.which(tokens[:-2])
    return DayOf(pick.month(tokens), day, pick.year(tokens), None, which)


def _nth_weekday(tokens: Tokens) -> Expression | None:
    number = pick.first(tokens, Kind.ORDINAL_WORD, Kind.ORDINAL) or -1
    if number > 5:
        return None
    weekday = pick.values(tokens, Kind.WEEKDAY)[0]
    return NthWeekday(number, weekday, MonthOf(pick.month(tokens), pick.year(tokens)))


def _bare_ordinal(tokens: Tokens) -> Expression:
    return OrdinalDay(tokens[-1].value)


def _iso(tokens: Tokens) -> Expression | None:
    year, month, day = (int(piece) for piece in re.split("[-/.]", tokens[-1].word))
    found = a_day(year, month, day)
    return Fixed((found, found), Precision.DAY) if found else None


def slash_days(text: str) -> tuple[date, ...]:
    """Return the days that 03/04/2024 may be, ascending: day first, month first, or both."""
    left, right, year = (int(piece) for piece in re.split("[-/.]", text))
    day_first, month_first = a_day(year, right, left), a_day(year, left, right)
    if "." in text and day_first:  # dots are written where the day goes first
        return (day_first,)
    return tuple(sorted({day for day in (day_first, month_first) if day}))


def _slash(tokens: Tokens) -> Expression | None:
    days = slash_days(tokens[-1].word)
    if not days:
        return None
    is_ambiguous = len(days) > 1
    precision = Precision.INTERVAL if is_ambiguous else Precision.DAY
    return Fixed((days[0], days[-1]), precision, is_ambiguous)


def _month(tokens: Tokens) -> Expression:
    return MonthOf(pick.month(tokens), pick.year(tokens), pick.which(tokens))


def _year(tokens: Tokens) -> Expression:
    return Fixed(year_of(pick.values(tokens, Kind.YEAR)[0]), Precision.YEAR)


def _decade(tokens: Tokens) -> Expression:
    return Fixed(decade_or_century(pick.values(tokens, Kind.DECADE)[0]), Precision.INTERVAL)


def decade_or_century(year: int) -> Period:
    """Return the decade that “the 1990s” names, or the century of “the 1700s”."""
    is_century = year % 100 == 0 and year < 2000
    return century_named(year) if is_century else decade_of(year)


def _feast(tokens: Tokens) -> Expression:
    name = FEAST_NAMES[pick.values(tokens, Kind.FEAST)[0]]
    return FeastOf(name, pick.year(tokens), pick.which(tokens))


_WEEK_LINKS = {"of": None, "beginning": (0, 6), "starting": (0, 6), "ending": (-6, 0)}


def _week_of(tokens: Tokens) -> Expression | None:
    at = next(i for i, token in enumerate(tokens) if token.kind is Kind.UNIT)
    link = tokens[at + 1].word
    if pick.unit(tokens) != "week" or link not in _WEEK_LINKS:
        return None
    rest = tokens[at + 2 :]
    day = day_of(pick.month(rest), pick.day(rest), pick.year(rest), pick.weekday(rest))
    return WeekOf(day, _WEEK_LINKS[link]) if day else Impossible()


def century(tokens: Tokens) -> Expression | None:
    """Return the century that an ordinal counts: the 20th is 1901 to 2000."""
    number = pick.values(tokens, Kind.ORDINAL, Kind.ORDINAL_WORD)[0]
    if number < 10:  # “twenty-first century” ends in such a word
        return None
    return Fixed(unit_around(date(number * 100 - 50, 1, 1), "century"), Precision.INTERVAL)


def _late_century(tokens: Tokens) -> Expression | None:
    """Read “the twenty-first century”."""
    number = sum(pick.values(tokens, Kind.NUMBER_WORD, Kind.ORDINAL_WORD))
    if pick.unit(tokens) != "century" or not 20 < number < 30:
        return None
    return Fixed(unit_around(date(number * 100 - 50, 1, 1), "century"), Precision.INTERVAL)


def _season(tokens: Tokens) -> Expression:
    month = pick.values(tokens, Kind.SEASON)[0]
    return SeasonOf(month, pick.year(tokens), pick.which(tokens))


def _quarter(tokens: Tokens) -> Expression | None:
    is_half = pick.has(tokens, Kind.HALF_YEAR)
    value = pick.values(tokens, Kind.QUARTER, Kind.HALF_YEAR)[0]
    return (
        None if is_half and value > 2 else QuarterOf(value, 6 if is_half else 3, pick.year(tokens))
    )


def _quarter_in_words(tokens: Tokens) -> Expression | None:
    number = pick.values(tokens, Kind.ORDINAL_WORD, Kind.ORDINAL)[0]
    if pick.unit(tokens) == "century":
        return century(tokens)
    if pick.unit(tokens) != "quarter" or number > 4:
        return None
    return QuarterOf(number, 3, pick.year(tokens), pick.which(tokens, Which.CONTEXT))


def _days_of_month(tokens: Tokens) -> Expression | None:
    low, high = pick.values(tokens, Kind.DAY_NUMBER, Kind.ORDINAL)[:2]
    month, year = pick.month(tokens), pick.year(tokens)
    first, last = day_of(month, low, year, None), day_of(month, high, year, None)
    return Between(first, last) if first and last and low < high else None


def _day_to_day(tokens: Tokens) -> Expression | None:
    days = pick.values(tokens, Kind.DAY_NUMBER, Kind.ORDINAL)
    months = pick.values(tokens, Kind.MONTH, Kind.MONTH_SHORT)
    year = pick.year(tokens)
    starts_late = (months[0], days[0]) > (months[1], days[1])
    first = day_of(months[0], days[0], year - starts_late if year else None, None)
    last = day_of(months[1], days[1], year, None)
    return Between(first, last) if first and last else None


def _month_to_month(tokens: Tokens) -> Expression | None:
    low, high = pick.values(tokens, Kind.MONTH, Kind.MONTH_SHORT)
    year = pick.year(tokens)
    return Between(MonthOf(low, year - (low > high) if year else None), MonthOf(high, year))


def _year_to_year(tokens: Tokens) -> Expression | None:
    years = pick.values(tokens, Kind.YEAR)
    if len(years) == 1:
        short = next(int(t.word) for t in tokens if t.kind in (Kind.DAY_NUMBER, Kind.NUMBER))
        years.append(years[0] - years[0] % 100 + short)
    if not 0 < years[1] - years[0] < 300:
        return None
    return Between(*(Fixed(year_of(year), Precision.YEAR) for year in years))


_SPAN = "(?:FROM|BETWEEN)"
_LINK = "(?:DASH|TO|AND|UNTIL)"
_LEAD = "(?:THAT|THE)?"
# “next Tuesday, May 28” is one day; “last Friday (May 17)” stays two.
_WEEKDAY = "(?:(?:LAST|NEXT|THIS)? {weekday} PERIOD? COMMA? ON?)?"
_DAY_OF_MONTH = "(?:THE? {day} OF? {month} {year}?|{month} THE? {day} {year}?)"

CALENDAR_RULES: tuple[Rule, ...] = (
    rule(f"{_WEEKDAY} {_LEAD} {{day}} (?:OF|DASH)? {{month}} (?:DASH? {{year}})?", _day),
    rule("THE? (?:NUMBER_WORD DASH?)? ORDINAL_WORD OF {month} {year}?", _day),
    rule(f"THE? UNIT (?:OF|START|OTHER) {_DAY_OF_MONTH}", _week_of),
    rule("{which}? FEAST {year}?", _feast),
    rule(f"{_WEEKDAY} THAT? {{month}} THE? {{day}} {{year}}?", _day),
    rule("(?:{weekday} COMMA?)? THE? {day} OF? {month} COMMA? OF? {which} UNIT", _in_year),
    rule("(?:{weekday} COMMA?)? {month} {day} COMMA? OF? {which} UNIT", _in_year),
    rule("(?:{month}|THE? SEASON) COMMA? OF? {which} UNIT", _in_year),
    rule("(?:{weekday} COMMA?)? ISO_DAY", _iso),
    rule("(?:{weekday} COMMA?)? SLASH_DAY", _slash),
    rule(
        "{which}? {month} {year}? COMMA? ON THE (?:ORDINAL|ORDINAL_WORD)"
        "(?=[COMMA DOT BREAK RIGHT AND]|$)",
        _ordinal_day,
    ),
    rule(
        "(?<=[ON FOR BY UNTIL]) THE (?:ORDINAL|ORDINAL_WORD) (?=[COMMA COLON DOT BREAK RIGHT AND THAT IN BY]|$)",
        _bare_ordinal,
    ),
    rule("{which}? {month} {year}?", _month),
    rule("YEAR", _year),
    rule("THE? DECADE", _decade),
    rule("(?:LAST|NEXT|THIS|THAT|THE? SAME|THE? FOLLOWING|THE? PREVIOUS) SEASON {year}?", _season),
    rule("THE? SEASON {year} (?:DASH DAY_NUMBER)?", _season),
    rule("(?<=[IN BY UNTIL SINCE DURING BEFORE OVER AFTER FROM]) THE? SEASON (?!OF)", _season),
    rule("THE? (?:ORDINAL_WORD|ORDINAL|LAST) WEEKDAY (?:OF|IN) {month} {year}?", _nth_weekday),
    rule("(?:QUARTER|HALF_YEAR) {year}?", _quarter),
    rule(
        "THE? (?:ORDINAL_WORD|ORDINAL) UNIT (?:OF (?:YEAR|{which} UNIT|THE UNIT))?",
        _quarter_in_words,
    ),
    rule("THE? NUMBER_WORD DASH? ORDINAL_WORD UNIT", _late_century),
    rule(f"{_SPAN}? THE? {{day}} {_LINK} THE? {{day}} OF? {{month}} {{year}}?", _days_of_month),
    rule(f"{_SPAN}? {{month}} {{day}} {_LINK} {{day}} {{year}}?", _days_of_month),
    rule(f"{_SPAN} {{day}} {{month}} {_LINK} {{day}} {{month}} {{year}}?", _day_to_day),
    rule(f"{_SPAN} {{month}} {{day}} {_LINK} {{month}} {{day}} {{year}}?", _day_to_day),
    rule("{day} {month} DASH {day} {month} {year}?", _day_to_day),
    rule("{month} {day} DASH {month} {day} {year}?", _day_to_day),
    rule(f"{_SPAN} {{month}} {_LINK} {{month}} {{year}}?", _month_to_month),
    rule("{month} TO {month} {year}", _month_to_month),
    rule("{month} DASH {month} {year}?", _month_to_month),
    rule(f"{_SPAN} YEAR {_LINK} YEAR", _year_to_year),
    rule("YEAR DASH (?:YEAR|DAY_NUMBER|NUMBER)", _year_to_year),
)
