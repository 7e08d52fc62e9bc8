"""Choose size, texts and colours of a picture, see it, and save or copy it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.picture.preview import Preview
from desktop.dialogs.picture.size_field import SizeField
from desktop.settings.theme import Theme
from geodata.sheets import Part, PictureChoice

_PARTS = {
    Part.LEGEND: "Le&gend",
    Part.LOCATOR: "Where in the &world it is",
    Part.TIME: "Time &strip",
}
_FORM_PX = 380
_TEXT_ROWS = 4
_SUBTITLE_ROWS = 7
_SETTLE_MS = 250


Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    What is proposed for the frame that is shown.

    Args:
        titles: Headings, the best first.
        words: Line below the heading.
        day: The frame's dates in words.
        alt: The frame in words, for those who cannot see it.
        window: What the window shows: west, south, east, north in degrees; None where that is
            not known.
        whole: What holds every mark of the frame, where some lie far from most of them; None
            where the map that is proposed holds all of them.
        warning: What speaks against a picture of this frame, or empty.
    """

    titles: tuple[str, ...]
    words: str
    day: str
    alt: str
    window: Box | None
    whole: Box | None = None
    warning: str = ""


class PictureDialog(QDialog):
    """
    It tells what was chosen; who makes pictures draws the preview and writes the file.

    Args:
        theme: Colours and fonts.
        proposal: What is proposed.
        kept: What was chosen last.
        shows_all: Whether the map shows all that is told rather than what the window shows.
        parent: Owner.
    """

    chosen = Signal()  # something else is to be seen in the preview
    save_asked = Signal()
    copy_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        proposal: Proposal,
        kept: PictureChoice,
        *,
        shows_all: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export picture")
        self.resize(1180, 700)
        self._theme = theme
        self._proposal = proposal
        self.preview = Preview(theme)
        self.size_field = SizeField()
        self.title_field = QComboBox()
        self.words_field = QPlainTextEdit()
        self.extent_field = QComboBox()
        self.theme_field = QComboBox()
        self.parts = {part: QCheckBox(words) for part, words in _PARTS.items()}
        self.alt_field = QPlainTextEdit(proposal.alt)
        self.notice = QLabel(proposal.warning)
        self.save = QPushButton("Sa&ve…")
        self.copy = QPushButton("&Copy picture")
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SETTLE_MS)
        self._late.timeout.connect(self.chosen)
        self._fill(kept, shows_all)
        self._lay_out()
        self._join()
        self._check()

    def choice(self) -> PictureChoice | None:
        """Return what is chosen, or None where the size cannot be made."""
        sheet = self.size_field.sheet()
        if sheet is None:
            return None
        title = self.title_field.currentText().strip()
        words = " ".join(self.words_field.toPlainText().split())
        return PictureChoice(
            sheet=sheet,
            title=None if title == self._proposal.titles[0] else title,
            words=None if words == self._proposal.words else words,
            is_dark=self.theme_field.currentData() == "dark",
            without=frozenset(part for part, box in self.parts.items() if not box.isChecked()),
            extent=self._extent(),
        )

    @property
    def shows_all(self) -> bool:
        """Whether the map shows all that is told rather than what the window shows."""
        return bool(self.extent_field.currentData() == "all")

    def _extent(self) -> Box | None:
        chosen = {"window": self._proposal.window, "all": self._proposal.whole}
        return chosen.get(self.extent_field.currentData())

    def tell(self, words: str) -> None:
        """Say what went wrong, or nothing more."""
        self.notice.setText(words or self._proposal.warning)
        self.notice.setVisible(bool(self.notice.text()))

    def set_busy(self, is_busy: bool) -> None:
        """Take no order while one is carried out."""
        for button in (self.save, self.copy):
            button.setEnabled(not is_busy and self.choice() is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._late.start()

    def _fill(self, kept: PictureChoice, shows_all: bool) -> None:
        self.size_field.set_sheet(kept.sheet)
        self.title_field.setEditable(True)
        line = self.title_field.lineEdit()
        assert line is not None
        line.setAccessibleName("Title")
        self.title_field.addItems(list(self._proposal.titles))
        self.title_field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.words_field.setPlainText(self._proposal.words)
        if self._proposal.window is not None:
            self.extent_field.addItem("What the window shows", "window")
        if self._proposal.whole is not None:
            self.extent_field.addItem("Where most of it happens", "most")
        self.extent_field.addItem("Everything that is told", "all")
        if shows_all:
            self.extent_field.setCurrentIndex(self.extent_field.findData("all"))
        self.theme_field.addItem("Light", "light")
        self.theme_field.addItem("Dark", "dark")
        self.theme_field.setCurrentIndex(int(kept.is_dark))
        for part, box in self.parts.items():
            box.setChecked(part not in kept.without)
        self.alt_field.setReadOnly(True)
        self.notice.setVisible(bool(self._proposal.warning))
        self.notice.setWordWrap(True)
        for field in (self.words_field, self.alt_field):
            field.setTabChangesFocus(True)
            field.setMinimumHeight(_TEXT_ROWS * field.fontMetrics().lineSpacing() + 14)
        # A subtitle is short; the rest of the height is for the frame in words.
        line_px = self.words_field.fontMetrics().lineSpacing()
        self.words_field.setMaximumHeight(_SUBTITLE_ROWS * line_px + 14)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for words, field in (
            ("Si&ze", self.size_field),
            ("&Title", self.title_field),
            ("S&ubtitle", self.words_field),
            ("The &map shows", self.extent_field),
            ("Colou&rs", self.theme_field),
        ):
            label = QLabel(words)
            label.setBuddy(field.presets if isinstance(field, SizeField) else field)
            field.setAccessibleName(words.replace("&", ""))
            form.addRow(label, field)
        parts = QVBoxLayout()
        parts.setSpacing(2)
        for box in self.parts.values():
            parts.addWidget(box)
        form.addRow("Beside the map", parts)
        day = QLabel(self._proposal.day)
        day.setFont(self._theme.font("dock_title"))
        alt = QLabel("&In words, for those who cannot see it; the file carries it")
        alt.setBuddy(self.alt_field)
        alt.setWordWrap(True)
        self.alt_field.setAccessibleName("In words")
        left = QWidget()
        left.setFixedWidth(_FORM_PX)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(day)
        column.addLayout(form)
        column.addWidget(alt)
        column.addWidget(self.alt_field, 1)
        middle = QHBoxLayout()
        middle.addWidget(left)
        middle.addWidget(self.preview, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(middle, 1)
        whole.addWidget(self.notice)
        whole.addWidget(self._buttons())
        self.notice.setStyleSheet(f"color: {self._theme.colours.ui.warn};")

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.save, roles.AcceptRole)
        buttons.addButton(self.copy, roles.ActionRole)
        buttons.rejected.connect(self.reject)
        self.save.setDefault(True)
        self.copy.setAutoDefault(False)
        self.save.setToolTip("Save as a PNG picture or a PDF page")
        self.copy.setToolTip("Put the picture on the clipboard, and its text beside it")
        return buttons

    def _join(self) -> None:
        self.size_field.changed.connect(self._on_changed)
        self.title_field.currentTextChanged.connect(self._on_changed)
        self.words_field.textChanged.connect(self._on_changed)
        self.extent_field.currentIndexChanged.connect(self._on_changed)
        self.theme_field.currentIndexChanged.connect(self._on_changed)
        for box in self.parts.values():
            box.toggled.connect(self._on_changed)
        self.save.clicked.connect(self.save_asked)
        self.copy.clicked.connect(self.copy_asked)

    def _on_changed(self, *_what: object) -> None:
        self.tell("")
        self._check()
        self.preview.wait()
        self._late.start()

    def _check(self) -> None:
        self.set_busy(False)
