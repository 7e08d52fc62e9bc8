"""A time bar over a made-up axis, and what tests ask of it."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.settings.theme import Theme
from desktop.views.time_bar import TimeBar, read_typed
from tests.helpers.made_up_articles import an_axis


@pytest.fixture
def typed_bar(theme: Theme, qtbot: QtBot) -> TimeBar:
    """Return a bar that reads typed dates as the program does, on 20 May 2024."""
    bar = TimeBar(theme, read_typed)
    qtbot.addWidget(bar)
    bar.resize(1440, 152)
    bar.show()
    bar.set_axis(an_axis())
    bar.go_to(date(2024, 5, 20))
    return bar
