"""The first day of a person with the program, told in their words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from geodata.domain.layers import OFF_AT_FIRST
from geodata.layers import Form, Layer, Mark, differences
from tests.helpers.screens import AppScreen

pytestmark = pytest.mark.journey
ARTICLE = """Chad asks French troops to leave

N'DJAMENA, 29 November 2024 - Chad said on Thursday it had ended its defence accord with France.
France has about 1,000 troops in Chad. The soldiers will leave by 31 January 2025.
"""


@pytest.fixture
def screen(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[AppScreen]:
    started = AppScreen(qapp, qtbot, tmp_path)
    yield started
    started.closes()


def us_troops_in_niger(mark: Mark) -> bool:
    return mark.form is Form.TROOPS and mark.actor == "US" and mark.country == "NE"


def test_from_the_sample_to_a_picture_and_a_page(screen: AppScreen) -> None:
    screen.starts()
    assert len(screen.sources()) == 5

    screen.goes_to(date(2024, 5, 20))
    assert "Niger" in screen.says()

    mark = screen.clicks_mark(us_troops_in_niger)
    project = screen.app.session.project
    assert project is not None
    claim = project.claim(mark.claim_ids[0])
    text = project.source(claim.document_id).document.text
    evidence = " ".join(span.quote(text) for span in claim.evidence)
    highlighted = screen.highlighted_words()
    assert len(highlighted) > len(evidence.split()) / 2
    assert [word for word in highlighted if word not in evidence] == []

    picture = QImage(str(screen.exports_picture("niger.png")))
    assert (picture.width(), picture.height()) == (1920, 1080)
    assert "Niger" in picture.text("Description")
    assert picture.text("Valid on") == "2024-05-20"

    page = screen.exports_page("niger.html").read_text(encoding="utf-8")
    assert "Niger" in page
    assert re.search(r"<(script|link|img|iframe)\b[^>]*\b(src|href)=", page) is None
    assert screen.status().startswith("Offline, no connection made")


def test_the_same_leaves_as_data_for_other_programs(screen: AppScreen) -> None:
    screen.starts()
    project = screen.app.session.project
    assert project is not None
    told = json.loads(screen.exports_data("niger.geojson").read_text(encoding="utf-8"))
    drawn = {mark.id for mark in project.marks if mark.claim_ids}
    assert drawn <= {feature["properties"]["mark_id"] for feature in told["features"]}
    table = screen.exports_data("niger.csv").read_text(encoding="utf-8-sig")
    assert len(table.splitlines()) > len(project.claims)


def test_an_article_dropped_on_the_window_joins_the_others(
    screen: AppScreen, tmp_path: Path
) -> None:
    screen.starts()
    article, rubbish = tmp_path / "chad.txt", tmp_path / "rubbish.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    screen.drops(article)
    assert len(screen.sources()) == 6
    assert screen.message().startswith("Added 1 article.")

    screen.drops(article)
    assert len(screen.sources()) == 6
    assert "is the same article as" in screen.left_out()
    assert screen.message() == "Added 1 article."

    rubbish.write_bytes(b"\x00\x01\x02" * 100)
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("1,000", "900"), encoding="utf-8")
    screen.drops(rubbish, other)
    assert len(screen.sources()) == 7
    assert "rubbish.txt" in screen.left_out()
    assert not any("rubbish.txt" in words for words in screen.messages())


def test_what_cannot_be_opened_leaves_what_is_open(screen: AppScreen, tmp_path: Path) -> None:
    screen.starts()
    empty = tmp_path / "empty"
    empty.mkdir()
    screen.answers.folder = empty
    before = screen.app.session.project
    screen.opens_folder()
    assert screen.app.session.project is before
    assert "holds no article" in screen.message()


def test_a_claim_leads_the_map_to_a_day_on_which_it_can_be_seen(screen: AppScreen) -> None:
    screen.starts()
    screen.goes_to(date(2024, 5, 20))
    project = screen.app.session.project
    assert project is not None
    for claim in project.claims:
        marks = {mark.id for mark in project.marks if claim.id in mark.claim_ids}
        if not marks:
            continue
        screen.chooses_claim(claim.id)
        assert marks & set(screen.due_marks()), claim
        assert screen.app.players.reader.document_id == claim.document_id
    assert screen.shown_marks() == screen.due_marks()


def test_a_muted_source_takes_its_marks_along_and_the_page_stays(screen: AppScreen) -> None:
    screen.starts()
    screen.map.run("(window.keptMark = 1)")
    before = screen.shown_marks()
    for number in (1, 2, 4):
        screen.mutes(number)
    project = screen.app.session.project
    assert project is not None
    muted = {source.document.id for source in project.sources} & project.muted
    assert len(muted) == 3
    assert not any(muted & set(mark.document_ids) for mark in project.marks)
    assert screen.shown_marks() == screen.due_marks()
    assert screen.shown_marks() != before
    assert screen.map.run("window.keptMark") == 1


def test_mentions_are_shown_when_asked_for_and_open_where_they_stand(screen: AppScreen) -> None:
    screen.starts()
    hidden = screen.app.session.hidden
    assert not any(mark_id.startswith("mention:") for mark_id in screen.shown_marks())
    screen.app.session.hide(hidden - {Layer.MENTIONS})
    assert any(mark_id.startswith("mention:") for mark_id in screen.shown_marks())
    mark = screen.clicks_mark(lambda mark: mark.form is Form.MENTION)
    passage = mark.passages[0]
    reader = screen.app.players.reader
    assert reader.document_id == passage.document_id
    project = screen.app.session.project
    assert project is not None
    text = project.source(passage.document_id).document.text
    assert screen.highlighted_words() == passage.span.quote(text).split()


def test_two_days_are_compared(screen: AppScreen) -> None:
    screen.starts()
    screen.goes_to(date(2024, 3, 1))
    screen.app.window.actions_by_id["time.set_a"].trigger()
    assert "A is 1 March 2024" in screen.message()
    screen.goes_to(date(2024, 5, 20))
    screen.app.window.actions_by_id["time.set_b"].trigger()
    assert re.search(r"From 1 Mar 2024 to 20 May 2024: \d+ things differ", screen.message())
    panel, view = screen.app.players.changes, screen.app.players.map_view
    assert not screen.app.window.changes.isHidden()
    rows = [panel.list.item(at) for at in range(panel.list.count())]
    told = [row.text() for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable]
    project = screen.app.session.project
    assert project is not None
    marks = [mark for mark in project.marks if mark.layer not in OFF_AT_FIRST]
    first, second = screen.app.exporting.compare()
    assert told == [item.sentence for item in differences(marks, first, second)]
    screen.map.rests()
    shown = "[...document.querySelectorAll('button.dl-signs')].length"
    assert screen.map.run(shown) > 0
    # By keyboard: to the list, down, and Enter leads to the mark.
    screen.app.window.actions_by_id["time.changes"].trigger()
    panel.list.setCurrentItem(next(row for row in rows if row.text() == told[1]))
    assert "“" in panel.evidence.toPlainText()
    panel.list.itemActivated.emit(panel.list.currentItem())
    assert screen.app.session.mark_id is not None
    panel.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert all(sentence in copied for sentence in told)
    panel.stop_button.click()
    assert screen.app.exporting.compare() == ()
    assert view.is_ready
    assert screen.map.run(shown) == 0
