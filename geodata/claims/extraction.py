"""From a parsed article with its places and dates to evidenced claims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from geodata.claims.doubts import without_doubtful, without_lone
from geodata.claims.drafts import ClaimReader, Draft
from geodata.claims.grammar.reading import PlaceIndex, make_reading
from geodata.claims.kinds.alignment import read_alignment
from geodata.claims.kinds.bases import read_bases
from geodata.claims.kinds.coups import read_coups
from geodata.claims.kinds.echoes import read_echoes, without_list_heads
from geodata.claims.kinds.rows import read_rows
from geodata.claims.kinds.settling import settle
from geodata.claims.kinds.standing import read_standing
from geodata.claims.kinds.troops import read_troops
from geodata.claims.merging import merge
from geodata.claims.passing.done import read_done
from geodata.claims.passing.inheriting import with_inherited_hosts
from geodata.claims.passing.lacking import read_lacking
from geodata.claims.passing.loose import read_loose
from geodata.claims.passing.placing import with_places
from geodata.claims.pastimes import without_long_past, without_pastimes
from geodata.claims.scene.camps import with_camps
from geodata.claims.scene.story import make_story
from geodata.claims.verdicts import without_judged
from geodata.domain.claims import Claim
from geodata.domain.documents import Document
from geodata.domain.mentions import DateMention, PlaceMention
from geodata.domain.spans import Span

if TYPE_CHECKING:
    from geodata.language.tokens import Doc

ENTRY_POINTS = "dateline.claim_kinds"
BUILT_IN: tuple[ClaimReader, ...] = (read_bases, read_troops, read_alignment, read_coups)


@cache
def claim_readers() -> tuple[ClaimReader, ...]:
    """Return the built-in readers, then those that installed packages offer as entry points."""
    found = (point.load() for point in entry_points(group=ENTRY_POINTS))
    return (*BUILT_IN, *found)


def read_claims(
    document: Document,
    parsed: Doc,
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    gazetteer: PlaceIndex,
    *,
    within: Sequence[Span] | None = None,
) -> list[Claim]:
    """
    Return what an article claims of bases, forces and alignments, with the evidence.

    Args:
        document: The article.
        parsed: Its parse, made from `document.reading_text`.
        places: Its place mentions, resolved.
        dates: Its time expressions, resolved.
        gazetteer: For demonyms and the operators of bases.
        within: Only what is told there; None for the whole article.
    """
    reading = make_reading(document, parsed, places, dates, gazetteer)
    story = with_camps(make_story(reading))
    drafts = [draft for reader in claim_readers() for draft in reader(story)]
    drafts += list(read_lacking(story))
    drafts = list(with_inherited_hosts(drafts))
    drafts += list(read_loose(drafts, story, is_moving=True))
    drafts += list(read_standing(drafts, story))
    drafts += list(read_loose(drafts, story))
    drafts = list(without_long_past(without_pastimes(drafts, story), story))
    drafts = list(without_doubtful(list(without_judged(drafts, story)), story))
    echoes = list(read_echoes(drafts, story))
    echoes += read_rows([*drafts, *echoes], story)
    told = with_places(settle([*without_list_heads(drafts, echoes), *echoes]), story)
    told += read_done(told, story)
    claims = merge([draft for draft in told if _stands_in(draft, within)], story)
    return without_lone(claims, story) if within is None else claims


def _stands_in(draft: Draft, within: Sequence[Span] | None) -> bool:
    start = draft.sentences[0].span.start
    return within is None or any(span.start <= start < span.end for span in within)
