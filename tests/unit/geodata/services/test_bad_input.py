"""What people and machines put into text files: nothing crashes, and what is skipped is told."""

import json
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.cli import main
from geodata.documents import document_from_text
from geodata.services import extract, read_articles
from geodata.services.texts.legible import READ_MAX
from geodata.timeline import gather_facts

TOLD = "On 3 May 2024 about 300 French soldiers left Chad, the ministry said."
FRENCH = (
    "Les soldats français ont quitté la base de Faya au Tchad, selon le ministère. Plus de cent "
    "hommes sont partis par la route et les autres seront rapatriés dans les semaines à venir."
)
OTHERS = {
    "French": FRENCH,
    "Spanish": "Los soldados de la base han dejado el país, según el ministerio, y más de cien "
    "hombres se fueron por la carretera con sus camiones.",
    "German": "Die Soldaten haben den Stützpunkt im Norden verlassen, und mehr als hundert Mann "
    "sind auf der Straße nach Süden gefahren, wie das Ministerium sagte.",
    "Portuguese": "Os soldados não deixaram a base do norte, mas mais de cem homens foram pela "
    "estrada para o sul com os seus camiões, segundo uma nota.",
    "Russian": "Солдаты покинули базу на севере страны, и более ста человек уехали на юг.",
    "Arabic": "غادر الجنود القاعدة في شمال البلاد وذهب أكثر من مئة رجل إلى الجنوب.",
}


def read(text, resources):
    return extract(document_from_text(text, name="article.txt"), resources)


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_in_another_language_is_kept_and_told(language, resources):
    found = read(OTHERS[language], resources)
    (note,) = found.document.notes
    assert language in note
    assert "Dateline reads English" in note


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "Le Monde wrote on Monday that El País and Die Welt had been told of the plans by the army.",
        "N'Djamena, Chad",
        "La Guaira and Los Angeles are ports, said the mayor of San Juan de los Morros in his note.",
    ],
)
def test_english_with_foreign_names_is_english(text, resources):
    assert read(text, resources).document.notes == ()


def test_one_line_of_two_megabytes_is_read_as_far_as_it_is_bounded(resources):
    line = (TOLD + " ") * (2_000_000 // len(TOLD))
    found = read(line[:60_000] + "x" * 2_000_000, resources)
    (note,) = found.document.notes
    assert "2,060,000" in note
    assert f"{READ_MAX:,}" in note
    assert len(found.document.text) == 2_060_000
    assert found.claims


def test_a_line_copied_many_times_is_one_claim_with_all_its_places_in_the_text(resources):
    (claim,) = read("\n\n".join([TOLD] * 150), resources).claims
    assert len(claim.evidence) == 150
    assert "told 150 times" in claim.reasons


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("\u200f", "right-to-left mark"),
        ("\u202b", "right-to-left embedding"),
        ("\u200d", "zero-width joiner"),
        ("\u200b", "zero-width space"),
        ("\ufeff", "byte order mark"),
        ("\x07", "bell"),
        ("\x85", "next line"),
    ],
)
def test_marks_that_are_not_seen_hide_no_claim(mark, name, resources):
    plain = read(TOLD, resources)
    text = TOLD.replace(" French", f" {mark}French").replace("Chad", f"Chad{mark}")
    found = read(text, resources)
    assert found.document.text == text, name
    assert [(c.actor, c.host, c.count.low) for c in found.claims] == [
        (c.actor, c.host, c.count.low) for c in plain.claims
    ]
    for mention in found.places:
        assert mention.span.quote(text).strip(mark) == mention.text.strip(f"{mark} ")


def test_a_day_that_does_not_exist_dates_nothing(resources):
    found = read("On February 30, 2024 some 200 French soldiers left Chad.", resources)
    assert all(d.when.earliest is None or d.when.earliest.day != 30 for d in found.dates)


@pytest.mark.parametrize(
    "number", ["a trillion", "9" * 40, "999,999,999,999,999", "minus 300", "1e400", "0", "½"]
)
def test_absurd_counts_crash_nothing(number, resources):
    found = read(f"On 3 May 2024 some {number} French troops left Chad.", resources)
    gather_facts(found.claims)
    assert found.document.text.startswith("On 3 May")


def test_a_thousand_places_in_one_article(resources):
    dice = random.Random(1)
    towns = ["Gao", "Agadez", "Niamey", "Paris", "Lagos", "Kyiv", "Odesa", "Manila", "Baghdad"]
    text = ". ".join(
        f"The {dice.choice(towns)} office wrote to {dice.choice(towns)}" for _ in range(500)
    )
    assert len(read(text + ".", resources).places) >= 500


def test_empty_and_binary_files_are_told_and_the_rest_is_read(tmp_path, resources, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_text(" \n\t\n", encoding="utf-8")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "french.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "good.txt").write_text(TOLD, encoding="utf-8")
    found = read_articles([tmp_path], resources)
    assert [e.document.name for e in found.extractions] == ["french.txt", "good.txt"]
    assert len(found.failures) == 3
    assert main(["extract", str(tmp_path), "--json"]) == 2
    shown = capsys.readouterr()
    assert "empty.txt" in shown.err
    documents = json.loads(shown.out)["documents"]
    assert "French" in documents["french.txt"]["notes"][0]
    assert documents["good.txt"]["notes"] == []


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                TOLD,
                "\u200f",
                "\x0b",
                "February 30",
                "\n\n",
                " U.S. troops in Agadez, Niger ",
                "Base 201",
                "a trillion troops",
                "Mali joined “the West” in 2023.",
            ]
        ),
        st.text(max_size=12),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(PIECES)
def test_offsets_quote_the_text_and_reading_twice_gives_the_same(resources, pieces):
    text = "Report: " + "".join(pieces)
    found = read(text, resources)
    assert read(text, resources) == found
    for mention in (*found.places, *found.dates):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert len(mention.span.quote(text)) == mention.span.end - mention.span.start
    for claim in found.claims:
        assert all(span.quote(text).strip() for span in claim.evidence)


def test_the_order_of_reading_changes_no_fact(resources):
    texts = [
        "On 3 May 2024 about 300 French soldiers left Chad.",
        "On 5 May 2024 France said that 400 French soldiers were in Chad.",
        "Russia opened a base in Agadez, Niger on 2 May 2024.",
        "US troops will leave Niger by 15 September 2024.",
    ]
    there = [read(text, resources) for text in texts]
    back = [read(text, resources) for text in reversed(texts)]
    facts = gather_facts(claim for item in there for claim in item.claims)
    assert facts
    assert gather_facts(claim for item in back for claim in item.claims) == facts


def test_a_note_is_told_once_when_an_article_is_read_again(resources):
    once = read(FRENCH, resources)
    again = extract(replace(once.document), resources)
    assert again.document.notes == once.document.notes
