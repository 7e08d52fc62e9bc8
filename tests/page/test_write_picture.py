"""From a project to a picture in one call, as the command line makes it; read back by others."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.snapshot import write_picture
from geodata.domain.layers import Layer
from geodata.errors import OutputError
from geodata.export import NAME, parse_manifest, read_manifest
from geodata.layers import describe
from geodata.services import Project, Resources, check_manifest
from geodata.sheets import A4, SHEETS, PictureChoice, Sheet, custom_sheet

pytestmark = pytest.mark.page
DAY = date(2024, 5, 20)
SMALL = PictureChoice(custom_sheet(960, 540, 0.75))


@pytest.fixture
def write(qapp: QApplication, sample: Project, resources: Resources, tmp_path: Path):  # type: ignore[no-untyped-def]
    def written(name: str, choice: PictureChoice = SMALL, **asked: object) -> Path:
        target = tmp_path / name
        told = {"on": DAY, "known_by": sample.last_known, **asked}
        write_picture(sample, resources, target, choice, **told)  # type: ignore[arg-type]
        return target

    return written


def test_the_picture_says_what_it_shows(write, sample: Project) -> None:  # type: ignore[no-untyped-def]
    choice = replace(SMALL, is_dark=True, title="Leaving, “soon”", words="A line of mine.")
    with Image.open(write("niger.png", choice)) as image:
        texts = dict(image.text)  # type: ignore[attr-defined]
        assert image.getpixel((10, 10))[0] < 80  # type: ignore[index]
    assert texts["Title"] == "Leaving, “soon”"
    assert texts["Description"] == describe(sample.marks, DAY, sample.last_known)
    manifest = parse_manifest(texts[NAME])
    assert (manifest.on, manifest.known_by) == (DAY, sample.last_known)
    assert manifest.theme == "dark"
    assert check_manifest(manifest, sample).is_supported


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.name)
def test_each_preset_has_its_pixels_and_its_size_in_print(write, sheet: Sheet) -> None:  # type: ignore[no-untyped-def]
    with Image.open(write("map.png", PictureChoice(sheet))) as image:
        assert image.size == (sheet.width_px, sheet.height_px)
        assert image.info["dpi"] == pytest.approx((sheet.dpi, sheet.dpi), abs=0.1)


def test_a_pdf_page_is_as_large_as_the_sheet_and_can_be_read(write, sample: Project) -> None:  # type: ignore[no-untyped-def]
    target = write("map.pdf", PictureChoice(A4, title="Who is leaving <Niger> & when"))
    document = PdfReader(target)
    (page,) = document.pages
    width_pt, height_pt = (float(side) for side in (page.mediabox.width, page.mediabox.height))
    assert (width_pt, height_pt) == pytest.approx((297 / 25.4 * 72, 210 / 25.4 * 72), abs=1)
    assert document.metadata is not None
    assert document.metadata.title == "Who is leaving <Niger> & when"
    words = describe(sample.marks, DAY, sample.last_known)
    assert document.xmp_metadata is not None
    assert document.xmp_metadata.dc_description == {"x-default": words}
    assert " ".join(words.split()[:6]) in " ".join(page.extract_text().split())
    (image,) = page.images
    assert image.image is not None
    assert image.image.size == (A4.width_px, A4.height_px)
    assert check_manifest(read_manifest(target), sample).is_supported


def test_another_date_fewer_layers_and_another_extent_are_other_pictures(write) -> None:  # type: ignore[no-untyped-def]
    pictures = [
        # The map itself: title and date are left out.
        QImage(str(write("map.png", choice, **asked))).copy(30, 80, 600, 300)
        for choice, asked in (
            (SMALL, {}),
            (SMALL, {"on": date(2023, 1, 1)}),
            (SMALL, {"hidden": frozenset({Layer.TROOPS})}),
            (replace(SMALL, extent=(5.0, 14.0, 11.0, 19.0)), {}),
        )
    ]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_the_same_frame_twice_is_the_same_picture(write) -> None:  # type: ignore[no-untyped-def]
    assert QImage(str(write("a.png"))) == QImage(str(write("b.png")))


@pytest.mark.parametrize("name", ["x.png", "x.pdf"])
def test_a_target_that_cannot_be_written_is_told(write, name: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(OutputError, match="nowhere"):
        write(f"nowhere/{name}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x.png", "x.pdf"])
def test_a_full_disk_leaves_nothing_half_written(
    write,  # type: ignore[no-untyped-def]
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_self: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="no space left"):
        write(name)
    assert list(tmp_path.iterdir()) == []
