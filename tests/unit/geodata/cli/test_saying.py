"""The command line's words."""

import pytest

from geodata.cli.saying import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 articles"), (1, "1 article"), (12, "12 articles")]
)
def test_a_number_and_its_noun_agree(number, words):
    assert counted(number, "article") == words
