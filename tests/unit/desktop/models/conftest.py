"""The wording that the models under test share."""

from __future__ import annotations

import pytest

from desktop.wording.naming import Wording
from geodata.timeline import load_actors


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording(load_actors())
