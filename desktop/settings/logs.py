"""The log: warnings and faults of the program, never the text of an article."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST_BYTES = 500_000
_KEPT = 3


def log_folder(data_folder: Path) -> Path:
    """Return where the log is kept."""
    return data_folder / "logs"


def keep_log(data_folder: Path) -> None:
    """Write warnings and faults to a file that cannot grow without end; without a place, nowhere."""
    folder = log_folder(data_folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "dateline.log", maxBytes=_LARGEST_BYTES, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        return
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
