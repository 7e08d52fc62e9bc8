"""The words that time expressions are made of, each with its kind and value."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """
    What a token can be in a time expression.

    The value is one character, so that a text becomes a string of kinds and a rule
    becomes a regular expression over that string (see `notation`).
    """

    OTHER = "."
    BREAK = "\n"
    MONTH = "A"
    MONTH_SHORT = "B"
    WEEKDAY = "C"
    WEEKDAY_SHORT = "D"
    DAY_NUMBER = "E"  # 1 to 31
    ORDINAL = "F"  # 19th
    ORDINAL_WORD = "G"  # nineteenth
    YEAR = "H"
    NUMBER = "I"
    NUMBER_WORD = "J"
    A = "K"
    UNIT = "L"
    UNITS = "M"  # plural
    HOURS = "N"
    ISO_DAY = "O"
    SLASH_DAY = "P"
    DECADE = "Q"
    QUARTER = "R"  # Q3
    HALF_YEAR = "S"  # H1
    SEASON = "T"
    TODAY = "V"
    PERIOD = "W"  # morning, night
    WEEKEND = "X"
    FEAST = "Y"  # Christmas, Ramadan
    TURN = "Z"
    ALL = "U"
    THE = "a"
    OF = "b"
    IN = "c"
    ON = "d"
    BY = "e"
    UNTIL = "f"
    BEFORE = "g"
    AFTER = "h"
    SINCE = "i"
    FROM = "j"
    TO = "k"
    BETWEEN = "l"
    AND = "m"
    THAT = "n"
    THIS = "o"
    SAME = "p"
    LAST = "q"
    NEXT = "r"
    FOLLOWING = "s"
    PREVIOUS = "t"
    PAST = "u"
    COMING = "v"
    RECENT = "w"
    EARLY = "x"
    MID = "y"
    LATE = "z"
    START = "0"
    MIDDLE = "1"
    END = "2"
    EARLIER = "3"
    LATER = "4"
    AGO = "5"
    WITHIN = "6"
    OVER = "7"
    DURING = "8"
    FOR = "9"
    THEN = "<"
    EVERY = ">"
    YEARLY = "="
    OLD = "!"
    HALF = "@"
    TIME = "#"
    COMMA = ","
    DASH = "-"
    DOT = ";"
    LEFT = "{"
    RIGHT = "}"
    COLON = ":"
    POSSESSIVE = "'"


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a list that is written as one string."""
    return tuple(text.split())


def words(text: str) -> frozenset[str]:
    """Return the words of a set that is written as one string."""
    return frozenset(listed(text))


MONTH_NAMES = listed(
    "January February March April May June July August September October November December"
)
WEEKDAY_NAMES = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY = (
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
)

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {
    word: number
    for number, word in zip(
        range(30, 100, 10),
        listed("thirty forty fifty sixty seventy eighty ninety"),
        strict=True,
    )
}
NUMBER_WORDS |= {"hundred": 100, "dozen": 12, "few": 3, "couple": 2, "several": 4}
LOOSE_NUMBERS = frozenset({"few", "couple", "several", "dozen"})

ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
            "twentieth"
        ),
        start=1,
    )
}

# A season is told by the month in which it begins on the northern half of the globe.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

_UNITS = {
    "day": DAY,
    "week": WEEK,
    "month": MONTH,
    "quarter": QUARTER,
    "year": YEAR,
    "decade": DECADE,
    "century": CENTURY,
    "fortnight": "fortnight",
}

Entry = tuple[Kind, int]
"""Kind and value; the value of a unit is its place in `UNIT_ORDER`."""

UNIT_ORDER = tuple(_UNITS.values())


def _words(kind: Kind, text: str, value: int = 0) -> dict[str, Entry]:
    return dict.fromkeys(listed(text), (kind, value))


def _calendar_words() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for number, name in enumerate(MONTH_NAMES, start=1):
        entries[name[:3].lower()] = (Kind.MONTH_SHORT, number)
        entries[name.lower()] = (Kind.MONTH, number)
    entries["sept"] = (Kind.MONTH_SHORT, 9)
    for number, name in enumerate(WEEKDAY_NAMES):
        entries[name[:3].lower()] = (Kind.WEEKDAY_SHORT, number)
        entries[name.lower()] = (Kind.WEEKDAY, number)
        entries[name.lower() + "s"] = (Kind.OTHER, number)
    entries |= {"tues": (Kind.WEEKDAY_SHORT, 1), "thurs": (Kind.WEEKDAY_SHORT, 3)}
    for place, unit in enumerate(_UNITS):
        entries[unit] = (Kind.UNIT, place)
        entries["centuries" if unit == "century" else unit + "s"] = (Kind.UNITS, place)
    entries |= {word: (Kind.NUMBER_WORD, n) for word, n in NUMBER_WORDS.items()}
    entries |= {word: (Kind.ORDINAL_WORD, n) for word, n in ORDINAL_WORDS.items()}
    entries |= {word: (Kind.SEASON, month) for word, month in SEASONS.items()}
    return entries


def _pointing_words() -> dict[str, Entry]:
    return (
        _words(Kind.A, "a an")
        | _words(Kind.HOURS, "hour hours")
        | _words(Kind.TODAY, "today tonight")
        | _words(Kind.TODAY, "yesterday", -1)
        | _words(Kind.TODAY, "tomorrow", 1)
        | _words(Kind.PERIOD, "morning afternoon evening night noon")
        | _words(Kind.WEEKEND, "weekend")
        | _words(Kind.THE, "the its their his her")
        | _words(Kind.THAT, "that those")
        | _words(Kind.THIS, "this these current")
        | _words(Kind.SAME, "same")
        | _words(Kind.LAST, "last final closing dying")
        | _words(Kind.NEXT, "next")
        | _words(Kind.FOLLOWING, "following subsequent ensuing")
        | _words(Kind.PREVIOUS, "previous preceding prior")
        | _words(Kind.PAST, "past")
        | _words(Kind.COMING, "coming upcoming")
        | _words(Kind.RECENT, "recent")
        | _words(Kind.EARLY, "early")
        | _words(Kind.MID, "mid")
        | _words(Kind.LATE, "late")
        | _words(Kind.START, "start beginning opening")
        | _words(Kind.MIDDLE, "middle")
        | _words(Kind.END, "end close")
        | _words(Kind.EARLIER, "earlier")
        | _words(Kind.LATER, "later")
        | _words(Kind.AGO, "ago")
        | _words(Kind.THEN, "then")
        | _words(Kind.EVERY, "every each")
        | _words(Kind.YEARLY, "annually yearly")
        | _words(Kind.OLD, "old long")
        | _words(Kind.HALF, "half")
        | _words(Kind.TIME, "time")
        | _words(Kind.TURN, "turn")
        | _words(Kind.ALL, "all")
    )


def _joining_words() -> dict[str, Entry]:
    return (
        _words(Kind.OF, "of")
        | _words(Kind.IN, "in")
        | _words(Kind.ON, "on")
        | _words(Kind.BY, "by")
        | _words(Kind.UNTIL, "until till through")
        | _words(Kind.BEFORE, "before")
        | _words(Kind.AFTER, "after")
        | _words(Kind.SINCE, "since")
        | _words(Kind.FROM, "from")
        | _words(Kind.TO, "to")
        | _words(Kind.BETWEEN, "between")
        | _words(Kind.AND, "and")
        | _words(Kind.WITHIN, "within")
        | _words(Kind.OVER, "over")
        | _words(Kind.DURING, "during throughout")
        | _words(Kind.FOR, "for")
        | _words(Kind.DASH, "/ - – — ‐ ‑ −")
        | _words(Kind.COMMA, ",")
        | _words(Kind.DOT, ".")
        | _words(Kind.LEFT, "( [")
        | _words(Kind.RIGHT, ") ]")
        | _words(Kind.COLON, ": ;")
        | _words(Kind.POSSESSIVE, "' ’")
    )


def vocabulary() -> dict[str, Entry]:
    """Return every lower-case word and mark of the grammar with its kind and value."""
    return _calendar_words() | _pointing_words() | _joining_words()


def unit_name(place: int) -> str:
    """Return the unit at a place of `UNIT_ORDER`."""
    return UNIT_ORDER[place]
