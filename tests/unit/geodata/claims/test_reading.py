from datetime import date

from geodata.claims import read_claims
from geodata.domain.claims import Status
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.domain.times import on_day
from geodata.geoparsing import read_places
from geodata.temporal import read_dates

WRAPPED = """To: the list
Subject: weekly note

Good morning. The defence ministry confirmed on Monday that about 300
Portuguese soldiers are stationed in the Central African Republic, where
they train the national army and guard the airport of the capital city.
Nobody knows how long the arrangement with the authorities will be kept
up, and the ministry did not say so when it was asked about it today.
"""


def test_a_sentence_cut_at_a_column_stays_one_sentence(claims_of):
    (claim,) = (c for c in claims_of(WRAPPED) if c.status is Status.PRESENT and c.count)
    quote = claim.evidence[0].quote(WRAPPED)
    assert quote.startswith("The defence ministry confirmed")
    assert quote.endswith("capital city.")


def test_a_headline_without_a_stop_is_a_sentence_of_its_own(claims_of):
    text = "Norway sends soldiers to Latvia\n\nNorway sent 100 soldiers to Latvia on 3 May."
    (claim,) = claims_of(text)
    assert {s.quote(text) for s in claim.evidence} <= set(text.split("\n\n"))


def test_front_matter_is_not_read_and_offsets_are_those_of_the_file(resources):
    front = "---\ntitle: French troops left Gabon\n---\n"
    text = front + "Norway sent 100 soldiers to Latvia on 3 May."
    day = date(2022, 6, 15)
    document = Document(
        DocumentId("b" * 16),
        "n.md",
        "n",
        text,
        body_start=len(front),
        published=Publication(day, on_day(day)),
    )
    parsed = resources.language.parse(document.reading_text)
    places = read_places(document, parsed, resources.gazetteer)
    (claim,) = read_claims(document, parsed, places, read_dates(document), resources.gazetteer)
    assert claim.actor == "NO"
    assert claim.evidence[0].quote(text) == "Norway sent 100 soldiers to Latvia on 3 May."


def test_items_of_a_list_take_the_date_that_opens_them(claims_of):
    text = (
        "Key moments of the mission in Haiti\n\n"
        "- March 3: The government says that all Kenyan troops will be out by May 1. About 400 Kenyan soldiers "
        "are in the country at that point.\n\n"
        "- April 30: The last Kenyan soldiers leave Haiti.\n"
    )
    found = {c.status: c for c in claims_of(text)}
    assert found[Status.PRESENT].begins.earliest == date(2022, 3, 3)
    assert found[Status.TO_WITHDRAW].deadline.latest == date(2022, 5, 1)
    assert found[Status.WITHDRAWS].begins.earliest == date(2022, 4, 30)


def test_a_text_without_claims_has_none(claims_of):
    text = (
        "The rally began in Dakar and ended in Bamako. France won in the cars, Chad Smith on two wheels. "
        "Oil fell in Nigeria; rain closed the road to Agadez. The camp for tourists near Gao reopened in May."
    )
    assert claims_of(text) == []
