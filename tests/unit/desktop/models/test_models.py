"""The models keep Qt's rules and tell what geodata holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.claims_model import ClaimsModel, Column
from desktop.models.sources_model import SourceRole, SourcesModel
from desktop.wording.naming import Wording
from geodata.domain.claims import ClaimId, Review
from geodata.written_days import DayStyle, write_days_as
from tests.helpers.builders import a_claim
from tests.helpers.made_up_articles import FIRST, SECOND, all_claims, two_sources

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_claims_model(wording: Wording, qtmodeltester: ModelTester) -> None:
    model = ClaimsModel(wording)
    model.set_claims(all_claims())
    qtmodeltester.check(model)
    row = [model.index(0, column).data() for column in Column]
    assert row == ["", "", "US troops to leave Niger", "by 15 Sep 2024", "91 %"]
    spoken = [model.index(2, column).data(SPOKEN) for column in Column]
    assert spoken[:2] == ["rejected", "base"]
    assert spoken[4] == "confidence 40%"


def test_a_search_finds_claims_as_they_stand_and_as_days_are_written_now(wording: Wording) -> None:
    # What was put into words once is kept: neither a decision nor another style may find the old.
    model = ClaimsModel(wording)
    model.set_claims(all_claims())
    assert [claim.id for claim in model.having("15 sep")] == ["leave"]
    before = model.having("accepted")
    now = [replace(c, review=Review.ACCEPTED) if c.id == "leave" else c for c in all_claims()]
    assert model.restate(now)
    assert [claim.id for claim in model.having("accepted") if claim not in before] == ["leave"]
    write_days_as(DayStyle.ISO)
    try:
        model.set_claims(now)
        assert [claim.id for claim in model.having("2024-09-15")] == ["leave"]
        assert not model.having("15 sep")
    finally:
        write_days_as(DayStyle.DAY_FIRST)


def test_the_very_same_claims_again_leave_the_rows_and_take_the_new_effects(
    wording: Wording, qtbot: QtBot
) -> None:
    claims = tuple(replace(claim, review=Review.SUGGESTED) for claim in all_claims())
    model = ClaimsModel(wording)
    model.set_claims(claims)
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_claims(claims)
    model.sort(Column.REVIEW)
    with qtbot.waitSignal(model.modelReset):
        model.set_claims(claims, {claims[-1].id: 5.0})
    first = model.claim_at(0)
    assert first is not None
    assert first.id == claims[-1].id
    with qtbot.waitSignal(model.modelReset):
        model.set_claims(claims[1:])
    assert model.rowCount() == len(claims) - 1


def test_reasons_are_told_with_the_confidence(wording: Wording) -> None:
    model = ClaimsModel(wording)
    model.set_claims(all_claims())
    tip = model.index(0, Column.CONFIDENCE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[0].startswith("the verb")


def test_claims_are_listed_found_and_sorted(wording: Wording, qtmodeltester: ModelTester) -> None:
    model = ClaimsModel(wording)
    model.set_claims(all_claims(), {ClaimId("turn"): 3.0})
    assert model.list_only(lambda claim: claim.id in {"turn", "leave"})
    qtmodeltester.check(model)
    assert model.rowCount() == 2
    assert not model.list_only(lambda claim: claim.id in {"turn", "leave"})
    assert model.list_only(None, "niger AWAY")
    assert [model.index(r, Column.CLAIM).data() for r in range(model.rowCount())] == [
        "Niger turns away from US"
    ]
    model.list_only(None)
    model.sort(Column.CONFIDENCE, Qt.SortOrder.DescendingOrder)
    order = [model.index(row, Column.CONFIDENCE).data() for row in range(model.rowCount())]
    assert order == ["91 %", "70 %", "62 %", "40 %"]
    model.sort(Column.WHEN, Qt.SortOrder.AscendingOrder)
    assert model.index(0, Column.CLAIM).data() == "Niger turns away from US"
    model.sort(-1)
    assert [model.claim_at(row) for row in range(4)] == list(all_claims())
    assert model.claim_at(4) is None


def test_the_first_column_sorts_what_changes_the_map_most_to_the_top(wording: Wording) -> None:
    claims = [replace(a_claim(name), review=Review.SUGGESTED) for name in "abc"]
    model = ClaimsModel(wording)
    model.set_claims(claims, {ClaimId("b"): 2.0, ClaimId("c"): 0.5})
    model.sort(Column.REVIEW)
    assert [claim.id for row in range(3) if (claim := model.claim_at(row))] == ["b", "c", "a"]


def test_claims_that_stand_otherwise_keep_their_rows(wording: Wording) -> None:
    model = ClaimsModel(wording)
    model.set_claims(all_claims())
    changed = [replace(all_claims()[0], review=Review.ACCEPTED), *all_claims()[1:]]
    assert model.restate(changed)
    assert model.index(0, Column.REVIEW).data(SPOKEN) == "accepted"
    assert not model.restate(changed[1:])


def test_sources_model(qtmodeltester: ModelTester) -> None:
    model = SourcesModel()
    model.set_sources(two_sources(), frozenset())
    qtmodeltester.check(model)
    first, second = model.index(0), model.index(1)
    assert first.data(SourceRole.DATE) == "≈ 20 May 2024"
    assert first.data(SourceRole.IS_INFERRED)
    assert second.data(SourceRole.OUTLET) == "Unknown outlet"
    assert second.data(SourceRole.DATE) == "date unknown"
    assert not second.data(SourceRole.IS_INFERRED)


def test_solo_leaves_all_others_out_and_gives_the_mutes_back() -> None:
    model = SourcesModel()
    model.set_sources(two_sources(), frozenset())
    model.toggle_mute(0)
    assert model.left_out == {FIRST}
    model.toggle_solo(0)
    assert model.left_out == {SECOND}
    assert model.index(0).data(SourceRole.IS_SOLO)
    assert model.index(0).data(SourceRole.IS_MUTED)
    assert not model.index(0).data(SourceRole.IS_LEFT_OUT)
    assert model.index(1).data(SPOKEN).endswith("another one is solo")
    model.toggle_solo(0)
    assert model.left_out == {FIRST}


def test_a_solo_ends_when_a_source_is_added_and_stays_when_none_is() -> None:
    model = SourcesModel()
    model.set_sources(two_sources()[:1], frozenset())
    model.toggle_solo(0)
    model.set_sources(two_sources()[:1])
    assert model.index(0).data(SourceRole.IS_SOLO)
    model.set_sources(two_sources())
    assert model.left_out == frozenset()


def test_sources_that_appeared_after_the_known_date_are_left_out_and_say_why() -> None:
    model = SourcesModel()
    model.set_sources(two_sources(), frozenset())
    model.set_known_by(date(2024, 5, 19))
    first, second = model.index(0), model.index(1)
    assert first.data(SourceRole.IS_LEFT_OUT)
    assert "appeared after 19 May 2024" in first.data(Qt.ItemDataRole.ToolTipRole)
    assert not second.data(SourceRole.IS_LEFT_OUT)
    model.set_known_by(date(2024, 5, 20))
    assert not first.data(SourceRole.IS_LEFT_OUT)
