"""
How many ways of saying one thing are read: paraphrases made of verbs, phrases and sentence frames.

    python tests/benchmarks/claims_grid.py [--errors] [--grid NAME]

Each sentence stands after a context that says what the text is about. A sentence counts as read
when a claim of the kind, actor, host and status that it states comes from it. Printed are the
shares by class, then by frame of sentence, then the verbs that are read least.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from geodata.claims import read_claims  # noqa: E402
from geodata.domain.documents import Document, DocumentId, Publication  # noqa: E402
from geodata.domain.times import on_day  # noqa: E402
from geodata.gazetteer import Gazetteer  # noqa: E402
from geodata.geoparsing import read_places  # noqa: E402
from geodata.language import LanguageModel  # noqa: E402
from geodata.temporal import read_dates  # noqa: E402

GRID = Path(__file__).with_suffix(".json")
PUBLISHED = date(2024, 6, 12)


class Case(NamedTuple):
    """One sentence of the grid: its class, frame and verb, the text and what it states."""

    grid: str
    frame: str
    verb: str
    text: str
    start: int
    want: list[Any]


def forms(base: str, irregular: dict[str, str]) -> dict[str, str]:
    """Return the forms of a verb with its particle: “pull out” -> “pulled out”, “pulling out”."""
    first, _, rest = base.partition(" ")
    rest = f" {rest}" if rest else ""
    if first == "be":
        return {"base": base, "pres": f"are{rest}", "presS": f"is{rest}"}
    stem = first.removesuffix("e")
    doubled = first + first[-1] if first in _DOUBLING else stem
    regular = doubled + "ed" if first[-1] != "y" or first[-2] in "aeo" else first[:-1] + "ied"
    past, part = irregular.get(first, f"{regular} {regular}").split()
    ger = (doubled if first not in {"be", "dye", "flee"} else first) + "ing"
    third = first + ("es" if first.endswith(("s", "sh", "ch", "x", "go")) else "s")
    third = first[:-1] + "ies" if first[-1] == "y" and first[-2] not in "aeo" else third
    third = "has" if first == "have" else third
    words = {"base": first, "past": past, "part": part, "ger": ger, "pres": first, "presS": third}
    return {name: word + rest for name, word in words.items()}


_DOUBLING = frozenset(
    [
        "ship",
        "slip",
        "step",
        "drop",
        "wrap",
        "trim",
        "strip",
        "cut",
        "get",
        "set",
        "put",
        "run",
        "sit",
        "quit",
        "shut",
        "dig",
        "squat",
        "swap",
        "let",
        "bid",
    ]
)


def cases(data: dict[str, Any]) -> Iterator[Case]:
    """Yield every sentence of the grid."""
    for name, grid in data["grids"].items():
        for entry in grid["verbs"]:
            verb, _, prep = entry.partition("|")
            words = forms(verb, data["irregular"])
            for frame, template in grid["frames"].items():
                sentence = _capital(" ".join(template.format(**words, prep=prep).split()))
                text = f"{grid['context']} {sentence}"
                yield Case(name, frame, verb, text, len(grid["context"]), grid["want"])
    grid = data["forces"]
    for force in grid["phrases"]:
        text = f"{grid['context']} {grid['frame'].format(force=force)}"
        yield Case("forces", "forces", force, text, len(grid["context"]), grid["want"])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class Chain:
    """The whole chain from a text to its claims."""

    def __init__(self) -> None:
        self.gazetteer, self.model = Gazetteer(), LanguageModel()

    def is_read(self, case: Case) -> bool:
        """Say whether what a sentence states is read from it."""
        published = Publication(PUBLISHED, on_day(PUBLISHED), "given", is_stated=True)
        document = Document(DocumentId("grid"), "grid", "grid", case.text, published=published)
        parsed = self.model.parse(document.reading_text)
        places = read_places(document, parsed, self.gazetteer)
        dates = read_dates(document)
        kind, actor, host, statuses = case.want
        return any(
            (claim.kind.value, claim.actor, claim.host) == (kind, actor, host)
            and claim.status.value in statuses
            and any(span.end > case.start + 1 for span in claim.evidence)
            for claim in read_claims(document, parsed, places, dates, self.gazetteer)
        )


def main() -> None:
    """Print what share of the grid is read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what was not read")
    parser.add_argument("--grid", help="only the classes whose name holds this")
    options, _ = parser.parse_known_args()
    chain = Chain()
    shares: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
    missed = []
    for case in cases(json.loads(GRID.read_text(encoding="utf-8"))):
        if options.grid and options.grid not in case.grid:
            continue
        is_read = chain.is_read(case)
        shares["all", "", ""].append(is_read)
        shares["class", case.grid, ""].append(is_read)
        shares["frame", case.grid, case.frame].append(is_read)
        shares["verb", case.grid, case.verb].append(is_read)
        if not is_read:
            missed.append(case)
    report(shares)
    for case in missed if options.errors else ():
        print(f"    | {case.grid} | {case.frame} | {case.verb} | {case.text[case.start + 1 :]}")


def report(shares: dict[tuple[str, str, str], list[bool]]) -> None:
    """Print the shares, of the verbs only those read in less than half of the frames."""
    for (level, grid, name), found in shares.items():
        share = sum(found) / len(found)
        if level == "all":
            print(f"paraphrases read: {share:.3f} of {len(found)}")
        elif level == "class":
            print(f"  {grid}: {share:.2f} of {len(found)}")
        elif level == "frame":
            print(f"    {grid} / {name}: {share:.2f}")
    poor = [
        f"{name} {sum(found)}/{len(found)}"
        for (level, _, name), found in shares.items()
        if level == "verb" and 2 * sum(found) < len(found)
    ]
    print("  read least:", ", ".join(poor))


if __name__ == "__main__":
    main()
