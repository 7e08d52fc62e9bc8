"""Rooms stay small: no module over 400 lines, no function over 60, no folder over 16 modules."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULE_LINES, FUNCTION_LINES, FOLDER_MODULES = 400, 60, 16


def shipped(*endings: str) -> list[Path]:
    return [
        path
        for folder in ("geodata", "desktop", "resources", "packaging")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in endings and "__pycache__" not in path.parts
    ]


def test_no_module_has_grown_past_its_ceiling():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in shipped(".py", ".js")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MODULE_LINES
    }
    assert long == {}


def test_no_function_has_grown_past_its_ceiling():
    long = []
    for path in shipped(".py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long.append(f"{path.relative_to(ROOT)}: {node.name} has {lines} lines")
    assert long == []


def test_no_folder_is_a_jumble():
    folders: dict[Path, int] = {}
    for path in shipped(".py"):
        folders[path.parent] = folders.get(path.parent, 0) + 1
    crowded = {str(k.relative_to(ROOT)): n for k, n in folders.items() if n > FOLDER_MODULES}
    assert crowded == {}


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc", "manager"])
def test_no_room_is_named_for_nothing(name: str):
    assert [path for path in shipped(".py") if path.stem == name] == []


def test_the_tree_names_no_package_index_and_no_content_network():
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    if not tracked:
        pytest.skip("not a git checkout: there is no list of the project's own files")
    forbidden = (
        "cdn.js" + "delivr",
        "unp" + "kg.com",
        "cdn" + "js.",
        "--extra-index" + "-url",
        "files.python" + "hosted",
    )
    bad = []
    for name in filter(None, tracked.split("\0")):
        path = ROOT / name
        if path.suffix in {".png", ".bin", ".ico", ".gz"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        bad += [f"{name}: {word}" for word in forbidden if word in text]
    assert bad == []


def test_every_painter_ends_with_its_block():
    """A painter that an exception keeps alive after its paint event ends the program in Qt."""
    bare = [
        str(path.relative_to(ROOT))
        for path in shipped(".py")
        if re.search(r"= QPainter\(", path.read_text(encoding="utf-8"))
    ]
    assert bare == []
