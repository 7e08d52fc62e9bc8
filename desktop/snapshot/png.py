"""The file: a PNG that says in its own text chunks what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from geodata import __version__
from geodata.errors import OutputError
from geodata.export import NAME, Manifest, manifest_json, replace_file
from geodata.sheets import CSS_PX_PER_INCH

CREDITS = "Map: Natural Earth. Places: GeoNames, CC BY 4.0."


def frame_texts(
    title: str, words: str, on: date, known_by: date, manifest: Manifest | None = None
) -> dict[str, str]:
    """
    Return the text chunks of a picture: what it shows, of when, and what made it.

    Args:
        title: Heading.
        words: The frame in words, for those who cannot see it.
        on: The day.
        known_by: The known date.
        manifest: What the picture rests on, for `dateline verify`.
    """
    texts = {
        "Title": title,
        "Description": words,
        "Software": f"Dateline {__version__}",
        "Copyright": CREDITS,
        "Valid on": on.isoformat(),
        "Known by": known_by.isoformat(),
    }
    return texts if manifest is None else {**texts, NAME: manifest_json(manifest)}


def save_png(
    image: QImage, target: Path, texts: Mapping[str, str], dpi: int = CSS_PX_PER_INCH
) -> None:
    """
    Write the picture whole or not at all: what stood there before stays until it is complete.

    Args:
        image: The picture.
        target: The file.
        texts: Its text chunks, by keyword.
        dpi: Pixels an inch in print.

    Raises:
        OutputError: The target cannot be written.
    """
    if target.is_dir():
        raise OutputError(str(target), "it is a folder", todo="Give the name of a file in it.")
    # On the image, since the writer takes a key with a space for part of the description.
    labelled = image.copy()
    labelled.setDotsPerMeterX(round(dpi / 0.0254))
    labelled.setDotsPerMeterY(round(dpi / 0.0254))
    for key, text in texts.items():
        labelled.setText(key, text)
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(labelled):
        raise OutputError(
            str(target), writer.errorString().rstrip("."), todo="Choose a smaller picture."
        )
    replace_file(target, bytes(made.data()))
