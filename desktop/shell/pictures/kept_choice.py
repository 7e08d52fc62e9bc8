"""What was chosen for the last picture, kept between two starts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from geodata.errors import InputError
from geodata.sheets import CUSTOM, SHEETS, SLIDE, Part, PictureChoice, Sheet, custom_sheet

_SHEET, _DARK, _WITHOUT = "picture/sheet", "picture/dark", "picture/without"
_ALL, _FOLDER = "picture/all", "picture/folder"


class KeptChoice:
    """
    Reads and writes the settings; what cannot be read counts as not set.

    Title and subtitle are of one map, and are not kept.

    Args:
        settings: Where they are kept.
    """

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def choice(self) -> PictureChoice:
        """What was chosen last."""
        without = str(self._settings.value(_WITHOUT, "")).split()
        return PictureChoice(
            sheet=_read_sheet(str(self._settings.value(_SHEET, SLIDE.name))),
            is_dark=self._settings.value(_DARK, "no") == "yes",
            without=frozenset(part for part in Part if part.value in without),
        )

    @property
    def shows_all(self) -> bool:
        """Whether the map showed all that is told."""
        return self._settings.value(_ALL, "no") == "yes"

    @property
    def folder(self) -> Path:
        """Where the last picture was saved, if it is still there; else the person's own folder."""
        kept = Path(str(self._settings.value(_FOLDER, "") or Path.home()))
        return kept if kept.is_dir() else Path.home()

    def keep(self, choice: PictureChoice, *, shows_all: bool) -> None:
        """Remember a choice."""
        self._settings.setValue(_SHEET, _sheet_text(choice.sheet))
        self._settings.setValue(_DARK, "yes" if choice.is_dark else "no")
        self._settings.setValue(_WITHOUT, " ".join(sorted(choice.without)))
        self._settings.setValue(_ALL, "yes" if shows_all else "no")

    def keep_folder(self, folder: Path) -> None:
        """Remember where a picture was saved."""
        self._settings.setValue(_FOLDER, str(folder))


def _sheet_text(sheet: Sheet) -> str:
    if sheet.name != CUSTOM:
        return sheet.name
    return f"{sheet.width_px} {sheet.height_px} {sheet.density}"


def _read_sheet(text: str) -> Sheet:
    if text in SHEETS:
        return SHEETS[text]
    try:
        width, height, density = text.split()
        return custom_sheet(int(width), int(height), float(density))
    except (ValueError, InputError):
        return SLIDE
