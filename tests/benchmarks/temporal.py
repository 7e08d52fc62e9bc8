"""
How well dates are read: F1 of the spans and accuracy of the days, on the evaluation sets.

    python tests/benchmarks/temporal.py [--set FOLDER] [--errors] [--publication]

The sets lie in a folder `shared` beside the repository and are not part of it. A further set is a
folder with `gold.json` in the same form.
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

from geodata.domain.documents import Document, DocumentId, Publication  # noqa: E402
from geodata.domain.mentions import DateMention, DateRelation  # noqa: E402
from geodata.temporal import infer_publication, read_dates  # noqa: E402

UNPLACED = (DateRelation.DURATION, DateRelation.REPEATED)


def load_scorer() -> ModuleType:
    """Import the scorer by its path."""
    spec = importlib.util.spec_from_file_location("score_claims", CLAIMS_SETS / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_document(name: str, text: str, published: date | None) -> Document:
    """Make a document that appeared on a given day."""
    return Document(DocumentId(name), name, name, text, published=Publication(best=published))


def as_prediction(mention: DateMention) -> dict[str, Any]:
    """Return a mention in the shape that the scorer reads."""
    first, last = mention.when.earliest, mention.when.latest
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "iso_start": first.isoformat() if first else None,
        "iso_end": last.isoformat() if last else None,
    }


def read_set(scorer: ModuleType, gold: Path, *, with_lengths: bool) -> tuple[Any, Any, float]:
    """Return gold documents, predictions and milliseconds an article."""
    docs = scorer.load_gold([str(gold)])
    predictions, spent_s = {}, 0.0
    for name, doc in docs.items():
        with Path(doc["_path"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        document = as_document(name, text, date.fromisoformat(doc["publication"]["best"]))
        begun = time.perf_counter()
        mentions = read_dates(document)
        spent_s += time.perf_counter() - begun
        kept = [m for m in mentions if with_lengths or m.relation not in UNPLACED]
        predictions[name] = {"dates": [as_prediction(mention) for mention in kept]}
    return docs, predictions, 1000 * spent_s / max(1, len(docs))


def print_errors(scorer: ModuleType, docs: Any, predictions: Any) -> None:
    """Print spans that are missing, invented or wrongly placed."""
    for name, doc in docs.items():
        gold, dates = doc["dates"], predictions[name]["dates"]
        matched = scorer.greedy(gold, dates)
        for place, found in enumerate(dates):
            ends = (found["iso_start"], found["iso_end"])
            if place not in matched:
                print(f"  {name[:3]} invented  {found['text']!r} {ends}")
            elif (told := gold[matched[place]]) and not told["optional"]:
                wanted = (told["iso_start"], told["iso_end"])
                if wanted != ends:
                    print(f"  {name[:3]} {told['class']:8}  {found['text']!r} {ends} for {wanted}")
        for place, told in enumerate(gold):
            if place not in matched.values() and not told["optional"]:
                print(f"  {name[:3]} missed    {told['text']!r} {told['iso_start']}")


def print_publications(docs: Any) -> None:
    """Print the day of publication inferred from each text beside the reviewed one."""
    for name, doc in docs.items():
        with Path(doc["_path"]).open(encoding="utf-8", newline="") as file:
            document = as_document(name, file.read(), None)
        told = doc["publication"]
        found = infer_publication(document)
        print(f"  {name[:3]} {found.best} within {found.within.earliest}..{found.within.latest}")
        print(f"      reviewed {told['best']} within {told['start']}..{told['end']}: {found.why}")


def main() -> int:
    """Print the figures; skip where the sets are absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--publication", action="store_true")
    parser.add_argument("--set", action="append", type=Path, default=[], metavar="FOLDER")
    options = parser.parse_args()
    if not CLAIMS_SETS.is_dir():
        print(f"Skipped: the evaluation sets are not at {CLAIMS_SETS}.")
        return 0
    scorer = load_scorer()
    golds = [CLAIMS_SETS / "seeds_gold.json", CLAIMS_SETS / "dev" / "gold.json"]
    for gold in [folder / "gold.json" for folder in options.set] or golds:
        for with_lengths in (False, True):
            docs, predictions, spent_ms = read_set(scorer, gold, with_lengths=with_lengths)
            figures = scorer.evaluate(docs, predictions)["dates"]
            print(
                f"{gold.parent.name}/{gold.name} {'with' if with_lengths else 'without'} durations: "
                f"P {figures['p']:.3f} R {figures['r']:.3f} F1 {figures['f1']:.3f}  "
                f"exact {figures['exact_resolution_acc']:.3f}  "
                f"vague {figures['vague_overlap_acc']:.3f}  {spent_ms:.1f} ms an article"
            )
            if options.errors:
                print_errors(scorer, docs, predictions)
        if options.publication:
            print_publications(docs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
