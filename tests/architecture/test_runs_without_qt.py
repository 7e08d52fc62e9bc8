"""geodata is a library of its own: importing all of it brings in no Qt, and starting is quick."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

IMPORT_ALL = """
import importlib, pkgutil, sys, geodata
for module in pkgutil.walk_packages(geodata.__path__, "geodata."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
qt = sorted(name for name in sys.modules if name.partition(".")[0] in {"PySide6", "shiboken6", "desktop"})
assert not qt, qt
"""

HEAVY = """
import sys
sys.argv = ["dateline", "--help"]
try:
    from desktop.__main__ import main
    main(["--help"])
except SystemExit:
    pass
heavy = {
    "PySide6", "spacy", "geopandas", "pandas", "folium", "shapely", "numpy", "lxml", "trafilatura",
    "pyogrio", "cattrs", "shtab", "pypdf", "docx", "feedparser", "striprtf", "charset_normalizer", "yaml",
} & set(sys.modules)
assert not heavy, heavy
"""


def run(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_no_module_of_geodata_imports_qt():
    run(IMPORT_ALL)


def test_the_command_lines_help_needs_no_heavy_library():
    run(HEAVY)


VERBS = """
import os, sys
for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
    os.environ.pop(name, None)
from desktop.__main__ import main
folder = sys.argv[1]
article, project = f"{folder}/exit.txt", f"{folder}/project.gpkg"
for verb in (
    ["import", article, "-o", project],
    ["info", project],
    ["describe", project],
    ["diff", "2023-03-01", "2023-03-05", project],
    ["extract", project],
    ["export", project, "-o", f"{folder}/map.html"],
    ["export", project, "-o", f"{folder}/data.kml"],
    ["verify", f"{folder}/map.html", "-p", project],
    ["geocode", "Agadez"],
    ["completion", "bash"],
):
    assert main(verb) == 0, verb
assert "PySide6" not in sys.modules
"""


def test_every_verb_but_the_picture_works_without_qt_and_without_a_display(tmp_path):
    (tmp_path / "exit.txt").write_text(
        "Lisbon, 4 March 2023. The last 120 Portuguese soldiers left Mali on 2 March 2023.\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-c", VERBS, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""  # progress is for terminals only
