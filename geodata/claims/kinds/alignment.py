"""Countries that move toward or away from others: pacts, blocs, ties, expulsions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from geodata.claims.drafts import Draft
from geodata.claims.grammar.wordings import Wording
from geodata.claims.scene.story import Story
from geodata.claims.shifts.blocs import (
    read_apply,
    read_form_bloc,
    read_freeze,
    read_join,
    read_quit,
)
from geodata.claims.shifts.expulsions import read_expel, read_must_go, read_tell
from geodata.claims.shifts.pacts import (
    read_granted,
    read_in_force,
    read_made,
    read_standing_alone,
    read_unmade,
)
from geodata.claims.shifts.ties import (
    read_aligned,
    read_bound,
    read_distanced,
    read_dropped,
    read_orbit,
    read_severed,
)

_READERS: dict[str, Callable[[Wording, Story], Iterable[Draft]]] = {
    "freeze": read_freeze,
    "quit": read_quit,
    "unmake": read_unmade,
    "sever": read_severed,
    "make": read_made,
    "take_effect": read_in_force,
    "grants": read_granted,
    "found": read_form_bloc,
    "bind": read_bound,
    "join": read_join,
    "apply": read_apply,
    "expel": read_expel,
    "tell": read_tell,
    "drops": read_dropped,
    "distances": read_distanced,
    "unorbit": read_orbit,
    "orbit": read_orbit,
    "aligns": read_aligned,
}
_SAME_WORD = ("aligns", "drops", "distances")  # “switched from B to C” says more than one thing


def read_alignment(story: Story) -> Iterator[Draft]:
    """Yield what a document says of countries drawing closer to or away from others."""
    told: dict[int, str] = {}
    ranks = {sense: rank for rank, sense in enumerate(_READERS)}
    wordings = [w for w in story.reading.wordings if w.sense in ranks]
    for found in sorted(wordings, key=lambda w: (w.token.i, ranks[w.sense])):
        before = told.get(found.token.i)
        if before and not (before in _SAME_WORD and found.sense in _SAME_WORD):
            continue
        if drafts := list(_READERS[found.sense](found, story)):
            told[found.token.i] = found.sense
            yield from drafts
    yield from read_standing_alone(story)
    yield from read_must_go(story)
