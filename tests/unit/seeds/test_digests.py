"""The sample articles are ours: complete front matter, and no sentence of an original."""

import re
from pathlib import Path

import pytest

from geodata.documents import find_articles, read_document
from geodata.services import sample_folder

ORIGINALS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
DIGESTS = find_articles([sample_folder()]).files
LONGEST_SHARED_WORDS = 9  # names of institutions alone reach this length


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


def test_there_are_five():
    assert len(DIGESTS) == 5


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
def test_front_matter_is_complete(path):
    document = read_document(path)
    published = document.published
    assert document.title
    assert document.original
    assert published.best is not None
    assert published.within.may_be(published.best)
    assert not published.is_stated
    assert len(published.why.split()) > 10


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
def test_no_sentence_is_carried_over(path):
    document = read_document(path)
    original = ORIGINALS / document.original
    if not original.exists():
        pytest.skip("the original articles are not on this machine")
    theirs = words(original.read_text(encoding="utf-8"))
    length = LONGEST_SHARED_WORDS + 1
    runs = {tuple(theirs[i : i + length]) for i in range(len(theirs) - length + 1)}
    ours = words(document.reading_text)
    shared = [ours[i : i + length] for i in range(len(ours)) if tuple(ours[i : i + length]) in runs]
    assert shared == []


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
def test_every_number_of_the_original_is_kept(path):
    document = read_document(path)
    original = ORIGINALS / document.original
    if not original.exists():
        pytest.skip("the original articles are not on this machine")
    numbers = set(re.findall(r"\d[\d,]*\d|\d", original.read_text(encoding="utf-8")))
    furniture = {"0"} if "I like it" in original.read_text(encoding="utf-8") else set()
    assert numbers - furniture <= set(re.findall(r"\d[\d,]*\d|\d", document.reading_text))
