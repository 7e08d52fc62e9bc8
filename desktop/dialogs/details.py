"""Details on demand: a text that can be read, selected and copied."""

from __future__ import annotations

import traceback
from collections.abc import Sequence

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geodata import __version__
from geodata.errors import DatelineError


class DetailsDialog(QDialog):
    """
    A title, a few words, and the details below.

    Args:
        title: Title of the dialog.
        words: What it is about.
        details: What can be copied.
        parent: Owner.
    """

    def __init__(self, title: str, words: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 360)
        self.details = details
        head = QLabel(words)
        head.setWordWrap(True)
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName("Details")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = QPushButton("Copy details")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(head)
        rows.addWidget(text, 1)
        rows.addWidget(buttons)


def failures_dialog(failures: Sequence[DatelineError], parent: QWidget) -> DetailsDialog:
    """Return a dialog with every file that was left out, its reason and what to do."""
    number = len(failures)
    words = "1 file was left out." if number == 1 else f"{number} files were left out."
    details = "\n\n".join(f"{failure.what}\n    {failure.todo}" for failure in failures)
    return DetailsDialog("Files left out", f"{words} All others are open.", details, parent)


def error_words(error: Exception) -> str:
    """Return an error in a person's words: our own say what to do, others are our fault."""
    if isinstance(error, DatelineError):
        return str(error)
    return f"A fault in the program stopped this ({type(error).__name__}). Nothing was changed."


def error_dialog(error: Exception, parent: QWidget) -> DetailsDialog:
    """Return a dialog with what is needed to report an error."""
    trace = "".join(traceback.format_exception(error))
    details = f"Dateline {__version__}\n\n{trace}"
    return DetailsDialog("What went wrong", error_words(error), details, parent)
