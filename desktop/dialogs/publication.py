"""When an article appeared, where it was published, and what it is called."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.claim_editor.fields import DaysField, ReadDate
from desktop.settings.theme import Theme
from geodata.domain.documents import Document, Publication, given_publication
from geodata.domain.times import UncertainDate

_GIVEN = "Given by hand."


class SourceEditor(QDialog):
    """
    Title, outlet and publication date of one article.

    Args:
        theme: Colours and fonts.
        document: The article.
        read: Reads a date as a person types it.
        parent: Owner.
    """

    def __init__(
        self, theme: Theme, document: Document, read: ReadDate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle("About this article")
        self.resize(540, 330)
        self.title, self.outlet = QLineEdit(document.title), QLineEdit(document.outlet or "")
        self.days = DaysField("Published", _known(document.published), read)
        why = QLabel(document.published.why)
        why.setTextFormat(Qt.TextFormat.PlainText)
        why.setWordWrap(True)
        why.setStyleSheet(f"color: {theme.colours.ui.text2};")
        note = QLabel(
            "“Last month” and the like are read against this day, and the claims that rest on "
            "them follow."
        )
        note.setWordWrap(True)
        note.setFont(theme.font("small"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            ("&Title", self.title),
            ("&Outlet", self.outlet),
            ("&Published", self.days),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            form.addRow(label, field)
        form.addRow("", why)
        form.addRow("", note)
        # Lines that wrap tell their height late, and must not be squeezed until then.
        for label in (why, note):
            label.setMinimumHeight(label.heightForWidth(400))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.days.changed.connect(self._check)
        # An article appears on one day: it has no open end.
        self.days.first.editingFinished.connect(self.days.close_end)
        box = QVBoxLayout(self)
        box.addLayout(form)
        box.addWidget(self.buttons)
        self._check()

    def published(self) -> Publication | None:
        """Return the publication date as given, or None where it was left as it is."""
        when = self.days.value()
        if when is None or when == _known(self._document.published):
            return None
        return given_publication(when, _GIVEN)

    def described(self) -> tuple[str, str | None]:
        """Return title and outlet."""
        return self.title.text().strip() or self._document.title, self.outlet.text().strip() or None

    def _check(self) -> None:
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(self.days.is_valid)


def _known(published: Publication) -> UncertainDate | None:
    return published.within if published.within.is_known else None
