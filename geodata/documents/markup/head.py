"""What a web page says of its article: JSON-LD, OpenGraph, meta and time elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from geodata.documents.dates import StatedDay, day_in_address, day_of
from geodata.documents.markup.blocks import tidy
from geodata.domain.documents import DateHint

_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "title")
_OUTLET_METAS = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_AUTHOR_METAS = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "citation_publication_date",
)  # fmt: skip
_CHANGE_METAS = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")
_ARTICLE_TYPES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "report",
                  "analysisnewsarticle", "liveblogposting", "opinionnewsarticle")  # fmt: skip
_DEEPEST = 12
_DIVIDERS = ("|", "-", "–", "—", "·", ":", "»")


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says of itself; empty where it does not."""

    title: str = ""
    outlet: str | None = None
    author: str = ""
    stated: tuple[StatedDay, ...] = ()
    hints: tuple[DateHint, ...] = ()


def read_head(root: Any) -> Head:
    """
    Read what a parsed page says of its article.

    Args:
        root: The page's root element.
    """
    metas = _metas(root)
    article = _main_article(root)
    return Head(
        title=_title(root, metas, article),
        outlet=_outlet(root, metas, article),
        author=_name(article.get("author")) or _author_in_metas(metas),
        stated=tuple(_stated_days(root, metas, article)),
        hints=tuple(_hints(root, metas, article)),
    )


def _outlet(root: Any, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    told = _name(article.get("publisher")) or _first(metas, _OUTLET_METAS).lstrip("@")
    return told or _outlet_in_title(root)


def _outlet_in_title(root: Any) -> str | None:
    """Return what follows the headline in the page's title: “Headline - Marrow Gazette”."""
    title, headline = (_words_in(root, name) for name in ("title", "h1"))
    if not headline or not title.startswith(headline):
        return None
    rest = title[len(headline) :].strip()
    return rest[1:].strip() or None if rest[:1] in _DIVIDERS else None


def _words_in(root: Any, name: str) -> str:
    """Return the words of the first such element that has any, on one line."""
    for element in root.iter(name):
        if words := " ".join("".join(element.itertext()).split()):
            return words
    return ""


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = tidy(meta.get("content") or "")
        if key and content:
            found.setdefault(key.strip().casefold(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _author_in_metas(metas: dict[str, str]) -> str:
    told = _first(metas, _AUTHOR_METAS)
    return "" if told.startswith("http") else told


def _title(root: Any, metas: dict[str, str], article: dict[str, Any]) -> str:
    told = article.get("headline")
    if isinstance(told, str) and told.strip():
        return tidy(told)
    if found := _first(metas, _TITLE_METAS):
        return found
    return _words_in(root, "h1") or _words_in(root, "title")


def _main_article(root: Any) -> dict[str, Any]:
    """Return the first article that the page's JSON-LD describes, or an empty mapping."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").casefold():
            continue
        try:
            # Some pages break lines inside strings, which strict JSON forbids.
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(told):
            kinds = thing.get("@type")
            listed = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).casefold() in _ARTICLE_TYPES for kind in listed):
                return thing
    return {}


def _things(told: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(told, list):
        for part in told:
            yield from _things(part, depth + 1)
    elif isinstance(told, dict):
        yield told
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            if isinstance(told.get(key), dict | list):
                yield from _things(told[key], depth + 1)


def _name(told: Any) -> str:
    """Return the name of a person or organisation, or of several."""
    if isinstance(told, str):
        return "" if told.startswith("http") else tidy(told)
    if isinstance(told, dict):
        return _name(told.get("name")) if isinstance(told.get("name"), str | list) else ""
    if isinstance(told, list):
        return ", ".join(name for part in told[:8] if (name := _name(part)))
    return ""


def _stated_days(root: Any, metas: dict[str, str], article: dict[str, Any]) -> Iterator[StatedDay]:
    if day := day_of(article.get("datePublished")):
        yield StatedDay(day, "The page's own description (JSON-LD)")
    for name in _DATE_METAS:
        if name in metas and (day := day_of(metas[name])):
            yield StatedDay(day, f"The page's “{name}”")
            break
    for element in root.iter():
        if element.get("itemprop") == "datePublished" or (
            element.tag == "time" and element.get("pubdate") is not None
        ):
            told = element.get("datetime") or element.get("content") or element.text
            if day := day_of(told):
                yield StatedDay(day, "The page's time element")
            return


def _hints(root: Any, metas: dict[str, str], article: dict[str, Any]) -> Iterator[DateHint]:
    for element in root.iter("time"):
        if day := day_of(element.get("datetime") or element.text):
            yield DateHint(day, day, day, "the page shows the time of")
            break
    for address in _addresses(root, metas):
        if day := day_in_address(address):
            yield DateHint(day, day, day, "the page's address holds the day")
            break
    changed: date | None = day_of(article.get("dateModified"))
    changed = changed or day_of(_first(metas, _CHANGE_METAS))
    if changed:
        yield DateHint(changed, None, changed, "the page was last changed on")


def _addresses(root: Any, metas: dict[str, str]) -> Iterator[str]:
    if "og:url" in metas:
        yield metas["og:url"]
    for link in root.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical":
            yield link.get("href") or ""
    # Browsers and archivers note where a page was saved from in a comment at its head.
    before = root.getprevious()
    for _ in range(3):
        if before is None:
            return
        if not isinstance(before.tag, str):
            yield before.text or ""
        before = before.getprevious()
