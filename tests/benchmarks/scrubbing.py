"""
How fast a time slider can be: our layer beside what a person could pick instead, in one run.

    python tests/benchmarks/scrubbing.py            all sizes, Qt's web engine and Chromium
    python tests/benchmarks/scrubbing.py --all      the same within a budget for each contestant: about ten minutes
    python tests/benchmarks/scrubbing.py --quick    1,000 and 10,000 episodes, Qt's web engine only

From “set the date” to the frame painted, in ms: p50 / p95 / p99, going on day by day and by chance.
All contestants draw the same episodes, 8 % of them at any date, on a map of 1280 by 800; ours with
all symbols, picking and labels. A `*` stands where time allowed only some of the ticks, “over budget”
where a contestant's page was not ready and measured in time.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import scrub_data as data
import scrub_pages as pages

HERE = Path(__file__).resolve().parent
SIZES = (1_000, 10_000, 100_000, 1_000_000)
KINDS = ("sequential", "random")
GOALS = {10_000: (8.0, 8.0), 100_000: (16.7, 16.7), 1_000_000: (16.7, 33.0)}  # ms, p99


@dataclass(frozen=True)
class Budget:
    """
    What a run may take.

    Args:
        ticks: Dates of a series.
        series_s: Time of a series; a peer that is slow gets fewer dates.
        whole_s: Time of a contestant as a whole.
        most: Above so many episodes a contestant is left out, by name.
    """

    ticks: int
    series_s: float
    whole_s: float
    most: Mapping[str, int] = field(default_factory=dict)


# Folium's own plug-ins take minutes there to load a page and to draw a few dates; the best peer,
# by which we are measured, takes part at every size.
SHORT_MOST = {"folium TimestampedGeoJson": 10_000, "folium Timeline": 10_000}
LONG, QUICK = Budget(300, 40.0, 900), Budget(60, 40.0, 900)
SHORT = Budget(300, 5.0, 60, SHORT_MOST)


def share(values: list[float], part: float) -> float:
    """Return the value below which a part of all lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def shown(values: list[float], ticks: int) -> str:
    """Return p50 / p95 / p99 of some times, with a star where they are few."""
    star = "*" if len(values) < ticks else ""
    return " / ".join(f"{share(values, part):.1f}" for part in (0.5, 0.95, 0.99)) + star


def work(budget: Budget, *arguments: object) -> dict[str, Any]:
    """Run one contestant in a process of its own."""
    command = [sys.executable, str(HERE / "scrub_worker.py"), *map(str, arguments)]
    root = HERE.parents[1]
    paths = [str(root), os.environ.get("PYTHONPATH", "")]
    running = subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        said, complaint = running.communicate(timeout=budget.whole_s)
    except subprocess.TimeoutExpired:
        _end(running)
        return {"absent": f"over budget: not done within {budget.whole_s:.0f} s"}
    lines = [line for line in said.splitlines() if line.startswith("{")]
    if not lines:
        return {"absent": (complaint.strip().splitlines() or ["said nothing"])[-1][:90]}
    told: dict[str, Any] = json.loads(lines[-1])
    return told


def _end(running: subprocess.Popen[str]) -> None:
    """End a contestant with the browser that it has started."""
    if hasattr(os, "killpg"):
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
    running.communicate()


def page_file(contestant: str, size: int, folder: Path, peers: Path | None) -> Path:
    """
    Return the file of a contestant's page, made once for all engines.

    Raises:
        pages.Absent: It cannot take part.
    """
    file = folder / f"{pages.CONTESTANTS.index(contestant)}-{size}.html"
    if not file.exists():
        page = pages.page_of(contestant, data.make_episodes(size), peers)
        file.write_text(page, encoding="utf-8")
    return file


def compare(
    engine: str, sizes: tuple[int, ...], budget: Budget, folder: Path, peers: Path | None
) -> None:
    """Print one table: every contestant at every size in one engine."""
    print(f"\n{engine}: ms to the painted frame, p50 / p95 / p99")
    for size in sizes:
        print(
            f"\n  {size:,} episodes{'':12}{'sequential':>24}{'random':>24}{'load s':>9}{'page MB':>9}{'heap MB':>9}"
        )
        best: dict[str, dict[str, float]] = {}
        for contestant in pages.CONTESTANTS:
            print(f"  {contestant:36}", end="", flush=True)
            if size > budget.most.get(contestant, size):
                print("left out of a short run: takes minutes for a few dates at this size")
                continue
            try:
                file = page_file(contestant, size, folder, peers)
            except pages.Absent as reason:
                print(f"left out: {reason}")
                continue
            told = work(budget, engine, file, budget.ticks, budget.series_s)
            if "absent" in told:
                print(told["absent"])
                continue
            best[contestant] = {kind: share(told[kind], 0.5) for kind in KINDS}
            times = "".join(f"{shown(told[kind], budget.ticks):>24}" for kind in KINDS)
            print(
                f"{times}{told['load']:9.2f}{file.stat().st_size / 1e6:9.1f}{told['heap']:9.0f}",
                flush=True,
            )
            if contestant == pages.OURS and size in GOALS:
                tell_goal(size, told)
        tell_ratio(best)


def tell_goal(size: int, told: dict[str, Any]) -> None:
    """Print how our p99 stands to its goal."""
    pairs = zip(KINDS, GOALS[size], strict=True)
    parts = [f"{kind} {share(told[kind], 0.99):.1f} of {goal} ms" for kind, goal in pairs]
    print(f"    goal of p99: {', '.join(parts)}")


def tell_ratio(best: dict[str, dict[str, float]]) -> None:
    """Print by how much we are ahead of the best peer, by the median."""
    peers = {name: told for name, told in best.items() if name != pages.OURS}
    if pages.OURS not in best or not peers:
        return
    ratios = [
        f"{kind} {min(told[kind] for told in peers.values()) / best[pages.OURS][kind]:.1f} x"
        for kind in KINDS
    ]
    print(f"    ahead of the best peer: {', '.join(ratios)}")


def compare_slider(sizes: tuple[int, ...], budget: Budget) -> None:
    """Print the way from Qt's slider through the page and back."""
    for name, more in (
        ("frames not held back", ()),
        ("60 frames a second, as on a screen", ("60",)),
    ):
        print(
            f"\nfrom QSlider.valueChanged to painted, {name}: ms, p50 / p95 / p99 (goal: p95 under 16.7 at 100,000)"
        )
        for size in sizes:
            told = work(budget, "slider", size, budget.ticks, *more)
            if "absent" in told:
                print(f"  {size:>9,} episodes   {told['absent']}")
                continue
            times = "".join(f"{shown(told[kind], 0):>24}" for kind in KINDS)
            print(
                f"  {size:>9,} episodes   {times}   data taken in {told['load']:.2f} s", flush=True
            )


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, one engine, few ticks")
    parser.add_argument("--all", action="store_true", help="all of it within a budget of time")
    parser.add_argument("--ticks", type=int, default=0, help="dates a series")
    asked = parser.parse_args()
    sizes = SIZES[:2] if asked.quick else SIZES
    budget = QUICK if asked.quick else SHORT if asked.all else LONG
    if asked.ticks:
        budget = replace(budget, ticks=asked.ticks)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peers: Path | None = None
        try:
            peers = pages.fetch_peers(folder)
        except pages.Absent as reason:
            print(f"folium's time plug-ins are left out: {reason}")
        for engine in ("qt",) if asked.quick else ("qt", "chromium"):
            compare(engine, sizes, budget, folder, peers)
    compare_slider(sizes, budget)
    print(f"\ntook {(time.monotonic() - began) / 60:.1f} min")


if __name__ == "__main__":
    main()
