"""When part of an article was written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.claim_editor.fields import DaysField, ReadDate
from desktop.settings.theme import Theme
from geodata.domain.documents import Publication, given_publication

_GIVEN = "Given by hand for this part."
_MOST_CHARS = 160
_NOTE = (
    "“Last month” and the like in this part are read against this day, and its claims count as "
    "known from then on. The rest of the article stays as it is."
)


class PartDialog(QDialog):
    """
    Asks on which day a part of an article was written.

    Args:
        theme: Colours and fonts.
        words: The part.
        published: The day it has now; None where it goes with the rest of the article.
        read: Reads a date as a person types it.
        parent: Owner.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        published: Publication | None,
        read: ReadDate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("When was this part written?")
        self.resize(520, 260)
        told = " ".join(words.split())
        quote = QLabel(f"“{told if len(told) <= _MOST_CHARS else told[:_MOST_CHARS] + '…'}”")
        quote.setTextFormat(Qt.TextFormat.PlainText)
        note = QLabel(_NOTE)
        note.setFont(theme.font("small"))
        for label in (quote, note):
            label.setWordWrap(True)
            # Lines that wrap tell their height late, and must not be squeezed until then.
            label.setMinimumHeight(label.heightForWidth(460))
        question = QLabel("When was this part written?")
        question.setFont(theme.font("body_strong"))
        when = published.within if published else None
        self.days = DaysField("Written", when, read, ("&Written on, or from", "&up to"))
        self.with_rest = QCheckBox("On the same day as the &rest of the article")
        self.with_rest.setVisible(published is not None)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.days.changed.connect(self._check)
        self.days.first.editingFinished.connect(self.days.close_end)
        self.with_rest.toggled.connect(self._check)
        box = QVBoxLayout(self)
        for widget in (question, quote, self.days, self.with_rest, note):
            box.addWidget(widget)
        box.addStretch(1)
        box.addWidget(self.buttons)
        self.days.first.setFocus()
        self._check()

    def published(self) -> Publication | None:
        """Return when it was written; None: with the rest of the article."""
        when = self.days.value()
        if self.with_rest.isChecked() or when is None:
            return None
        return given_publication(when, _GIVEN)

    def _check(self) -> None:
        self.days.setEnabled(not self.with_rest.isChecked())
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        is_given = self.days.is_valid and self.days.value() is not None
        save.setEnabled(self.with_rest.isChecked() or is_given)
