import pytest

from geodata.language.paragraphs import ends_paragraph, is_wrapped

WRAPPED = "\n".join(["A line of about seventy characters that was cut at a column by someone."] * 8)


def starts(resources, text):
    return [sentence.text.strip() for sentence in resources.language.parse(text).sents]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Soldiers leave Gao\n\nOn 4 May they left.", "Soldiers leave Gao"),
        ("Chad\nThe last soldiers left on 4 May.", "Chad"),
        ("KAMPALA, May 9 (Agency) - Uganda sent troops.", "KAMPALA, May 9 (Agency) -"),
    ],
)
def test_headings_and_datelines_are_sentences_of_their_own(resources, text, first):
    assert starts(resources, text)[0] == first


def test_a_line_that_goes_on_in_lower_case_does_not_end_a_sentence(resources):
    text = "The soldiers, who came from Kenya in the spring of last year,\nleft Haiti in May."
    assert len(starts(resources, text)) == 1


def test_lines_cut_at_a_column_are_one_paragraph():
    assert is_wrapped(WRAPPED)
    at = WRAPPED.index("\n")
    assert not ends_paragraph(WRAPPED, at, at + 1, wrapped=True)
    assert ends_paragraph(WRAPPED, at, at + 1, wrapped=False)
