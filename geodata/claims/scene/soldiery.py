"""Which nouns and names mean people in arms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.claims.grammar.clauses import phrase
from geodata.claims.grammar.reading import Reading
from geodata.claims.scene.actors import How, Party

if TYPE_CHECKING:
    from geodata.language.tokens import Token

MILITARY = frozenset(
    {"military", "army", "peacekeeping", "combat", "armed", "uniformed", "naval", "border"}
)


_CLOTHES = frozenset({"shoe", "jacket", "sneaker", "jersey", "hoodie", "shirt", "sportswear"})
_EVERY = frozenset({"every", "each"})  # “every American was gone”


def is_force(token: Token, reading: Reading, parties: dict[int, Party]) -> bool:
    """Say whether a noun or name means people in arms, or their gear, in this text."""
    party = parties.get(token.i)
    if party and token.i == party.last - 1:
        return _stands_for_people(token, party, reading)
    if token.pos_ not in {"NOUN", "PROPN"} or party:
        return False
    if token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i:
        return _is_command(token, reading, parties)
    if reading.is_word(token, "force"):
        return not (_is_office(token) or _is_figure(token) or is_other(token, reading))
    if reading.is_word(token, "gear") and _is_owned(token, parties):
        return not is_other(token, reading)
    if token.lower_ == "men":
        return any(c.dep_ in {"nummod", "poss"} for c in token.children)
    needed = reading.lexicon.needed["force"].get(token.lemma_.lower())
    if needed is None:
        return False
    if token.lemma_ == "mission" and is_definite(token) and _names_mission(reading, parties):
        return True
    words = phrase(token)
    if is_other(token, reading):
        return False
    return any(t.lower_ in needed or t.lemma_.lower() in needed for t in words) or any(
        t.i in parties and parties[t.i].code in _upper(needed) for t in words
    )


def _is_command(token: Token, reading: Reading, parties: dict[int, Party]) -> bool:
    """“United States Forces Korea”: the name of those who stand in a country."""
    is_between = token.i - 1 in parties and token.i + 1 in reading.places
    return token.text in {"Forces", "Army"} and is_between


def _is_owned(token: Token, parties: dict[int, Party]) -> bool:
    """“Turkish armour”, “Belgian F-16s”: gear that stands for the people of a country."""
    return any(
        c.i in parties and c.i < token.i and parties[c.i].how is How.DEMONYM
        for c in token.children
        if c.dep_ in {"amod", "nmod", "compound"}
    )


def is_definite(token: Token) -> bool:
    """Say whether “the” or “its” stands before a noun."""
    return any(c.lower_ in {"the", "its"} for c in token.children)


def _names_mission(reading: Reading, parties: dict[int, Party]) -> bool:
    lexicon = reading.lexicon
    return any(p.how is How.ORGANISATION and lexicon.is_mission(p.code) for p in parties.values())


def _upper(words: frozenset[str]) -> frozenset[str]:
    names = {"un": "United Nations", "eu": "European Union"}
    return frozenset(names[w] for w in words if w in names)


def _stands_for_people(token: Token, party: Party, reading: Reading) -> bool:
    """“Americans”, “MINUSMA”, “Wagner”: a name that is itself the people."""
    if token.dep_ in {"compound", "amod", "nmod", "poss"}:
        return False
    if party.how is How.ORGANISATION:
        organisation = reading.lexicon.organisation(party.code)
        return bool(organisation and organisation.is_force and not organisation.is_bloc)
    if party.how is How.METONYM:  # “the 82nd Airborne”
        name = token.doc[party.first : party.last].text.lower().removeprefix("the ")
        return name in reading.lexicon.nouns["unit_names"]
    if party.how is not How.DEMONYM:
        return False
    if token.tag_ in {"NNPS", "NNS"} or any(c.lower_ in _EVERY for c in token.children):
        return True
    # “the French”, “the Dutch”: a people without a plural of its own
    is_bare = token.i + 1 >= len(token.doc) or token.doc[token.i + 1].pos_ not in {
        "NOUN",
        "PROPN",
        "ADJ",
        "NUM",
        "PUNCT",
    }
    is_listed = token.i + 1 < len(token.doc) and token.doc[token.i + 1].text in {",", ".", "?", ";"}
    return token.text[-1] != "s" and is_definite(token) and (is_bare or is_listed)


def _is_office(token: Token) -> bool:
    """“The military said”, “the army general”: an institution that speaks, not people who move."""
    return token.lemma_.lower() in {"military", "army"} and token.head.lemma_ in {
        "say",
        "add",
        "tell",
    }


def _is_figure(token: Token) -> bool:
    """“Forces of nature”, “an army of fans”."""
    inner = [g for c in token.children if c.lower_ == "of" for g in c.children]
    if token.lemma_.lower() in {"army", "battalion", "brigade"}:
        return bool(inner) and any(g.tag_ == "NNS" for g in inner)
    return any(
        g.lemma_ in {"nature", "evil", "good", "change", "darkness", "habit", "law"} for g in inner
    )


def is_other(token: Token, reading: Reading) -> bool:
    """Say whether it is no army's people, or one person: “rebel fighters”, “medical personnel”, “a former officer”: no army's people, or one person."""
    if any(c.lower_ in reading.lexicon.nouns["force_not"] for c in token.children if c.i < token.i):
        return True
    if any(c.lower_ in {"my", "your"} and c.dep_ == "poss" for c in token.children):
        return True  # “my troops”: a player's or a diarist's
    if token.lower_ == "trainers" and any(t.lemma_.lower() in _CLOTHES for t in token.sent):
        return True
    is_one = (
        token.tag_ == "NN"
        and not token.lower_.endswith("men")
        and reading.is_word(token, "single_person")
    )
    return is_one and not any(c.dep_ == "nummod" for c in token.children)


def is_weak(token: Token, reading: Reading, parties: dict[int, Party]) -> bool:
    """Say whether a noun means soldiers only where a text speaks of soldiers: “personnel”, “police”."""
    if not reading.is_word(token, "civil"):
        return False
    words = phrase(token)
    return not any(t.lower_ in MILITARY or t.i in parties for t in words)
