"""
When did an article appear? Inferred from its own text, where the file does not say it.

A dateline or dated heading says it. Else a year must be given by something: a copyright notice,
a full date close by. Without any the day stays unknown; a year is never made up.
"""

from __future__ import annotations

from datetime import date, timedelta

from geodata.domain.documents import Document, Publication
from geodata.domain.times import UNKNOWN_DATE, Precision, UncertainDate
from geodata.temporal.almanac import Period, add_months, month_of, step
from geodata.temporal.expressions import DayOf, Fixed, MonthOf, WeekdayOf, Which
from geodata.temporal.publication.datelines import DatedLine, find_dateline
from geodata.temporal.publication.evidence import (
    LEDE_CHARS,
    Evidence,
    YearlessDay,
    gather,
    told_period,
)
from geodata.temporal.publication.hints import ASK, hints_in_text, with_hints
from geodata.temporal.reader import TimeText, scan
from geodata.temporal.words.lexicon import MONTH_NAMES, WEEKDAY_NAMES

# A full date no further back than this gives its year to a later date that has none.
_TRUSTED_DAYS = 92
_FITTING_YEARS = 12
_FRESH_DAYS = 6


def infer_publication(document: Document) -> Publication:
    """
    Return when the article appeared, as far as its text tells.

    Args:
        document: The article; `published` is not looked at.

    Returns:
        `best` is None where nothing in the text gives a year; `why` then says what is missing.
    """
    scanned = scan(document.reading_text)
    line = find_dateline(scanned)
    evidence = gather(scanned)
    told = _from_text(line, evidence, scanned)
    hints = (*document.hints, *hints_in_text(document.reading_text))
    return with_hints(told, hints, _yearless(line))


def _from_text(line: DatedLine | None, evidence: Evidence, scanned: TimeText) -> Publication:
    if line is not None:
        return _from_line(line, evidence)
    return _from_copyright(evidence) or _from_full_dates(evidence, scanned) or _unknown(evidence)


def _yearless(line: DatedLine | None) -> YearlessDay | None:
    if line is None or not isinstance(line.says, DayOf) or line.says.year is not None:
        return None
    return YearlessDay(line.says, line.text, in_lede=True)


def _from_line(line: DatedLine, evidence: Evidence) -> Publication:
    period = told_period(line.says)
    if isinstance(line.says, Fixed) and line.says.is_ambiguous:
        within = UncertainDate(*line.says.period, Precision.INTERVAL, line.text)
        return Publication(None, within, f"“{line.text}” can be read two ways. {ASK}")
    if period and period[0] == period[1] and line.is_update:
        why = f"The text was last changed on “{line.text}”, and appeared then or earlier."
        within = UncertainDate(None, period[0], Precision.INTERVAL, line.text, why)
        return Publication(period[0], within, why)
    if period and period[0] == period[1]:
        why = f"The text is dated “{line.text}”."
        return Publication(period[0], _within(period, line.text, why), why, is_stated=True)
    if period:
        middle = period[0] + timedelta(days=14)
        why = f"The text is dated “{line.text}”; the middle of the month is taken."
        return Publication(middle, _within(period, line.text, why), why)
    if isinstance(line.says, DayOf):
        return _from_yearless_line(line.says, line.text, evidence)
    assert isinstance(line.says, MonthOf)
    why = f"The text is dated “{line.text}” without a year. {ASK}"
    return Publication(None, UNKNOWN_DATE, why)


def _from_yearless_line(says: DayOf, text: str, evidence: Evidence) -> Publication:
    line = YearlessDay(says, text, in_lede=True)
    year = evidence.copyright_year
    if year is not None:
        # A footer shows the year of printing, so the year before is possible too.
        for candidate in (year, year - 1):
            if day := line.in_year(candidate):
                why = f"The text is dated “{text}”, and its copyright notice says {year}."
                return Publication(day, _within((day, day), text, why), why)
    if day := _trusted_day(line, evidence):
        why = (
            f"The text is dated “{text}”; “{evidence.latest_text}”, the latest date it gives "
            f"with a year, lies shortly before that day in {day.year}."
        )
        return Publication(day, _within((day, day), text, why), why)
    return _unsure_of_year(line, evidence)


def _next_fit(line: YearlessDay, limit: date) -> date | None:
    for year in range(limit.year, limit.year + 9):
        day = line.in_year(year)
        if day and day >= limit:
            return day
    return None


def _unsure_of_year(line: YearlessDay, evidence: Evidence) -> Publication:
    why = f"The text is dated “{line.text}” without a year"
    if evidence.latest is None:
        return Publication(None, UNKNOWN_DATE, f"{why}. {ASK}")
    first = evidence.latest[1].year
    fitting = [y for y in range(first, first + _FITTING_YEARS) if _fits(line, y, evidence)]
    earliest = line.in_year(fitting[0]) if fitting else evidence.latest[0]
    if line.says.weekday is not None and fitting:
        years = ", ".join(str(year) for year in fitting)
        weekday = WEEKDAY_NAMES[line.says.weekday]
        why += f", which is a {weekday} in {years}; nothing in the text selects one"
    within = UncertainDate(earliest, None, Precision.UNKNOWN, line.text)
    return Publication(None, within, f"{why}. {ASK}")


def _fits(line: YearlessDay, year: int, evidence: Evidence) -> bool:
    day = line.in_year(year)
    return day is not None and evidence.latest is not None and day >= evidence.latest[0]


def _from_copyright(evidence: Evidence) -> Publication | None:
    year = evidence.copyright_year
    if year is None:
        return None
    dated = [(day, found) for found in evidence.days if (day := found.in_year(year))]
    notice = f"its copyright notice says {year}"
    if not dated:
        latest = evidence.latest
        if latest and latest[0] == latest[1] and latest[0].year == year:
            return _from_latest_day(evidence, f", and {notice}")
        within = UncertainDate(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
        return Publication(None, within, f"Only the year is told: {notice}. {ASK}")
    day, found = max(dated, key=lambda pair: pair[0])
    agrees = ""
    if found.says.weekday is not None:
        agrees = f", when that day is a {WEEKDAY_NAMES[found.says.weekday]}"
    why = f"“{found.text}” is the latest past day that the text names, and {notice}{agrees}."
    return _after_day(day, found.says.weekday is not None, why, evidence)


def _after_day(day: date, is_fresh: bool, why: str, evidence: Evidence) -> Publication:
    """An article appears on the latest day that it tells as past, or soon after."""
    following = _month_after(day, evidence)
    if following is not None:
        why += f" “Last month” beside {MONTH_NAMES[day.month - 1]} puts it in the month after."
        middle = following[0] + timedelta(days=14)
        return Publication(middle, _within(following, "", why), why)
    # A weekday beside the date is a habit of news of the same week.
    last = day + timedelta(days=_FRESH_DAYS) if is_fresh else None
    if last is None and evidence.copyright_year == day.year:
        last = date(day.year, 12, 31)
    if last is None:
        return Publication(day, UncertainDate(day, None, Precision.INTERVAL, "", why), why)
    return Publication(day, _within((day, last), "", why), why)


def _month_after(day: date, evidence: Evidence) -> Period | None:
    if not (evidence.says_last_month and day.month in evidence.months):
        return None
    start = add_months(day.replace(day=1), 1)
    return month_of(start.year, start.month)


def _from_full_dates(evidence: Evidence, scanned: TimeText) -> Publication | None:
    if evidence.latest is None:
        return None
    if evidence.is_latest_fresh:
        return _from_latest_day(evidence, "")
    dated = [(day, found) for found in evidence.days if (day := _trusted_day(found, evidence))]
    if not dated:
        return _open_from(evidence)
    day, found = max(dated, key=lambda pair: pair[0])
    why = (
        f"“{found.text}” is the latest past day that the text names; “{evidence.latest_text}”, "
        f"shortly before, gives the year {day.year}."
    )
    lagged = _after_lag(day, why, evidence, scanned)
    if lagged is None and found.in_lede:
        return _after_day(day, found.says.weekday is not None, why, evidence)
    return lagged or _open_from(evidence)


def _trusted_day(found: YearlessDay, evidence: Evidence) -> date | None:
    """
    Give a day its year from the latest full date, if that is close before it.

    One old full date in an article proves nothing (“amended in October 2019”), so the text
    must name such recent years more than once, or the weekday must agree.
    """
    if evidence.latest is None:
        return None
    if evidence.recent_count < 2 and found.says.weekday is None:
        return None
    first, last = evidence.latest
    is_long = (last - first).days > 31
    day = _next_fit(found, first if is_long else last)
    return day if day and (day - last).days <= _TRUSTED_DAYS else None


def _after_lag(day: date, why: str, evidence: Evidence, scanned: TimeText) -> Publication | None:
    """Read an opening “a month after …” as the time since the latest day that is told."""
    lag = evidence.lag
    if lag is None or lag.amount is None or lag.unit not in ("day", "week", "month"):
        return None
    best = step(day, lag.amount, lag.unit)
    slack = timedelta(days={"day": 1, "week": 4, "month": 10}[lag.unit])
    within = (max(day, best - slack), best + slack)
    weekday = _lede_weekday(scanned)
    if weekday is not None:
        best += timedelta(days=(weekday - best.weekday()) % 7)
        within = (within[0], max(within[1], best))
    why += f" The opening sentence places its news some {lag.unit}s after such an event."
    return Publication(best, _within(within, "", why), why)


def _lede_weekday(scanned: TimeText) -> int | None:
    for found in scanned.found:
        if isinstance(found.says, WeekdayOf) and found.says.which is Which.NEAREST:
            is_near = scanned.tokens[found.first].start - scanned.begins < LEDE_CHARS
            return found.says.weekday if is_near else None
    return None


def _from_latest_day(evidence: Evidence, notice: str) -> Publication | None:
    if evidence.latest is None:
        return None
    why = f"“{evidence.latest_text}” is the latest past day that the text names{notice}."
    return _after_day(evidence.latest[1], evidence.is_latest_fresh, why, evidence)


def _open_from(evidence: Evidence) -> Publication:
    assert evidence.latest is not None
    why = (
        f"It appeared no earlier than “{evidence.latest_text}”, the latest past date that it gives with a year, "
        f"but the text does not say when. {ASK}"
    )
    within = UncertainDate(evidence.latest[0], None, Precision.UNKNOWN, evidence.latest_text, why)
    return Publication(None, within, why)


def _unknown(evidence: Evidence) -> Publication:
    why = "The text gives no past date with its year."
    if evidence.days:
        latest = evidence.days[-1].text
        why = f"The text gives no year, only days such as “{latest}”."
    if evidence.says_last_month and evidence.months:
        month = MONTH_NAMES[evidence.months[-1] % 12]
        why += f" “Last month” beside {MONTH_NAMES[evidence.months[-1] - 1]} suggests a {month}."
    return Publication(None, UNKNOWN_DATE, f"{why} {ASK}")


def _within(period: Period, text: str, why: str) -> UncertainDate:
    precision = Precision.DAY if period[0] == period[1] else Precision.INTERVAL
    return UncertainDate(*period, precision, text, why)
