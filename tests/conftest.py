"""What every test needs before Qt is imported, and what many of them share."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Chromium's sandbox cannot start as root. Tests only: the shipped program never does this.
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from desktop.settings.interpreter import keep_constants_alive
from desktop.webmap.scheme import register_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodata.services import Project, Resources

# No test asserts a time, and a busy machine makes any deadline a matter of luck.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

keep_constants_alive()

# Before pytest-qt makes the one application.
register_scheme()


_YOUNG = 20_000


@pytest.fixture(scope="session", autouse=True)
def _no_sweep_on_other_threads() -> Iterator[None]:
    """As in the program: Qt's objects must not be swept on the thread of a job."""
    before = gc.get_threshold()
    gc.set_threshold(0)
    gc.freeze()
    yield
    gc.set_threshold(*before)


@pytest.fixture(autouse=True)
def _swept() -> Iterator[None]:
    """Closed windows hang in circles; left alone, each new style sheet would be put on them too."""
    yield
    if gc.get_count()[0] > _YOUNG:
        gc.collect()


@pytest.fixture(scope="session")
def resources() -> Resources:
    """Gazetteer and language model of the program."""
    from geodata.services import default_resources

    loaded = default_resources()
    # What stays to the end need not be looked at after every test.
    gc.freeze()
    return loaded


@pytest.fixture(scope="session")
def sample(resources: Resources) -> Project:
    """The sample project, read once; frozen, so that all tests may share it."""
    from geodata.services import open_paths, sample_folder

    return open_paths([sample_folder()], resources)
