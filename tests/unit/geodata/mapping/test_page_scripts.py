"""The page's own scripts: small, readable by the engine, and with nothing that runs text."""

from __future__ import annotations

import re
import subprocess

import pytest

import resources
from geodata.mapping.assets import SCRIPTS, STYLES
from tests.helpers.node import node

FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function"
)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_runs_no_text_and_fetches_nothing(name: str) -> None:
    text = resources.read_text(f"page/{name}")
    assert not FORBIDDEN.search(text)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)
    assert "</script" not in text
    assert "dateline:" not in text
    assert text.count("\n") < 400
    assert text.startswith("//")


@pytest.mark.parametrize("name", STYLES)
def test_a_style_asks_for_no_file(name: str) -> None:
    text = resources.read_text(f"page/{name}")
    assert "url(" not in text
    assert "@import" not in text


def test_every_script_of_the_folder_is_loaded() -> None:
    folder = resources.path_of("page")
    assert {path.name for path in folder.glob("*.js")} == set(SCRIPTS)
    assert {path.name for path in folder.glob("*.css")} == set(STYLES)


def test_every_script_parses() -> None:
    for name in SCRIPTS:
        path = resources.path_of(f"page/{name}")
        subprocess.run([node(), "--check", str(path)], check=True)
