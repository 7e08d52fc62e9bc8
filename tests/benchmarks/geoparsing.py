"""
How well and how fast places are read, on the shared evaluation sets, as a table.

    python tests/benchmarks/geoparsing.py [EVALUATION_FOLDER]

The folder holds `geoparse/` and `claims/` with their gold files and scorers; without an argument
the sibling `shared/eval` of the repository is read. The conventions of the corpora differ and are
met here: TR-News counts adjectives of nations and names inside organisations, GeoVirus neither.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from geodata.domain.documents import Document, DocumentId  # noqa: E402
from geodata.domain.mentions import PlaceMention, Role  # noqa: E402
from geodata.gazetteer import Gazetteer, default_path  # noqa: E402
from geodata.geoparsing import read_places  # noqa: E402
from geodata.language import LanguageModel  # noqa: E402
from tests.benchmarks.geoparsing_peers import (  # noqa: E402
    aho_corasick_most_populous,
    spacy_most_populous,
)

CORPORA = {
    "trnews": {Role.BLOC},
    "geovirus": {Role.BLOC, Role.DEMONYM, Role.ORG_PART},
}
CLAIM_SETS = {"seeds": "seeds_gold.json", "dev": "dev/gold.json"}
CALIBRATION_STEPS = 10


class Reader:
    """Reads texts and keeps the time."""

    def __init__(self) -> None:
        self.language = LanguageModel()
        self.gazetteer = Gazetteer()
        self.parse_s = 0.0
        self.read_s = 0.0
        self.count = 0
        self("Warm up in Niger.")
        self.reset()

    def reset(self) -> None:
        """Start the clock anew."""
        self.parse_s, self.read_s, self.count = 0.0, 0.0, 0

    def __call__(self, text: str) -> list[PlaceMention]:
        """Return the mentions of a text."""
        start = time.process_time()
        parsed = self.language.parse(text)
        middle = time.process_time()
        document = Document(id=DocumentId("0" * 16), name="article", title="", text=text)
        mentions = read_places(document, parsed, self.gazetteer)
        self.parse_s += middle - start
        self.read_s += time.process_time() - middle
        self.count += 1
        return mentions

    def pace(self) -> str:
        """Return milliseconds an article for the two steps."""
        each = 1000 / max(1, self.count)
        return f"{self.parse_s * each:6.1f} ms parse {self.read_s * each:6.1f} ms places"


def as_prediction(mention: PlaceMention) -> dict[str, Any]:
    """Return a mention in the words of the scorers."""
    place = mention.place
    country = place.country if place else None
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "role": mention.role.value,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": country,
        "country_code": country,
        "score": mention.score,
    }


def load_module(path: Path) -> ModuleType:
    """Return a scorer as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def corpus_path(folder: Path, name: str) -> Path:
    """Return the gold file of a corpus."""
    return folder / "geoparse" / "data" / name / "gold.jsonl"


def load_corpus(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the articles of a corpus with their gold toponyms."""
    lines = corpus_path(folder, name).read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def run_corpus(reader: Reader, folder: Path, name: str) -> None:
    """Print one line for a corpus, and how its scores are calibrated."""
    if not corpus_path(folder, name).is_file():
        return
    scorer = load_module(folder / "geoparse" / "score.py")
    gold = load_corpus(folder, name)
    reader.reset()
    predictions = []
    for article in gold:
        kept = [m for m in reader(article["text"]) if m.role not in CORPORA[name]]
        predictions.append(
            {"doc_id": article["doc_id"], "toponyms": [as_prediction(m) for m in kept]}
        )
    result, _ = scorer.score(gold, predictions)
    print(
        f"{name:10} F1 {result['overlap_F1']:.3f} (P {result['overlap_P']:.3f} "
        f"R {result['overlap_R']:.3f})  acc@161 {result['acc161_all']:.3f}  with whole countries "
        f"{result['acc161ct_all']:.3f}  country {result['country_all']:.3f}  {reader.pace()}"
    )
    print(f"{'':10} how far to trust the score of a place:")
    print(calibration(scorer, gold, predictions))


def calibration(
    scorer: ModuleType, gold: Sequence[dict[str, Any]], predictions: Sequence[dict[str, Any]]
) -> str:
    """Return a reliability table: the share of right places in each tenth of the score range."""
    right, seen = [0] * CALIBRATION_STEPS, [0] * CALIBRATION_STEPS
    total = [0.0] * CALIBRATION_STEPS
    for article, predicted in zip(gold, predictions, strict=True):
        found = predicted["toponyms"]
        for i, j in scorer.match(article["toponyms"], found).items():
            wanted, given = article["toponyms"][i], found[j]
            if wanted.get("lat") is None or given["lat"] is None:
                continue
            step = min(CALIBRATION_STEPS - 1, int(given["score"] * CALIBRATION_STEPS))
            away = scorer.haversine(wanted["lat"], wanted["lon"], given["lat"], given["lon"])
            same = wanted.get("is_country") and given["country"] == wanted["country_code"]
            seen[step] += 1
            total[step] += given["score"]
            right[step] += bool(away <= 161 or same)
    rows = [f"{'':14} score      right   said   places"]
    for n in range(CALIBRATION_STEPS):
        if seen[n]:
            ends = f"{n / CALIBRATION_STEPS:.1f}-{(n + 1) / CALIBRATION_STEPS:.1f}"
            said = total[n] / seen[n]
            rows.append(f"{'':14} {ends}     {right[n] / seen[n]:.2f}    {said:.2f}   {seen[n]:6}")
    gap = sum(abs(right[n] - total[n]) for n in range(CALIBRATION_STEPS)) / max(1, sum(seen))
    rows.append(f"{'':14} expected calibration error {gap:.3f}")
    return "\n".join(rows)


def run_claims(reader: Reader, folder: Path, name: str) -> None:
    """Print one line for a set of articles with mentions by role."""
    gold_path = folder / "claims" / CLAIM_SETS[name]
    if not gold_path.is_file():
        print(f"{name:10} skipped: {gold_path.name} is not there")
        return
    scorer = load_module(folder / "claims" / "score_claims.py")
    documents = scorer.load_gold([str(gold_path)])
    reader.reset()
    predictions: dict[str, Any] = {}
    pins = 0
    for key, document in documents.items():
        text = Path(document["_path"]).read_bytes().decode("utf-8")
        mentions = [as_prediction(m) for m in reader(text)]
        predictions[key] = {"mentions": mentions, "dates": [], "claims": []}
        pins += count_false_pins(scorer, document, mentions)
    result = scorer.evaluate(documents, predictions)["mentions"]
    print(
        f"{name:10} F1 {result['f1']:.3f} (P {result['p']:.3f} R {result['r']:.3f})  right place "
        f"{result['resolution_acc_50km']:.3f}  trap hits {result['trap_hits']}  pins for metonyms "
        f"and non-places {pins}  {reader.pace()}"
    )


def count_false_pins(
    scorer: ModuleType, document: dict[str, Any], mentions: Sequence[dict[str, Any]]
) -> int:
    """Return how many resolved locations stand where gold has a metonym or no place at all."""
    metonyms = [m for m in document["mentions"] if m["role"] == "metonym"]
    forbidden = [*metonyms, *document["non_places"]]
    return sum(
        any(
            scorer.span_overlap(pin["start"], pin["end"], other["start"], other["end"])
            for other in forbidden
        )
        for pin in mentions
        if pin["role"] == Role.LOCATION.value and pin["lat"] is not None
    )


def run_system(system: str, folder: Path, name: str) -> None:
    """Read a corpus with one system and print its line; called in a process of its own."""
    scorer = load_module(folder / "geoparse" / "score.py")
    gold = load_corpus(folder, name)
    read = SYSTEMS[system](name)
    read("Warm up in Niger.")
    start = time.process_time()  # of the processor: other work on the machine does not count
    predictions = [{"doc_id": a["doc_id"], "toponyms": read(a["text"])} for a in gold]
    pace = len(gold) / (time.process_time() - start)
    result, _ = scorer.score(gold, predictions)
    print(
        f"{name:10} {system:28} {result['overlap_F1']:.3f} {result['acc161_all']:9.3f} "
        f"{result['country_all']:9.3f} {pace:12.1f} {peak_mb():9}",
        flush=True,
    )


def ours(corpus: str) -> Callable[[str], list[dict[str, Any]]]:
    """Return Dateline's reader under the conventions of a corpus."""
    reader = Reader()
    return lambda text: [as_prediction(m) for m in reader(text) if m.role not in CORPORA[corpus]]


SYSTEMS: dict[str, Callable[[str], Callable[[str], list[dict[str, Any]]]]] = {
    "Dateline": ours,
    "spaCy + most populous": lambda _: spacy_most_populous(),
    "Aho-Corasick + most populous": lambda _: aho_corasick_most_populous(),
}


def peak_mb() -> str:
    """Return the most memory that this process has held, or a dash where the system tells none."""
    try:
        import resource
    except ImportError:  # Windows
        return "-"
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{held / (2**20 if sys.platform == 'darwin' else 2**10):.0f}"


def compare(folder: Path) -> None:
    """Print Dateline and its peers side by side, each in a process of its own."""
    print(
        f"{'corpus':10} {'system':28} {'F1':5} acc@161km   country   articles/s   peak MB  (one core)"
    )
    for name in CORPORA:
        if not corpus_path(folder, name).is_file():
            print(f"{name:10} skipped: its gold file is not there")
            continue
        for system in SYSTEMS:
            command = [sys.executable, __file__, str(folder), system, name]
            subprocess.run(command, env=dict(os.environ, OMP_NUM_THREADS="1"), check=False)


def main(arguments: Sequence[str]) -> None:
    """Print the tables."""
    folder = Path(arguments[0]) if arguments else REPOSITORY.parent / "shared" / "eval"
    if not folder.is_dir():
        print(f"Skipped: there is no evaluation folder {folder}.")
        return
    if not default_path().is_file():
        print("Skipped: the gazetteer is not built; run “python -m geodata.gazetteer” first.")
        return
    if len(arguments) > 1:
        run_system(arguments[1], folder, arguments[2])
        return
    compare(folder)
    print()
    reader = Reader()
    for name in CORPORA:
        run_corpus(reader, folder, name)
    for name in CLAIM_SETS:
        run_claims(reader, folder, name)


if __name__ == "__main__":
    main(sys.argv[1:])
