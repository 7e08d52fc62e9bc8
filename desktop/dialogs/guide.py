"""The user guide, read from its file: it needs neither a browser nor the network."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

import resources

_PICTURE_PX = 640


class GuideDialog(QDialog):
    """
    The guide in a window that may stay open beside the work.

    Args:
        parent: Owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle("User guide")
        self.resize(720, 640)
        self.text = GuideText(resources.path_of("guide/guide.md"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.text, 1)
        rows.addWidget(buttons)


class GuideText(QTextBrowser):
    """
    A Markdown file with its pictures, made to fit.

    Args:
        path: The file; pictures are looked for beside it.
        parent: Owner.
    """

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = path.parent
        self.setAccessibleName("User guide")
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self._show(path)

    def _show(self, path: Path) -> None:
        self.setMarkdown(path.read_text(encoding="utf-8"))

    def _follow(self, link: QUrl) -> None:
        """Open another page of the guide; nothing else is ever opened."""
        page = self._folder / link.fileName()
        if page.suffix == ".md" and page.is_file():
            self._show(page)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture from beside the guide; nothing else is ever loaded."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = QImage(str(self._folder / QUrl(name).fileName()))
        if picture.width() <= _PICTURE_PX:
            return picture
        return picture.scaledToWidth(_PICTURE_PX, Qt.TransformationMode.SmoothTransformation)
