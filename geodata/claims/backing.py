"""Which statements put together in a claim tell it themselves, and which only speak of it."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.claims.drafts import Draft
from geodata.claims.scene.story import Story
from geodata.domain.claims import ClaimKind, Modality, Status
from geodata.domain.places import Place

_THOSE = frozenset({"the", "its", "their", "his", "our", "these", "those", "this", "that"})
_ASKING = frozenset({"where", "how", "whether", "if", "when", "why"})
_OF_A_NOUN = frozenset({"relcl", "acl"})  # “A, where they will go” says that they will
_TURNS, _SHORTLY = "turns around", "named shortly before"


def telling(best: Draft, group: Sequence[Draft], place: Place | None, story: Story) -> list[Draft]:
    """
    Return the statements that tell a claim, the fullest first, then in the order of the text.

    “It protects the troops until they have left”, “where they will go is open”, “the two
    discussed a withdrawal” speak of a withdrawal that has begun or was ordered; none of them says so.

    Args:
        best: The fullest.
        group: All that were put together, itself among them.
        place: Where the claim says that it is, below country level.
        story: The document.
    """
    others = sorted((d for d in group if d is not best), key=lambda d: int(d.predicate.i))
    return [best, *(d for d in others if _tells(d, best, place, story))]


def _tells(draft: Draft, best: Draft, place: Place | None, story: Story) -> bool:
    if draft.voice.is_mention or draft.status is not best.status or _is_left_open(draft):
        return False
    return (
        _is_there(draft, best, place)
        and _is_same_step(draft, best)
        and _is_same_voice(draft, best)
        and _is_named(draft, story)
    )


def _is_left_open(draft: Draft) -> bool:
    """“Where they will go is not settled”, “discussed how they would leave”."""
    verb = draft.predicate
    return verb.dep_ not in _OF_A_NOUN and any(c.lower_ in _ASKING for c in verb.children)


def _is_there(draft: Draft, best: Draft, place: Place | None) -> bool:
    """A base is that of the headline or the sentence; of forces in the country nobody says where."""
    if place is None or draft.kind is ClaimKind.BASE:
        return True
    is_same_sentence = draft.sentences[0] == best.sentences[0]
    return is_same_sentence or (draft.place is not None and draft.place.id == place.id)


def _is_same_step(draft: Draft, best: Draft) -> bool:
    """A withdrawal that has begun is not told by its end, nor a pact torn up by troops expelled."""
    if best.kind is ClaimKind.ALIGNMENT or best.status is Status.WITHDRAWS:
        return draft.event == best.event
    return True


def _is_same_voice(draft: Draft, best: Draft) -> bool:
    loose = {Modality.NEGOTIATED, Modality.DENIED}
    if loose & {draft.modality, best.modality}:
        return draft.modality is best.modality
    return draft.voice.is_planned == best.voice.is_planned


def _is_named(draft: Draft, story: Story) -> bool:
    """Whether the sentence says whose force or base it is; “soldiers” may be anybody's."""
    why = " ".join(draft.reasons)
    if draft.kind is ClaimKind.BASE and draft.site is not None:
        is_guess = _TURNS in why or _SHORTLY in why
        return not is_guess or _is_that(draft.site, story)
    if _TURNS in why:
        return False
    return _SHORTLY not in why or draft.force is None or _is_that(draft.force, story)


def _is_that(index: int, story: Story) -> bool:
    """“The base”, “its soldiers”, “they”: those told of before."""
    head = story.reading.doc[index]
    return head.pos_ == "PRON" or any(c.lower_ in _THOSE for c in head.children)
