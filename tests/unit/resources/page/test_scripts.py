"""The parts of the page that need no page, in a JavaScript engine of their own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from geodata.layers.marks import Mark
from geodata.mapping import page_data
from geodata.mapping.page_data import FIRST_DAY, LAST_DAY, day_number, read_marks
from tests.helpers.node import node
from tests.unit.geodata.mapping.map_scene import a_scene, many_marks

HERE = Path(__file__).parent


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.stem)
def test_scripts(file: Path) -> None:
    run = subprocess.run(
        [node(), "--test", "--test-reporter=spec", str(file)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "tests 0" not in run.stdout


def told_in_javascript(data: bytes, tmp_path: Path) -> list[list[object]]:
    file = tmp_path / "episodes.bin"
    file.write_bytes(data)
    run = subprocess.run(
        [node(), str(HERE / "dump.mjs"), str(file)], capture_output=True, check=True
    )
    rows: list[list[object]] = json.loads(run.stdout)
    return rows


def row(mark: Mark) -> list[object]:
    count = mark.count
    return [
        mark.id,
        mark.fact_id,
        mark.layer.value,
        mark.form.value,
        mark.anchor.value,
        mark.review.value,
        mark.pole.value if mark.pole else "",
        mark.second_pole.value if mark.second_pole else "",
        mark.lon,
        mark.lat,
        FIRST_DAY if mark.valid.start is None else day_number(mark.valid.start),
        LAST_DAY if mark.valid.end is None else day_number(mark.valid.end),
        FIRST_DAY if mark.known.start is None else day_number(mark.known.start),
        LAST_DAY if mark.known.end is None else day_number(mark.known.end),
        count.low if count else -1,
        count.high if count and count.high is not None else -1,
        None if mark.deadline is None else day_number(mark.deadline),
        [day_number(day) for day in mark.attested],
        mark.words,
    ]


@pytest.mark.parametrize("content", [a_scene(), many_marks(500)], ids=lambda c: c.title)
def test_what_python_writes_javascript_reads(content, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    data = page_data(content)
    assert told_in_javascript(data, tmp_path) == [row(mark) for mark in read_marks(data)]
