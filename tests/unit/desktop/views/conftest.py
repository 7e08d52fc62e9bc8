"""The theme and the wording that the widgets under test share."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.settings.theme import SchemeChoice, Theme
from desktop.wording.naming import Wording
from geodata.timeline import load_actors


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    # One for all tests, as in the program: each new one would dress every widget again.
    return Theme(qapp, SchemeChoice.LIGHT)


@pytest.fixture
def theme(one_theme: Theme) -> Theme:
    one_theme.choose(SchemeChoice.LIGHT)
    return one_theme


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording(load_actors())
