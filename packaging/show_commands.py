"""
Write resources/guide/commands.md: every verb of the command line with its real output over the sample.

    QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/show_commands.py
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "guide" / "commands.md"
HEAD = """# The command line

Back to the [guide](guide.md). This page is written by `packaging/show_commands.py`; what stands here was printed by the program itself.

`dateline` without a verb opens the window; file and folder names after it are opened there. Verbs that read take articles, folders and
project files (`.gpkg`) alike; a project and articles together are the project with these articles on top, and nothing but `import` ever changes a
project file. No verb needs a display.

| exit code | means |
|---|---|
| 0 | done |
| 1 | `verify`: the project no longer supports the file |
| 2 | something could not be done: one sentence on stderr says what, and what to do about it |
| 130 | stopped by Ctrl+C; nothing was written |

Where stderr is a terminal it shows how far reading is. Control characters in articles are printed as �, so that no article can steer a terminal.
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A verb: what is typed, what it is for, how many lines of its output are shown, and
    whether it begins a section.
    """

    words: str
    about: str
    lines: int = 40
    is_first: bool = True


SHOWN = (
    Shown(
        'dateline import articles -o niger.gpkg --title "US withdrawal from Niger, 2024"',
        "Reads articles and saves them as a project, or adds them to the one that is there. An article that the project holds is skipped.",
    ),
    Shown("dateline info niger.gpkg", "Tells what a project holds."),
    Shown(
        "dateline describe niger.gpkg --on 2024-05-20",
        "Tells the map of a day in sentences. What somebody accepted comes first, what nobody has looked at yet after it; the numbers in brackets are the sources. "
        "`--known-by` leaves out what was published later.",
    ),
    Shown(
        "dateline describe niger.gpkg --on 2024-05-20 --known-by 2024-05-01 --json",
        "With `--json` every statement carries its quotes.",
        28,
        is_first=False,
    ),
    Shown(
        "dateline diff 2024-05-10 2024-05-20 niger.gpkg",
        "Tells what appeared, ended or changed from the earlier of two days to the later: a sentence to copy, its sources, and the words behind it. What a source only finds standing is *first told of*, not *appeared*. "
        "Where nobody says that something left, closed or was handed over, *ended* says that no source carries it on. `--as-known-then` compares what could be read on each of the two days.",
    ),
    Shown(
        "dateline extract articles/1-combat-troops-told-to-leave.md",
        "Reads places, dates and claims; the guide describes the fields of `--json`.",
        12,
    ),
    Shown(
        "dateline export niger.gpkg --on 2024-05-20 -o map.html",
        "Writes a map: `.png` and `.pdf` are pictures (`--preset a4`, `--title`, `--theme dark`, … see `dateline export --help`), `.html` a page with slider and evidence. A file that exists is replaced only with `--force`, a project never. "
        "`--compare DATE` marks what differs from that date.",
    ),
    Shown(
        "dateline export niger.gpkg -o claims.csv",
        "Writes data: `.gpkg`, `.geojson`, `.kml`, `.csv` and `.parquet`, see [the columns](data.md). Without `--on` it is all days.",
        is_first=False,
    ),
    Shown("head -n 2 claims.csv", "", 2),
    Shown(
        "dateline verify map.html -p niger.gpkg",
        "Tells whether a project still supports a published file. PNG, HTML, GeoPackage, GeoJSON and KML carry what they rest on: dates, layers, claims, "
        "review, hashes of the sources, version. What differs is told in words: a claim that was rejected, an article that is gone or has other bytes, a sentence that "
        "reads otherwise now. What the map could show in addition is a note, and no reason to call it unsupported.",
    ),
    Shown(
        'dateline geocode "Agadez, Niger" --limit 2',
        "Looks a place up. `--online` asks OpenStreetMap's Nominatim, and is the only thing in Dateline that sends anything anywhere.",
    ),
    Shown(
        "dateline completion bash",
        "Prints the script that completes verbs, options and files in bash, zsh, fish, tcsh or PowerShell; save it where your shell looks for such scripts.",
        3,
    ),
    Shown("dateline --help", "", 40),
)


def main() -> int:
    """Run every verb in a folder of its own and write the page."""
    parts = [HEAD]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "seeds", folder / "articles", ignore=lambda *_: ["__pycache__"])
        parts += [_part(shown, folder) for shown in SHOWN]
    TARGET.write_text("\n".join(parts), encoding="utf-8")
    print(f"Wrote {TARGET.relative_to(ROOT)}")
    return 0


def _part(shown: Shown, folder: Path) -> str:
    words = shlex.split(shown.words)
    is_ours = words[0] == "dateline"
    command = [sys.executable, "-m", "desktop", *words[1:]] if is_ours else words
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.removeprefix("\ufeff").splitlines()
    told = [line[:400] + (" …" if len(line) > 400 else "") for line in lines[: shown.lines]]
    told += ["…"] if len(lines) > shown.lines else []
    block = "\n".join(f"    {line}".rstrip() for line in (f"$ {shown.words}", *told))
    has_heading = is_ours and shown.is_first and not words[1].startswith("-")
    heading = f"## {words[1]}\n\n" if has_heading else ""
    about = f"{shown.about}\n\n" if shown.about else ""
    return f"{heading}{about}{block}\n"


if __name__ == "__main__":
    sys.exit(main())
