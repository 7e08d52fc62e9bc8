"""Lines of printed pages -> running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from geodata.documents.markup.blocks import tidy

_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
# Fonts join these letters to one sign; names and words are looked up with the letters apart.
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB06: "st"}
_EDGE_LINES = 2  # running heads and feet stand in the outermost lines
_FULL_SHARE = 0.72  # a line this near to the usual length goes on in the next
_ENDS_SENTENCE = re.compile(r"[.!?:…][”\"’')\]]*$")
_HYPHENATED = re.compile(r"[a-z]{2,}-$")


def flow(pages: Sequence[str]) -> str:
    """
    Join the lines of pages to paragraphs, with a blank line between them.

    Lines that repeat at the head or foot of the pages, and page numbers, are left out; words
    that were divided at the end of a line are joined.
    """
    lines = [line for page in without_furniture(pages) for line in page]
    full = _full_length(lines)
    paragraphs: list[list[str]] = []  # the lines of each, as they are joined
    is_open = False
    for at, line in enumerate(lines):
        words = line.strip()
        if not words:
            # At the foot of a page a sentence may go on.
            is_open = is_open and not _ENDS_SENTENCE.search(paragraphs[-1][-1])
            is_open = is_open and _begins_small(lines, at)
            continue
        if is_open:
            before = paragraphs[-1].pop()
            paragraphs[-1] += _joined(before, words)
        else:
            paragraphs.append([words])
        is_open = len(words) >= full * _FULL_SHARE or _begins_small(lines, at + 1)
        if _ENDS_SENTENCE.search(words) and len(words) < full * _FULL_SHARE:
            is_open = False
    text = "\n".join("".join(pieces) for pieces in paragraphs)
    return tidy(text.translate(_LIGATURES))


def without_furniture(pages: Sequence[str]) -> list[list[str]]:
    """Return the lines of each page, without running heads, feet and page numbers."""
    split = [page.replace("\x0c", "\n").splitlines() for page in pages]
    # By the place on the page: a sentence may end one page and begin another.
    heads = _repeated([_texts(lines, _heads(lines)) for lines in split])
    feet = _repeated([_texts(lines, _feet(lines)) for lines in split])
    kept: list[list[str]] = []
    for lines in split:
        gone = set()
        for places, repeated in ((_heads(lines), heads), (_feet(lines), feet)):
            for nth, at in enumerate(places):
                is_number = bool(_PAGE_NUMBER.fullmatch(lines[at].strip()))
                if is_number or (nth, _bare(lines[at])) in repeated:
                    gone.add(at)
        left = [line for at, line in enumerate(lines) if at not in gone]
        if kept and left and kept[-1] and left[0].strip() == kept[-1][-1].strip():
            # Cut through by the edge of the page, the line was printed on both.
            left = left[1:]
        kept.append(left)
    return kept


def _repeated(edges: Sequence[set[tuple[int, str]]]) -> set[tuple[int, str]]:
    counts = Counter(line for lines in edges for line in lines)
    return {line for line, count in counts.items() if line[1] and count > max(1, len(edges) // 2)}


def _texts(lines: Sequence[str], places: Sequence[int]) -> set[tuple[int, str]]:
    return {(nth, _bare(lines[at])) for nth, at in enumerate(places)}


def _heads(lines: Sequence[str]) -> list[int]:
    """Return the places of the first lines, from the top down."""
    return [at for at, line in enumerate(lines) if line.strip()][:_EDGE_LINES]


def _feet(lines: Sequence[str]) -> list[int]:
    """Return the places of the last lines, from the bottom up."""
    return [at for at, line in enumerate(lines) if line.strip()][: -_EDGE_LINES - 1 : -1]


def _bare(line: str) -> str:
    """Return a line without its numbers, so that “3/12” and “4/12” are one running foot."""
    return re.sub(r"\d+", "", " ".join(line.split())).casefold()


def _full_length(lines: Sequence[str]) -> float:
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[int(len(lengths) * 0.8)] if lengths else 0


def _begins_small(lines: Sequence[str], at: int) -> bool:
    following = next((line.strip() for line in lines[at : at + 3] if line.strip()), "")
    return following[:1].islower()


def _joined(before: str, after: str) -> list[str]:
    """Return two lines as pieces that can be put together without a further sign."""
    if _HYPHENATED.search(before) and after[:1].islower():
        return [before[:-1], after]
    return [before, after] if before.endswith("-") else [before, " ", after]
