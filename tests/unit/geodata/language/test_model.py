"""The quicker parts of the pipeline give what spaCy's own give."""

import pytest

from geodata.language.model import MODEL_PACKAGES
from geodata.services import sample_folder
from tests.helpers.made_up_articles import TEXT

TRICKY = (
    "Ok.",
    "  \n\n \t ",
    "There's no way they'd let's go: gonna gotta, y'all ain't somethin' doin'.",
    "General Electric Power Company of\n\nNew South Wales signed. Bank of\nEngland did not.",
    "On Monday Gen. Ibrahim Yahaya Helikopter and Ms. O'Neil met 1,000 U.S. troops in N'Djamena",
    "\n\n".join(["Troops of the Union\nHad left"] * 90 + ["The base was"] * 30 + ["Closed."]),
    "Der Bericht ist auf Deutsch. Il s'agit de l'armée française au Tchad. Ещё один текст.",
)


@pytest.fixture(scope="module")
def plain():
    import spacy

    from geodata.language.model import _with_paragraphs

    name = next(name for name in MODEL_PACKAGES if spacy.util.is_package(name))
    return _with_paragraphs(spacy.load(name))


def annotations(doc):
    return [
        (
            *(t.text, t.pos_, t.tag_, t.dep_, t.head.i, t.lemma_, str(t.morph)),
            *(t.ent_iob_, t.ent_type_, t.is_sent_start),
        )
        for t in doc
    ]


def texts():
    digests = [path.read_text(encoding="utf-8") for path in sorted(sample_folder().glob("*.md"))]
    return [*TRICKY, *digests, TEXT]


def test_every_annotation_is_that_of_the_plain_pipeline(resources, plain):
    for text in texts():
        assert annotations(resources.language.parse(text)) == annotations(plain(text))


def test_texts_side_by_side_are_parsed_as_one_by_one(resources):
    together = [annotations(doc) for doc in resources.language.parse_all(texts())]
    assert together == [annotations(resources.language.parse(text)) for text in texts()]


def test_an_empty_text_has_no_tokens(resources):
    assert len(resources.language.parse("")) == 0
