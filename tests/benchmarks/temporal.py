"""
How well dates are read: F1 of the spans and accuracy of the days, on the evaluation sets.

    python tests/benchmarks/temporal.py [--set FOLDER] [--errors] [--publication] [--peer]

The sets lie in a folder `shared` beside the repository and are not part of it. A further set is a
folder with `gold.json` in the same form. `--peer` reads the same texts with dateparser's search in the
same run, in its most favourable setting: English given, dates preferred in the past, and what it
reads as a month or year widened to that.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
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


Dates = list[dict[str, Any]]


def ours(text: str, published: date, *, with_lengths: bool = False) -> Dates:
    """Read a text with our grammar."""
    mentions = read_dates(as_document("article", text, published))
    kept = [m for m in mentions if with_lengths or m.relation not in UNPLACED]
    return [as_prediction(mention) for mention in kept]


def dateparsers(text: str, published: date) -> Dates:
    """Read a text with dateparser's search, whose hits come without offsets or precision."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings = {
        "RELATIVE_BASE": datetime(published.year, published.month, published.day),  # noqa: DTZ001
        "PREFER_DATES_FROM": "past",
    }
    parser = DateDataParser(languages=["en"], settings=settings)
    found, reached = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, reached)
        if start < 0:
            continue
        reached = start + len(words)
        first, last = widened(moment.date(), parser.get_date_data(words).period)
        found.append(
            {
                "start": start,
                "end": reached,
                "text": words,
                "iso_start": first.isoformat(),
                "iso_end": last.isoformat(),
            }
        )
    return found


def widened(day: date, period: str) -> tuple[date, date]:
    """Return the month or year that holds the day where the words tell no more."""
    if period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if period == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day, day


def read_set(
    scorer: ModuleType, gold: Path, read: Callable[[str, date], Dates]
) -> tuple[Any, Any, float]:
    """Return gold documents, predictions and milliseconds an article."""
    docs = scorer.load_gold([str(gold)])
    predictions, spent_s = {}, 0.0
    for name, doc in docs.items():
        with Path(doc["_path"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        published = date.fromisoformat(doc["publication"]["best"])
        begun = time.perf_counter()
        predictions[name] = {"dates": read(text, published)}
        spent_s += time.perf_counter() - begun
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
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--set", action="append", type=Path, default=[], metavar="FOLDER")
    options = parser.parse_args()
    if not CLAIMS_SETS.is_dir():
        print(f"Skipped: the evaluation sets are not at {CLAIMS_SETS}.")
        return 0
    scorer = load_scorer()
    readers: dict[str, Callable[[str, date], Dates]] = {
        "ours": ours,
        "ours, with lengths": partial(ours, with_lengths=True),
    }
    if options.peer:
        readers["dateparser"] = dateparsers
    golds = [CLAIMS_SETS / "seeds_gold.json", CLAIMS_SETS / "dev" / "gold.json"]
    for gold in [folder / "gold.json" for folder in options.set] or golds:
        for label, read in readers.items():
            docs, predictions, spent_ms = read_set(scorer, gold, read)
            figures = scorer.evaluate(docs, predictions)["dates"]
            print(
                f"{gold.parent.name}/{gold.name:<15} {label:<22} "
                f"P {figures['p']:.3f} R {figures['r']:.3f} F1 {figures['f1']:.3f}  "
                f"exact {figures['exact_resolution_acc']:.3f}  "
                f"vague {figures['vague_overlap_acc']:.3f}  {spent_ms:.1f} ms an article"
            )
            if options.errors and read is ours:
                print_errors(scorer, docs, predictions)
        if options.publication:
            print_publications(docs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
