"""A medium's name in capitals above the headline is the outlet; a headline in capitals is none."""

import pytest

from geodata.documents import document_from_text, read_document
from tests.helpers import made_up_files as made_up

BODY = "\n\nThe last forty soldiers left the river fort on Friday, and the town took the keys.\n"


@pytest.mark.parametrize(
    "name", ["MARROW POST", "THE MARROW GAZETTE", "MARROW DAILY MAIL", "ŠALA & HILL REVIEW"]
)
def test_the_name_above_the_headline_is_the_outlet(name):
    document = document_from_text(f"{name}\n{made_up.TITLE}{BODY}", name="a.txt")
    assert (document.outlet, document.title) == (name, made_up.TITLE)
    # Marrow in the paper's name is no place that the article speaks of.
    assert name not in document.text[document.body_start :]
    assert document.notes == (f"The outlet, {name}, is taken from the first line.",)


@pytest.mark.parametrize(
    "issue",
    [
        "Monday, 20 May 2024",
        "No. 117",
        "www.example.org",
        "20 May 2024\nVol. 3",
        "Your free paper, every Friday",
    ],
)
def test_the_day_and_number_of_the_issue_are_no_headline(issue):
    text = f"MARROW POST\n{issue}\n\n{made_up.TITLE}\nBy Ada Bell, Hill News{BODY}"
    document = document_from_text(text, name="a.txt")
    assert (document.outlet, document.title) == ("MARROW POST", made_up.TITLE)
    # The byline tells who wrote it; whose page it stands on, the head does.
    assert document.author == "Ada Bell"


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("BREAKING NEWS", made_up.TITLE, "the head of any paper's page"),
        ("PRESS RELEASE", made_up.TITLE, "no medium's word ends it"),
        ("OPINION", made_up.TITLE, "one word"),
        ("Marrow Post", made_up.TITLE, "not in capitals: any headline may end so"),
        ("TROOPS LEAVE MARROW BORDER POST", made_up.TITLE, "a military post"),
        ("MARROW GREETS ITS PRESS", "MARROW, 20 May (Hill News) - Soldiers left.", "a dateline"),
        ("MARROW HAS ITS NEWS", "By Ada Bell", "a byline stands below a headline"),
        ("MARROW HAS ITS NEWS", "Soldiers left on Friday.", "a sentence of the article"),
    ],
)
def test_what_is_no_name_of_a_medium(first, second, why):
    document = document_from_text(f"{first}\n{second}{BODY}", name="a.txt")
    assert (document.outlet, document.title, document.body_start) == (None, first, 0), why


def test_what_the_file_states_goes_before_its_first_line():
    text = f"---\noutlet: Hill Post\n---\nMARROW POST\n{made_up.TITLE}{BODY}"
    assert document_from_text(text, name="a.md").outlet == "Hill Post"


def test_a_name_without_an_article_below_it_stays_the_title():
    assert document_from_text("MARROW POST\nSoldiers leave", name="a.txt").title == "MARROW POST"


@pytest.mark.parametrize("pages", [1, 3])
def test_the_head_of_a_pdf_is_its_outlet(tmp_path, pages):
    """On one page it is a line above the headline; on several it heads each and is left out."""
    page = ["MARROW POST", made_up.TITLE, made_up.FIRST[:90], made_up.FIRST[90:]]
    others = [
        ["MARROW POST", f"{number} paragraphs were left.", made_up.SECOND]
        for number in range(1, pages)
    ]
    path = tmp_path / "a.pdf"
    path.write_bytes(made_up.pdf([page, *others]))
    document = read_document(path)
    assert (document.outlet, document.title) == ("MARROW POST", made_up.TITLE)
