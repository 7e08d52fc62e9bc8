"""The byline below a headline tells author and outlet, and no town or person is an outlet."""

import pytest

from geodata.documents import document_from_text


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Ada Bell, Marrow Courier", "Ada Bell", "Marrow Courier"),
        ("By Jean-Luc O'Neil, Southern Ledger", "Jean-Luc O'Neil", "Southern Ledger"),
        ("By Ada Bell for the Marrow Gazette", "Ada Bell", "Marrow Gazette"),
        ("By Ada Bell, New York", "", None),
        ("By Ada Bell, Bob Stone", "", None),
        ("By Ada Bell, Defence Correspondent", "", None),
        ("By Ada Bell", "", None),
        ("By Monday, Marrow Times readers had won.", "", None),
    ],
    ids=["paper", "hyphen", "for", "town", "person", "office", "alone", "sentence"],
)
def test_a_byline_below_the_headline(line, author, outlet):
    document = document_from_text(f"A base opens\n{line}\n1 May 2024\n\nIt opened.", name="a.txt")
    assert (document.author, document.outlet) == (author, outlet)


def test_the_head_of_the_file_goes_before_its_byline():
    text = "---\noutlet: Hill Post\n---\nA base opens\nBy Ada Bell, Marrow Courier\n\nIt opened."
    assert document_from_text(text, name="a.md").outlet == "Hill Post"
