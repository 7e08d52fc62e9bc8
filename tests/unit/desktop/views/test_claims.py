"""The claims panel as a person uses it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from desktop.settings.theme import Theme
from desktop.views.claims import ClaimsPanel, Tab
from desktop.views.claims.card import ElidingButton
from desktop.views.claims.tabs import counts_of, wanted_in
from desktop.wording.naming import Wording
from geodata.domain.claims import ClaimId
from geodata.domain.origins import Origin
from tests.helpers.made_up_articles import (
    FIRST,
    SECOND,
    a_fact,
    a_leaving_claim,
    a_turn_claim,
    all_claims,
    an_arriving_claim,
)

LEAVE, TURN = ClaimId("leave"), ClaimId("turn")


@pytest.fixture
def panel(theme: Theme, wording: Wording, qtbot: QtBot) -> ClaimsPanel:
    panel = ClaimsPanel(theme, wording)
    qtbot.addWidget(panel)
    panel.resize(372, 500)
    panel.show()
    panel.set_claims(all_claims(), {FIRST: 1, SECOND: 2}, [a_fact()])
    return panel


def table_of(panel: ClaimsPanel) -> QTableView:
    return panel.findChild(QTableView)


def rows(panel: ClaimsPanel) -> list[str]:
    model = table_of(panel).model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def texts(panel: ClaimsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def tabs(panel: ClaimsPanel) -> list[str]:
    buttons = [b for b in panel.findChildren(QPushButton) if b.property("role") == "tab"]
    return [button.text() for button in buttons if not button.isHidden()]


def test_tabs_list_and_count(panel: ClaimsPanel) -> None:
    panel.show_article(SECOND)
    panel.show_frame(frozenset({LEAVE, TURN, ClaimId("of another project")}))
    assert tabs(panel) == ["This article 2", "To review 1", "On the map 2", "All 4"]
    assert rows(panel) == ["Denied: US to close Air Base 9", "Niger turns away from US"]
    panel.show_tab(Tab.MAP)
    assert rows(panel) == ["US troops to leave Niger", "Niger turns away from US"]
    panel.show_tab(Tab.ALL)
    assert len(rows(panel)) == 4


def test_a_chosen_tab_stays_when_another_article_is_shown(panel: ClaimsPanel) -> None:
    next(b for b in panel.findChildren(QPushButton) if b.text().startswith("On the map")).click()
    panel.show_article(SECOND)
    assert panel.tab is Tab.MAP


def test_arrow_keys_open_the_next_claim(panel: ClaimsPanel, qtbot: QtBot) -> None:
    panel.open_claim(LEAVE)
    with qtbot.waitSignal(panel.claim_selected) as told:
        qtbot.keyClick(table_of(panel), Qt.Key.Key_Down)
    assert told.args == ["arrive"]
    assert "Russian troops arriving in Niger" in texts(panel)


def test_the_opened_claim_tells_all_it_has(panel: ClaimsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.claim_selected):
        panel.open_claim(LEAVE)
    told = texts(panel)
    for words in (
        "US troops to leave Niger",
        "“about 300”: 270 to 330",
        "announced, the harbour ministry",
        "19 May 2024 (“Sunday” before publication)",
        "by 15 September 2024",
        "2 articles",
        "Confidence 91%, because",
        "– the date is stated",
    ):
        assert words in told, words


def test_a_claim_outside_the_tab_is_shown_all_the_same(panel: ClaimsPanel) -> None:
    panel.show_article(FIRST)
    panel.open_claim(TURN)
    assert panel.tab is Tab.ALL
    assert panel.current == TURN


def test_a_mark_lists_every_claim_behind_it(panel: ClaimsPanel, qtbot: QtBot) -> None:
    behind = [a_leaving_claim(), an_arriving_claim(), a_turn_claim()]
    panel.open_mark("Troops in Niger", behind)
    assert "3 claims behind this mark" in texts(panel)
    buttons = panel.findChildren(ElidingButton)
    visible = [b for b in buttons if b.isVisible()]
    assert len(visible) == 3
    with qtbot.waitSignal(panel.claim_selected) as told:
        visible[2].click()
    assert told.args == [TURN]
    assert "Niger turns away from US" in texts(panel)
    assert "3 claims behind this mark" in texts(panel)


def test_what_only_speaks_of_a_mark_is_listed_apart_and_not_counted(panel: ClaimsPanel) -> None:
    panel.open_mark("Troops in Niger", [a_leaving_claim()], [an_arriving_claim()])
    assert "1 claim behind this mark" in texts(panel)
    assert "Also spoken of, but not what the mark rests on" in texts(panel)


def test_choosing_a_claim_of_another_mark_closes_the_mark(panel: ClaimsPanel) -> None:
    panel.open_mark("Troops in Niger", [a_leaving_claim()])
    panel.open_claim(TURN)
    assert "1 claim behind this mark" not in texts(panel)


def test_documents_words_are_never_markup(panel: ClaimsPanel) -> None:
    claim = a_leaving_claim(attribution="<img src=x>")
    panel.set_claims([claim], {FIRST: 1})
    panel.open_claim(claim.id)
    labels = [label for label in panel.findChildren(QLabel) if "<img" in label.text()]
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_moving_time_does_not_choose_another_claim(panel: ClaimsPanel, qtbot: QtBot) -> None:
    panel.show_tab(Tab.MAP)
    panel.show_frame(frozenset({LEAVE, TURN}))
    panel.open_claim(LEAVE)
    with qtbot.assertNotEmitted(panel.claim_selected):
        panel.show_frame(frozenset({TURN}))
        panel.show_frame(frozenset())
    assert not table_of(panel).isVisible()


def test_an_empty_tab_says_why(panel: ClaimsPanel) -> None:
    panel.set_claims([a_turn_claim()], {FIRST: 1, SECOND: 2})
    panel.show_article(FIRST)
    assert any("makes no claim that could be read" in text for text in texts(panel))
    panel.show_article(FIRST, is_muted=True)
    assert any("This source is muted" in text for text in texts(panel))
    panel.set_claims((), {FIRST: 1})
    panel.show_tab(Tab.ALL)
    assert any("No base, troop or alignment claim" in text for text in texts(panel))
    panel.set_claims((), {})
    assert any("Open articles" in text for text in texts(panel))


def test_words_find_claims_and_clearing_them_brings_all_back(
    panel: ClaimsPanel, qtbot: QtBot
) -> None:
    panel.show_tab(Tab.ALL)
    everything = rows(panel)
    line = panel.findChild(QLineEdit)
    qtbot.keyClicks(line, "niger away")
    found = rows(panel)
    assert 0 < len(found) < len(everything)
    line.clear()
    assert rows(panel) == everything


def test_a_claim_says_how_many_origins_its_articles_seem_to_have(panel):
    fact = a_fact()
    ids = tuple(claim.id for claim in fact.claims)
    origin = Origin(fact.id, ids, (FIRST, SECOND), "the sentences are nearly the same.", 0.9)
    panel.set_claims(all_claims(), {FIRST: 1, SECOND: 2}, [fact], [origin])
    panel.open_claim(ids[0])
    shown = texts(panel)
    assert "2 articles, 1 origin" in shown
    assert "Perhaps one telling in articles 1, 2: the sentences are nearly the same." in shown
    panel.open_mark("A mark.", fact.claims)
    assert "2 articles, 1 origin" in texts(panel)


def test_each_tab_counts_what_it_lists() -> None:
    claims = all_claims()
    on_map = frozenset(claim.id for claim in claims[1:3])
    for article in (FIRST, SECOND, None):
        counts = counts_of(claims, article, on_map)
        for tab in Tab:
            is_wanted = wanted_in(tab, article, on_map)
            assert counts[tab] == sum(1 for c in claims if is_wanted is None or is_wanted(c)), tab
