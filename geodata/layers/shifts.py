"""Arrows for a government's turns: from the pole it left to the pole it approached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Review
from geodata.domain.episodes import Certainty, State
from geodata.layers.marks import Anchor, Form, Layer, Mark, Pole
from geodata.layers.reports import when_words
from geodata.layers.sentences import ending
from geodata.layers.tiles import Tile, tile_times
from geodata.layers.wording import Names, PlaceBook, is_by, on_words, sentence
from geodata.timeline import Happening, Stage

# How long a turn is shown; one away and one toward within that time are one arrow.
_SHOWN = timedelta(days=90)
_CONFIRMED = frozenset({Review.ACCEPTED, Review.EDITED})


@dataclass(frozen=True, slots=True)
class Shift:
    """One arrow on one day: what it leaves, what it approaches, or a coup; never nothing."""

    tail: Happening | None
    head: Happening | None
    certainty: Certainty

    def __hash__(self) -> int:
        """Hash what tells arrows apart, which is far less than all they hold."""
        return hash((self.certainty, *((item.claim_ids, item.when.latest) for item in self.told)))

    @property
    def told(self) -> tuple[Happening, ...]:
        """What the arrow rests on, in the order of its drawing."""
        return tuple(item for item in (self.tail, self.head) if item)


def shifts_on(on: date, happenings: Iterable[Happening], names: Names) -> tuple[Shift, ...]:
    """
    Return the arrows of one country on one day.

    A turn is shown for 90 days. Where its day is uncertain, it is shown as possible on every
    day on which it may lie in the 90 days before; where nothing bounds it below, in the 90 days
    after the last day on which it can have been. Each pole approached gets an arrow, from the
    pole that was left last; each pole that was left and starts no such arrow gets its own.
    """
    shown = [item for item in happenings if _is_shown(item, on)]
    coups = [item for item in shown if item.stage is Stage.COUP]
    heads = _newest_by_pole((item for item in shown if item.state is State.TOWARD), names)
    tails = _newest_by_pole((item for item in shown if item.state is State.AWAY), names)
    shifts = [Shift(None, item, _certainty((item,), on)) for item in coups]
    used: set[str] = set()
    for side, head in heads.items():
        tail_side = next((key for key in tails if key != side), None)
        is_plan = head.stage is Stage.PLANNED_LEAN
        tail = tails[tail_side] if tail_side and not is_plan else None
        used |= {tail_side} if tail and tail_side else set()
        shifts.append(Shift(tail, head, _certainty((head, *((tail,) if tail else ())), on)))
    shifts += [
        Shift(tail, None, _certainty((tail,), on))
        for side, tail in tails.items()
        if side not in used
    ]
    return tuple(shifts)


def make_shift_marks(
    happenings: Iterable[Happening], claims: Mapping[ClaimId, Claim], book: PlaceBook, names: Names
) -> Iterator[Mark]:
    """Yield the arrows of all countries over both times."""
    by_country: defaultdict[str, list[Happening]] = defaultdict(list)
    for item in happenings:
        if item.fact.kind is ClaimKind.ALIGNMENT and item.when.latest is not None:
            by_country[item.fact.host or item.fact.actor].append(item)
    for country in sorted(by_country):

        def looks_on(day: date, known: Sequence[Happening]) -> Iterable[Shift]:
            return shifts_on(day, known, names)

        tiles = tile_times(by_country[country], lambda item: item.known, _cuts_of, looks_on)
        for tile in tiles:
            yield _mark(country, tile, claims, book, names)


def _ends(item: Happening) -> tuple[date, date]:
    last = item.when.latest or date.max
    return item.when.earliest or last, last


def _shown_until(day: date) -> date:
    return day + _SHOWN if date.max - day > _SHOWN else date.max


def _cuts_of(item: Happening) -> Iterator[date]:
    for day in _ends(item):
        yield day
        yield _shown_until(day)


def _is_shown(item: Happening, on: date) -> bool:
    first, last = _ends(item)
    return first <= on < _shown_until(last)


def _certainty(items: Sequence[Happening], on: date) -> Certainty:
    if any(item.stage is Stage.PLANNED_LEAN for item in items):
        return Certainty.PLANNED
    ends = [_ends(item) for item in items]
    is_bounded = all(item.when.earliest for item in items)
    is_certain = is_bounded and all(last <= on < _shown_until(first) for first, last in ends)
    return Certainty.ATTESTED if is_certain else Certainty.POSSIBLE


def _newest_by_pole(items: Iterable[Happening], names: Names) -> dict[str, Happening]:
    """Return the newest turn for each pole, newest first; a target without a pole is its own."""
    order = sorted(
        items,
        key=lambda item: (item.stage is not Stage.PLANNED_LEAN, _ends(item)[1], item.claim_ids),
        reverse=True,
    )
    newest: dict[str, Happening] = {}
    for item in order:
        side = names.actors.pole_of(item.fact.target) or item.fact.target or ""
        newest.setdefault(side, item)
    return newest


def _mark(
    country: str,
    tile: Tile[Shift],
    claims: Mapping[ClaimId, Claim],
    book: PlaceBook,
    names: Names,
) -> Mark:
    shift, place = tile.look, book.country(country)
    lead = shift.head or shift.told[0]
    head, tail = _pole(shift.head, names), _pole(shift.tail, names)
    claim_ids = tuple(dict.fromkeys(key for item in shift.told for key in item.claim_ids))
    documents = tuple(dict.fromkeys(key for item in shift.told for key in item.document_ids))
    is_accepted = any(claims[key].review in _CONFIRMED for key in claim_ids if key in claims)
    targets = "-".join((item.fact.target or item.state).replace(" ", "-") for item in shift.told)
    corner = f"{tile.valid.start or '-'}~{tile.known.start or '-'}"
    return Mark(
        id=f"shift:{country}:{targets}:{claim_ids[0]}@{corner}",
        fact_id=lead.fact.id,
        layer=Layer.ALIGNMENT,
        form=Form.SHIFT,
        actor=country,
        code="coup" if lead.stage is Stage.COUP else (head or tail or "XX"),
        pole=head,
        second_pole=tail,
        anchor=Anchor.COUNTRY,
        lon=place.lon if place else None,
        lat=place.lat if place else None,
        country=country,
        place_id=place.id if place else "",
        place_name=place.name if place else "",
        state=lead.state,
        certainty=shift.certainty,
        valid=tile.valid,
        known=tile.known,
        attested=tuple(sorted({_ends(item)[1] for item in shift.told})),
        claim_ids=claim_ids,
        document_ids=documents,
        review=Review.ACCEPTED if is_accepted else Review.SUGGESTED,
        is_disputed=_is_disputed(shift),
        subject=names.name_of(country),
        is_begun_by=_is_begun_by(shift),
        label=_label(shift),
        words=_words(country, shift, len(documents), names),
        report=_report(country, shift, names),
    )


def _is_begun_by(shift: Shift) -> bool:
    """Say whether no turn of an arrow is told to its day; what is only meant to come is none."""
    turns = [item for item in shift.told if item.stage in {Stage.TOWARD, Stage.AWAY}]
    return bool(turns) and all(is_by(item.when) for item in turns)


def _pole(item: Happening | None, names: Names) -> Pole | None:
    letter = names.actors.pole_of(item.fact.target) if item else None
    return Pole(letter) if letter else None


def _label(shift: Shift) -> str:
    parts = []
    for item in shift.told:
        way = "coup" if item.stage is Stage.COUP else item.state.value
        parts.append(f"{way} {_dated(item)}")
    return ", ".join(parts)


def _words(country: str, shift: Shift, sources: int, names: Names) -> str:
    parts = [_turn(item, names) for item in shift.told]
    maybe = "the day is uncertain; " if shift.certainty is Certainty.POSSIBLE else ""
    told = ending(sources, is_disputed=_is_disputed(shift))
    return sentence(f"{names.name_of(country)}: {', '.join(parts)}; {maybe}{told}")


def _report(country: str, shift: Shift, names: Names) -> str:
    name = names.name_of(country)
    disputed = "; accounts differ" if _is_disputed(shift) else ""
    lead = shift.told[0]
    if lead.stage is Stage.COUP:
        what = "takeover" if lead.event == "takeover" else "coup"
        return sentence(f"a {what} took place in {name} {when_words(lead.when)}{disputed}")
    return sentence(f"{' and '.join(_turned(item, name, names) for item in shift.told)}{disputed}")


def _turned(item: Happening, name: str, names: Names) -> str:
    when = when_words(item.when)
    target = names.name_of(item.fact.target) if item.fact.target else "a side not told"
    way = "toward" if item.state is State.TOWARD else "away from"
    if item.stage is Stage.PLANNED_LEAN:
        return f"it was said {when} that {name} meant to turn {way} {target}"
    has = "had turned" if is_by(item.when) else "turned"
    return f"{name} {has} {way} {target} {when}"


def _is_disputed(shift: Shift) -> bool:
    return any(item.is_disputed for item in shift.told)


def _turn(item: Happening, names: Names) -> str:
    if item.stage is Stage.COUP:
        what = "takeover" if item.event == "takeover" else "coup"
        return f"{what} {_dated(item)}"
    target = names.name_of(item.fact.target) if item.fact.target else "a side not told"
    if item.stage is Stage.PLANNED_LEAN:
        way = "means to turn toward" if item.state is State.TOWARD else "means to turn away from"
        return f"{way} {target}, said {_dated(item)}"
    way = "toward" if item.state is State.TOWARD else "away from"
    finer = item.event.replace("_", " ")
    return f"{way} {target} {_dated(item)}" + (f" ({finer})" if finer else "")


def _dated(item: Happening) -> str:
    return on_words(item.when)
