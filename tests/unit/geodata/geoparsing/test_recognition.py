"""Which names are places, through the room's one door."""

import pytest

from geodata.domain.documents import Document, DocumentId
from geodata.domain.mentions import Role
from geodata.geoparsing import read_places

NOT_PINS = {Role.DEMONYM, Role.BLOC, Role.ORG_PART}


def named(mentions) -> list[str]:
    return [m.text for m in mentions if m.role not in NOT_PINS]


def test_a_country_that_the_language_model_takes_for_a_person_is_found_everywhere(read):
    text = "Niger ended the accord. Fuel left Niger in May, and nobody in Niger was surprised."
    assert named(read(text)) == ["Niger", "Niger", "Niger"]


def test_every_mention_quotes_the_text(read):
    text = "Talks in Niamey ended.\n\nThe U.S. left Agadez, and Niger’s army came from Bamako."
    for mention in read(text):
        assert mention.span.quote(text) == mention.text


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Chad Reed won the race on Sunday after a long season.", "Chad"),
        ("Deputy minister Kurt Campbell spoke. Later Campbell flew home.", "Campbell"),
        ("The envoy told the Washington Post that talks failed.", "Washington"),
        ("The trucks arrive in March, officials told reporters.", "March"),
        ("Share this article with your friends.", "Share"),
        ("Doctors feared an outbreak of Lassa fever among the soldiers.", "Lassa"),
        ("He finished the Dakar Rally in ninth place.", "Dakar"),
        ("Write to desk@niger.example or see www.Niger.example today.", "Niger"),
        ("They told us to wait, and gave us water.", "us"),
        ("The fine was US$300 for each truck.", "US"),
    ],
)
def test_what_is_not_a_place_is_left_alone(read, text, absent):
    assert absent not in [mention.text for mention in read(text)]


def test_a_country_inside_an_organisation_is_part_of_its_name(read):
    (mention,) = [
        m for m in read("He joined the Kenya Wildlife Service in 2010.") if m.text == "Kenya"
    ]
    assert mention.role is Role.ORG_PART


def test_a_possessive_before_a_ministry_is_no_part_of_a_name(read):
    mention = next(
        m for m in read("Niger’s defense ministry said so on Monday.") if m.text == "Niger"
    )
    assert mention.role is Role.ATTRIBUTIVE


def test_a_dateline_in_capitals_is_a_place(read):
    text = "NIAMEY - The government met on Monday.\n\nMinisters left Niamey at night."
    assert named(read(text)) == ["NIAMEY", "Niamey"]


def test_a_base_that_the_gazetteer_lacks_is_recognised_and_left_unresolved(read):
    mention = next(m for m in read("Soldiers left Camp Lemaire on Friday.") if "Lemaire" in m.text)
    assert mention.text == "Camp Lemaire"
    assert mention.place is None
    assert mention.score == 0.0


def test_the_owner_of_a_base_is_not_part_of_its_name(read):
    texts = [m.text for m in read("Drones flew from the US Air Base 201 near Agadez.")]
    assert texts == ["US", "Air Base 201", "Agadez"]


def test_an_unknown_village_is_recognised_by_the_words_around_it(read):
    texts = named(read("Gunmen burnt the village of Tonkossom in Niger on Monday."))
    assert "Tonkossom" in texts


def test_an_empty_text_names_nothing(read):
    assert read("") == []


def test_front_matter_shifts_nothing(language, small):
    text = "---\noutlet: Niger Times\n---\nTalks in Mali ended."
    document = Document(
        id=DocumentId("1" * 16), name="a.md", title="", text=text, body_start=text.index("Talks")
    )
    (mention,) = read_places(document, language.parse(document.reading_text), small)
    assert mention.span.quote(text) == "Mali"


@pytest.mark.parametrize(
    "text",
    [
        "   \n\n  ",
        "Niger",
        "NIGER\nNIGER\n",
        "“Niger”",
        "US US US U.S.",
        "🌍 Niger 🌍 Mali’s",
        "in Paris, Texas, (Paris), Texas,",
        "Niger-Mali-Chad, -Niger-, @Niger, Niger@",
        "Camp\nNiger base base Base Base 201 201",
        "\r\nTalks in Mali.\r\n\tTalks in Chad.\u2028Niger",
    ],
)
def test_odd_texts_are_read_without_harm(read, text):
    mentions = read(text)
    assert all(m.span.quote(text) == m.text for m in mentions)
    ends = [m.span.end for m in mentions]
    assert all(m.span.start >= end for m, end in zip(mentions[1:], ends, strict=False))


def test_the_home_of_the_outlet_is_weak_evidence(language, small):
    text = "A storm hit Gao on Monday."
    scores = []
    for outlet in (None, "Mali Courier"):
        document = Document(
            id=DocumentId("2" * 16), name="a.txt", title="", text=text, outlet=outlet
        )
        (mention,) = read_places(document, language.parse(text), small)
        scores.append(mention.score)
    assert scores[1] > scores[0]
