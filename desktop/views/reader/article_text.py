"""The article's text with its marks, and the bars of claims in the margin."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QToolTip, QWidget

from desktop.settings.theme import Theme
from desktop.views.reader.dated_parts import make_room, paint_parts, part_words
from desktop.views.reader.highlights import (
    ExtractionLike,
    Highlight,
    HighlightKind,
    evidence_of,
    highlights_of,
)
from desktop.views.reader.text_offsets import Offsets, plain
from geodata.domain.claims import Claim, ClaimId
from geodata.domain.documents import DatedPart, Document
from geodata.domain.spans import Span

_MARGIN_PX = 16
_BAR_PX = 3.0
_SELECTED_BAR_PX = 4.0
_FONT_LINE_HEIGHT = 1.2  # what fonts give themselves, roughly
_EMPTY_LINE_PX = 8.0
_CONTEXT_SHARE = 0.3  # a claim is scrolled to this part of the height, so that what precedes shows


class Marking(StrEnum):
    """What selected words can be marked as."""

    PLACE = "Mark as a &place…"
    DATE = "Mark as a &date…"
    CLAIM = "Add a c&laim from this…"
    PART = "This part was &written on…"


class ArticleText(QTextBrowser):
    """
    One article, read only.

    Text goes in by a cursor, as characters; nothing of a document is ever read as HTML.

    Args:
        theme: Colours and fonts.
        parent: Owner.
    """

    claim_clicked = Signal(str)  # ClaimId
    place_clicked = Signal(object)  # PlaceMention
    place_asked = Signal(object)  # PlaceMention: which place it is
    marking_asked = Signal(object, object)  # Marking, Span

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._extraction: ExtractionLike | None = None
        self._marks: tuple[Highlight, ...] = ()
        self._evidence: tuple[tuple[Span, Claim], ...] = ()
        self._offsets = Offsets("", 0)
        self._selected: ClaimId | None = None
        self._passage: Span | None = None
        self._pressed_at = QPoint()
        self.setAccessibleName("Article")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN_PX)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._format)

    def show_extraction(self, extraction: ExtractionLike | None) -> None:
        """Show another article, from its top."""
        self._extraction = extraction
        self._selected = self._passage = None
        self._marks = highlights_of(extraction) if extraction else ()
        self._evidence = evidence_of(extraction.claims) if extraction else ()
        document = extraction.document if extraction else None
        start = _text_start(document, self._evidence) if document else 0
        text = plain(document.text[start:]) if document else ""
        self._offsets = Offsets(text, start)
        self.clear()
        QTextCursor(self.document()).insertText(text)
        self._format()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def restate(self, extraction: ExtractionLike) -> None:
        """Mark the same text by what now stands; scroll and selection stay."""
        self._extraction = extraction
        self._marks = highlights_of(extraction)
        self._evidence = evidence_of(extraction.claims)
        self._format()

    def select_claim(self, claim: Claim | None) -> None:
        """Mark a claim's sentence and bring it into sight with what precedes it."""
        self._selected, self._passage = (claim.id if claim else None), None
        self._format()
        if claim:
            first = claim.evidence[0]
            cursor = self.textCursor()
            cursor.setPosition(self._offsets.position(first.start))
            self.setTextCursor(cursor)
            self._reveal(cursor)

    def select_span(self, span: Span) -> None:
        """Mark a stretch that no claim rests on, and bring it into sight."""
        self._selected, self._passage = None, span
        self._format()
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.position(span.start))
        self.setTextCursor(cursor)
        self._reveal(cursor)

    def marks_at(self, offset: int) -> list[Highlight]:
        """Return the marks that cover a code point of the document."""
        return [mark for mark in self._marks if mark.span.start <= offset < mark.span.end]

    def claims_at(self, offset: int) -> list[Claim]:
        """Return the claims whose evidence covers a code point, the narrowest first."""
        found = [pair for pair in self._evidence if pair[0].start <= offset < pair[0].end]
        return [claim for span, claim in sorted(found, key=lambda p: p[0].end - p[0].start)]

    def words_at(self, offset: int) -> str:
        """Return how the marks at a code point were read, and why, and its part's own day."""
        words = [mark.words for mark in self.marks_at(offset)]
        words += [
            f"{part_words(part.published)}\n{part.published.why}" for part in self._parts_at(offset)
        ]
        return "\n\n".join(words)

    def _parts(self) -> tuple[DatedPart, ...]:
        return self._extraction.document.parts if self._extraction else ()

    def _parts_at(self, offset: int | None) -> list[DatedPart]:
        return [
            part
            for part in self._parts()
            if offset is not None and part.span.start <= offset < part.span.end
        ]

    # Formats

    def _format(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(self._plain_format())
        self._space_lines(cursor)
        ground = QTextCharFormat()
        ground.setBackground(QColor(self._theme.colours.ui.selection))
        for span, claim in self._evidence:
            if claim.id == self._selected:
                self._merge(cursor, span, ground)
        for mark in self._marks:
            self._merge(cursor, mark.span, mark_format(self._theme, mark.kind))
        if self._passage is not None:
            # A name has a ground of its own, which would hide that it is meant.
            self._merge(cursor, self._passage, ground)
        cursor.endEditBlock()
        self.viewport().update()

    def _space_lines(self, cursor: QTextCursor) -> None:
        kinds = QTextBlockFormat.LineHeightTypes
        text, empty = QTextBlockFormat(), QTextBlockFormat()
        share = self._theme.tokens.reading_line_height / _FONT_LINE_HEIGHT
        text.setLineHeight(share * 100, kinds.ProportionalHeight.value)
        empty.setLineHeight(_EMPTY_LINE_PX, kinds.FixedHeight.value)
        text.setTopMargin(0)
        cursor.mergeBlockFormat(text)
        block = self.document().begin()
        while block.isValid():
            if not block.text().strip():
                QTextCursor(block).mergeBlockFormat(empty)
            block = block.next()
        make_room(self.document(), self._parts(), self._offsets.position)

    def _merge(self, cursor: QTextCursor, span: Span, look: QTextCharFormat) -> None:
        cursor.setPosition(self._offsets.position(span.start))
        cursor.setPosition(self._offsets.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

    def _plain_format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._theme.font("reading"))
        look.setForeground(QColor(self._theme.colours.ui.text))
        return look

    # Sight

    def _reveal(self, cursor: QTextCursor) -> None:
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top() + bar.value()
        bar.setValue(round(top - self.viewport().height() * _CONTEXT_SHARE))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            ui = self._theme.colours.ui
            width = self.viewport().width()
            paint_parts(painter, self._theme, self._parts(), self._reach, _MARGIN_PX, width)
            for span, claim in self._evidence:
                is_selected = claim.id == self._selected
                colour = QColor(ui.accent if is_selected else self._theme.colours.span.actor_line)
                bar = _SELECTED_BAR_PX if is_selected else _BAR_PX
                top, bottom = self._reach(span)
                painter.fillRect(QRectF(_MARGIN_PX / 2 - bar, top, bar, bottom - top), colour)
            for span, claim in self._evidence:
                if claim.id == self._selected:
                    # Once more on top: another claim may share the sentence.
                    top, bottom = self._reach(span)
                    left = _MARGIN_PX / 2 - _SELECTED_BAR_PX
                    painter.fillRect(
                        QRectF(left, top, _SELECTED_BAR_PX, bottom - top), QColor(ui.accent)
                    )

    def _reach(self, span: Span) -> tuple[float, float]:
        """Return the top of a span's first line and the bottom of its last, in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.position(span.start))
        top = self.cursorRect(cursor).top()
        cursor.setPosition(self._offsets.position(span.end))
        return float(top), float(self.cursorRect(cursor).bottom())

    # Hand

    def _offset_at(self, at: QPointF) -> int | None:
        layout = self.document().documentLayout()
        shift = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = layout.hitTest(at + shift, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self._offsets.offset(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_click = (event.position().toPoint() - self._pressed_at).manhattanLength() < 4
        if event.button() == Qt.MouseButton.LeftButton and is_click:
            self._open_at(self._offset_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        offset = self._offset_at(event.position())
        is_live = offset is not None and bool(self._places_at(offset) or self.claims_at(offset))
        hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(hand if is_live else beam)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_at(self._offsets.offset(self.textCursor().position()))
        elif is_ctrl and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._open_neighbour(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu_at(self._offset_at(QPointF(event.pos())))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu_at(self, offset: int | None) -> QMenu:
        """Return what can be done with the words under the hand or with the selected ones."""
        menu = QMenu(self)
        marks = [] if offset is None else self.marks_at(offset)
        for mention in [mark.mention for mark in marks if mark.mention]:
            menu.addAction(f"What is “{mention.text}”?…", partial(self.place_asked.emit, mention))
        span = self.selected_span()
        for part in self._parts_at(offset) if span is None else ():
            words = f"{part_words(part.published)}: change…"
            menu.addAction(words, partial(self.marking_asked.emit, Marking.PART, part.span))
        if span is not None:
            menu.addSeparator()
            for marking in Marking:
                menu.addAction(marking.value, partial(self.marking_asked.emit, marking, span))
            menu.addSeparator()
            menu.addAction("&Copy\tCtrl+C", self.copy)
        if menu.isEmpty():
            menu.addAction("Select words to mark a place, a date, a claim or a part").setEnabled(
                False
            )
        return menu

    def selected_span(self) -> Span | None:
        """Return the selected words as a span of the document, without blanks at its ends."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._extraction is None:
            return None
        start = self._offsets.offset(cursor.selectionStart())
        end = self._offsets.offset(cursor.selectionEnd())
        words = self._extraction.document.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Span(start, end) if start < end else None

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            offset = self._offset_at(QPointF(event.pos()))
            words = "" if offset is None else self.words_at(offset)
            # Names come out of documents: angle brackets must not turn the tip into markup.
            QToolTip.showText(event.globalPos(), words.replace("<", "‹"), self.viewport())
            return True
        return super().viewportEvent(event)

    def _places_at(self, offset: int) -> list[Highlight]:
        return [m for m in self.marks_at(offset) if m.mention and m.mention.place]

    def _open_at(self, offset: int | None) -> None:
        if offset is None:
            return
        claims = self.claims_at(offset)
        places = [m for m in self._places_at(offset) if m.kind is HighlightKind.PLACE]
        if claims:
            self.claim_clicked.emit(claims[0].id)
        if places:
            self.place_clicked.emit(places[0].mention)

    def _open_neighbour(self, way: int) -> None:
        """Open the claim that follows the selected one in the text, or precedes it."""
        order = list(dict.fromkeys(claim.id for _span, claim in self._evidence))
        if not order:
            return
        if self._selected in order:
            at = order.index(self._selected) + way
        else:
            at = 0 if way > 0 else len(order) - 1
        if 0 <= at < len(order):
            self.claim_clicked.emit(order[at])


def mark_format(theme: Theme, kind: HighlightKind) -> QTextCharFormat:
    """Return the look of a mark: its ground, and a line of its own kind."""
    span = theme.colours.span
    lines = QTextCharFormat.UnderlineStyle
    ground, line, style = {
        HighlightKind.PLACE: (span.place, span.place_line, lines.SingleUnderline),
        HighlightKind.DATE: (span.date, span.date_line, lines.DashUnderline),
        HighlightKind.COUNT: (span.count, span.count_line, lines.DotLine),
        HighlightKind.ACTOR: (span.actor, span.actor_line, lines.NoUnderline),
    }[kind]
    look = QTextCharFormat()
    look.setBackground(QColor(ground))
    look.setUnderlineStyle(style)
    look.setUnderlineColor(QColor(line))
    return look


def _text_start(document: Document, evidence: tuple[tuple[Span, Claim], ...]) -> int:
    """
    Return where the words begin: after front matter, blank lines and a repeated heading.

    A heading that is evidence stays: its sentence must be there to be shown.
    """
    start = _after_blank(document.text, document.body_start)
    heading, _, rest = document.text[start:].partition("\n")
    end = start + len(heading)
    is_evidence = any(span.start < end for span, _claim in evidence)
    if heading.strip() == document.title.strip() and rest.strip() and not is_evidence:
        return _after_blank(document.text, end)
    return start


def _after_blank(text: str, start: int) -> int:
    rest = text[start:]
    return start + len(rest) - len(rest.lstrip())
