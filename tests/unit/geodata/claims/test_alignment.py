from datetime import date

import pytest

from geodata.domain.claims import ClaimKind, Status


def shifts(claims):
    return [c for c in claims if c.kind is ClaimKind.ALIGNMENT]


@pytest.mark.parametrize(
    ("text", "actor", "target", "status", "event"),
    [
        (
            "Ethiopia signed a military cooperation agreement with Turkey in August.",
            "ET",
            "TR",
            Status.TOWARD,
            "accord_signed",
        ),
        (
            "Uzbekistan suspended its membership of the CSTO in 2012.",
            "UZ",
            "CSTO",
            Status.AWAY,
            "freezes",
        ),
        (
            "Georgia left the CIS in 2009.",
            "GE",
            "Commonwealth of Independent States",
            Status.AWAY,
            "quits",
        ),
        ("Montenegro joined NATO in June 2017.", "ME", "NATO", Status.TOWARD, "joins"),
        ("Ukraine applied to join NATO in September 2022.", "UA", "NATO", Status.TOWARD, "applies"),
        (
            "Jordan severed diplomatic relations with Qatar in 2017.",
            "JO",
            "QA",
            Status.AWAY,
            "breaks_ties",
        ),
        (
            "Serbia has strengthened military cooperation with China.",
            "RS",
            "CN",
            Status.TOWARD,
            "strengthens_ties",
        ),
        (
            "The Philippines terminated a military pact with the United States in 2020.",
            "PH",
            "US",
            Status.AWAY,
            "pact_revoked",
        ),
        (
            "Venezuela expelled the ambassador of Germany in March 2019.",
            "VE",
            "DE",
            Status.AWAY,
            "expels",
        ),
    ],
)
def test_reads_a_shift(claims_of, text, actor, target, status, event):
    (claim,) = shifts(claims_of(text))
    assert (claim.actor, claim.target, claim.status, claim.event) == (actor, target, status, event)
    assert claim.host == actor


def test_of_a_power_and_another_it_is_the_other_that_moves(claims_of):
    (claim,) = shifts(
        claims_of("The United States signed a defence agreement with Papua New Guinea on 22 May.")
    )
    assert (claim.actor, claim.target) == ("PG", "US")


def test_several_countries_quit_at_once(claims_of):
    claims = shifts(claims_of("On 3 May Ghana, Togo and Benin said they were leaving ECOWAS."))
    assert {(c.actor, c.target, c.event) for c in claims} == {
        ("GH", "ECOWAS", "quits"),
        ("TG", "ECOWAS", "quits"),
        ("BJ", "ECOWAS", "quits"),
    }


def test_a_coup_with_its_date(claims_of):
    (claim,) = shifts(
        claims_of("In Guinea, soldiers overthrew President Alpha Condé on 5 September 2021.")
    )
    assert (claim.actor, claim.status) == ("GN", Status.COUP)
    assert claim.begins.earliest == date(2021, 9, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Ireland did not join NATO.",
        "Will Austria join NATO?",
        "France and Morocco strengthened trade ties.",
        "No deal on fishing was signed with Norway.",
        "Italy signed a gas deal with Algeria.",
        "Soldiers in Gabon foiled a coup attempt on Monday.",
        "Arsenal signed a Swedish striker.",
        "Turkey withdrew from the song contest in 2013.",
        "The president of the club was ousted as chairman in May.",
    ],
)
def test_what_is_no_shift_is_not_claimed(claims_of, text):
    assert shifts(claims_of(text)) == []
