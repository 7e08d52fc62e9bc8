"""An article of several days -> what was written on each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geodata.domain.documents import Document, Publication
from geodata.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    What appeared on one day.

    Args:
        spans: Where it stands.
        whole: The article as if all of it had appeared on that day.
        alone: The same with everything else blanked out, every character in its place.
    """

    spans: tuple[Span, ...]
    whole: Document
    alone: Document


def stretches_of(article: Document) -> tuple[Stretch, ...]:
    """Return the rest of an article, then its dated parts; of one without parts, all of it."""
    if not article.parts:
        return (Stretch((Span(0, max(1, len(article.text))),), article, article),)
    rest = _between([part.span for part in article.parts], len(article.text))
    pieces = [(article.published, rest)] if rest else []
    pieces += [(part.published, (part.span,)) for part in article.parts]
    return tuple(_stretch(article, published, spans) for published, spans in pieces)


def _stretch(article: Document, published: Publication, spans: tuple[Span, ...]) -> Stretch:
    whole = replace(article, published=published, parts=())
    blank = re.sub(r"[^\n]", " ", article.text)
    kept = list(blank)
    for span in spans:
        kept[span.start : span.end] = article.text[span.start : span.end]
    return Stretch(spans, whole, replace(whole, text="".join(kept)))


def _between(parts: Sequence[Span], length: int) -> tuple[Span, ...]:
    starts = [0, *(span.end for span in parts)]
    ends = [*(span.start for span in parts), length]
    return tuple(Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b)
