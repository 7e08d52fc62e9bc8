"""The sentences that are copied: each state of troops and bases in the past, with what is uncertain."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.domain.claims import ClaimId, ClaimKind, Modality, Review
from geodata.domain.documents import DocumentId
from geodata.domain.episodes import Certainty, CountRange, Episode, EpisodeId, State
from geodata.domain.facts import FactId
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.times import Days, UncertainDate, on_day
from geodata.layers.reports import Reports, standing_words
from geodata.layers.sentences import Sentences
from geodata.layers.wording import Names
from geodata.timeline import load_actors

DAY, DUE = date(2024, 5, 19), date(2024, 9, 15)
AGADEZ = Place(PlaceId("p"), "Agadez", PlaceKind.SETTLEMENT, 8.0, 17.0, "NE")
BASE_201 = Place(PlaceId("b"), "Air Base 201", PlaceKind.BASE, 8.0, 17.0, "NE")


class OneStep:
    """A chronicle that knows one step."""

    def __init__(self, when: UncertainDate, voice: Modality | None) -> None:
        self.when, self.voice = when, voice

    def when_begun(self, _episode: Episode) -> UncertainDate:
        return self.when

    def voice_of(self, _episode: Episode) -> Modality | None:
        return self.voice


def report(when: UncertainDate | None = None, voice: Modality | None = None, **changes) -> str:  # type: ignore[no-untyped-def]
    names = Names(load_actors(), {"US": "the United States", "NE": "Niger"})
    sentences = Sentences(names, OneStep(when or on_day(DAY), voice))  # type: ignore[arg-type]
    return Reports(sentences).report_of(an_episode(**changes))


def an_episode(**changes) -> Episode:  # type: ignore[no-untyped-def]
    values = {
        "id": EpisodeId("e"),
        "fact_id": FactId("f"),
        "kind": ClaimKind.TROOPS,
        "actor": "US",
        "host": "NE",
        "place": None,
        "target": None,
        "state": State.PRESENT,
        "certainty": Certainty.ATTESTED,
        "valid": Days(DAY, None),
        "known": Days(DAY, None),
        "count": None,
        "deadline": None,
        "attested": (DAY,),
        "claim_ids": (ClaimId("c"),),
        "document_ids": (DocumentId("d"),),
        "review": Review.SUGGESTED,
    }
    return Episode(**{**values, **changes})


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.TO_ARRIVE, "It was said on 19 May 2024 that US forces would come to Niger."),
        (State.ARRIVING, "US forces arrived in Niger on 19 May 2024."),
        (State.PRESENT, "One source places US forces in Niger on 19 May 2024."),
        (State.TO_WITHDRAW, "It was said on 19 May 2024 that US forces would leave Niger."),
        (State.WITHDRAWING, "US forces began to leave Niger on 19 May 2024."),
        (State.GONE, "The last of US forces left Niger on 19 May 2024."),
    ],
)
def test_each_state_of_troops(state: State, expected: str) -> None:
    assert report(state=state) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.TO_OPEN, "It was said on 19 May 2024 that a US base in Agadez, Niger, would open."),
        (State.OPENS, "A US base in Agadez, Niger, opened on 19 May 2024."),
        (
            State.OPERATES,
            "One source tells of the US base in Agadez, Niger, operating on 19 May 2024.",
        ),
        (
            State.TO_CLOSE,
            "It was said on 19 May 2024 that the US base in Agadez, Niger, would close.",
        ),
        (State.CLOSED, "The US base in Agadez, Niger, closed on 19 May 2024."),
        (
            State.TO_HAND_OVER,
            "It was said on 19 May 2024 that the US base in Agadez, Niger, would be handed over to Niger.",
        ),
        (
            State.HANDED_OVER,
            "The US base in Agadez, Niger, was handed over to Niger on 19 May 2024.",
        ),
    ],
)
def test_each_state_of_a_base(state: State, expected: str) -> None:
    target = "NE" if "HAND" in state.name else None
    assert report(kind=ClaimKind.BASE, place=AGADEZ, state=state, target=target) == expected


def test_a_day_that_is_not_known_is_told_as_it_is_known() -> None:
    by, between = UncertainDate(None, DAY), UncertainDate(date(2024, 5, 3), DAY)
    assert report(by, state=State.GONE) == "US forces had left Niger by 19 May 2024."
    assert report(by, state=State.ARRIVING) == "US forces had arrived in Niger by 19 May 2024."
    base = {"kind": ClaimKind.BASE, "place": BASE_201, "state": State.CLOSED}
    assert report(by, **base) == "Air Base 201 (US base, Niger) had closed by 19 May 2024."
    expected = "The last of US forces left Niger between 3 and 19 May 2024."
    assert report(between, state=State.GONE) == expected
    unknown = UncertainDate(None, None)
    expected = "US forces arrived in Niger on a day that no source tells."
    assert report(unknown, state=State.ARRIVING) == expected


def test_a_deadline_that_passed_without_a_report_is_never_told_as_met() -> None:
    passed = {"deadline": DUE, "certainty": Certainty.UNCONFIRMED}
    told = report(state=State.TO_WITHDRAW, **passed)
    assert told.endswith("by 15 September 2024; no source says that this has happened.")
    told = report(state=State.WITHDRAWING, **passed)
    assert "no source says that it was completed" in told
    told = report(state=State.TO_WITHDRAW, place=AGADEZ, deadline=DUE)
    assert told.endswith("would leave Agadez, Niger, by 15 September 2024.")


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        (Modality.ORDERED, "It was said on 19 May 2024 that US forces had orders to leave Niger."),
        (Modality.DEMANDED, "had been asked to leave"),
        (Modality.AGREED, "It was agreed on"),
        (Modality.ANNOUNCED, "It was announced on"),
        (Modality.NEGOTIATED, "might leave, as talks were held about it"),
    ],
)
def test_a_plan_is_told_in_the_voice_of_its_newest_source(voice: Modality, words: str) -> None:
    assert words in report(voice=voice, state=State.TO_WITHDRAW)


def test_count_dispute_and_several_sources_are_told() -> None:
    told = report(
        count=CountRange(900, 1100, is_open=True),
        document_ids=(DocumentId("a"), DocumentId("b")),
        attested=(date(2024, 5, 3), DAY),
        is_disputed=True,
    )
    assert told == (
        "Sources place US forces (900 to 1,100 or more) in Niger between 3 and 19 May 2024; "
        "accounts differ."
    )


def test_how_a_thing_stands_is_told_in_a_few_words() -> None:
    assert standing_words(an_episode()) == "present"
    leaving = an_episode(state=State.TO_WITHDRAW, count=CountRange(1000, 1000), deadline=DUE)
    assert standing_words(leaving) == "to leave, 1,000, due by 15 September 2024"
    assert standing_words(an_episode(certainty=Certainty.POSSIBLE)) == "possibly present"
