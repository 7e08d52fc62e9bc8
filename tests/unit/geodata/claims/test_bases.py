from datetime import date

import pytest

from geodata.domain.claims import ClaimKind, Status


def bases(claims):
    return [c for c in claims if c.kind is ClaimKind.BASE]


def only(claims):
    (claim,) = bases(claims)
    return claim


@pytest.mark.parametrize(
    ("text", "actor", "host", "status"),
    [
        ("Turkey opened a military base in Qatar in April.", "TR", "QA", Status.OPENS),
        ("India will open a naval base in Mauritius next year.", "IN", "MU", Status.TO_OPEN),
        ("China has used a military base in Djibouti since 2017.", "CN", "DJ", Status.OPERATES),
        ("The United States closed its base in Iceland in 2006.", "US", "IS", Status.CLOSES),
        ("Britain will close its base in Cyprus in 2023.", "GB", "CY", Status.TO_CLOSE),
        (
            "Russia handed its base in Georgia over to the national army on 3 May.",
            "RU",
            "GE",
            Status.HANDED_OVER,
        ),
        ("Russia gave up its base in Georgia in 2007.", "RU", "GE", Status.CLOSES),
    ],
)
def test_reads_what_happens_to_a_base(claims_of, text, actor, host, status):
    claim = only(claims_of(text))
    assert (claim.actor, claim.host, claim.status) == (actor, host, status)


def test_a_town_in_the_phrase_is_the_place(claims_of):
    claim = only(claims_of("France has used an air base in Abéché, Chad, for years."))
    assert claim.place.name == "Abéché"
    assert claim.place.country == claim.host == "TD"


def test_leaving_a_named_base_closes_it_and_is_a_withdrawal(claims_of):
    claims = claims_of(
        "American forces left Karshi-Khanabad Air Base, in Uzbekistan, on 21 November 2005."
    )
    assert {(c.kind, c.status) for c in claims} == {
        (ClaimKind.BASE, Status.CLOSES),
        (ClaimKind.TROOPS, Status.WITHDRAWS),
    }
    assert all(c.begins.earliest == date(2005, 11, 21) for c in claims)


def test_one_base_followed_another(claims_of):
    text = (
        "Russian troops are leaving Georgia. Their base at Batumi was handed over on 2 May. "
        "Akhalkalaki followed on 20 May."
    )
    found = {c.place.name: c.begins.earliest for c in bases(claims_of(text)) if c.place}
    assert found == {"Batumi": date(2022, 5, 2), "Akhalkalaki": date(2022, 5, 20)}


@pytest.mark.parametrize(
    "text",
    [
        "The company closed its base in Nairobi.",
        "A refugee camp near Goma was handed over to the government.",
        "The British Museum opened a base for researchers in Athens.",
        "France did not close its base in Gabon.",
        "Will France close its base in Gabon?",
        "The customer base of the French bank in Gabon was closed to newcomers.",
        "Ukraine opened an army base in Odesa.",
    ],
)
def test_other_bases_are_left_alone(claims_of, text):
    assert bases(claims_of(text)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a region of one country is below country level; “there” is the place named last
        ("The last UNAMID peacekeepers left Darfur on 30 June 2021.", "Darfur"),
        (
            "A ceasefire brought 1,960 Russian peacekeepers to Nagorno-Karabakh in May.",
            "Nagorno-Karabakh",
        ),
        ("French troops are based at Gao, in Mali. Some 1,200 soldiers serve there.", "Gao"),
    ],
)
def test_a_force_has_its_place(claims_of, text, place):
    assert {c.place.name for c in claims_of(text) if c.place} == {place}


@pytest.mark.parametrize(
    "text",
    [
        # a line on the map, a time, whose work it is: none tells where or whose
        "Britain opened a naval base in Bahrain in April, its first base east of Suez since 1971.",
        "Since the invasion of Ukraine, Britain has opened a naval base in Bahrain.",
        "Britain opened a naval base in Bahrain beside the Soviet-built harbour.",
    ],
)
def test_what_only_stands_near_is_neither_host_nor_operator(claims_of, text):
    claims = bases(claims_of(text))
    assert {(c.actor, c.host) for c in claims} == {("GB", "BH")}


def test_whose_a_base_is_comes_from_what_the_text_says_of_it_elsewhere(claims_of):
    text = (
        "American soldiers left Iraq in December. Russia opened a base at Kant, in Kyrgyzstan, "
        "in 2003. The base at Kant was closed last month."
    )
    assert {c.actor for c in bases(claims_of(text)) if c.host == "KG"} == {"RU"}


def test_a_base_left_and_handed_over_in_one_sentence_is_told_once(claims_of):
    claim = only(claims_of("American troops left their base at Balad, Iraq, and gave it to Iraq."))
    assert claim.status in {Status.HANDED_OVER, Status.CLOSES}


def test_handing_over_a_base_grants_nothing_and_turns_nobody_toward_the_owner(claims_of):
    claims = claims_of(
        "DAKAR - France handed over two of its military facilities in Dakar to the Senegalese "
        "authorities on Friday."
    )
    assert [claim.status.value for claim in claims] == ["handed_over"]


def test_sites_that_are_to_be_opened_are_not_also_in_use(claims_of):
    claims = claims_of(
        "Manila named the four additional bases to which the United States will have access. They "
        "are Naval Base Camilo Osias in Santa Ana and Camp Melchor Dela Cruz in Gamu. Fort "
        "Magsaysay was named before."
    )
    planned = {c.place.name for c in claims if c.status.value == "to_open" and c.place}
    in_use = {c.place.name for c in claims if c.status.value == "operates" and c.place}
    assert not planned & in_use
