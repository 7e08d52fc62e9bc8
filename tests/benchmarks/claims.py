"""
How well claims are read, end to end: lenient, strict and full F1 on the evaluation sets.

    python tests/benchmarks/claims.py [--errors] [--set FOLDER ...]

The sets lie in a folder `shared` beside the repository and are not part of it. Any other folder
that holds a `gold.json` with its texts is measured instead where `--set` names it. Places and dates
come from the program too; the publication date is given, as `--published` would.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CLAIMS_SETS = ROOT.parent / "shared" / "eval" / "claims"
sys.path.insert(0, str(ROOT))

from geodata.claims import read_claims  # noqa: E402
from geodata.domain.claims import Claim  # noqa: E402
from geodata.domain.documents import Document, DocumentId, Publication  # noqa: E402
from geodata.domain.times import on_day  # noqa: E402
from geodata.gazetteer import Gazetteer  # noqa: E402
from geodata.geoparsing import read_places  # noqa: E402
from geodata.language import LanguageModel  # noqa: E402
from geodata.temporal import read_dates  # noqa: E402

SETS = [CLAIMS_SETS / "seeds_gold.json", CLAIMS_SETS / "dev"]
LEVELS = ("lenient", "strict", "full")


def load_scorer() -> ModuleType:
    """Import the scorer by its path."""
    spec = importlib.util.spec_from_file_location("score_claims", CLAIMS_SETS / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_prediction(claim: Claim) -> dict[str, Any]:
    """Return a claim in the shape that the scorer reads."""
    ends = claim.deadline or claim.ends or claim.begins
    place, count, first = claim.place, claim.count, claim.evidence[0]
    return {
        "kind": claim.kind.value,
        "actor": claim.actor,
        "target": claim.target,
        "country": claim.host,
        "place_lat": place.lat if place else None,
        "place_lon": place.lon if place else None,
        "status": claim.status.value,
        "event": claim.event,
        "count_min": count.low if count else None,
        "count_max": count.high if count else None,
        "date_start": _iso(claim.begins.earliest),
        "date_end": _iso(ends.latest),
        "evidence_start": first.start,
        "evidence_end": first.end,
        "evidence": [{"start": span.start, "end": span.end} for span in claim.evidence],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def read_set(gold: dict[str, Any], gazetteer: Gazetteer, model: LanguageModel) -> tuple[Any, float]:
    """Return the predictions of a set and the milliseconds that claims took an article."""
    predictions, seconds = {}, 0.0
    for name, entry in gold.items():
        text = Path(entry["_path"]).read_text(encoding="utf-8")
        day = date.fromisoformat(entry["publication"]["best"])
        published = Publication(day, on_day(day), "given", is_stated=True)
        document = Document(DocumentId(name), name, name, text, published=published)
        parsed = model.parse(document.reading_text)
        places = read_places(document, parsed, gazetteer)
        dates = read_dates(document)
        start = time.perf_counter()
        claims = read_claims(document, parsed, places, dates, gazetteer)
        seconds += time.perf_counter() - start
        predictions[name] = {"claims": [as_prediction(claim) for claim in claims]}
    return predictions, 1000 * seconds / len(gold)


def main() -> None:
    """Print the scores of each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what was missed or made up")
    parser.add_argument(
        "--set", type=Path, nargs="+", default=SETS, help="folders with a gold.json, or such files"
    )
    options, _ = parser.parse_known_args()
    if not CLAIMS_SETS.exists():
        print(f"Skipped: the evaluation sets are not at {CLAIMS_SETS}.")
        return
    scorer = load_scorer()
    gazetteer, model = Gazetteer(), LanguageModel()
    for path in (p / "gold.json" if p.is_dir() else p for p in options.set):
        gold = scorer.load_gold([str(path)])
        predictions, milliseconds = read_set(gold, gazetteer, model)
        errors: list[Any] | None = [] if options.errors else None
        scores = scorer.evaluate(gold, predictions, False, errors)
        report(path, scores, milliseconds, errors or [])


def report(path: Path, scores: dict[str, Any], milliseconds: float, errors: list[Any]) -> None:
    """Print one set's figures, and its errors when they were asked for."""
    print(f"{path.parent.name}/{path.name}: {scores['docs']} documents, {milliseconds:.1f} ms each")
    for level in LEVELS:
        found = scores[f"claims_{level}"]
        print(
            f"  {level:8} P {found['p']:.3f}  R {found['r']:.3f}  F1 {found['f1']:.3f}"
            f"  duplicates {found['duplicates']}  on negatives {found['fp_on_negative_docs']}"
        )
    for kind, found in scores["claims_lenient"]["by_kind"].items():
        print(f"  {kind:8} P {found['p']:.3f}  R {found['r']:.3f}  F1 {found['f1']:.3f}  (lenient)")
    accuracy = scores["claims_lenient"]["attribute_acc"]
    print("  " + "  ".join(f"{name} {value:.2f}" for name, value in accuracy.items()))
    for error in errors:
        print("   ", *error, sep=" | ")


if __name__ == "__main__":
    main()
