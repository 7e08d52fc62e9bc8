"""Positions in which a hearer or a reporter stands: “said to X”, “according to X”, “X reported”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geodata.geoparsing.article.names import Name
from geodata.geoparsing.article.passage import Passage

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_REACH = 90  # characters before a name in which the telling words stand
_LATER = r"(?: \w+ly| (?:in|on|last|this|earlier|exclusively|yesterday)(?: \w+){0,2})?"
_MEDIUM = (
    r"(?:the |a |an )?(?:[\w\-]+ ){0,2}?(?:(?:news ?)?paper|daily|weekly|magazine|tabloid|broadcaster"
    r"|(?:news |press )?agency|(?:news |tv |television |radio |satellite )?(?:channel|station|network)"
    r"|television|radio|tv|website|news site|portal|outlet|journal|newswire)"
)
_TO = (
    r"(?:said|says?|saying|told|speak(?:s|ing)?|spoke|spoken|talk(?:s|ed|ing)|added|adding"
    r"|confirm(?:ed|ing)|explain(?:ed|ing|s)|disclosed|revealed|declared|stated|admitted|confided"
    r"|remark(?:s|ed)?|comment(?:s|ed|ing)?|statements?|interviews?|testimony)" + _LATER + r" to"
)
_WITH = r"(?:interview(?:s|ed|ing)?|sp(?:oke|eaking|oken)|talk(?:ed|ing)|chat(?:ted)?)" + (
    _LATER + r" (?:with|by|for)"
)
_BY = (
    r"(?:reported|quoted|cited|published|carried|broadcast|aired|interviewed|seen|obtained|reviewed"
    r"|relayed|monitored)" + _LATER + r" by"
)
_TELLING = re.compile(
    rf"(?:\b(?:{_TO}|{_WITH}|{_BY}|told|tell(?:s|ing)?|according to|citing|quoting)"
    rf"(?: {_MEDIUM})?|\b{_MEDIUM})(?: the)? [\"“‘']?$",
    re.IGNORECASE,
)
# What the last word before a name ends with where it is told something, for a first look.
_TELLING_ENDS = (
    *("to", "with", "by", "for", "told", "tell", "tells", "telling", "citing", "quoting"),
    *("paper", "daily", "weekly", "magazine", "tabloid", "broadcaster", "agency", "channel"),
    *("station", "network", "television", "radio", "tv", "website", "site", "portal", "outlet"),
    *("journal", "newswire"),
)
_PUBLISHED = re.compile(
    r"\b(?:published|wrote|writ(?:es|ing|ten)|printed|appear(?:s|ed|ing)|broadcast|aired|carried|shown"
    r"|article|column|editorial|report|story|interview|quoted|op-ed|comments?|remarks?|speaking"
    r"|said|announced)(?: \w+ly)? (?:in|on|for|at|via|from) (?:the )?$",
    re.IGNORECASE,
)
_NAMED_MEDIUM = re.compile(
    r"[\"”’']? (?:newspaper|daily|weekly|magazine|news|press|television|tv|radio|channel|agency"
    r"|broadcaster|website|journalists?|reporters?|correspondents?|editors?|columnists?)\b"
)
_QUOTING = re.compile(
    r"[\"”’']?,? (?:(?:has|had|also|first|later|then) )*(?:quot|cit)(?:ed|es|ing)\b"
)
_REPORTING = re.compile(
    r"[\"”’']?,? (?:(?:has|had|also|first|later|then) )*(?P<verb>report(?:ed|s)|wrote|writes)\b"
)
_TELLING_VERBS = frozenset(
    [
        "say",
        "tell",
        "speak",
        "talk",
        "add",
        "explain",
        "confirm",
        "remark",
        "comment",
        "disclose",
        "reveal",
        "declare",
        "state",
        "admit",
        "confide",
    ]
)
_TELLING_NOUNS = frozenset({"comment", "interview", "remark", "statement", "testimony"})
_OBJECTS = frozenset({"dobj", "dative", "obj"})


def is_told(passage: Passage, name: Name) -> bool:
    """Say whether a name stands where something is told to it or reported by it."""
    if _qualifies(passage, name) and not is_called_medium(passage, name):
        return False
    head = passage.text[max(0, name.start - _REACH) : name.start].rpartition("\n")[2]
    last = head[-24:].lower().rstrip("\"“‘' ").removesuffix(" the")
    if last.endswith(_TELLING_ENDS) and _TELLING.search(head):
        return True
    token = passage.head_token(name.start, name.end)
    return _is_reporting(passage, name) or _hears(token)


def is_published_in(passage: Passage, name: Name) -> bool:
    """Say whether something is printed or shown in it: “wrote in X”, “aired on X”."""
    head = passage.text[max(0, name.start - _REACH) : name.start].rpartition("\n")[2]
    return _PUBLISHED.search(head) is not None


def is_called_medium(passage: Passage, name: Name) -> bool:
    """Say whether the next word calls it a newspaper, a channel, or its staff."""
    return _NAMED_MEDIUM.match(passage.text, name.end) is not None


def _qualifies(passage: Passage, name: Name) -> bool:
    """Say whether a name only says which people are meant: “told Houston residents”."""
    after = passage.after(name.end)
    return after is not None and after.pos_ == "NOUN" and after.idx == name.end + 1


def _is_reporting(passage: Passage, name: Name) -> bool:
    """Say whether a name quotes or reports, as “X reported 12 cases” does not: a town counts them."""
    if passage.head_token(name.start, name.end).dep_ != "nsubj":
        return False
    if _QUOTING.match(passage.text, name.end):
        return True
    match = _REPORTING.match(passage.text, name.end)
    if match is None:
        return False
    verb = passage.token_at(match.start("verb"))
    return verb.pos_ == "VERB" and not any(child.dep_ in _OBJECTS for child in verb.children)


def _hears(token: Token) -> bool:
    """Say whether a name is told something, words between or in a list: “said in May to X and Y”."""
    for _ in range(6):
        if token.dep_ != "conj" or token.head.pos_ != "PROPN":
            break
        token = token.head
    if token.dep_ in _OBJECTS:
        return bool(token.head.lemma_ == "tell")
    if token.dep_ != "pobj" or token.head.lower_ not in {"to", "with"}:
        return False
    teller = token.head.head
    if teller.pos_ == "NOUN":
        return teller.lemma_ in _TELLING_NOUNS
    if token.head.lower_ == "with":
        return teller.lemma_ in {"interview", "speak"}
    return teller.pos_ == "VERB" and teller.lemma_ in _TELLING_VERBS
