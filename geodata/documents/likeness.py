"""Articles that are nearly the same, as when two outlets print one agency's report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from geodata.domain.documents import Document, DocumentId

# Eight words in a row are rarely the same by chance; of all rows an eighth is looked at, chosen by
# its sum, so that two texts keep the same ones (winnowing after Schleimer and others, 2003).
_ROW = 8
_KEPT_OF = 8
# A row that more articles share is a notice or a signature; following it only costs.
_MOST_HOLDERS = 12
_ALIKE = 0.8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """
    Two articles that share most of their words.

    Args:
        document_id: The later one in the order given.
        like: The earlier one that it resembles most.
        share: What they have in common as a share of what either has, 0..1.
    """

    document_id: DocumentId
    like: DocumentId
    share: float


def near_duplicates(documents: Sequence[Document]) -> tuple[Likeness, ...]:
    """
    Return the articles that are nearly the same as an earlier one, in their order.

    The work grows with the length of the texts, not with the number of pairs.
    """
    rows = [_rows(document) for document in documents]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    found = []
    for number, held in enumerate(rows):
        shared: defaultdict[int, int] = defaultdict(int)
        for row in held:
            for other in holders[row]:
                shared[other] += 1
            if len(holders[row]) < _MOST_HOLDERS:
                holders[row].append(number)
        likely = [
            (count / len(held | rows[other]), -other) for other, count in shared.items() if count
        ]
        share, other = max(likely, default=(0.0, 0))
        if share >= _ALIKE:
            found.append(Likeness(documents[number].id, documents[-other].id, share))
    return tuple(found)


def _rows(document: Document) -> frozenset[int]:
    words = _WORD.findall(document.text[document.body_start :].casefold())
    if len(words) <= _ROW:
        return frozenset({crc32(" ".join(words).encode())} if words else ())
    sums = [crc32(" ".join(words[at : at + _ROW]).encode()) for at in range(len(words) - _ROW + 1)]
    kept = frozenset(value for value in sums if value % _KEPT_OF == 0)
    # A short text may keep none by chance.
    return kept if len(words) > 20 * _KEPT_OF else frozenset(sums)
