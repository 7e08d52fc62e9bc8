"""The file says what it shows, and is written whole or not at all."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.snapshot.png import frame_texts, save_png
from geodata import __version__
from geodata.errors import OutputError
from geodata.export import Manifest, Statement, read_manifest

DAY = date(2024, 5, 20)
TEXTS = frame_texts("Niger", "US forces in Niger: 900 to 1,100 – “close to 1,000”.", DAY, DAY)


@pytest.fixture
def image() -> QImage:
    made = QImage(40, 20, QImage.Format.Format_RGB32)
    made.fill(QColor("#0B6A66"))
    return made


def test_the_text_chunks_come_back(image: QImage, tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    save_png(image, target, TEXTS)
    read = QImage(str(target))
    assert (read.width(), read.height()) == (40, 20)
    assert {key: read.text(key) for key in TEXTS} == {
        "Title": "Niger",
        "Description": "US forces in Niger: 900 to 1,100 – “close to 1,000”.",
        "Software": f"Dateline {__version__}",
        "Copyright": "Map: Natural Earth. Places: GeoNames, CC BY 4.0.",
        "Valid on": "2024-05-20",
        "Known by": "2024-05-20",
    }


def test_an_old_picture_is_replaced_and_nothing_is_left_beside_it(
    image: QImage, tmp_path: Path
) -> None:
    target = tmp_path / "map.png"
    target.write_bytes(b"old")
    save_png(image, target, TEXTS)
    assert target.read_bytes().startswith(b"\x89PNG")
    assert [path.name for path in tmp_path.iterdir()] == ["map.png"]


def test_a_folder_that_does_not_exist_is_told(image: QImage, tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "map.png"
    with pytest.raises(OutputError, match=r"map\.png") as told:
        save_png(image, target, TEXTS)
    assert told.value.todo.startswith("Choose a folder")


def test_a_folder_is_no_file(image: QImage, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a folder"):
        save_png(image, tmp_path, TEXTS)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_what_stood_there_stays_when_it_cannot_be_replaced(image: QImage, tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    target.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError):
            save_png(image, target, TEXTS)
    finally:
        tmp_path.chmod(0o700)
    assert target.read_bytes() == b"old"


def test_the_manifest_in_a_picture_is_read_without_qt(tmp_path: Path) -> None:
    statement = Statement("fact", "US forces in Niger – “close to 1,000” <&>.", ("claim",))
    manifest = Manifest("1.0", "Niger\n“2024”", DAY, DAY, statements=(statement,) * 200)
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    target = tmp_path / "map.png"
    save_png(image, target, frame_texts("Niger", "words", DAY, DAY, manifest))
    assert read_manifest(target) == manifest
