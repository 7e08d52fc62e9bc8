"""The line “By Ada Bell, Marrow Gazette” below a headline: who wrote it, and for whom."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINES = 6
_NAME = r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}"
_BYLINE = re.compile(rf"By (?P<author>{_NAME})(?:,| \||,? for) (?:the )?(?P<outlet>[^,|]{{3,60}})")
# A name after the comma may as well be a town or an office; only these words name a paper or agency.
MEDIA = frozenset(
    {
        *("agency", "broadcasting", "bulletin", "chronicle", "courier", "daily", "dispatch"),
        *("echo", "examiner", "express", "gazette", "herald", "inquirer", "journal", "ledger"),
        *("magazine", "mail", "monitor", "news", "newspaper", "observer", "post", "press"),
        *("radio", "review", "sentinel", "standard", "telegraph", "times", "tribune", "weekly"),
        *("wire",),
    }
)
"""The words, in lower case, that the name of a medium ends in."""


class Byline(NamedTuple):
    """
    Who wrote an article, and for whom.

    Args:
        author: The person's name.
        outlet: The medium's name.
    """

    author: str
    outlet: str


def read_byline(body: str) -> Byline | None:
    """
    Return the byline among the first lines of an article, or None.

    What follows the name counts only where one of its words is such as media have in their names:
    a town, an office or a second author is none.
    """
    lines = [line.strip(" \t*_") for line in body.splitlines() if line.strip()][:_LINES]
    for line in lines:
        found = _BYLINE.fullmatch(line)
        if found and _is_medium(found["outlet"]):
            return Byline(found["author"], found["outlet"].strip())
    return None


def _is_medium(name: str) -> bool:
    words = name.split()
    is_named = all(word[0].isupper() or word in {"of", "and", "the"} for word in words)
    return is_named and len(words) > 1 and words[-1].casefold() in MEDIA
