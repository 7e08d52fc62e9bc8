"""From a project to a picture in one call, as the command line makes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.snapshot import write_png
from geodata.domain.layers import Layer
from geodata.errors import OutputError
from geodata.layers import describe
from geodata.services import Project, Resources

pytestmark = pytest.mark.page
DAY = date(2024, 5, 20)


def test_the_picture_says_what_it_shows(
    qapp: QApplication, sample: Project, resources: Resources, tmp_path: Path
) -> None:
    target = tmp_path / "niger.png"
    known_by = sample.last_known
    write_png(sample, resources, target, on=DAY, known_by=known_by, is_dark=True)
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1920, 1080)
    assert image.pixelColor(10, 10).lightness() < 80
    assert image.text("Description") == describe(sample.marks, DAY, known_by)
    assert image.text("Title") == sample.title


def test_another_date_and_fewer_layers_are_other_pictures(
    qapp: QApplication, sample: Project, resources: Resources, tmp_path: Path
) -> None:
    pictures = []
    for day, hidden in (
        (DAY, frozenset()),
        (sample.axis.first_day, frozenset()),
        (DAY, frozenset({Layer.TROOPS})),
    ):
        target = tmp_path / "map.png"
        write_png(sample, resources, target, on=day, known_by=sample.last_known, hidden=hidden)
        # The map itself: title and date are left out.
        pictures.append(QImage(str(target)).copy(60, 160, 1200, 600))
    assert pictures[0] != pictures[1]
    assert pictures[0] != pictures[2]


def test_the_same_frame_twice_looks_the_same(
    qapp: QApplication, sample: Project, resources: Resources, tmp_path: Path
) -> None:
    small = []
    for name in ("a.png", "b.png"):
        write_png(sample, resources, tmp_path / name, on=DAY, known_by=sample.last_known)
        # A label may stand one pixel beside: at an eighth of the size that is not seen.
        smooth = Qt.TransformationMode.SmoothTransformation
        small.append(QImage(str(tmp_path / name)).scaledToWidth(240, smooth))
    first, second = small
    differing = [
        (x, y)
        for x in range(first.width())
        for y in range(first.height())
        if abs(first.pixelColor(x, y).lightness() - second.pixelColor(x, y).lightness()) > 48
    ]
    assert differing == []


def test_a_target_that_cannot_be_written_is_told(
    qapp: QApplication, sample: Project, resources: Resources, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match="nowhere"):
        write_png(
            sample, resources, tmp_path / "nowhere" / "x.png", on=DAY, known_by=sample.last_known
        )
