"""The wording under test, with the actors it names."""

import pytest

from desktop.wording import Wording
from geodata.timeline import load_actors


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording(load_actors())
