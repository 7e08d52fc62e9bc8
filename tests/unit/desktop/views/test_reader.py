"""The reader shows the text as it is, and leads to a claim's sentence."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.settings.theme import SchemeChoice, Theme
from desktop.views.reader.article_text import ArticleText
from desktop.views.reader.folded_line import FoldedLine
from desktop.views.reader.panel import ReaderPanel
from desktop.views.reader.text_offsets import Offsets, plain
from geodata.domain.claims import Claim
from tests.helpers.made_up_articles import (
    FIRST,
    TEXT,
    MadeUpExtraction,
    a_leaving_claim,
    an_arriving_claim,
    an_article,
    an_extraction,
    span_of,
    two_sources,
)


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> ReaderPanel:
    reader = ReaderPanel(theme)
    qtbot.addWidget(reader)
    reader.resize(372, 324)
    reader.show()
    reader.show_document(an_extraction(), 1)
    return reader


def cursor_at(text: ArticleText, words: str) -> QTextCursor:
    cursor = text.document().find(words)
    assert not cursor.isNull(), words
    return cursor


def look_of(text: ArticleText, words: str) -> QTextCharFormat:
    cursor = cursor_at(text, words)
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()


def middle_of(text: ArticleText, words: str) -> QPoint:
    cursor = cursor_at(text, words)
    cursor.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
    return text.cursorRect(cursor).center()


def test_heading_source_and_why_the_date_is_thought_so(reader: ReaderPanel) -> None:
    texts = [label.text() for label in reader.findChildren(QLabel) if label.isVisible()]
    assert "Guests to leave the island base" in texts
    assert "The Harbour Post, ≈ 20 May 2024" in texts
    why = reader.findChild(FoldedLine)
    assert why.words == "The text says “on Sunday” and names the 19th."
    handle = why.findChild(QToolButton)
    assert handle.accessibleName() == why.words
    handle.click()
    unfolded = [label.text() for label in why.findChildren(QLabel) if label.isVisible()]
    assert unfolded == [why.words]


def test_a_repeated_heading_and_front_matter_are_not_shown_twice(reader: ReaderPanel) -> None:
    assert reader.text.toPlainText().startswith("The last of about 300")


def test_a_heading_that_is_evidence_stays(reader: ReaderPanel) -> None:
    claim = a_leaving_claim(evidence=(span_of("Guests to leave the island base"),))
    reader.show_document(MadeUpExtraction(an_article(), claims=(claim,)), 1)
    reader.show_claim(claim)
    assert reader.text.toPlainText().startswith("Guests to leave")


def test_each_kind_of_mark_has_its_own_line(reader: ReaderPanel, theme: Theme) -> None:
    lines = QTextCharFormat.UnderlineStyle
    look = {
        words: look_of(reader.text, words).underlineStyle()
        for words in ("Port Halden", "on Sunday", "about 300", "Norland")
    }
    assert look == {
        "Port Halden": lines.SingleUnderline,
        "on Sunday": lines.DashUnderline,
        "about 300": lines.DotLine,
        "Norland": lines.NoUnderline,
    }
    ground = look_of(reader.text, "Norland").background().color().name().upper()
    assert ground == theme.colours.span.actor


def test_a_claim_is_marked_and_scrolled_to(reader: ReaderPanel, theme: Theme) -> None:
    assert reader.text.verticalScrollBar().value() == 0
    claim = an_arriving_claim()
    reader.show_claim(claim)
    ground = look_of(reader.text, "arrived in the capital").background().color().name().upper()
    assert ground == theme.colours.ui.selection
    where = reader.text.cursorRect(cursor_at(reader.text, "Southern trainers")).center()
    assert reader.text.viewport().rect().contains(where)
    reader.show_claim(a_leaving_claim())
    before = look_of(reader.text, "arrived in the capital").background().style()
    assert before == Qt.BrushStyle.NoBrush


def test_a_claim_of_another_article_changes_nothing(reader: ReaderPanel) -> None:
    reader.show_document(two_sources()[1].extraction, 2)
    before = reader.text.toPlainText()
    reader.show_claim(a_leaving_claim())
    assert reader.text.toPlainText() == before


def test_a_click_on_a_sentence_tells_its_claim(reader: ReaderPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.claim_clicked) as told:
        at = middle_of(reader.text, "soldiers will")
        qtbot.mouseClick(reader.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["leave"]


def test_a_click_on_a_place_tells_the_place(reader: ReaderPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.place_clicked) as told:
        at = middle_of(reader.text, "Port")
        qtbot.mouseClick(reader.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args[0].text == "Port Halden"


def test_keys_lead_from_claim_to_claim(reader: ReaderPanel, qtbot: QtBot) -> None:
    told: list[str] = []
    claims = {claim.id: claim for claim in an_extraction().claims}

    def on_clicked(claim_id: str) -> None:
        told.append(claim_id)
        reader.show_claim(next(c for i, c in claims.items() if i == claim_id))

    reader.claim_clicked.connect(on_clicked)
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(reader.text, Qt.Key.Key_Down, ctrl)
    qtbot.keyClick(reader.text, Qt.Key.Key_Down, ctrl)
    qtbot.keyClick(reader.text, Qt.Key.Key_Up, ctrl)
    qtbot.keyClick(reader.text, Qt.Key.Key_Return)
    assert told == ["leave", "arrive", "leave", "leave"]


def test_hovering_tells_the_reading_and_its_reason(reader: ReaderPanel) -> None:
    words = reader.text.words_at(TEXT.index("Port Halden") + 2)
    assert words == "Port Halden, Agadez, NE\nThe only place of that name."
    words = reader.text.words_at(TEXT.index("by 15 September") + 2)
    assert words == "by 15 September 2024\nA deadline."


def test_nothing_of_a_document_is_read_as_html(reader: ReaderPanel) -> None:
    text = "<h1>Shout</h1> & <img src='http://x.invalid/a.png'> it said."
    document = dataclasses.replace(an_article(text, 0), title="<i>Title</i>")
    reader.show_document(MadeUpExtraction(document), 1)
    assert reader.text.toPlainText() == text
    labels = [label for label in reader.findChildren(QLabel) if "<i>" in label.text()]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]


def test_another_scheme_keeps_the_marks(reader: ReaderPanel, theme: Theme) -> None:
    theme.choose(SchemeChoice.DARK)
    ground = look_of(reader.text, "Port Halden").background().color().name().upper()
    assert ground == theme.tokens.dark.span.place


def test_without_an_article_it_says_so(reader: ReaderPanel) -> None:
    assert reader.document_id == FIRST
    reader.show_document(None)
    assert reader.document_id is None
    assert not reader.text.isVisible()


PIECE = st.characters(codec="utf-8", exclude_categories=("Cs",)) | st.sampled_from(
    ["\r\n", "\r", "\n", "😀", "é", "\u2029", "\x00"]
)
ARTICLE = st.lists(PIECE, min_size=1, max_size=60).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=ARTICLE, start=st.integers(0, 60), length=st.integers(1, 10))
def test_every_span_marks_exactly_its_words(
    theme: Theme, text: str, start: int, length: int
) -> None:
    text = f"x{text}x"
    start = min(start, len(text) - 1)
    end = min(start + length, len(text))
    view = ArticleText(theme)
    view.show_extraction(MadeUpExtraction(dataclasses.replace(an_article(text, 0), title="")))
    offsets = Offsets(plain(text), 0)
    cursor = QTextCursor(view.document())
    cursor.setPosition(offsets.position(start))
    cursor.setPosition(offsets.position(end), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText().replace("\u2029", "\n") == plain(text)[start:end]
    assert offsets.offset(offsets.position(start)) == start


def test_the_widest_claim_gives_way_to_the_narrowest(reader: ReaderPanel) -> None:
    wide = a_leaving_claim(id="wide", evidence=(span_of(TEXT[TEXT.index("The last") :].strip()),))
    narrow: Claim = a_leaving_claim(id="narrow")
    reader.show_document(MadeUpExtraction(an_article(), claims=(wide, narrow)), 1)
    at = TEXT.index("soldiers will")
    assert [claim.id for claim in reader.text.claims_at(at)] == ["narrow", "wide"]
