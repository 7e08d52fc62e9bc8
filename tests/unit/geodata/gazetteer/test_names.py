import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.gazetteer.names import fold, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("N'Djamena", "ndjamena"),
        ("N’Djamena", "ndjamena"),
        ("Côte d'Ivoire", "cote divoire"),
        ("Co\u0302te d’Ivoire", "cote divoire"),
        ("Agadès", "agades"),
        ("Łódź", "lodz"),
        ("U.S.", "us"),
        ("N.S.W.", "nsw"),
        ("St. Louis", "st louis"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Niger's", "niger"),
        ("Sana'a", "sanaa"),
        ("", ""),
        ("—", ""),
    ],
)
def test_names_fold_to_plain_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_words_keep_the_offsets_of_the_text(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert fold(text[word.start : word.end]).replace(" ", "") == word.key
        end = word.end


@given(st.text(alphabet="aàâçéèêëîïôùûüÿñÄÖÜABcd '’-.", max_size=30))
def test_composed_and_decomposed_letters_are_the_same_name(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
