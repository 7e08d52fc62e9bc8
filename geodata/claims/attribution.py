"""Who is quoted, and through whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geodata.claims.drafts import Draft
from geodata.claims.grammar.clauses import phrase, subjects
from geodata.claims.scene.story import Story

if TYPE_CHECKING:
    from geodata.language.tokens import Token

_VIA = re.compile(
    r"(?:,\s*|\b)(?P<how>as (?:reported|confirmed|stated) by|according to|per|reported by|told)\s"
    r"(?P<who>(?:the\s|an?\s)?[\w’'.& -]{2,60}?)(?=[,.;:”\"]|\s(?:on|that|in|after|as)\s|$)"
)
_BY = re.compile(
    r",\s(?P<who>(?:(?:the|an?)\s|[A-Z])[\w’'. -]{3,60}?)\s(?:said|told|confirmed|announced|added|stated|claimed|alleged|insisted)\b"
)
_OPINION = re.compile(
    r"\W*(?:opinion|comment|commentary|op-ed|column|viewpoint|editorial|leader|analysis)\s*(?:[:|–—-]|by\b)",
    re.IGNORECASE,
)
_PEOPLE = ("man", "men", "er", "or", "ist", "ian", "local", "neighbour", "inhabitant")
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_VAGUE = frozenset({"it", "he", "she", "they", "who", "which", "that", "we", "i"})


def attribution_of(draft: Draft, story: Story) -> str:
    """Return who is quoted for a draft, or an empty string when the article speaks for itself."""
    sentence = story.reading.sentence_text(draft.sentences[0])
    speaker = draft.voice.speaker
    who = _speaker(speaker, story) if speaker is not None else ""
    is_of_nobody = speaker is not None and any(
        s.pos_ in {"NOUN", "PROPN"} for s in subjects(speaker)
    )
    if not who and not is_of_nobody and (said := _BY.search(sentence)):
        who = said["who"].strip()
    via = _VIA.search(sentence)
    if via and via["who"].strip().lower() in who.lower():
        via = None
    if via and via["how"] == "told" and not who:
        via = None  # “A told B”, where B is no news outlet
    through = f"{via['how'].removeprefix('as ')} {via['who'].strip()}" if via else ""
    if who and through:
        return f"{who}, {'as ' if through.startswith(('reported', 'confirmed')) else ''}{through}"
    return who or through or _writer(story)


def _writer(story: Story) -> str:
    """Who wrote an opinion piece: what it says is the writer's, not the outlet's."""
    document = story.reading.document
    return (document.author or "the author") if _OPINION.match(document.title) else ""


def _speaker(verb: Token, story: Story) -> str:
    for subject in subjects(verb):
        if subject.lower_ not in _VAGUE and _can_speak(subject, story):
            words = " ".join("".join(t.text_with_ws for t in phrase(subject)).split())
            return "" if words.isupper() and len(words) > 5 else words
    return ""


def _can_speak(subject: Token, story: Story) -> bool:
    """Whether a subject is a person or an institution: “talks” and “plans” say nothing."""
    if subject.i in story.parties or subject.ent_type_ in _SPEAKERS:
        return True
    reading = story.reading
    if any(reading.is_word(subject, name) for name in ("government", "bodies", "people", "force")):
        return True
    if subject.lemma_.lower() in reading.lexicon.nouns["speakers"]:
        return True
    # “villagers say”, “fishermen say”
    return subject.tag_ == "NNS" and subject.lemma_.lower().endswith(_PEOPLE)
