"""What could not be read: each file with its reason and what to do, in plain sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.theme import Theme
from desktop.wording.words import plural
from geodata.errors import DatelineError, DuplicateArticle

_MOST_PX = 168


class FailureList(QScrollArea):
    """
    Failures below the sources; gone when there are none.

    Args:
        theme: Colours and fonts.
        parent: Owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._failures: tuple[DatelineError, ...] = ()
        self._is_closed = False
        self.setAccessibleName("Files that could not be read")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMaximumHeight(_MOST_PX)
        theme.changed.connect(self._fill)
        self._fill()

    def set_failures(self, failures: Sequence[DatelineError]) -> None:
        """Show other failures; those that were closed already stay closed."""
        if tuple(failures) != self._failures:
            self._failures, self._is_closed = tuple(failures), False
            self._fill()

    def _on_closed(self) -> None:
        self._is_closed = True
        self.hide()

    def _fill(self) -> None:
        ui = self._theme.colours.ui
        body = QWidget()
        body.setObjectName("failures")
        body.setStyleSheet(f"#failures {{ background: {ui.error_soft}; }}")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(10, 8, 10, 8)
        rows.setSpacing(6)
        title = QLabel(_summary(self._failures))
        title.setWordWrap(True)
        title.setFont(self._theme.font("body_strong"))
        title.setStyleSheet(f"color: {ui.error};")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._close_button())
        rows.addLayout(head)
        for failure in self._failures:
            rows.addLayout(self._row(failure))
        rows.addStretch(1)
        self.setWidget(body)
        self.setVisible(bool(self._failures) and not self._is_closed)
        self.updateGeometry()

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon("close"))
        button.setIconSize(QSize(14, 14))
        button.setAccessibleName("Close this list")
        button.setToolTip("Close this list")
        button.clicked.connect(self._on_closed)
        return button

    def _row(self, failure: DatelineError) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        icon, words = QLabel(), QLabel(f"{failure.what} {failure.todo}")
        # A file's name is somebody else's text: it must never be read as markup.
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setFont(self._theme.font("small"))
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        side = self._theme.tokens.icon_px["table"]
        error = self._theme.colours.ui.error
        icon.setPixmap(self._theme.icon("alert-outline", error).pixmap(QSize(side, side)))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), min(_MOST_PX, self._body_px()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(_MOST_PX, self._body_px()))

    def _body_px(self) -> int:
        body: QWidget | None = self.widget()
        return body.heightForWidth(max(self.width(), 200)) if body else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


def _summary(failures: Sequence[DatelineError]) -> str:
    """Say how many files failed, and how many were left out since they are here already."""
    doubles = sum(isinstance(failure, DuplicateArticle) for failure in failures)
    failed = len(failures) - doubles
    parts = []
    if failed:
        parts.append(f"{plural(failed, 'file')} could not be read")
    if doubles:
        parts.append(f"{doubles} {'is' if doubles == 1 else 'are'} here already")
    return "; ".join(parts)
