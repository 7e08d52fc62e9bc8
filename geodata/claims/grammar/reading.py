"""A document as the extractors see it: sentences, parties, dates and counts by token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from geodata.claims.grammar.counts import read_counts
from geodata.claims.grammar.lexicon import Lexicon, load_lexicon
from geodata.claims.grammar.senses import find_senses
from geodata.claims.grammar.short_names import with_short_names
from geodata.claims.grammar.wordings import Wording, find_wordings
from geodata.domain.documents import Document
from geodata.domain.mentions import Count, DateMention, PlaceMention
from geodata.domain.places import Place
from geodata.domain.spans import Span
from geodata.language.paragraphs import ends_paragraph, is_wrapped

if TYPE_CHECKING:
    from geodata.language.tokens import Doc, Token

_NAMING = frozenset({"ADJ", "PROPN", "NOUN"})


class PlaceIndex(Protocol):
    """The part of the gazetteer that claims need."""

    def demonym_countries(self, word: str) -> tuple[str, ...]: ...
    def bases(self) -> tuple[Place, ...]: ...
    def base_operator(self, place_id: str) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    One sentence, heading or item of a list.

    Args:
        index: Its number in the document.
        span: Where it stands, trimmed.
        first: Its first token.
        last: One past its last token.
        paragraph: The number of its paragraph.
        is_heading: Whether it is a line of its own without an end mark.
    """

    index: int
    span: Span
    first: int
    last: int
    paragraph: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """
    A parsed document with everything that was found in it.

    Args:
        document: The article.
        doc: Its parse; character offsets are those of the document.
        sentences: In order.
        firsts: The first token of each sentence.
        senses: Every predicate with the names of its senses.
        phrases: For a verb that has its sense with words after it, the last of these; by token.
        wordings: Every wording for a move toward or away from somebody, in order.
        places: Place mentions by the index of their first token.
        dates: Time expressions by the index of their first token.
        counts: Numbers of people, in order.
        demonyms: Alpha-2 code of each word that is a demonym of one country, by its token.
        gazetteer: For demonyms and operators of bases.
        lexicon: The words.
    """

    document: Document
    doc: Doc
    sentences: tuple[Sentence, ...]
    firsts: tuple[int, ...]
    senses: tuple[tuple[Token, tuple[str, ...]], ...]
    phrases: Mapping[int, int]
    wordings: tuple[Wording, ...]
    places: Mapping[int, PlaceMention]
    dates: Mapping[int, DateMention]
    counts: tuple[Count, ...]
    demonyms: Mapping[int, str]
    gazetteer: PlaceIndex
    lexicon: Lexicon

    def sentence_of(self, token: Token) -> Sentence:
        """Return the sentence that a token stands in."""
        return self.sentences[max(0, bisect_right(self.firsts, token.i) - 1)]

    def tokens(self, sentence: Sentence) -> Sequence[Token]:
        """Return the tokens of a sentence."""
        return self.doc[sentence.first : sentence.last]

    def paragraph(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Return the sentences of the same paragraph."""
        return tuple(s for s in self.sentences if s.paragraph == sentence.paragraph)

    def before(self, sentence: Sentence, *, paragraph_only: bool = False) -> Iterator[Sentence]:
        """Yield the sentences before this one, nearest first."""
        for index in range(sentence.index - 1, -1, -1):
            earlier = self.sentences[index]
            if paragraph_only and earlier.paragraph != sentence.paragraph:
                return
            yield earlier

    def predicates(self, names: tuple[str, ...]) -> Iterator[tuple[Token, str]]:
        """Yield every predicate of the named senses with the first of them that fits."""
        for token, senses in self.senses:
            fitting = next((name for name in names if name in senses), None)
            if fitting:
                yield token, fitting

    def is_word(self, token: Token, word_class: str) -> bool:
        """Say whether a token's lemma or form is in a class of the lexicon."""
        words = self.lexicon.nouns[word_class]
        if token.lemma_.lower() in words or token.lower_ in words:
            return True
        if token.lower_.endswith("men") and token.lower_[:-2] + "an" in words:
            return True  # “servicemen” is left as it is
        # names keep their plural: “US Marines”
        return token.tag_ == "NNPS" and token.lower_.removesuffix("s") in words

    def sentence_text(self, sentence: Sentence) -> str:
        """Return the words of a sentence."""
        return sentence.span.quote(self.document.text)


def make_reading(
    document: Document,
    parsed: Doc,
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    gazetteer: PlaceIndex,
) -> Reading:
    """Return the document with places, dates and counts tied to its tokens."""
    starts = [t.idx for t in parsed]

    def token_at(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    lexicon = load_lexicon()
    demonyms = _demonyms(parsed, gazetteer)
    groups = {word for at in demonyms if (word := parsed[at].lower_).endswith("s")}
    peoples = {parsed[at].lower_ for at in demonyms} - groups
    sentences = _sentences(parsed, document.reading_text)
    senses, phrases = find_senses(parsed, lexicon)
    return Reading(
        document=document,
        doc=parsed,
        sentences=sentences,
        firsts=tuple(s.first for s in sentences),
        senses=senses,
        phrases=phrases,
        wordings=find_wordings(parsed),
        # a name without any capital (“air base”) is a slip
        places=with_short_names(
            {token_at(m.span.start): m for m in places if not m.text.islower()}, parsed
        ),
        dates={token_at(m.span.start): m for m in dates},
        demonyms=demonyms,
        counts=_undated(read_counts(document.reading_text, groups, peoples), dates),
        gazetteer=gazetteer,
        lexicon=lexicon,
    )


def _undated(counts: Sequence[Count], dates: Sequence[DateMention]) -> tuple[Count, ...]:
    """The numbers that no date is made of: the year before “- The first troops” counts nobody."""
    days = [d.span for d in dates if d.when.is_known]
    return tuple(
        c for c in counts if not any(s.start < c.span.end and c.span.start < s.end for s in days)
    )


def _demonyms(doc: Doc, gazetteer: PlaceIndex) -> dict[int, str]:
    """Capitalised words that are the demonym of one country; each word is looked up once."""
    words = {t.i: t.text for t in doc if t.text[:1].isupper() and t.pos_ in _NAMING}
    codes = {word: gazetteer.demonym_countries(word) for word in set(words.values())}
    return {at: codes[word][0] for at, word in words.items() if len(codes[word]) == 1}


def _sentences(doc: Doc, text: str) -> tuple[Sentence, ...]:
    wrapped = is_wrapped(text)
    found: list[Sentence] = []
    paragraph, first, length = 0, 0, len(doc)
    for last, token in enumerate(doc, start=1):
        end = token.idx + len(token.text)
        breaks = token.is_space and ends_paragraph(text, token.idx, end, wrapped=wrapped)
        next_starts = last == length or doc[last].is_sent_start
        if not (breaks or (next_starts and _may_end(doc, last))):
            continue
        if sentence := _sentence(doc, first, last, (len(found), paragraph), is_line=breaks):
            found.append(sentence)
        first = last
        if breaks:
            paragraph += 1
    return tuple(found)


def _may_end(doc: Doc, last: int) -> bool:
    """Whether the parser's boundary is one: after an end mark, or before a new line."""
    if last >= len(doc):
        return True
    before = doc[last - 1]
    return bool(before.is_space or before.text[-1] in ".!?:;”\"’'…)" or doc[last].is_space)


def _sentence(
    doc: Doc, first: int, last: int, numbers: tuple[int, int], *, is_line: bool
) -> Sentence | None:
    while first < last and doc[first].is_space:
        first += 1
    end = last
    while end > first and doc[end - 1].is_space:
        end -= 1
    if first >= end:
        return None
    span = Span(doc[first].idx, doc[end - 1].idx + len(doc[end - 1].text))
    words = doc[first:end]
    is_heading = is_line and words[-1].text[-1] not in '.!?:;,”"…' and len(words) <= 25
    return Sentence(numbers[0], span, first, last, numbers[1], is_heading)
