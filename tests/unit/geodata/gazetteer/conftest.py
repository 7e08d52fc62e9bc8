import pytest

from geodata.gazetteer import Gazetteer, default_path


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    if not default_path().is_file():
        pytest.skip("the gazetteer was not built: python -m geodata.gazetteer")
    return Gazetteer()
