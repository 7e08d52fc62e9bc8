"""
How fast articles are read from file bytes to claims: articles a second, memory, and each step's share.

    taskset -c 0 python tests/benchmarks/pipeline.py [--profile] [--runs N]

Reads the texts of TR-News where the shared evaluation folder lies beside the repository, else the
digests in `seeds/` over and over. The best of several runs counts, since other programs disturb.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT.parent / "shared" / "eval" / "geoparse" / "data" / "trnews" / "gold.jsonl"
sys.path.insert(0, str(ROOT))

# One core is what is measured: the numeric libraries must not help themselves to more.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

from geodata.claims import read_claims  # noqa: E402
from geodata.documents import document_from_text  # noqa: E402
from geodata.geoparsing import read_places  # noqa: E402
from geodata.services import Resources, default_resources  # noqa: E402
from geodata.services.extraction import dated  # noqa: E402
from geodata.services.texts.legible import legible  # noqa: E402
from geodata.temporal import read_dates  # noqa: E402

STEPS = ("file", "publication", "parse", "places", "dates", "claims")
REPEATS = 20
SIDE_BY_SIDE = 8


def articles() -> list[tuple[str, bytes]]:
    """Return names and bytes of what is read."""
    if TEXTS.is_file():
        rows = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines() if line]
        return [(f"{n}.txt", row["text"].encode()) for n, row in enumerate(rows)]
    digests = sorted((ROOT / "seeds").glob("[0-9]*.md"))
    return [
        (f"{n}-{path.name}", path.read_bytes() + b"\n" * n)
        for n in range(REPEATS)
        for path in digests
    ]


def run(given: list[tuple[str, bytes]], resources: Resources) -> tuple[dict[str, float], int]:
    """Read all of them once, as workers do; return each step's processor seconds, and the claims."""
    spent: defaultdict[str, float] = defaultdict(float)
    claims = 0
    for first in range(0, len(given), SIDE_BY_SIDE):
        claims += _run_some(given[first : first + SIDE_BY_SIDE], resources, spent)
    return spent, claims


def _run_some(
    given: list[tuple[str, bytes]], resources: Resources, spent: defaultdict[str, float]
) -> int:
    found: dict[str, list[Any]] = {}

    def clocked(step: str, act: Callable[[], list[Any]]) -> list[Any]:
        start = time.process_time()
        found[step] = act()
        spent[step] += time.process_time() - start
        return found[step]

    gazetteer = resources.gazetteer
    files = clocked(
        "file", lambda: [document_from_text(d.decode(), name=n, data=d) for n, d in given]
    )
    documents = clocked("publication", lambda: [dated(legible(document)[0]) for document in files])
    texts = [document.reading_text for document in documents]
    parses = clocked("parse", lambda: list(resources.language.parse_all(texts)))
    pairs = list(zip(documents, parses, strict=True))
    places = clocked("places", lambda: [tuple(read_places(d, p, gazetteer)) for d, p in pairs])
    dates = clocked("dates", lambda: [tuple(read_dates(document)) for document in documents])
    rows = list(zip(documents, parses, places, dates, strict=True))
    claims = clocked("claims", lambda: [c for row in rows for c in read_claims(*row, gazetteer)])
    return len(claims)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="list the functions that cost most")
    parser.add_argument("--runs", type=int, default=3)
    options, _ = parser.parse_known_args()
    given, resources = articles(), default_resources()
    run(given[:3], resources)
    best: tuple[float, float, dict[str, float], int] | None = None
    for _ in range(options.runs):
        wall, user = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
        spent, claims = run(given, resources)
        wall = time.perf_counter() - wall
        user = resource.getrusage(resource.RUSAGE_SELF).ru_utime - user
        if best is None or user < best[1]:
            best = (wall, user, dict(spent), claims)
    assert best is not None
    wall, user, spent, claims = best
    letters = sum(len(data) for _, data in given)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(given)} articles of {letters // len(given)} bytes, {claims} claims")
    print(
        f"{len(given) / wall:.1f} articles/s by the clock ({wall:.2f} s), "
        f"{len(given) / user:.1f} by user time ({user:.2f} s), peak {peak_mb:.0f} MB"
    )
    whole = sum(spent.values())
    for step in STEPS:
        each_ms = 1000 * spent[step] / len(given)
        print(f"  {step:12} {each_ms:7.1f} ms an article  {spent[step] / whole:5.0%}")
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(run, given, resources)
        pstats.Stats(profile).sort_stats("tottime").print_stats(45)


if __name__ == "__main__":
    main()
