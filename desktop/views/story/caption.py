"""The editor of a caption: plain words, in which a citation is one letter that cannot be broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from desktop.settings.theme import Theme
from geodata.domain.claims import ClaimId
from geodata.domain.plain_text import plain
from geodata.domain.stories import CITATION, Caption

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from geodata.services import Cited

_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_CLAIM = QTextFormat.Property.UserProperty.value + 1
_REST_MS = 600
_NOT_TYPED = "\u2028\u2029"


class CaptionEdit(QTextEdit):
    """
    Words and citations. What is typed is told when the hand rests, and when the editor is left.

    Args:
        theme: Colours and fonts.
        parent: Owner.
    """

    changed = Signal(object)  # Caption
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = Caption()
        self._cited: Mapping[ClaimId, Cited] = {}
        self._sign = CitationSign(self)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Caption")
        self.setAccessibleDescription(
            "Words of this bookmark; Ctrl+Shift+C cites the claim that is selected in the table"
        )
        # Short, for a narrow panel cuts it; how to cite stands on the button below.
        self.setPlaceholderText("What this map shows")
        self.document().documentLayout().registerHandler(_KIND, self._sign)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.tell)
        self.textChanged.connect(self._rest.start)
        self.cursorPositionChanged.connect(self._type_plainly)
        theme.changed.connect(self.viewport().update)

    @property
    def caption(self) -> Caption:
        """What stands in the editor."""
        text, cited = "", []
        for letter, claim_id in self._letters():
            text += letter
            if claim_id is not None:
                cited.append(claim_id)
        return Caption(text, tuple(cited))

    def set_caption(self, caption: Caption) -> None:
        """Show another caption, without telling anybody; the same one leaves the cursor alone."""
        self._told = caption
        if caption == self.caption:
            return
        self.document().clear()
        cursor = QTextCursor(self.document())
        cited = iter(caption.cited)
        for at, words in enumerate(caption.text.split(CITATION)):
            if at:
                _insert(cursor, next(cited))
            cursor.insertText(words, QTextCharFormat())
        self.document().clearUndoRedoStacks()
        self._rest.stop()

    def set_cited(self, cited: Mapping[ClaimId, Cited]) -> None:
        """Say what the citations lead to, and which number each has."""
        if cited != self._cited:
            self._cited = cited
            self.document().markContentsDirty(0, self.document().characterCount())
            self.viewport().update()

    def cite(self, claim_id: ClaimId) -> None:
        """Put a citation where the cursor stands."""
        _insert(self.textCursor(), claim_id)
        self.tell()

    def tell(self) -> None:
        """Tell what was typed, if anything was."""
        self._rest.stop()
        caption = self.caption
        if caption != self._told:
            self._told = caption
            self.changed.emit(caption)

    def words_of(self, claim_id: ClaimId) -> tuple[str, bool]:
        """Return a citation as it is drawn, and whether it fails."""
        cited = self._cited.get(claim_id)
        if cited is None:
            return "[…]", False
        return (f"[{cited.number}?]", True) if cited.trouble else (f"[{cited.number}]", False)

    def colour_of(self, *, is_troubled: bool) -> QColor:
        """Return the colour of a citation."""
        ui = self._theme.colours.ui
        return QColor(ui.error if is_troubled else ui.accent)

    def _letters(self) -> Iterator[tuple[str, ClaimId | None]]:
        block: QTextBlock = self.document().begin()
        while block.isValid():
            if block.blockNumber():
                yield "\n", None
            for fragment in _fragments(block):
                claim_id = fragment.charFormat().property(_CLAIM)
                for letter in fragment.text():
                    if letter != CITATION:
                        yield ("\n" if letter in _NOT_TYPED else letter), None
                    elif claim_id:
                        yield letter, ClaimId(claim_id)
            block = block.next()

    def _type_plainly(self) -> None:
        # Else what is typed after a citation would be taken for part of it.
        if self.currentCharFormat().objectType() == _KIND:
            self.setCurrentCharFormat(QTextCharFormat())

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(plain(source.text()).replace(CITATION, ""))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.tell()
        super().focusOutEvent(event)
        self.left.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            cursor = self.cursorForPosition(event.pos())
            cursor.movePosition(QTextCursor.MoveOperation.Right)
            cited = self._cited.get(ClaimId(str(cursor.charFormat().property(_CLAIM) or "")))
            QToolTip.showText(event.globalPos(), cited.words if cited else "", self)
            return True
        return super().viewportEvent(event)


class CitationSign(QPyTextObject):
    """
    Draws a citation: its number in brackets.

    Args:
        editor: Whose citations.
    """

    def __init__(self, editor: CaptionEdit) -> None:
        super().__init__(editor)
        self._editor = editor

    def intrinsicSize(self, _doc: QTextDocument, _at: int, form: QTextFormat) -> QSizeF:
        words, _ = self._editor.words_of(ClaimId(form.property(_CLAIM)))
        metrics = QFontMetricsF(self._editor.font())
        return QSizeF(metrics.horizontalAdvance(words), metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        box: QRectF | QRect,
        _doc: QTextDocument,
        _at: int,
        form: QTextFormat,
    ) -> None:
        words, is_troubled = self._editor.words_of(ClaimId(form.property(_CLAIM)))
        painter.setFont(self._editor.font())
        painter.setPen(self._editor.colour_of(is_troubled=is_troubled))
        painter.drawText(QPointF(box.left(), box.bottom()), words)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _insert(cursor: QTextCursor, claim_id: ClaimId) -> None:
    form = QTextCharFormat()
    form.setObjectType(_KIND)
    form.setProperty(_CLAIM, str(claim_id))
    cursor.insertText(CITATION, form)
