"""Statements of one thing, told more than once in a document, become one claim."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import timedelta

from geodata.claims.attribution import attribution_of
from geodata.claims.backing import telling
from geodata.claims.drafts import Draft
from geodata.claims.grammar.modality import Stage
from geodata.claims.scene.story import Story
from geodata.domain.claims import (
    PLANNED_STATUSES,
    Claim,
    ClaimId,
    ClaimKind,
    Modality,
    Status,
)
from geodata.domain.documents import Publication
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.places import Place
from geodata.domain.spans import Span
from geodata.domain.times import Precision, UncertainDate

_AHEAD = frozenset(
    {
        Modality.PLANNED,
        Modality.ANNOUNCED,
        Modality.DEMANDED,
        Modality.NEGOTIATED,
        Modality.AGREED,
        Modality.ORDERED,
    }
)
_NEAR = timedelta(days=31)
# What is told more often than this is compared with its first and last tellings alone: a line
# copied a thousand times must not take a million comparisons.
_MOST_COMPARED = 60
_VOICES = (
    Modality.ASSERTED,
    Modality.ORDERED,
    Modality.AGREED,
    Modality.ANNOUNCED,
    Modality.PLANNED,
    Modality.DEMANDED,
    Modality.REPORTED,
    Modality.NEGOTIATED,
    Modality.DENIED,
)


def merge(drafts: Iterable[Draft], story: Story) -> list[Claim]:
    """Return one claim for each thing that the drafts speak of, in the order of the text."""
    groups: list[list[Draft]] = []
    ordered = sorted(drafts, key=lambda d: d.predicate.i)
    for draft in sorted(ordered, key=_rank):
        fitting = [g for g in groups if all(_fit(draft, other) for other in _compared(g))]
        if fitting:
            max(fitting, key=lambda g: _closeness(draft, g)).append(draft)
        elif not draft.voice.is_mention:
            groups.append([draft])
    claims = _with_denials_told([_claim(group, story) for group in groups])
    return sorted(claims, key=lambda c: (c.evidence[0], c.kind, c.id))


def _compared(group: list[Draft]) -> list[Draft]:
    if len(group) <= _MOST_COMPARED:
        return group
    return group[: _MOST_COMPARED // 2] + group[-_MOST_COMPARED // 2 :]


def _with_denials_told(claims: list[Claim]) -> list[Claim]:
    """Keep a denial only where the text also says what is denied: else nobody claims anything."""
    said = {(c.kind, c.actor, c.host) for c in claims if c.modality is not Modality.DENIED}
    return [
        c for c in claims if c.modality is not Modality.DENIED or (c.kind, c.actor, c.host) in said
    ]


def _rank(draft: Draft) -> tuple[bool, bool, bool, float]:
    """Firm statements first, so that loose ones join them."""
    return (
        draft.voice.is_mention,
        draft.modality is Modality.NEGOTIATED,
        not draft.when.is_dated,
        -draft.strength,
    )


def _fit(draft: Draft, other: Draft) -> bool:
    if (draft.kind, draft.actor, draft.host) != (other.kind, other.actor, other.host):
        return False
    if draft.voice.is_mention:
        return _is_spoken_of(draft, other)
    if draft.status is not other.status or not _same_target(draft, other):
        return False
    if not _same_place(draft.place, other.place) or _is_other_part(draft, other):
        return False
    if draft.kind is ClaimKind.ALIGNMENT and not _same_event(draft, other):
        return False
    if draft.kind is ClaimKind.BASE and not _same_base(draft, other):
        return False
    if _is_other_day(draft, other) or not _same_stage(draft, other):
        return False
    if not _same_count(draft, other):
        return False
    return _same_time(draft, other)


def _is_spoken_of(draft: Draft, other: Draft) -> bool:
    """“The withdrawal raises questions” is evidence for the withdrawal, done or due."""
    family = {
        Status.WITHDRAWS: {Status.TO_WITHDRAW, Status.WITHDRAWS},
        Status.TO_WITHDRAW: {Status.TO_WITHDRAW, Status.WITHDRAWS},
        Status.ARRIVES: {Status.TO_ARRIVE, Status.ARRIVES},
    }
    return other.status in family.get(draft.status, {draft.status}) and draft.target in {
        None,
        other.target,
    }


def _same_target(draft: Draft, other: Draft) -> bool:
    """Who takes a base over may be told once only; of a shift, another partner is another shift."""
    if draft.kind is ClaimKind.BASE and None in {draft.target, other.target}:
        return True
    return draft.target == other.target


def _same_event(draft: Draft, other: Draft) -> bool:
    return draft.event == other.event or not (draft.event and other.event)


def _same_place(one: Place | None, two: Place | None) -> bool:
    if one is None or two is None:
        return True
    return one.id == two.id


def _is_other_part(draft: Draft, other: Draft) -> bool:
    """A number for the whole country and a place without one are two statements of presence."""
    if draft.status is not Status.PRESENT or draft.sentences[0] == other.sentences[0]:
        return False
    return any(
        a.count and not a.place and b.place and not b.count
        for a, b in ((draft, other), (other, draft))
    )


def _same_base(draft: Draft, other: Draft) -> bool:
    """A base without a place is that of the headline or of the same sentence, else another one."""
    if draft.place is None and other.place is None and draft.site_name != other.site_name:
        return not (draft.site_name and other.site_name)
    if (draft.place is None) == (other.place is None):
        return draft.place is not None or draft.sentences[0] == other.sentences[0]
    return any(d.sentences[0].is_heading or d.sentences[0].index == 0 for d in (draft, other))


def _is_other_day(draft: Draft, other: Draft) -> bool:
    """“Fewer than 30 will stay on” is another number than that of who is there."""
    is_presence = draft.status is Status.PRESENT and bool(draft.count or other.count)
    return is_presence and draft.voice.is_planned != other.voice.is_planned


def _same_stage(draft: Draft, other: Draft) -> bool:
    stages = {draft.voice.stage, other.voice.stage}
    return (
        draft.status is not Status.WITHDRAWS
        or len(stages) == 1
        or not (draft.when.is_dated and other.when.is_dated)
    )


def _same_count(draft: Draft, other: Draft) -> bool:
    """Two exact counts of two dated events are two events; a hedge is only another wording."""
    one, two = draft.count, other.count
    if one is None or two is None or draft.status is Status.TO_WITHDRAW:
        return True
    low, high = max(one.low, two.low), min(one.high or 10**9, two.high or 10**9)
    return low <= high or Qualifier.VAGUE in {one.qualifier, two.qualifier}


def _same_time(draft: Draft, other: Draft) -> bool:
    if not (draft.when.is_dated and other.when.is_dated):
        if draft.when.is_dated == other.when.is_dated:
            return True
        return _may_share(draft, other)
    one, two = draft.when.begins, other.when.begins
    if draft.status is Status.TO_WITHDRAW and _voice_family(draft) != _voice_family(other):
        return False  # the host's demand and the owner's own decision are two steps
    if one.meet(two):
        return True
    if draft.status in {Status.PRESENT, Status.TO_WITHDRAW, Status.TO_ARRIVE}:
        return _gap(one, two) <= _NEAR
    return False


def _may_share(draft: Draft, other: Draft) -> bool:
    """An undated statement joins a dated one, unless it is another step, or of another time."""
    if draft.status is Status.PRESENT:
        return _gap(draft.when.begins, other.when.begins) <= _NEAR
    if draft.status is not Status.TO_WITHDRAW:
        return True
    return draft.modality is Modality.NEGOTIATED or _voice_family(draft) == _voice_family(other)


def _voice_family(draft: Draft) -> str:
    if draft.modality not in {Modality.ORDERED, Modality.DEMANDED}:
        return "decided"
    return "ordered" if draft.is_own_order else "demanded"


def _gap(one: UncertainDate, two: UncertainDate) -> timedelta:
    if one.earliest and two.latest and one.earliest > two.latest:
        return one.earliest - two.latest
    if two.earliest and one.latest and two.earliest > one.latest:
        return two.earliest - one.latest
    return timedelta(0)


def _closeness(draft: Draft, group: list[Draft]) -> tuple[bool, int]:
    near = _compared(group)
    same = any(d.status is draft.status and d.modality is draft.modality for d in near)
    return same, -min(abs(d.predicate.i - draft.predicate.i) for d in near)


def _claim(group: Sequence[Draft], story: Story) -> Claim:
    best = min(group, key=lambda d: (_rank(d), d.predicate.i))
    voice = min((d.modality for d in group if not d.voice.is_mention), key=_VOICES.index)
    voice = best.modality if best.modality is not Modality.NEGOTIATED else voice
    dated = next((d for d in (best, *group) if d.when.is_dated and d.status is best.status), best)
    place = next((d.place for d in (best, *group) if d.place), None)
    told = telling(best, group, place, story)
    evidence = _spans(told)
    target = next((d.target for d in (best, *group) if d.target), None)
    count = _best_count(best, group)
    deadline = next((d.when.deadline for d in (best, *group) if d.when.deadline), None)
    published = story.reading.document.published
    return Claim(
        id=_claim_id(best, target, evidence[0], story),
        document_id=story.reading.document.id,
        kind=best.kind,
        actor=best.actor,
        host=best.host,
        status=best.status,
        modality=voice,
        evidence=evidence,
        begins=_begins(dated, published),
        ends=dated.when.ends,
        deadline=deadline,
        place=place,
        target=target,
        event=_event(best, group),
        attribution=attribution_of(best, story),
        count=count,
        confidence=_confidence(best, told),
        reasons=_reasons(best, group, count, len(told)),
        reported=published.reported,
        context=tuple(span for span in _spans(_in_order(group)) if span not in evidence),
    )


def _begins(dated: Draft, published: Publication) -> UncertainDate:
    """
    Return when it begins; what is told as done cannot lie ahead of the article.

    “In four months all will have left, since the government broke with them”: the date ahead is
    that of another clause.
    """
    begins, day = dated.when.begins, published.best
    is_told_as_done = dated.modality not in _AHEAD and dated.status not in PLANNED_STATUSES
    if day is None or not is_told_as_done or begins.earliest is None or begins.earliest <= day:
        return begins
    why = "the words tell it as done when the article appeared"
    return UncertainDate(None, day, Precision.INTERVAL, why=why)


def _event(best: Draft, group: Sequence[Draft]) -> str:
    if best.status is Status.WITHDRAWS and any(
        d.voice.stage is Stage.BEGUN and d.status is Status.WITHDRAWS for d in group
    ):
        return "withdrawal_begun"
    return best.event or next((d.event for d in group if d.event), "")


def _spans(drafts: Iterable[Draft]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(s.span for d in drafts for s in d.sentences))


def _in_order(drafts: Iterable[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda d: int(d.predicate.i))


def _best_count(best: Draft, group: Sequence[Draft]) -> Count | None:
    counts = [d.count for d in (best, *group) if d.count and not d.voice.is_mention]
    firm = [c for c in counts if c.qualifier is not Qualifier.VAGUE]
    return next(iter(firm or counts), None)


def _reasons(
    best: Draft, group: Sequence[Draft], count: Count | None, times: int
) -> tuple[str, ...]:
    reasons = list(best.reasons)
    others = {d.count.text for d in group if d.count} - ({count.text} if count else set())
    if others:
        reasons.append(f"also counted as {', '.join(sorted(others))}")
    if times > 1:
        reasons.append(f"told {times} times")
    return tuple(dict.fromkeys(reasons))


def _confidence(best: Draft, told_by: Sequence[Draft]) -> float:
    told = 0.04 * min(4, len(told_by) - 1)
    dated = 0.05 if best.when.is_dated else -0.05
    loose = {Modality.NEGOTIATED: -0.15, Modality.REPORTED: -0.1, Modality.DENIED: -0.3}
    most = 0.3 if best.modality is Modality.DENIED else 0.97
    raw = best.strength + told + dated + loose.get(best.modality, 0.0)
    return round(min(most, max(0.1, raw)), 2)


def _claim_id(best: Draft, target: str | None, first: Span, story: Story) -> ClaimId:
    parts = (
        story.reading.document.id,
        best.kind,
        best.actor,
        best.host or "",
        target or "",
        best.status,
        str(first.start),
    )
    return ClaimId(hashlib.sha1("|".join(parts).encode(), usedforsecurity=False).hexdigest()[:12])
