"""
How long a large project takes to compile: claims -> facts -> episodes -> marks and axis.

    python tests/benchmarks/compiling.py [NUMBER_OF_CLAIMS] [--profile [--edit]]

The claims are made up: a thousand articles over two years, each on one of thirty countries, drawn
with a fixed seed, so that some facts are told of hundreds of times and most of them a few times.
"""

from __future__ import annotations

import argparse
import cProfile
import itertools
import pstats
import random
import sys
import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from geodata.domain.claims import Claim, ClaimId, ClaimKind, Modality, Review, Status  # noqa: E402
from geodata.domain.documents import DocumentId  # noqa: E402
from geodata.domain.facts import Fact  # noqa: E402
from geodata.domain.mentions import Count, Qualifier  # noqa: E402
from geodata.domain.places import Place, PlaceId, PlaceKind  # noqa: E402
from geodata.domain.spans import Span  # noqa: E402
from geodata.domain.times import UncertainDate, on_day  # noqa: E402
from geodata.gazetteer import Gazetteer  # noqa: E402
from geodata.layers import Mark, make_marks  # noqa: E402
from geodata.timeline import Axis, Course, compile_courses, gather_facts, make_axis  # noqa: E402

HOSTS = [
    "NE",
    "ML",
    "TD",
    "BF",
    "SN",
    "CI",
    "CF",
    "SD",
    "SO",
    "DJ",
    "KE",
    "ET",
    "UA",
    "PL",
    "RO",
    "LT",
    "LV",
    "EE",
    "PH",
    "JP",
    "KR",
    "TW",
    "AU",
    "IQ",
    "SY",
    "JO",
    "KW",
    "QA",
    "TR",
    "DE",
]
ACTORS = ["US", "FR", "RU", "CN", "GB", "TR", "DE", "IT", "AE", "Wagner", "MINUSMA", "EU"]
STATUSES = {
    ClaimKind.BASE: [
        "opens",
        "to_open",
        "operates",
        "to_close",
        "closes",
        "to_hand_over",
        "handed_over",
    ],
    ClaimKind.TROOPS: ["present", "present", "to_arrive", "arrives", "to_withdraw", "withdraws"],
    ClaimKind.ALIGNMENT: ["toward", "away", "coup"],
}
FIRST = date(2023, 1, 1)
ARTICLE_CLAIMS = 20


def made_up_claims(number: int) -> list[Claim]:
    """Return claims of articles that each tell of one host on one day."""
    dice = random.Random(7)
    kinds = [ClaimKind.TROOPS] * 5 + [ClaimKind.BASE] * 2 + [ClaimKind.ALIGNMENT]
    claims = []
    for first in range(0, number, ARTICLE_CLAIMS):
        reported = FIRST + timedelta(days=dice.randrange(730))
        host = dice.choice(HOSTS)
        for n in range(first, min(first + ARTICLE_CLAIMS, number)):
            actor = ACTORS[min(int(dice.expovariate(0.6)), len(ACTORS) - 1)]
            claims.append(_claim(dice, n, dice.choice(kinds), (actor, host), reported))
    return claims


def _claim(
    dice: random.Random, n: int, kind: ClaimKind, who: tuple[str, str], reported: date
) -> Claim:
    actor, host = who
    began = reported - timedelta(days=dice.randrange(40))
    begins = (
        on_day(began) if dice.random() < 0.6 else UncertainDate(began, began + timedelta(days=30))
    )
    place = None
    if dice.random() < 0.5:
        town = dice.randrange(6)
        place = Place(
            PlaceId(f"t:{host}{town}"), f"Town {town}", PlaceKind.SETTLEMENT, 10.0 + town, 5.0, host
        )
    low = dice.choice((100, 300, 650, 1000, 1500))
    count = Count(low, low, Qualifier.EXACT, str(low), Span(5, 9)) if dice.random() < 0.4 else None
    return Claim(
        id=ClaimId(f"claim-{n}"),
        document_id=DocumentId(f"article-{n // ARTICLE_CLAIMS}"),
        kind=kind,
        actor=actor,
        host=host,
        status=Status(dice.choice(STATUSES[kind])),
        modality=dice.choice((Modality.ASSERTED, Modality.ANNOUNCED, Modality.PLANNED)),
        evidence=(Span(10 * (n % ARTICLE_CLAIMS), 10 * (n % ARTICLE_CLAIMS) + 9),),
        begins=begins,
        place=None if kind is ClaimKind.ALIGNMENT else place,
        target=dice.choice(("US", "RU", "FR")) if kind is ClaimKind.ALIGNMENT else None,
        count=count if kind is ClaimKind.TROOPS else None,
        reported=on_day(reported),
    )


@dataclass(frozen=True)
class Compiled:
    """What one pass made."""

    facts: tuple[Fact, ...]
    courses: tuple[Course, ...]
    marks: tuple[Mark, ...]
    axis: Axis


def run(
    claims: list[Claim], gazetteer: Gazetteer, before: Compiled | None = None
) -> tuple[Compiled, list[tuple[str, float, int]]]:
    """Return what was made, and each step with its processor seconds and how many things it made."""
    marks = [time.process_time()]
    facts = gather_facts(claims)
    marks.append(time.process_time())
    courses = compile_courses(facts, before=before.courses if before else ())
    marks.append(time.process_time())
    drawn = make_marks(
        courses, gazetteer, before=(before.courses, before.marks) if before else None
    )
    marks.append(time.process_time())
    axis = make_axis(courses, (), before=(before.courses, before.axis) if before else None)
    marks.append(time.process_time())
    episodes = sum(len(course.episodes) for course in courses)
    numbers = (len(facts), episodes, len(drawn), len(axis.events))
    names = ("facts", "episodes", "marks", "axis events")
    spent = [end - start for start, end in itertools.pairwise(marks)]
    rows = list(zip(names, spent, numbers, strict=True))
    return Compiled(facts, courses, drawn, axis), rows


def edit(claims: list[Claim], gazetteer: Gazetteer, before: Compiled, review: Review) -> float:
    """Return the processor seconds of compiling again after one claim was decided on."""
    middle = len(claims) // 2
    edited = [*claims]
    edited[middle] = replace(claims[middle], review=review)
    return sum(seconds for _, seconds, _ in run(edited, gazetteer, before)[1])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=20_000)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--edit", action="store_true", help="profile an edit, not the whole")
    options, _ = parser.parse_known_args()
    claims, gazetteer = made_up_claims(options.number), Gazetteer()
    run(claims[:100], gazetteer)
    passes = [run(claims, gazetteer) for _ in range(3)]
    made, rows = min(passes, key=lambda p: sum(s for _, s, _ in p[1]))
    for name, seconds, number in rows:
        print(f"{name:12} {seconds:7.2f} s {number:8d}")
    print(f"{len(claims)} claims in {sum(seconds for _, seconds, _ in rows):.2f} s")
    for review in (Review.ACCEPTED, Review.REJECTED):
        seconds = min(edit(claims, gazetteer, made, review) for _ in range(3))
        print(f"one claim {review.value}: {seconds * 1000:.0f} ms")
    if options.profile:
        profile = cProfile.Profile()
        if options.edit:
            profile.runcall(edit, claims, gazetteer, made, Review.ACCEPTED)
        else:
            profile.runcall(run, claims, gazetteer)
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main()
