"""A window with nothing open and settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.app import App, build
from desktop.dialogs.asking import Asking


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    kept = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    kept.setValue("open/paths", [])
    kept.setValue("look/scheme", "light")
    return kept


@pytest.fixture
def asking() -> Asking:
    return Asking(lambda _: (), lambda _: None, lambda *_: None, lambda *_: None)


@pytest.fixture
def app(qapp: QApplication, settings: QSettings, asking: Asking, tmp_path: Path) -> Iterator[App]:
    """Built, not shown: neither the web engine nor any reading has begun."""
    built = build(qapp, settings=settings, asking=asking, keeping_in=tmp_path)
    yield built
    built.close()
