"""Small corpora of several articles: what must be one fact, and what must stay two."""

import pytest

from geodata.documents import document_from_text
from geodata.services import extract
from geodata.timeline import gather_facts

CORPORA = {
    "one base under three spellings, and its troops apart from those of the country": (
        [
            (
                "7 September 2024. Iraq and the United States agreed that coalition troops will leave "
                "Ain al-Asad air base by September 2025. Some 2,500 US troops are in Iraq."
            ),
            (
                "10 September 2024. The US military will leave Al-Asad Airbase in Anbar by September "
                "next year, an Iraqi minister said."
            ),
            "12 September 2024. American forces operate at Ain al Asad, west of Baghdad.",
        ],
        # What the coalition leaves is not said to be that of its leader alone.
        {
            ("base", "US", "Ain al-Asad"): 2,
            ("base", "US-led coalition", "Ain al-Asad"): 1,
            ("troops", "US", "IQ"): 1,
        },
    ),
    "one force under three names, and its successor apart": (
        [
            "2 June 2023. About 1,000 Wagner mercenaries are in Mali.",
            (
                "6 June 2025. The Wagner Group said that it was leaving Mali. Africa Corps fighters "
                "remain in Mali."
            ),
            "7 June 2025. Russia's Wagner private military company has left Mali after three years.",
        ],
        {("troops", "Wagner Group", "ML"): 3, ("troops", "Africa Corps", "ML"): 1},
    ),
    "counts and statuses of one force side by side": (
        [
            "N'DJAMENA, 28 November 2024. About 1,000 French troops are stationed in Chad.",
            "20 December 2024. The first 120 French soldiers left Chad on Friday.",
        ],
        {("troops", "FR", "TD"): 2},
    ),
    "a mission by acronym and in full": (
        [
            (
                "3 January 2024. The UN mission in Mali, MINUSMA, completed its withdrawal on "
                "31 December 2023."
            ),
            "4 January 2024. The United Nations peacekeeping mission MINUSMA left Mali.",
        ],
        {("troops", "MINUSMA", "ML"): 2},
    ),
}


def facts_of(texts, resources):
    read = [
        extract(document_from_text(text, name=f"{number}.txt"), resources)
        for number, text in enumerate(texts)
    ]
    return gather_facts(claim for item in read for claim in item.claims)


@pytest.mark.parametrize("name", CORPORA)
def test_claims_of_several_articles_are_joined_where_they_speak_of_one_thing(name, resources):
    texts, wanted = CORPORA[name]
    found = {
        (fact.kind.value, fact.actor, fact.place.name if fact.place else fact.host): len(
            {claim.document_id for claim in fact.claims}
        )
        for fact in facts_of(texts, resources)
    }
    for (kind, actor, where), articles in wanted.items():
        numbers = [
            number
            for (a_kind, an_actor, place), number in found.items()
            if (a_kind, an_actor) == (kind, actor) and where in (place or "")
        ]
        assert numbers == [articles], (where, found)


def test_what_disagrees_stays_side_by_side(resources):
    texts = CORPORA["counts and statuses of one force side by side"][0]
    (fact,) = (fact for fact in facts_of(texts, resources) if fact.kind == "troops")
    assert [claim.status.value for claim in fact.claims] == ["present", "withdraws"]
    assert [claim.count.text for claim in fact.claims] == ["About 1,000", "120"]
