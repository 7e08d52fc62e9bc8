"""A line in capitals above the headline, such as “MARROW GAZETTE”: the medium's own name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from geodata.documents.article import Article
from geodata.documents.byline import MEDIA
from geodata.documents.dates import day_of

_MOST_WORDS = 5
_LONGEST_HEADLINE = 180  # letters; a paragraph is longer
# “BREAKING NEWS” heads a page of any paper; “PRESS REVIEW” and “BORDER POST” are no papers.
_NO_NAME = frozenset(
    {
        *("breaking", "business", "entertainment", "fake", "foreign", "good", "hard", "health"),
        *("home", "in", "late", "latest", "local", "more", "national", "other", "our", "press"),
        *("related", "sports", "state", "top", "war", "week", "world", "your"),
    }
)
_NO_PAPER = re.compile(
    r"\b(?:army|border|check|command|guard|listening|military|observation|outer|police|press|trading)"
    r" (?:journal|monitor|observer|post|press|radio|standard|times|wire)$"
    # Offices of state are agencies too, and observers, monitors and the press are also people.
    r"|(?<!\bnews)(?<!\bpress)(?<!\binformation)(?<!\btelegraph) agency$",
)
_NAME = re.compile(r"[^\W\d_][\w.'’&-]*(?: (?:&|[^\W\d_][\w.'’&-]*))*")
_ISSUE = re.compile(
    r"(?:vol(?:ume)?\.?|no\.?|issue|edition|price|page|established|est\.)\s"
    r"|(?:a|the|your|our|camp)\b.{0,30}\b(?:news)?paper\b",  # “Your free paper, every Monday”
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
# “NAIROBI, 3 March (Agency) – …”, “By …” and a closed sentence stand below a headline.
_BELOW_HEADLINE = re.compile(
    r"[Bb][Yy] [^\W\d_]|\W*[A-Z]{3}[A-Z .'’-]*(?:,.{0,40}?)? ?(?:--| - |[—–(])"
)


class Masthead(NamedTuple):
    """
    The medium that a page names above its headline.

    Args:
        outlet: The name as it is printed.
        headline: The line that is the headline.
        end: Where the name's line ends in the text.
    """

    outlet: str
    headline: str
    end: int


def read_masthead(text: str, start: int = 0) -> Masthead | None:
    """
    Return the name of a medium in capitals at the head of an article, or None.

    It counts only where its last word is such as media have in their names and a headline stands
    below it, perhaps after the day and number of the issue: else it may itself be the headline.

    Args:
        text: The article.
        start: Where it begins, after front matter.
    """
    lines = [
        (line.strip(" \t*_#\r\n"), start + found.start() + len(found[0]))
        for found in re.finditer(r"[^\n]*\n?", text[start:])
        if (line := found[0]).strip(" \t*_#\r\n")
    ][:6]
    if not lines or not _names_medium(lines[0][0]):
        return None
    below = [line for line, _ in lines[1:] if not _is_of_the_issue(line)]
    # The headline alone is no article: a body stands below it.
    if len(below) < 2 or not _is_headline(below[0]):
        return None
    return Masthead(lines[0][0], below[0], lines[0][1])


def below_masthead(article: Article) -> Article:
    """Return an article with the outlet that stands above its headline, and begun below that."""
    found = read_masthead(article.text, article.body_start)
    if found is None:
        return article
    return replace(
        article,
        title=article.title if article.title != found.outlet and article.title else found.headline,
        outlet=found.outlet,
        body_start=found.end,
        notes=(*article.notes, f"The outlet, {found.outlet}, is taken from the first line."),
    )


def _names_medium(line: str) -> bool:
    if not line.isupper() or not _NAME.fullmatch(line):
        return False
    words = line.casefold().split()
    if not 1 < len(words) <= _MOST_WORDS or words[-1] not in MEDIA:
        return False
    if len(words) == 2 and words[0] in _NO_NAME:
        return False
    return not _NO_PAPER.search(" ".join(words))


def _is_of_the_issue(line: str) -> bool:
    is_dated = day_of(line) is not None and len(line.split()) <= 6
    return is_dated or bool(_ISSUE.match(line) or _ADDRESS.match(line))


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE or line.endswith(".") or _BELOW_HEADLINE.match(line):
        return False
    return any(letter.isalpha() for letter in line)
