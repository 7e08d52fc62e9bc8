"""The quicker parts of the pipeline give what spaCy's own give."""

import gc
import weakref

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
            *(t.i, t.idx, t.text, t.text_with_ws, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_),
            *(t.ent_iob_, t.ent_type_, bool(t.is_sent_start), t.is_space, t.is_punct, t.is_alpha),
            *(t.head.i, t.left_edge.i, t.sent.start, t.sent.start_char, t.sent.end_char),
            *([other.i for other in some] for some in (t.children, t.subtree, t.conjuncts)),
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


def test_entities_and_sentences_are_those_of_the_plain_pipeline(resources, plain):
    for text in texts():
        own, other = resources.language.parse(text), plain(text)
        assert [
            (e.label_, e.tokens.start, e.tokens.start_char, e.tokens.text) for e in own.ents
        ] == [(e.label_, e.start, e.start_char, e.text) for e in other.ents]
        assert [s.text for s in own.sents] == [s.text for s in other.sents]


def test_words_are_found_by_their_characters_as_spacy_finds_them(resources, plain):
    own, other = resources.language.parse(TEXT), plain(TEXT)
    for start in range(0, len(TEXT) - 12, 5):
        span = other.char_span(start, start + 12, alignment_mode="expand")
        assert own.covering(start, start + 12) == (span.start, span.end)
        assert own[span.start : span.end].text == span.text


def test_an_empty_text_has_no_tokens(resources):
    assert len(resources.language.parse("")) == 0


def test_a_list_of_thousands_is_gone_through_to_its_end(resources):
    doc = resources.language.parse("They left " + ", ".join(["Mali"] * 3000) + ".")
    assert max(len(token.subtree) for token in doc) > 1000


def test_tokens_come_free_without_a_sweep(resources):
    doc = resources.language.parse("The last soldiers left.")
    assert doc[2].subtree
    word = weakref.ref(doc[2])
    gc.disable()
    try:
        del doc
        assert word() is None
    finally:
        gc.enable()
