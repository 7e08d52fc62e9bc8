"""The editor gives back the claim with just what was changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop.dialogs.claim_editor import UNKNOWN_ACTOR, ClaimEditor
from desktop.settings.theme import Theme
from desktop.wording.naming import Wording
from geodata.domain.claims import Claim, ClaimKind, Modality, Status
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.places import Place, PlaceId, PlaceKind
from geodata.domain.spans import Span
from geodata.domain.times import Precision, UncertainDate, on_day
from geodata.temporal import read_typed_date
from geodata.timeline import load_actors
from tests.helpers.builders import a_claim

TEXT = "Some 300 US soldiers stay at Agadez until May.\nMore will follow."


def a_place(name: str, country: str = "NE") -> Place:
    return Place(PlaceId(f"test:{name}"), name, PlaceKind.SETTLEMENT, 8.0, 17.0, country)


AGADEZ, ARLIT = a_place("Agadez"), a_place("Arlit")
FULL = a_claim(
    evidence=(Span(0, 46),),
    place=AGADEZ,
    count=Count(270, 330, Qualifier.ABOUT, "Some 300", Span(0, 8)),
    begins=UncertainDate(date(2024, 5, 1), date(2024, 5, 31), Precision.MONTH, "in May", "why"),
    deadline=on_day(date(2024, 9, 15)),
    attribution="a spokesman",
)


@pytest.fixture
def edit(qapp: QApplication, qtbot: QtBot) -> Any:
    def open_editor(claim: Claim) -> ClaimEditor:
        editor = ClaimEditor(
            Theme(qapp),
            Wording(load_actors()),
            claim,
            TEXT,
            candidates=(AGADEZ, ARLIT),
            find=lambda name: (a_place("Dirkou"),) if name == "dirkou" else (),
            read=read_typed_date,
        )
        qtbot.addWidget(editor)
        return editor

    return open_editor


def can_save(editor: ClaimEditor) -> bool:
    return editor.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()


def types(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.clear()
    qtbot.keyClicks(field, text)


@pytest.mark.parametrize(
    "claim",
    [
        FULL,
        a_claim(),
        a_claim(
            kind=ClaimKind.ALIGNMENT, status=Status.TOWARD, target="RU", modality=Modality.REPORTED
        ),
        a_claim(actor="A militia nobody knows", host=None),
        a_claim(count=Count(1001, None, Qualifier.OVER, "over 1,000", Span(0, 4))),
        a_claim(kind=ClaimKind.BASE, status=Status.HANDED_OVER, target="NE"),
    ],
)
def test_what_is_not_touched_stays_as_it_is(edit: Any, claim: Claim) -> None:
    assert edit(claim).edited() == claim


def test_each_field_changes_its_own(edit: Any, qtbot: QtBot) -> None:
    editor = edit(FULL)
    editor.status.setCurrentIndex(editor.status.findData(Status.WITHDRAWS))
    types(qtbot, editor.count.low, "280")
    types(qtbot, editor.begins.first, "19 May 2024")
    types(qtbot, editor.begins.last, "2024-05-20")
    editor.attribution.setText("the mayor")
    editor.actor.setEditText("Chad")
    changed = editor.edited()
    assert changed.status is Status.WITHDRAWS
    assert changed.actor == "TD"
    assert (changed.count.low, changed.count.high) == (280, 330)
    assert (changed.begins.earliest, changed.begins.latest) == (
        date(2024, 5, 19),
        date(2024, 5, 20),
    )
    same = replace(
        changed,
        status=FULL.status,
        actor=FULL.actor,
        count=FULL.count,
        begins=FULL.begins,
        attribution=FULL.attribution,
    )
    assert same == FULL


def test_a_place_can_be_looked_up_and_the_country_chosen_as_a_whole(
    edit: Any, qtbot: QtBot
) -> None:
    editor = edit(FULL)
    line = editor.place.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "dirkou")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor.edited().place.name == "Dirkou"
    editor.place.setCurrentIndex(0)
    assert editor.edited().place is None


@pytest.mark.parametrize(
    ("first", "last"), [("30 February 2024", ""), ("2024-06-01", "2024-05-01"), ("soon", "")]
)
def test_days_that_cannot_be_are_marked_and_not_saved(
    edit: Any, qtbot: QtBot, first: str, last: str
) -> None:
    editor = edit(FULL)
    types(qtbot, editor.begins.first, first)
    types(qtbot, editor.begins.last, last)
    assert not can_save(editor)
    types(qtbot, editor.begins.first, "2024")
    types(qtbot, editor.begins.last, "")
    assert can_save(editor)


@pytest.mark.parametrize(("low", "high"), [("many", ""), ("500", "400")])
def test_counts_that_cannot_be_are_not_saved(edit: Any, qtbot: QtBot, low: str, high: str) -> None:
    editor = edit(FULL)
    types(qtbot, editor.count.low, low)
    types(qtbot, editor.count.high, high)
    assert not can_save(editor)


def test_another_kind_offers_its_own_statuses(edit: Any) -> None:
    editor = edit(FULL)
    editor.kind.setCurrentIndex(editor.kind.findData(ClaimKind.BASE))
    changed = editor.edited()
    assert changed.kind is ClaimKind.BASE
    assert editor.status.findData(Status.HANDED_OVER) >= 0
    assert editor.status.findData(Status.WITHDRAWS) < 0


def test_the_evidence_stands_beside_it_as_text_and_never_as_markup(edit: Any) -> None:
    editor = edit(FULL)
    browser = next(w for w in editor.children() if hasattr(w, "toPlainText"))
    assert "Some 300 US soldiers stay at Agadez until May." in browser.toPlainText()


def test_a_paragraph_with_two_quotes_stands_there_once_with_both_marked(edit: Any) -> None:
    editor = edit(replace(FULL, evidence=(Span(29, 46), Span(0, 28))))
    browser = editor.findChild(QTextBrowser)
    assert browser.toPlainText() == TEXT.splitlines()[0]
    marked = []
    part = browser.document().begin().begin()
    while not part.atEnd():
        if part.fragment().charFormat().background().style() != Qt.BrushStyle.NoBrush:
            marked.append(part.fragment().text())
        part += 1
    assert "".join(marked) == TEXT[0:28] + TEXT[29:46]


def test_quotes_of_two_paragraphs_bring_both_in_the_order_of_the_evidence(edit: Any) -> None:
    editor = edit(replace(FULL, evidence=(Span(47, 51), Span(0, 4), Span(5, 8))))
    browser = editor.findChild(QTextBrowser)
    first, second = TEXT.splitlines()
    assert browser.toPlainText() == f"{second}\n\n{first}"


def test_a_claim_of_nobody_cannot_be_saved_before_it_is_said_who(edit: Any) -> None:
    editor = edit(a_claim(actor=UNKNOWN_ACTOR))
    assert not can_save(editor)
    editor.actor.setEditText("Chad")
    assert can_save(editor)
    assert editor.edited().actor == "TD"
