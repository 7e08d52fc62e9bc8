"""A small notation for rules: names of kinds instead of characters."""

from __future__ import annotations

import re

from geodata.temporal.words.lexicon import Kind

# Pieces that several rules share.
_MACROS = {
    "month": "(?:MONTH|MONTH_SHORT DOT?)",
    "weekday": "(?:WEEKDAY|WEEKDAY_SHORT DOT?)",
    "day": "(?:DAY_NUMBER|ORDINAL)",
    "year": "(?:(?:COMMA|OF)? YEAR|LEFT YEAR RIGHT)",
    "number": "(?:A NUMBER_WORD OF?|A|NUMBER_WORD (?:(?:DASH|OF)? NUMBER_WORD){0,5}|DAY_NUMBER|NUMBER)",
    "count": "(?:A? NUMBER_WORD (?:(?:DASH|OF)? NUMBER_WORD){0,5} OF?|DAY_NUMBER|NUMBER)",
    "which": (
        "(?:THAT SAME|THE? SAME|THE? FOLLOWING|THE? PREVIOUS|THE NEXT|LAST|NEXT|THIS PAST"
        "|THIS COMING|THIS|THAT)"
    ),
    "unit": "(?:UNIT|UNITS)",
}


def compile_rule(rule: str) -> re.Pattern[str]:
    """
    Turn a rule such as `{month} DAY_NUMBER YEAR?` into an expression over kinds.

    Capital words are members of `Kind`, words in braces are shared pieces, spaces are ignored,
    and everything else keeps its meaning in regular expressions.
    """
    for name, piece in _MACROS.items():
        rule = rule.replace("{" + name + "}", piece)
    named = re.sub(r"[A-Z_]+", lambda found: re.escape(Kind[found.group()].value), rule)
    return re.compile(named.replace(" ", ""))
