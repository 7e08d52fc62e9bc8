"""Language models that fail on purpose; in a module of their own, so that workers find them."""

import os
from collections.abc import Iterable, Iterator
from typing import Any

from geodata.language import LanguageModel


class DeadlyModel(LanguageModel):
    """Ends its process where a text says so, and raises where another does."""

    def parse_all(self, texts: Iterable[str]) -> Iterator[Any]:
        given = list(texts)
        for text in given:
            if "DEADLY" in text:
                os._exit(3)
            if "FAULTY" in text:
                raise ZeroDivisionError("on purpose")
        yield from super().parse_all(given)
