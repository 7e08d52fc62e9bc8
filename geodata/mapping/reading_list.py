"""The map as a dated list in plain HTML, for readers and machines without scripts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape

from geodata.domain.claims import ClaimId
from geodata.domain.plain_text import apart
from geodata.layers.marks import Form, Mark, Passage
from geodata.mapping.content import PageContent, PageQuote
from geodata.written_days import day_words


def span_words(mark: Mark) -> str:
    """Return when a mark is true, in words; the last day is inside."""
    start, end = mark.valid.start, mark.valid.end
    if start is None and end is None:
        return "undated"
    if end is None:
        return f"from {day_words(start)}" if start else "undated"
    last = date.fromordinal(end.toordinal() - 1)
    if start is None:
        return f"until {day_words(last)}"
    return day_words(start) if start == last else f"{day_words(start)} to {day_words(last)}"


def reading_list(content: PageContent, on: date, known_by: date) -> str:
    """
    Return HTML that tells every mark that rests on a claim, oldest first.

    Args:
        content: What is told.
        on: The day whose marks stand first, under a heading of their own.
        known_by: The day by which it was known.
    """
    quotes = {quote.claim_id: quote for quote in content.quotes}
    told = [m for m in content.marks if m.claim_ids and m.form is not Form.GROUND]
    told.sort(key=lambda m: (m.valid.start or date.min, m.id))
    now = [m for m in told if m.is_drawn(on, known_by)]
    cite = _citer(content)
    parts = [
        f"<h1>{escape(content.title)}</h1>",
        f"<h2>{_heading(content, on, known_by)}</h2>",
        _items(now, quotes, cite),
        "<h2>All dates</h2>",
        _items(told, quotes, cite),
        "<h2>Sources</h2>",
        "<ol>",
        *(
            f'<li value="{source.number}">{escape(_source(content, i))}</li>'
            for i, source in enumerate(content.sources)
        ),
        "</ol>",
    ]
    return "\n".join(parts)


def _heading(content: PageContent, on: date, known_by: date) -> str:
    """Return the days of the map; after the last source nobody tells any more what is."""
    told = f"On {day_words(on)}, as known on {day_words(known_by)}"
    published = [source.published for source in content.sources if source.published]
    last = max((day for day in published if day <= known_by), default=None)
    return f"{told}; last reported on {day_words(last)}" if last and on > last else told


def _source(content: PageContent, index: int) -> str:
    source = content.sources[index]
    when = day_words(source.published) if source.published else "undated"
    about = "about " if source.is_inferred else ""
    return ", ".join(
        part for part in (*map(apart, (source.title, source.outlet)), about + when) if part
    )


def _written(quote: PageQuote) -> str:
    return f", written {day_words(quote.written)}" if quote.written else ""


def _citer(content: PageContent) -> Callable[[int], str]:
    """Return what names a source beside a quote: “4, USNewsMag.com, 20 May 2024”."""
    told = {}
    for source in content.sources:
        about = "about " if source.is_inferred else ""
        when = f"{about}{day_words(source.published)}" if source.published else ""
        told[source.number] = ", ".join(
            part for part in (str(source.number), apart(source.outlet), when) if part
        )
    return lambda number: told.get(number, str(number))


def _items(
    marks: list[Mark], quotes: dict[ClaimId | Passage, PageQuote], cite: Callable[[int], str]
) -> str:
    if not marks:
        return "<p>No source says anything about this date.</p>"
    rows = []
    for mark in marks:
        told = [quotes[claim] for claim in mark.claim_ids if claim in quotes]
        cited = "".join(
            f"<blockquote>{escape(quote.text)} "
            f"<small>[{escape(cite(quote.source))}{_written(quote)}]</small></blockquote>"
            for quote in told
        )
        rows.append(f"<li>{escape(mark.words)} ({escape(span_words(mark))}){cited}</li>")
    return "<ul>\n" + "\n".join(rows) + "\n</ul>"
