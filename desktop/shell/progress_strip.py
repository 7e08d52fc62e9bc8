"""
A thin strip while articles are read: how far, which one, and a way to stop.

It lies over what is below it and takes no room of its own. Where it pushed the map down, the window
stood still at the start and the end of each job until the engine had painted the map in its new
size, and that takes long while other processes read.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.jobs import Job
from desktop.settings.theme import Theme


class ProgressStrip(QFrame):
    """
    Shows one job and goes when it has ended.

    Args:
        theme: Colours.
        parent: Owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._job: Job | None = None
        self._words = QLabel()
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(180, 8)
        self._bar.setAccessibleName("Progress")
        self._cancel = QPushButton("Cancel")
        self._cancel.clicked.connect(self._on_cancel)
        self._below: tuple[QWidget, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        self.setObjectName("progress-strip")
        # It hides what is below it, which need not be drawn anew for each step of the bar.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAutoFillBackground(True)
        self.hide()
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def words(self) -> str:
        """What it says, empty while nothing runs."""
        return "" if self.isHidden() else self._words.text()

    def lie_over(self, *below: QWidget) -> None:
        """Lie over the first of some widgets that is shown, at its top; all have one parent."""
        self._below = below
        self.setParent(below[0].parentWidget())
        for widget in below:
            widget.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what it lies over."""
        kinds = QEvent.Type
        if event.type() in {kinds.Move, kinds.Resize, kinds.Show, kinds.Hide}:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        first = next((widget for widget in self._below if not widget.isHidden()), None)
        if first is not None:
            self.setGeometry(first.x(), first.y(), first.width(), self.sizeHint().height())
            self.raise_()

    def follow(self, job: Job) -> None:
        """Show a job until it has ended."""
        self._job = job
        self._words.setText(f"{job.title}…")
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_ended)
        self._settle()
        self.show()

    def _on_progress(self, done: int, total: int, text: str) -> None:
        assert self._job is not None
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        what = f": {text}" if text else ""
        self._words.setText(f"{self._job.title}, {done} of {total}{what}")

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._cancel.setEnabled(False)
            self._words.setText("Stopping…")
            self._job.cancel()

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.hide()

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        self.setStyleSheet(
            f"#progress-strip {{ background: {ui.raised}; border: 0;"
            f" border-bottom: 1px solid {ui.line}; }}"
            f"QProgressBar {{ background: {ui.line}; border: 0; border-radius: 4px; }}"
            f"QProgressBar::chunk {{ background: {ui.accent}; border-radius: 4px; }}"
        )
