"""
How many ways of saying a shift are read: recall by class and by construction.

    python tests/benchmarks/shift_grid.py [--misses] [--class NAME] [--every N]

The sentences are made from `tests/benchmarks/shift_grid.json`: each verb or noun of a class in each
construction, with countries in turn. Nothing outside the repository is needed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from geodata.claims import read_claims  # noqa: E402
from geodata.domain.claims import Claim, ClaimKind  # noqa: E402
from geodata.domain.documents import Document, DocumentId, Publication  # noqa: E402
from geodata.domain.times import on_day  # noqa: E402
from geodata.gazetteer import Gazetteer  # noqa: E402
from geodata.geoparsing import read_places  # noqa: E402
from geodata.language import LanguageModel  # noqa: E402
from geodata.temporal import read_dates  # noqa: E402

GRID = Path(__file__).with_name("shift_grid.json")
PUBLISHED = date(2022, 6, 15)
# Who moves, and toward or away from whom: name, demonym, code.
PAIRS = (
    (("Mali", "ML"), ("France", "French", "FR")),
    (("Armenia", "AM"), ("Russia", "Russian", "RU")),
    (("Niger", "NE"), ("the United States", "US", "US")),
    (("Sri Lanka", "LK"), ("China", "Chinese", "CN")),
    (("Moldova", "MD"), ("Russia", "Russian", "RU")),
    (("Chad", "TD"), ("France", "French", "FR")),
    (("Somalia", "SO"), ("Turkey", "Turkish", "TR")),
    (("Ecuador", "EC"), ("the United States", "US", "US")),
)
BLOCS = (
    (("Mali", "ML"), ("ECOWAS", "", "ECOWAS")),
    (("Armenia", "AM"), ("the CSTO", "", "CSTO")),
    (("Finland", "FI"), ("NATO", "", "NATO")),
    (
        ("Moldova", "MD"),
        ("the Commonwealth of Independent States", "", "Commonwealth of Independent States"),
    ),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with the shift it tells."""

    group: str
    construction: str
    text: str
    actor: str
    target: str | None
    status: str
    events: tuple[str, ...]


def cases() -> Iterator[Case]:
    """Yield every sentence of the grid."""
    grid = json.loads(GRID.read_text(encoding="utf-8"))
    for group, entry in grid.items():
        if not isinstance(entry, dict):
            continue
        pairs = BLOCS if entry.get("bloc") else PAIRS
        status, event = entry["shift"]
        made = _of_coups(entry) if entry.get("coup") else _of_class(entry)
        for number, (construction, pattern) in enumerate(made):
            (a, code), (b, demonym, target) = pairs[number % len(pairs)]
            text = pattern.format(A=a, B=b, b=demonym, of=_possessive(a))
            text = text[0].upper() + text[1:]
            events = (event, *_LIKE.get(event, ()))
            is_coup = status == "coup"
            yield Case(group, construction, text, code, None if is_coup else target, status, events)


# Events that name the same step: whoever leaves a pact has also broken a tie.
_LIKE = {
    "aligns": ("strengthens_ties", "joins"),
    "distances": ("breaks_ties", "quits"),
    "joins": ("aligns",),
    "quits": ("distances", "breaks_ties"),
    "breaks_ties": ("pact_revoked", "distances"),
}


def _possessive(name: str) -> str:
    return name + "'s"


def _of_coups(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for sentence in entry["sentences"]:
        yield "as told", sentence


def _of_class(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    objects = entry["objects"]
    for at, forms in enumerate([*entry["verbs"], *entry["active_only"]]):
        target = objects[at % len(objects)]
        yield from _verb(forms.split("|"), target, has_passive=at < len(entry["verbs"]))
    for at, noun in enumerate(entry["nouns"]):
        yield from _noun(noun, objects[at % len(objects)])


def _verb(forms: list[str], target: str, *, has_passive: bool) -> Iterator[tuple[str, str]]:
    inf, present, past, participle, gerund = (_with(form, target) for form in forms)
    yield "active", f"{{A}} {past} on Monday."
    yield "perfect", f"The government of {{A}} has {participle}, a spokesman said."
    yield "headline", f"{{A}} {present}\n\nThe decision was made public on Monday."
    yield "relative", f"{{A}}, which {past} on Monday, is at odds with its neighbours."
    yield "infinitive", f"{{A}} decided on Monday to {inf}."
    yield "gerund", f"{{A}} surprised its neighbours on Monday by {gerund}."
    yield "announced", f"{{A}} announced on Monday that it would {inf}."
    if has_passive:
        phrase = target.replace("its ", "the ", 1)
        done = " ".join([phrase[0].upper() + phrase[1:], "was", forms[3].replace(" to", " to")])
        yield "passive", f"{done} by {{A}} on Monday."


def _with(form: str, target: str) -> str:
    """Put the object behind the verb; “consign to history” takes it between."""
    for tail in (" to history", " on hold", " on ice", " lapse"):
        if form.endswith(tail):
            return f"{form.removesuffix(tail)} {target}{tail}"
    if form.endswith("48 hours to"):
        return f"{form.removesuffix(' 48 hours to')} {target} 48 hours to leave"
    return f"{form} {target}"


def _noun(noun: str, target: str) -> Iterator[tuple[str, str]]:
    bare = target.replace("its ", "the ", 1).removeprefix("a ")
    bare = f"the {bare}" if target.startswith("a ") else bare
    yield "nominal", f"{{of}} {noun} {bare} was announced on Monday."
    yield "nominal after", f"After {{of}} {noun} {bare} on Monday, prices rose."


def told(text: str, gazetteer: Gazetteer, model: LanguageModel) -> list[Claim]:
    """Return the claims of a sentence."""
    published = Publication(PUBLISHED, on_day(PUBLISHED), "given", is_stated=True)
    document = Document(DocumentId("a" * 16), "grid.txt", "", text, published=published)
    parsed = model.parse(document.reading_text)
    places = read_places(document, parsed, gazetteer)
    return read_claims(document, parsed, places, read_dates(document), gazetteer)


def is_read(case: Case, claims: list[Claim]) -> bool:
    """Say whether a shift of the case's country, target and direction is among the claims."""
    return any(
        claim.kind is ClaimKind.ALIGNMENT
        and claim.actor == case.actor
        and claim.status.value == case.status
        and (case.target is None or claim.target == case.target)
        for claim in claims
    )


def main() -> None:
    """Print recall by class, then by construction."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print the sentences not read")
    parser.add_argument("--class", dest="group", help="only this class")
    parser.add_argument("--every", type=int, default=1, help="only every n-th sentence")
    options, _ = parser.parse_known_args()
    gazetteer, model = Gazetteer(), LanguageModel()
    seen: Counter[tuple[str, str]] = Counter()
    read: Counter[tuple[str, str]] = Counter()
    chosen = [c for c in cases() if options.group in {None, c.group}]
    for case in chosen[:: options.every]:
        is_found = is_read(case, told(case.text, gazetteer, model))
        for key in (("class", case.group), ("construction", case.construction), ("all", "")):
            seen[key] += 1
            read[key] += is_found
        if options.misses and not is_found:
            print(f"  {case.group:9} {case.construction:14} {case.text.splitlines()[0]}")
    for key, number in seen.items():
        print(f"{key[0]:13} {key[1]:14} {read[key]:4} of {number:4}  {read[key] / number:.2f}")


if __name__ == "__main__":
    main()
