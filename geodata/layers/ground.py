"""The ground of a country: which pole its government leans toward, by one declared rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from geodata.domain.claims import ClaimId, ClaimKind, Review
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import Certainty, Episode, State
from geodata.domain.facts import FactId
from geodata.layers.marks import Anchor, Form, Layer, Mark, Pole
from geodata.layers.reports import when_words
from geodata.layers.sentences import Sentences, ending
from geodata.layers.tiles import Tile, tile_times
from geodata.layers.wording import PlaceBook, is_by, sentence, since_words
from geodata.timeline import Actors


@dataclass(frozen=True, slots=True)
class Lean:
    """
    How a government leans on one day, as known by one day.

    Args:
        pole: The pole of the ground.
        second_pole: The pole of the hatch, or None.
        certainty: ATTESTED, or POSSIBLE where no turn toward a pole is certain yet.
        newest: The turn that decides.
        episodes: All that it rests on, the deciding one first.
    """

    pole: Pole
    second_pole: Pole | None
    certainty: Certainty
    newest: Episode
    episodes: tuple[Episode, ...]

    def __hash__(self) -> int:
        """Hash what tells leans apart, which is far less than all they hold."""
        return hash((self.pole, self.second_pole, *(episode.id for episode in self.episodes)))


def lean_on(on: date, episodes: Iterable[Episode], actors: Actors) -> Lean | None:
    """
    Apply the rule of the ground to the alignment episodes of one country in one frame.

    1. The pole that the government turned toward last wins the ground, among turns that are
       certain; where none is certain, among those that are possible, and the lean is then only
       possible. Turns that are only intended do not count.
    2. The hatch is the other pole that it turned toward last and has not turned back from as
       far as its sources say: ties with both are told.
    3. Without another pole, ground of a pole that it also turned away from, on the same day or
       later, is hatched as non-aligned: the sources tell both.
    4. A government that only turned away from poles leans toward none: no ground.
    """
    taken = [(episode, actors.pole_of(episode.target)) for episode in episodes]
    turns = [(episode, Pole(pole)) for episode, pole in taken if pole]
    certainty = Certainty.ATTESTED
    toward = _toward(turns, certainty)
    if not toward:
        certainty = Certainty.POSSIBLE
        toward = _toward(turns, certainty)
    if not toward:
        return None
    toward.sort(key=lambda turn: (_last_day(turn[0], on), turn[1], turn[0].fact_id), reverse=True)
    newest, pole = toward[0]
    second = next((other for _, other in toward if other is not pole), None)
    left = [
        episode
        for episode, other in turns
        if other is pole
        and episode.state is State.AWAY
        and episode.certainty is Certainty.ATTESTED
        and _last_day(episode, on) >= _last_day(newest, on)
    ]
    if second is None and left:
        second = Pole.NON_ALIGNED
    rest = [episode for episode, other in toward if other in {pole, second}]
    return Lean(pole, second, certainty, newest, (*rest, *left))


def make_ground_marks(
    episodes: Iterable[Episode], book: PlaceBook, sentences: Sentences
) -> Iterator[Mark]:
    """Yield the ground of every country over both times."""
    actors = sentences.names.actors
    by_country: defaultdict[str, list[Episode]] = defaultdict(list)
    for episode in episodes:
        if episode.kind is ClaimKind.ALIGNMENT and episode.state is not State.COUP:
            by_country[episode.host or episode.actor].append(episode)
    for country in sorted(by_country):

        def looks_on(day: date, known: Sequence[Episode]) -> Iterable[Lean]:
            lean = lean_on(day, [item for item in known if item.valid.holds(day)], actors)
            return [lean] if lean else []

        tiles = tile_times(by_country[country], lambda item: item.known, _cuts_of, looks_on)
        for tile in tiles:
            yield _mark(country, tile, book, sentences)


def _toward(
    turns: Iterable[tuple[Episode, Pole]], certainty: Certainty
) -> list[tuple[Episode, Pole]]:
    return [
        (episode, pole)
        for episode, pole in turns
        if episode.state is State.TOWARD and episode.certainty is certainty
    ]


def _last_day(episode: Episode, on: date) -> date:
    """Return when the turn was last attested up to a day, else when it may have begun."""
    days = [day for day in episode.attested if day <= on]
    return max(days, default=episode.valid.start or date.min)


def _cuts_of(episode: Episode) -> Iterator[date]:
    yield episode.valid.start or date.min
    yield episode.valid.end or date.max
    yield from episode.attested


def _mark(country: str, tile: Tile[Lean], book: PlaceBook, sentences: Sentences) -> Mark:
    lean, place = tile.look, book.country(country)
    claims: dict[ClaimId, None] = {}
    documents: dict[DocumentId, None] = {}
    for episode in lean.episodes:
        claims.update(dict.fromkeys(episode.claim_ids))
        documents.update(dict.fromkeys(episode.document_ids))
    is_disputed = lean.second_pole is not None or any(item.is_disputed for item in lean.episodes)
    return Mark(
        id=f"ground:{country}@{tile.valid.start or '-'}~{tile.known.start or '-'}",
        fact_id=FactId(f"ground:{country}"),
        layer=Layer.ALIGNMENT,
        form=Form.GROUND,
        actor=country,
        code=lean.pole.value,
        pole=lean.pole,
        second_pole=lean.second_pole,
        anchor=Anchor.COUNTRY,
        lon=place.lon if place else None,
        lat=place.lat if place else None,
        country=country,
        place_id=place.id if place else "",
        place_name=place.name if place else "",
        state=State.TOWARD,
        certainty=lean.certainty,
        valid=tile.valid,
        known=tile.known,
        attested=tuple(sorted({day for item in lean.episodes for day in item.attested})),
        claim_ids=tuple(claims),
        document_ids=tuple(documents),
        review=_review(lean.episodes),
        is_disputed=is_disputed,
        subject=sentences.names.name_of(country),
        is_begun_by=is_by(sentences.chronicle.when_begun(lean.newest)),
        words=_words(country, lean, len(documents), sentences, is_disputed=is_disputed),
        report=_report(country, lean, sentences, is_disputed=is_disputed),
        standing=_standing(lean, sentences),
    )


def _review(episodes: Sequence[Episode]) -> Review:
    is_accepted = any(episode.review is Review.ACCEPTED for episode in episodes)
    return Review.ACCEPTED if is_accepted else Review.SUGGESTED


def _words(
    country: str, lean: Lean, sources: int, sentences: Sentences, *, is_disputed: bool
) -> str:
    poles = sentences.names.actors.poles
    verb = "possibly leans" if lean.certainty is Certainty.POSSIBLE else "leans"
    since = since_words(sentences.chronicle.when_begun(lean.newest))
    told = f"{sentences.names.name_of(country)} {verb} toward {poles[lean.pole]} {since}"
    told += _other_ties(lean, sentences)
    return sentence(f"{told}; {ending(sources, is_disputed=is_disputed)}")


def _report(country: str, lean: Lean, sentences: Sentences, *, is_disputed: bool) -> str:
    pole = sentences.names.actors.poles[lean.pole]
    when = sentences.chronicle.when_begun(lean.newest)
    has = "had turned" if is_by(when) else "turned"
    told = f"{sentences.names.name_of(country)} {has} toward {pole} {when_words(when)}"
    told += _other_ties(lean, sentences)
    return sentence(f"{told}{'; accounts differ' if is_disputed else ''}")


def _standing(lean: Lean, sentences: Sentences) -> str:
    maybe = "possibly " if lean.certainty is Certainty.POSSIBLE else ""
    pole = sentences.names.actors.poles[lean.pole]
    return f"{maybe}leaning toward {pole}{_other_ties(lean, sentences)}"


def _other_ties(lean: Lean, sentences: Sentences) -> str:
    if lean.second_pole is Pole.NON_ALIGNED:
        return ", but has also turned away from it"
    if lean.second_pole:
        return f", with ties to {sentences.names.actors.poles[lean.second_pole]} too"
    return ""
