"""The page without marks is built once and kept for the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.webmap import template as room
from desktop.webmap.template import kept_template


def test_the_second_start_builds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = kept_template("dark", tmp_path / "page")
    monkeypatch.setattr(room, "build_page", None)
    second = kept_template("dark", tmp_path / "page")
    assert second == first
    assert "0a1b" in second.for_load("0a1b")
    assert second.token not in second.for_load("0a1b")


def test_another_program_builds_another_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_template("light", tmp_path)
    monkeypatch.setattr(room, "SCRIPTS", ("other.js",))
    assert len(list(tmp_path.iterdir())) == 1
    kept_template("light", tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_damaged_page_is_built_anew(tmp_path: Path) -> None:
    whole = kept_template("light", tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_text('{"text": 1', encoding="utf-8")
    assert kept_template("light", tmp_path).text.count("<script") == whole.text.count("<script")


def test_where_nothing_can_be_kept_the_page_is_built(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert "<script" in kept_template("light", tmp_path / "file" / "page").text
