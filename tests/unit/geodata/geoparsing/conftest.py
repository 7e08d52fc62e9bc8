from collections.abc import Callable

import pytest

from geodata.domain.documents import Document, DocumentId
from geodata.domain.mentions import PlaceMention
from geodata.geoparsing import read_places
from geodata.language import LanguageModel
from tests.unit.geodata.geoparsing.small_gazetteer import SmallGazetteer

Read = Callable[[str], list[PlaceMention]]


@pytest.fixture(scope="session")
def language() -> LanguageModel:
    return LanguageModel()


@pytest.fixture(scope="session")
def small() -> SmallGazetteer:
    return SmallGazetteer()


@pytest.fixture(scope="session")
def read(language: LanguageModel, small: SmallGazetteer) -> Read:
    def reader(text: str) -> list[PlaceMention]:
        document = Document(id=DocumentId("0" * 16), name="a.txt", title="", text=text)
        return read_places(document, language.parse(text), small)

    return reader
