"""A person who writes dates otherwise finds them so in every corner of the window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from desktop.dialogs.preferences import Preferences
from desktop.settings.dates import DateChoice, style_of
from geodata.written_days import DayStyle, write_days_as
from tests.helpers.screens import AppScreen

pytestmark = pytest.mark.journey


@pytest.fixture
def screen(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[AppScreen]:
    started = AppScreen(qapp, qtbot, tmp_path)
    started.starts()
    started.goes_to(date(2024, 5, 20))
    yield started
    started.closes()
    write_days_as(DayStyle.DAY_FIRST)


def chooses(screen: AppScreen, choice: DateChoice) -> None:
    screen.app.window.actions_by_id["edit.preferences"].trigger()
    dialog = next(d for d in screen.app.window.findChildren(Preferences) if d.isVisible())
    dialog.dates[choice].click()
    dialog.reject()
    screen.follows()


def seen(screen: AppScreen) -> list[str]:
    """Return every text of the window that tells the day shown or a day of the sources."""
    window = screen.app.window
    fields = window.findChildren(QLineEdit)
    (sources,) = [
        view for view in window.findChildren(QListView) if view.accessibleName() == "Sources"
    ]
    rows = [sources.model().index(row, 0) for row in range(sources.model().rowCount())]
    project = screen.app.session.project
    assert project is not None
    return [
        screen.says(),
        next(field.text() for field in fields if field.accessibleName() == "Go to date"),
        " ".join(str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows),
        " ".join(mark.words for mark in project.marks if mark.deadline),
        str(screen.map.run("document.querySelector('.dl-date-day').textContent")),
    ]


@pytest.mark.parametrize(
    ("choice", "day"), [(DateChoice.ISO, "2024-05-20"), (DateChoice.MONTH_FIRST, "May 20, 2024")]
)
def test_the_order_of_a_date_is_the_same_everywhere_at_once(
    screen: AppScreen, choice: DateChoice, day: str
) -> None:
    assert all("2024-05" not in words for words in seen(screen))
    chooses(screen, choice)
    screen.shown_marks()
    for number, words in enumerate(seen(screen)):
        assert "20 May 2024" not in words, number
        assert "20 May" not in words
    assert day in seen(screen)[1]
    assert day in seen(screen)[4]
    told = json.loads(screen.exports_data("niger.geojson").read_text(encoding="utf-8"))
    days = {feature["properties"]["valid_from"] for feature in told["features"]} - {None}
    assert all(len(one) >= 10 and one[4] == "-" for one in days)


def test_the_systems_order_is_read_from_its_locale() -> None:
    locales = {
        "en_US": DayStyle.MONTH_FIRST,
        "en_GB": DayStyle.DAY_FIRST,
        "de_DE": DayStyle.DAY_FIRST,
        "sv_SE": DayStyle.ISO,
    }
    for name, style in locales.items():
        assert style_of(DateChoice.SYSTEM, QLocale(name)) is style
