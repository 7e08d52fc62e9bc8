"""Forces told of by pointing back, and statements that a text only holds up to be judged."""

import pytest

from geodata.domain.claims import ClaimKind


def told(claims):
    return {
        (c.actor, c.host, str(c.status), c.count.text if c.count else "")
        for c in claims
        if c.kind is ClaimKind.TROOPS and c.modality != "denied"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Italian soldiers are stationed in Niger. Some 300 of them guard the airport.",
            ("IT", "NE", "present", "Some 300"),
        ),
        (
            "Spanish troops landed in Kosovo in March. They will sail home in October.",
            ("ES", "XK", "to_withdraw", ""),
        ),
        (
            "Danish troops are deployed in Mali. Ghana withdrew on 2 June.",
            ("GH", "ML", "withdraws", ""),
        ),
        (
            "Belgian F-16s landed at Amari in Estonia on 2 June.",
            ("BE", "EE", "arrives", ""),
        ),
        (
            "How many Moroccan soldiers are in Gabon?\n\nThere are about 700 of them.",
            ("MA", "GA", "present", "about 700"),
        ),
        (
            "Kenyan troops are in Somalia. Only in Sudan is Egypt under pressure: it has 300 men at Merowe.",
            ("EG", "SD", "present", "300"),
        ),
        (
            "Spanish troops landed in Kosovo in March. They fly home in October.",
            ("ES", "XK", "to_withdraw", ""),
        ),
        (
            "Spanish troops are in Kosovo. Some 60 soldiers are left in Pristina.",
            ("ES", "XK", "present", "Some 60"),
        ),
        (
            "Kenya sent 300 soldiers to Haiti in June, Jamaica 40.",
            ("JM", "HT", "arrives", "40"),
        ),
        (
            "Who is in Iraq\n\n- United States: 2,500 troops, mostly in Erbil\n- Italy: 900",
            ("US", "IQ", "present", "2,500"),
        ),
        (
            "Togo had a contingent in Mali. It withdrew its 700 men from Gao in May.",
            ("TG", "ML", "withdraws", "700"),
        ),
        (
            "Does Egypt have soldiers in Sudan?\n\nYes, about 180 at Merowe.",
            ("EG", "SD", "present", "about 180"),
        ),
        (
            "Vietnamese peacekeepers off to Abyei, Sudan",
            ("VN", "SD", "to_arrive", ""),
        ),
    ],
    ids=[
        "of-them",
        "they",
        "country-for-its-army",
        "gear",
        "short-answer",
        "it",
        "present-for-future",
        "left-in",
        "no-verb-again",
        "list",
        "men",
        "answer",
        "headline",
    ],
)
def test_reads_what_points_back(claims_of, text, expected):
    assert expected in told(claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Italian soldiers are stationed in Niger. Contact: Via Roma 1200, Rome.",
        "The president met 300 of them. The fair in Niamey was open until nine.",
        "Italian soldiers are stationed in Niger. The ministry has 250 lawyers.",
    ],
    ids=["address", "nobody-in-arms", "other-people"],
)
def test_a_number_alone_is_no_force(claims_of, text):
    assert all(count not in {"1200", "300", "250"} for *_, count in told(claims_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Claim: Polish troops have crossed into Ukraine.\n\nVerdict: false.",
        "Claim 3: “China has opened a naval base at Gwadar.” Invented. No such base exists.",
        "“Russia has opened a naval base in Port Sudan.” Not so.",
        "Kenya has handed its base at Manda Bay to China. This is simply wrong.",
        "Claim 2: “Turkish troops have landed at Misrata in Libya.”",
        "Rumours that Turkish soldiers have landed in Libya swept the market.",
        "Reports that Turkish soldiers are stationed in Libya could not be verified.",
        "Had Turkish soldiers been stationed in Libya, parliament would have known.",
        "Were such troops stationed in Libya by Turkey, parliament would know.",
        "In the game you command Turkey and station 500 soldiers in Libya.",
    ],
    ids=[
        "labelled",
        "numbered",
        "quoted",
        "asserted",
        "no-verdict",
        "rumour",
        "unverified",
        "inverted-condition",
        "inverted-were",
        "you",
    ],
)
def test_what_is_held_up_to_be_judged_is_no_claim(claims_of, text):
    assert claims_of(text) == []


def test_who_returns_from_a_drill_was_not_deployed(claims_of):
    assert told(claims_of("Serbian soldiers returned from an exercise in Slovenia.")) == set()


def test_a_claim_that_is_found_true_stands(claims_of):
    text = "Claim: 300 British soldiers are stationed in Estonia.\n\nVerdict: true."
    assert told(claims_of(text)) == {("GB", "EE", "present", "300")}
