"""What to do with decisions that are in no file yet."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QMessageBox, QWidget


class Leaving(StrEnum):
    """The person's answer."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


def ask_leaving(parent: QWidget, title: str) -> Leaving:
    """Ask whether to save a project before it is left."""
    buttons = QMessageBox.StandardButton
    answer = QMessageBox.question(
        parent,
        "Save the project?",
        f"“{title}” holds decisions that are not saved yet.",
        buttons.Save | buttons.Discard | buttons.Cancel,
        buttons.Save,
    )
    return {buttons.Save: Leaving.SAVE, buttons.Discard: Leaving.DISCARD}.get(answer, Leaving.STAY)
