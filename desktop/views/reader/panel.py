"""The reader: heading, source, the article with its marks, and what the marks mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.sources_model import is_inferred, publication_words
from desktop.settings.theme import Theme
from desktop.views.badge import Badge
from desktop.views.hint import Hint
from desktop.views.reader.article_text import ArticleText, Marking
from desktop.views.reader.folded_line import FoldedLine
from desktop.views.reader.highlights import ExtractionLike
from desktop.views.reader.legend import ReaderLegend
from desktop.views.reader.part_offer import PartOffer
from geodata.domain.claims import Claim
from geodata.domain.documents import Document, DocumentId
from geodata.domain.spans import Span

_PLAIN = Qt.TextFormat.PlainText


class ReaderPanel(QWidget):
    """
    Shows one article, and leads to the sentence of a claim.

    Args:
        theme: Colours, fonts, sizes.
        parent: Owner.
    """

    claim_clicked = Signal(str)  # ClaimId
    place_clicked = Signal(object)  # PlaceMention
    place_asked = Signal(object)  # PlaceMention
    marking_asked = Signal(object, object)  # Marking, Span
    part_asked = Signal(object)  # Span: when it was written
    shown = Signal()  # another article, or the same as it stands now
    source_asked = Signal()  # to correct title, outlet and date

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._extraction: ExtractionLike | None = None
        self._title, self._source = QLabel(), QLabel()
        self._edit = QToolButton()
        self._why = FoldedLine(theme, "information-outline")
        self._badge = Badge(theme, 0)
        self._text = ArticleText(theme)
        self._legend = ReaderLegend(theme)
        self.offer = PartOffer(theme)
        self._hint = Hint(
            theme,
            "text-box-outline",
            "Nothing open",
            "Click a mark on the map or a source, and its sentence is shown here.",
        )
        self._head_line, self._line = QFrame(), QFrame()
        for line in (self._head_line, self._line):
            line.setFixedHeight(1)
        self._lay_out()
        self._text.claim_clicked.connect(self.claim_clicked)
        self._text.place_clicked.connect(self.place_clicked)
        self._text.place_asked.connect(self.place_asked)
        self._text.marking_asked.connect(self._on_marking)
        self.offer.shown.connect(self.show_span)
        theme.changed.connect(self._colour)
        self._colour()

    def _lay_out(self) -> None:
        for label in (self._title, self._source):
            # Headings and names come out of documents: never markup.
            label.setTextFormat(_PLAIN)
            label.setWordWrap(label is not self._source)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        source = QHBoxLayout()
        source.setSpacing(6)
        source.addWidget(self._badge)
        source.addWidget(self._source, 1)
        self._edit.setToolTip("Correct title, outlet and publication date")
        self._edit.setAccessibleName("Correct title, outlet and publication date")
        self._edit.clicked.connect(self.source_asked)
        source.addWidget(self._edit)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 6)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addLayout(source)
        head.addWidget(self._why)
        self._page = QWidget()
        self._page.setBackgroundRole(self.palette().ColorRole.Base)
        self._page.setAutoFillBackground(True)
        rows = QVBoxLayout(self._page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._head_line)
        rows.addWidget(self.offer)
        rows.addWidget(self._text, 1)
        rows.addWidget(self._line)
        rows.addWidget(self._legend)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._page)

    @property
    def document_id(self) -> DocumentId | None:
        """The article that is shown."""
        return self._extraction.document.id if self._extraction else None

    @property
    def text(self) -> ArticleText:
        """The article's text."""
        return self._text

    def show_document(self, extraction: ExtractionLike | None, number: int = 0) -> None:
        """
        Show an article, or nothing.

        Args:
            extraction: The article with what was read in it.
            number: Its number in the project.
        """
        self._extraction = extraction
        self._text.show_extraction(extraction)
        self._stack.setCurrentWidget(self._page if extraction else self._hint)
        if extraction:
            self._badge.set_number(number)
            self._badge.setVisible(bool(number))
            self._show_head(extraction.document)
        self.shown.emit()

    def _show_head(self, document: Document) -> None:
        published = document.published
        self._title.setText(document.title or document.name)
        outlet = document.outlet or "Unknown outlet"
        self._source.setText(f"{outlet}, {publication_words(published)}")
        self._source.setToolTip(document.path or document.name)
        self._why.set_words(published.why)
        self._why.setVisible(is_inferred(published) or published.best is None)

    def mark_selected(self, marking: Marking) -> bool:
        """Ask what the selected words mean; say whether there are any."""
        span = self._text.selected_span()
        if span is not None:
            self._on_marking(marking, span)
        return span is not None

    def _on_marking(self, marking: Marking, span: Span) -> None:
        if marking is Marking.PART:
            self.part_asked.emit(span)
        else:
            self.marking_asked.emit(marking, span)

    def restate_document(self, extraction: ExtractionLike) -> None:
        """Show what now stands for the article that is open, without leaving its place."""
        before, now = self._extraction, extraction.document
        if before is None or before is extraction:
            return
        is_same_text = (now.text, now.body_start) == (
            before.document.text,
            before.document.body_start,
        )
        if is_same_text and now.title == before.document.title:
            self._extraction = extraction
            self._text.restate(extraction)
            self._show_head(now)
        else:
            self.show_document(extraction, self._badge.number)

    def show_claim(self, claim: Claim | None) -> None:
        """Mark a claim's sentence and bring it into sight; its article must be shown."""
        if claim is None or claim.document_id == self.document_id:
            self._text.select_claim(claim)

    def show_span(self, span: Span) -> None:
        """Mark a stretch of the article that is shown, and bring it into sight."""
        self._text.select_span(span)

    def _colour(self) -> None:
        ui = self._theme.colours.ui
        self._edit.setIcon(self._theme.icon("pencil-outline"))
        self._title.setFont(self._theme.font("reader_title"))
        self._source.setFont(self._theme.font("label"))
        self._source.setStyleSheet(f"color: {ui.text2};")
        for line in (self._head_line, self._line):
            line.setStyleSheet(f"background: {ui.line};")
