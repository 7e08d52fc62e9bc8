"""The exported HTML file: whole, alone, and never half written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from geodata.errors import OutputError
from geodata.export import write_html
from geodata.layers.marks import Layer
from geodata.mapping import Opening
from tests.unit.geodata.mapping.map_scene import ON, a_scene


def test_one_file_holds_the_page(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    write_html(a_scene(), target, Opening(ON, ON))
    text = target.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "American troops are leaving Niger" in text
    assert "leaflet" in text
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]
    assert target.stat().st_size < 4_000_000


def test_day_theme_and_hidden_layers_are_those_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    write_html(
        a_scene(),
        target,
        Opening(date(2024, 4, 1), date(2024, 5, 1), frozenset({Layer.TROOPS})),
        theme="dark",
    )
    text = target.read_text(encoding="utf-8")
    assert '"on": "2024-04-01"' in text
    assert '"known": "2024-05-01"' in text
    assert '"hidden": ["troops"]' in text
    assert '"theme": "dark"' in text


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    target.write_text("old", encoding="utf-8")
    write_html(a_scene(), target, Opening(ON, ON))
    assert "old" not in target.read_text(encoding="utf-8")[:10]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_html(a_scene(), tmp_path / "none" / "map.html", Opening(ON, ON))
    assert "map.html" in caught.value.what


def test_a_folder_as_target_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    target.mkdir()
    with pytest.raises(OutputError):
        write_html(a_scene(), target, Opening(ON, ON))
    assert list(tmp_path.iterdir()) == [target]
