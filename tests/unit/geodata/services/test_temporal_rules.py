"""
A project file by the rules of QGIS's Temporal Controller: what it shows on a day is the model's.

A layer with a start and an end field draws a row in a frame where the two overlap; the end is left
out (“include end” is off at first), and an empty field is an open end. The frame of a day is that
day in UTC. The second pair of fields is a filter that a person adds: known by a day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyogrio
import pytest

from geodata.domain.claims import Review
from geodata.domain.edits import SetReview
from geodata.layers import Form, frame_marks
from geodata.services import Project, Resources
from geodata.services.editing import decide, save, saved_form

LAYERS = ("bases", "troops", "alignment", "regions", "unplaced")


@pytest.fixture(scope="module")
def path(sample: Project, resources: Resources, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with one claim rejected, saved."""
    decided = decide(sample, [SetReview((sample.claims[0],), Review.REJECTED)], resources)
    target = tmp_path_factory.mktemp("qgis") / "niger.gpkg"
    save(decided, saved_form(decided), target, resources)
    return target


def shown(path: Path, on: date, known_by: date) -> set[str]:
    """Return the marks that the layers draw on a day, as known by another."""
    import pandas as pd

    start = datetime(on.year, on.month, on.day, tzinfo=UTC)
    end = start + timedelta(days=1)
    known = datetime(known_by.year, known_by.month, known_by.day, tzinfo=UTC)
    marks: set[str] = set()
    for layer in LAYERS:
        rows = pyogrio.read_dataframe(path, layer=layer)
        if rows.empty:
            continue
        times = {
            name: pd.to_datetime(rows[name], utc=True)
            for name in ("valid_from", "valid_to", "known_from", "known_to")
        }
        is_drawn = (
            (times["valid_from"].isna() | (times["valid_from"] < end))
            & (times["valid_to"].isna() | (times["valid_to"] > start))
            & (times["known_from"].isna() | (times["known_from"] <= known))
            & (times["known_to"].isna() | (times["known_to"] > known))
        )
        marks |= set(rows.loc[is_drawn, "mark_id"])
    return marks


def test_on_every_day_the_layers_hold_what_the_map_draws(
    path: Path, sample: Project, resources: Resources
) -> None:
    decided = decide(sample, [SetReview((sample.claims[0],), Review.REJECTED)], resources)
    stored = {
        mark_id
        for layer in LAYERS
        for mark_id in pyogrio.read_dataframe(path, layer=layer)["mark_id"]
    }
    drawn_at_all: set[str] = set()
    for on in (
        date(2023, 8, 1),
        date(2024, 3, 20),
        date(2024, 5, 20),
        date(2024, 9, 15),
        date(2025, 1, 1),
    ):
        for known_by in (date(2024, 4, 20), date(2024, 5, 19), decided.last_known):
            drawn = {
                mark.id
                for mark in frame_marks(decided.marks, on, known_by)
                if mark.claim_ids and mark.form is not Form.GROUND
            }
            assert drawn <= stored
            assert drawn == shown(path, on, known_by) - _grounds(decided), (on, known_by)
            drawn_at_all |= drawn
    assert len(drawn_at_all) > 10


def test_the_end_of_a_state_is_no_longer_part_of_it(path: Path, sample: Project) -> None:
    for mark in sample.marks:
        end = mark.valid.end
        if mark.claim_ids and end is not None and mark.form is Form.TROOPS:
            assert mark.id not in shown(path, end, sample.last_known)


def _grounds(project: Project) -> set[str]:
    return {mark.id for mark in project.marks if mark.form is Form.GROUND or not mark.claim_ids}
