"""The file: a PNG that says in its own text chunks what it shows."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile
from PySide6.QtGui import QImage, QImageWriter

from geodata import __version__
from geodata.errors import OutputError
from geodata.export import NAME, Manifest, manifest_json

_log = logging.getLogger(__name__)


def frame_texts(
    title: str, words: str, on: date, known_by: date, manifest: Manifest | None = None
) -> dict[str, str]:
    """
    Return the text chunks of a picture: what it shows, of when, and what made it.

    Args:
        title: Of the project.
        words: The frame in words.
        on: The day.
        known_by: The known date.
        manifest: What the picture rests on, for `dateline verify`.
    """
    texts = {
        "Title": title,
        "Description": words,
        "Software": f"Dateline {__version__}",
        "Valid on": on.isoformat(),
        "Known by": known_by.isoformat(),
    }
    return texts if manifest is None else {**texts, NAME: manifest_json(manifest)}


def save_png(image: QImage, target: Path, texts: Mapping[str, str]) -> None:
    """
    Write the picture whole or not at all: what stood there before stays until it is complete.

    Raises:
        OutputError: The target cannot be written.
    """
    if target.is_dir():
        raise OutputError(str(target), "it is a folder", todo="Give the name of a file in it.")
    file = QSaveFile(str(target))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _not_written(target, file.errorString())
    # On the image, since the writer takes a key with a space for part of the description.
    labelled = image.copy()
    for key, text in texts.items():
        labelled.setText(key, text)
    writer = QImageWriter(file, b"png")
    if not writer.write(labelled):
        file.cancelWriting()
        raise _not_written(target, writer.errorString())
    if not file.commit():
        raise _not_written(target, file.errorString())


def _not_written(target: Path, reason: str) -> OutputError:
    return OutputError(
        str(target),
        reason.rstrip(".").strip() or "the disk refused it",
        todo="Choose another folder, or check that this one exists and may be written to.",
    )
