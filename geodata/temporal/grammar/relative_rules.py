"""Rules for what points from the day of publication or from a date just mentioned."""

from __future__ import annotations

from geodata.domain.times import Precision
from geodata.temporal.almanac import Part, year_of
from geodata.temporal.expressions import (
    Apart,
    Base,
    DayIn,
    DayShift,
    Expression,
    Fixed,
    InYear,
    Length,
    MonthOf,
    PartOf,
    QuarterOf,
    Reach,
    Remainder,
    Repeated,
    SeasonOf,
    Shift,
    SinceThen,
    Stretch,
    TurnOf,
    UnitOf,
    WeekdayOf,
    Which,
)
from geodata.temporal.grammar import pick
from geodata.temporal.grammar.calendar_rules import century, decade_or_century
from geodata.temporal.grammar.pick import Tokens
from geodata.temporal.grammar.rules import Rule, rule
from geodata.temporal.words.lexicon import Kind
from geodata.temporal.words.tokens import Token


def _weekday(tokens: Tokens) -> Expression | None:
    at = next(i for i, token in enumerate(tokens) if token.kind is Kind.WEEKDAY)
    week = pick.which(tokens[at:], Which.NEAREST) if pick.has(tokens[at:], Kind.UNIT) else None
    if week and pick.unit(tokens) != "week":
        return None
    return WeekdayOf(tokens[at].value, pick.which(tokens[:at]) if at else Which.NEAREST, week)


def _weekday_week(tokens: Tokens) -> Expression | None:
    """Read “Monday week”, a week after Monday, and “last Monday week”, a week before it."""
    if tokens[-1].word != "week":
        return None
    which = pick.which(tokens) if tokens[0].kind is not Kind.WEEKDAY else Which.COMING
    weekday = pick.values(tokens, Kind.WEEKDAY)[0]
    return Apart(-1 if which is Which.LAST else 1, "week", WeekdayOf(weekday, which))


def _week_from_weekday(tokens: Tokens) -> Expression | None:
    """Read “a week on Monday”, “a week last Monday”."""
    at = next(i for i, token in enumerate(tokens) if token.kind in (Kind.UNIT, Kind.UNITS))
    amount, which = pick.amount(tokens[:at]), pick.which(tokens[at + 1 :], Which.COMING)
    if pick.unit(tokens) != "week" or amount is None:
        return None
    weekday = pick.values(tokens, Kind.WEEKDAY)[0]
    return Apart(-amount if which is Which.LAST else amount, "week", WeekdayOf(weekday, which))


def _day_in_month(tokens: Tokens) -> Expression | None:
    """Read “the 25th of this month”, “the fourth of last month”."""
    if pick.unit(tokens) != "month":
        return None
    at = next(i for i, token in enumerate(tokens) if token.kind is Kind.OF)
    day = pick.day(tokens[:at])
    return DayIn(day, UnitOf("month", pick.which(tokens[at + 1 :], Which.CONTEXT)))


def _repeated(tokens: Tokens) -> Expression:
    return Repeated(" ".join(token.word for token in tokens))


def _today(tokens: Tokens) -> Expression:
    shift = pick.values(tokens, Kind.TODAY)[0]
    return DayShift(2 * shift if pick.has(tokens, Kind.BEFORE, Kind.AFTER) else shift)


def _part_of_today(tokens: Tokens) -> Expression:
    is_last = tokens[0].kind is Kind.LAST
    return DayShift(-1 if is_last else 0)


def _unit(tokens: Tokens) -> Expression | None:
    if pick.has(tokens, Kind.WEEKEND):
        return UnitOf("weekend", pick.which(tokens, Which.CONTEXT))
    which, unit = pick.which(tokens), pick.unit(tokens)
    if unit in ("quarter", "century") and which is Which.SAME:
        return None
    if unit == "day" and which in (Which.LAST, Which.THIS, Which.NEXT):
        return None
    return UnitOf(unit, which)


def _scope(tokens: Tokens) -> Expression | None:
    if pick.has(tokens, Kind.ORDINAL, Kind.ORDINAL_WORD):
        return century(tokens)
    if pick.has(tokens, Kind.MONTH, Kind.MONTH_SHORT) and pick.has(tokens, Kind.UNIT):
        return InYear(MonthOf(pick.month(tokens)), pick.which(tokens))
    if pick.has(tokens, Kind.MONTH, Kind.MONTH_SHORT):
        return MonthOf(pick.month(tokens), pick.year(tokens), pick.which(tokens))
    if pick.has(tokens, Kind.SEASON):
        season = pick.values(tokens, Kind.SEASON)[0]
        return SeasonOf(season, pick.year(tokens), pick.which(tokens))
    if pick.has(tokens, Kind.YEAR):
        return Fixed(year_of(pick.values(tokens, Kind.YEAR)[0]), Precision.YEAR)
    if pick.has(tokens, Kind.DECADE):
        decade = decade_or_century(pick.values(tokens, Kind.DECADE)[0])
        return Fixed(decade, Precision.INTERVAL)
    return UnitOf(pick.unit(tokens), pick.which(tokens, Which.CONTEXT))


_PARTS = {
    Kind.EARLY: Part.EARLY,
    Kind.MID: Part.MID,
    Kind.MIDDLE: Part.MID,
    Kind.LATE: Part.LATE,
    Kind.START: Part.START,
    Kind.END: Part.END,
}


def _part(tokens: Tokens) -> Expression | None:
    lead = next(token for token in tokens if token.kind is not Kind.THE)
    at = tokens.index(lead)
    if lead.kind in _PARTS:
        scope = _scope(tokens[at + 1 :])
        return PartOf(_PARTS[lead.kind], scope) if scope else None
    of = next(i for i, token in enumerate(tokens) if token.kind in (Kind.OF, Kind.IN))
    is_quarter = pick.has(tokens[at:of], Kind.UNIT) and pick.unit(tokens[at:of]) == "quarter"
    if is_quarter and lead.kind is Kind.LAST and pick.has(tokens[of:], Kind.YEAR):
        return QuarterOf(4, 3, pick.year(tokens))
    part, scope = _counted_part(tokens[at:of]), _scope(tokens[of + 1 :])
    amount = pick.amount(tokens[at + 1 : of])
    if amount is None and _is_one_of_many(tokens[at:of]):
        amount = 1  # “the last day of 2011”
    if scope and amount and not pick.is_loose(tokens[at:of]) and _is_first_or_last(lead):
        sign = 1 if lead.kind is Kind.ORDINAL_WORD else -1
        return Stretch(amount, pick.unit(tokens[at:of]), sign, scope)
    return PartOf(part, scope) if part and scope else None


def _is_one_of_many(tokens: Tokens) -> bool:
    is_one = tokens[-1].kind is Kind.UNIT and not pick.has(tokens, Kind.UNITS)
    return is_one and pick.unit(tokens) in ("day", "month", "year")


def _is_first_or_last(token: Token) -> bool:
    return token.kind is Kind.LAST or (token.kind is Kind.ORDINAL_WORD and token.value == 1)


def _counted_part(tokens: Tokens) -> Part | None:
    """Read “first week”, “last days”, “second half”, “closing days”."""
    is_first = tokens[0].kind is Kind.ORDINAL_WORD and tokens[0].value == 1
    is_last = tokens[0].kind is Kind.LAST
    if tokens[-1].kind is Kind.HALF:
        return Part.FIRST_HALF if is_first else Part.SECOND_HALF
    if tokens[-1].kind is Kind.PERIOD or not (is_first or is_last):
        return None
    if pick.unit(tokens) == "week" and tokens[-1].kind is Kind.UNIT:
        return Part.FIRST_WEEK if is_first else Part.LAST_WEEK
    return Part.START if is_first else Part.END


def _end_of_unit(tokens: Tokens) -> Expression | None:
    """Read “year's end”, “month-end”."""
    if tokens[-2].word not in ("s", "-"):
        return None
    return PartOf(Part.END, UnitOf(pick.unit(tokens), Which.CONTEXT))


def _period(tokens: Tokens) -> Expression:
    """Read “that night”, “the following morning” as the day they belong to."""
    return UnitOf("day", pick.which(tokens))


def _remainder(tokens: Tokens) -> Expression | None:
    sign = -1 if tokens[0].kind is Kind.EARLIER else 1
    scope = _scope(tokens[1:])
    return Remainder(sign, scope) if scope else None


_SIGNS = {
    Kind.LATER: 1,
    Kind.AFTER: 1,
    Kind.FROM: 1,
    Kind.EARLIER: -1,
    Kind.BEFORE: -1,
    Kind.AGO: -1,
}


def _shift(tokens: Tokens) -> Expression | None:
    word = tokens[-1]
    base = Base.MENTIONED
    if word.kind is Kind.AGO:
        base = Base.AGO
    elif word.kind in (Kind.AFTER, Kind.BEFORE):
        base = Base.EVENT
    at = next(i for i, token in enumerate(tokens) if token.kind in (Kind.UNIT, Kind.UNITS))
    the_unit = tokens[0].kind is Kind.THE
    if the_unit and pick.unit(tokens) in ("decade", "century", "quarter"):
        return None
    amount = 1 if the_unit else pick.amount(tokens[:at])
    return Shift(
        amount, pick.unit(tokens), _SIGNS[word.kind], base, amount is None or pick.is_loose(tokens)
    )


def _reach(tokens: Tokens) -> Expression | None:
    is_past = pick.has(tokens, Kind.PAST, Kind.LAST, Kind.RECENT)
    sign = 1 if pick.has(tokens, Kind.COMING, Kind.NEXT, Kind.WITHIN) and not is_past else -1
    at = next(i for i, token in enumerate(tokens) if token.kind in (Kind.UNIT, Kind.UNITS))
    amount = pick.amount(tokens[:at])
    if amount is None and tokens[at].kind is Kind.UNIT:
        amount = 1
        if pick.unit(tokens) == "day":
            return None
    return Reach(amount, pick.unit(tokens), sign)


_HALVES = {"century": (50, "year"), "decade": (5, "year"), "year": (6, "month")}


def _half_shift(tokens: Tokens) -> Expression | None:
    """Read “half a century ago”."""
    half = _HALVES.get(pick.unit(tokens))
    if half is None:
        return None
    base = Base.AGO if tokens[-1].kind is Kind.AGO else Base.MENTIONED
    if tokens[-1].kind in (Kind.AFTER, Kind.BEFORE):
        base = Base.EVENT
    return Shift(half[0], half[1], _SIGNS[tokens[-1].kind], base, is_loose=False)


def _beyond_next(tokens: Tokens) -> Expression | None:
    """Read “the week before last”, “the year after next”."""
    unit = pick.unit(tokens)
    sign = 1 if tokens[-1].kind is Kind.NEXT else -1
    return Shift(2, unit, sign, Base.AGO) if unit in ("week", "month", "year") else None


def _turn(tokens: Tokens) -> Expression | None:
    unit = pick.unit(tokens)
    return TurnOf(unit) if unit in ("year", "century") else None


def _all_of(tokens: Tokens) -> Expression | None:
    unit = pick.unit(tokens)
    return UnitOf(unit, Which.THIS) if unit in ("week", "month", "year") else None


def _in_time(tokens: Tokens) -> Expression | None:
    """Read “in two weeks' time”."""
    amount = pick.amount(tokens)
    return Shift(amount, pick.unit(tokens), 1, Base.AGO, pick.is_loose(tokens))


def _from_now(tokens: Tokens) -> Expression | None:
    return _in_time(tokens) if tokens[-1].word in ("now", "today") else None


def _length(tokens: Tokens) -> Expression | None:
    if pick.has(tokens, Kind.HOURS):
        return Length(pick.amount(tokens), "hour")
    return Length(pick.amount(tokens), pick.unit(tokens))


def _since_then(_tokens: Tokens) -> Expression:
    return SinceThen()


_WHICH_UNIT = (
    "(?:THAT|THAT SAME|THE? SAME|THE? FOLLOWING|THE? PREVIOUS|THE NEXT|LAST|NEXT|THIS PAST"
    "|THIS COMING|THIS)"
)
_SCOPE = (
    "(?:{month} OF? {which} UNIT|{which}? {month} {year}?|(?:{which}|THE)? SEASON {year}?|YEAR|THE? DECADE"
    "|THE? (?:ORDINAL|ORDINAL_WORD) UNIT|(?:{which}|THE) UNIT)"
)
_ENTRY = "(?:IN|OVER|DURING|FOR|WITHIN)?"

RELATIVE_RULES: tuple[Rule, ...] = (
    rule("{which}? WEEKDAY PERIOD? (?:OF? (?:LAST|NEXT|THIS|THAT) UNIT)?", _weekday),
    rule("(?:LAST|THIS|NEXT)? WEEKDAY UNIT (?=[COMMA DOT BREAK RIGHT AND COLON]|$)", _weekday_week),
    rule("{number} {unit} (?:ON|LAST|NEXT) WEEKDAY", _week_from_weekday),
    rule(
        "THE (?:{day}|(?:NUMBER_WORD DASH?)? ORDINAL_WORD) OF (?:THE|LAST|THIS|NEXT|THAT) UNIT",
        _day_in_month,
    ),
    rule("EVERY (?:WEEKDAY|{month}|UNIT|SEASON)|YEARLY", _repeated),
    rule("TODAY PERIOD?|THE UNIT (?:BEFORE|AFTER) TODAY", _today),
    rule("(?:THIS|LAST) PERIOD", _part_of_today),
    rule(f"{_WHICH_UNIT} UNIT|{_WHICH_UNIT} WEEKEND|OVER THE WEEKEND|THE WEEKEND", _unit),
    rule(f"THE? (?:EARLY|MID|LATE) DASH? (?:IN)? {_SCOPE}", _part),
    rule(
        f"THE? (?:(?:EARLY|MIDDLE|LATE) (?:PART|UNITS)?|START UNITS) (?:OF|IN) {_SCOPE}".replace(
            "PART|", ""
        ),
        _part,
    ),
    rule(f"THE? (?:START|MIDDLE|END) (?:OF|DASH) {_SCOPE}", _part),
    rule(
        "THE? (?:ORDINAL_WORD|LAST) (?:NUMBER_WORD|DAY_NUMBER)? (?:UNIT|UNITS|HALF) (?:OF|IN) "
        + _SCOPE,
        _part,
    ),
    rule("THE? UNIT POSSESSIVE? (?:OTHER|DASH) END", _end_of_unit),
    rule("(?:THAT|THE SAME|THE? FOLLOWING|THE NEXT) PERIOD", _period),
    rule(f"(?:EARLIER|LATER) (?:IN)? {_SCOPE}", _remainder),
    rule("{number} {unit} (?:LATER|EARLIER|AGO|AFTER|BEFORE)", _shift),
    rule("{number} {unit} FROM (?:OTHER|TODAY)", _from_now),
    rule("HALF A UNIT (?:LATER|EARLIER|AGO|AFTER|BEFORE)", _half_shift),
    rule("THE TURN OF THE UNIT", _turn),
    rule("ALL UNIT", _all_of),
    rule("UNITS (?:LATER|EARLIER|AGO|AFTER|BEFORE)", _shift),
    rule("THE UNIT (?:AFTER|BEFORE)", _shift),
    rule("THE UNIT (?:BEFORE LAST|AFTER NEXT)", _beyond_next),
    rule(
        f"{_ENTRY} THE? (?:PAST|LAST|COMING|NEXT) {{count}} {{unit}} (?!OF (?:{{month}}|YEAR|{{which}}))",
        _reach,
    ),
    rule(f"{_ENTRY} THE? (?:PAST|COMING|RECENT) {{unit}}", _reach),
    rule(f"{_ENTRY} THE LAST UNIT (?!OF)", _reach),
    rule("(?:IN|DURING|OVER) (?:THE)? (?:RECENT|COMING) UNITS", _reach),
    rule("WITHIN {number} {unit}", _reach),
    rule("IN {number} {unit} POSSESSIVE OTHER? TIME", _in_time),
    rule("(?:SINCE|UNTIL|BY) THEN", _since_then),
    rule("{count} DASH? (?:UNIT|UNITS|HOURS) (?:DASH? OLD)?|FOR UNITS", _length),
)
