from datetime import date

import pytest

from geodata.domain.claims import ClaimKind, Modality, Status


def troops(claims):
    return [c for c in claims if c.kind is ClaimKind.TROOPS]


def only(claims):
    (claim,) = troops(claims)
    return claim


def test_presence_with_count_and_host(claims_of):
    claim = only(claims_of("About 900 Italian soldiers are stationed in Kosovo."))
    assert (claim.actor, claim.host, claim.status) == ("IT", "XK", Status.PRESENT)
    assert (claim.count.low, claim.count.high) == (810, 990)
    assert claim.begins.latest == date(2022, 6, 15)


def test_arrival_with_date(claims_of):
    claim = only(claims_of("On 3 May about 200 Turkish troops arrived in Somalia."))
    assert (claim.actor, claim.host, claim.status) == ("TR", "SO", Status.ARRIVES)
    assert claim.begins.earliest == date(2022, 5, 3)


def test_a_planned_withdrawal_is_not_a_withdrawal(claims_of):
    claim = only(
        claims_of(
            "Denmark announced on 4 May that it would withdraw its 100 soldiers from Mali by 30 July."
        )
    )
    assert claim.status is Status.TO_WITHDRAW
    assert claim.modality is Modality.ANNOUNCED
    assert claim.begins.earliest == date(2022, 5, 4)
    assert claim.deadline.latest == date(2022, 7, 30)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The withdrawal of Swedish troops from Mali has begun.", "withdrawal_begun"),
        ("The last Swedish soldiers left Mali on 1 June.", "withdrawal_completed"),
        ("A group of 60 Swedish soldiers left Mali on 1 June.", "withdrawal_begun"),
        (
            "Sweden completed the withdrawal of its troops from Mali on 1 June.",
            "withdrawal_completed",
        ),
    ],
)
def test_says_whether_a_withdrawal_has_begun_or_is_complete(claims_of, text, event):
    claim = only(claims_of(text))
    assert (claim.actor, claim.host, claim.status, claim.event) == (
        "SE",
        "ML",
        Status.WITHDRAWS,
        event,
    )


def test_an_order_of_the_host_is_a_demand_and_an_expulsion(claims_of):
    claims = claims_of("Eritrea ordered Emirati troops to leave the country on 2 June.")
    claim = only(claims)
    assert (claim.actor, claim.host, claim.status) == ("AE", "ER", Status.TO_WITHDRAW)
    assert claim.modality is Modality.ORDERED
    assert [(c.actor, c.target, c.event) for c in claims if c.kind is ClaimKind.ALIGNMENT] == [
        ("ER", "AE", "expels")
    ]


def test_pronouns_are_followed(claims_of):
    text = "Spain has 200 soldiers in Iraq. They will leave the country in November."
    leaving = next(c for c in claims_of(text) if c.status is Status.TO_WITHDRAW)
    assert (leaving.actor, leaving.host) == ("ES", "IQ")


def test_several_hosts_are_several_claims(claims_of):
    claims = troops(claims_of("French troops pulled out of Chad, Senegal and Gabon in 2021."))
    assert {c.host for c in claims} == {"TD", "SN", "GA"}


def test_a_mission_stands_for_the_un(claims_of):
    text = "UNIFIL has been in Lebanon since 1978. The UN mission will leave the country by 31 December."
    claim = next(c for c in troops(claims_of(text)) if c.status is Status.TO_WITHDRAW)
    assert (claim.actor, claim.host) == ("UNIFIL", "LB")


def test_one_event_told_twice_is_one_claim_with_two_spans(claims_of):
    text = "Portugal to withdraw troops from Mozambique\n\nPortugal will withdraw its troops from Mozambique, the ministry said."
    claim = only(claims_of(text))
    assert len(claim.evidence) == 2


def test_evidence_is_whole_trimmed_sentences(claims_of):
    text = "It rained.   Chile sent 150 soldiers to Haiti in March.   Nobody knew why."
    claim = only(claims_of(text))
    assert claim.evidence[0].quote(text) == "Chile sent 150 soldiers to Haiti in March."


def test_more_of_them_are_expected(claims_of):
    text = "On 2 May about 100 Rwandan soldiers arrived in Mozambique, and a further 300 are due to join them."
    found = {c.status: c for c in troops(claims_of(text))}
    assert found[Status.TO_ARRIVE].count.low == 300
    assert found[Status.TO_ARRIVE].host == "MZ"


@pytest.mark.parametrize(
    "text",
    [
        "French troops did not leave Gabon.",
        "Will French troops leave Gabon?",
        "If talks fail, French troops will leave Gabon.",
        "French troops could leave Gabon.",
        "Protesters demanded the departure of French troops from Gabon.",
        "Russia demanded that French troops leave Gabon.",
        "The withdrawal of French troops from Gabon would leave a gap.",
        "French troops would leave Gabon.",
        "Rebels in Gabon vowed to expel French troops.",
        "Thousands of Angolans were expelled from Gabon.",
        "The British military says that transfusions keep the troops alive.",
        "Turkish security forces remain preoccupied with elections.",
        "Gabon hosts Moldova's team. Moldovan soldiers withdrew from Tiraspol.",
        "The Gabonese army entered Libreville.",
        "The French president left Gabon on Monday.",
        "The bomb killed 13 French soldiers in Gabon.",
        "American forces of nature arrived in Berlin.",
        "The Russian team arrived in Doha with 23 players.",
        "About 200 Chinese engineers arrived in Kenya.",
    ],
)
def test_what_is_not_said_is_not_claimed(claims_of, text):
    assert troops(claims_of(text)) == []


def test_an_undated_past_event_is_only_known_to_lie_before_the_publication(claims_of):
    claim = only(claims_of("The last Danish soldiers have left Iraq."))
    assert claim.begins.earliest is None
    assert claim.begins.latest == date(2022, 6, 15)


def test_ids_are_stable_and_twelve_hex_digits(claims_of):
    text = "About 900 Italian soldiers are stationed in Kosovo."
    first, second = only(claims_of(text)), only(claims_of(text))
    assert first.id == second.id
    assert len(first.id) == 12


def test_attribution_names_who_is_quoted(claims_of):
    claim = only(
        claims_of(
            "Dutch troops will leave Mali in August, a defence official said, as reported by Reuters."
        )
    )
    assert "official" in claim.attribution
    assert "Reuters" in claim.attribution


def test_one_number_for_two_countries_is_given_to_neither(claims_of):
    claims = troops(claims_of("About 3,000 French troops remain in Niger and Chad."))
    assert {(c.host, c.count) for c in claims} == {("NE", None), ("TD", None)}


def test_without_a_publication_date_nothing_is_dated_by_it(claims_of):
    claim = only(claims_of("About 900 Italian soldiers are stationed in Kosovo.", None))
    assert not claim.begins.is_known
    assert not claim.reported.is_known


def test_who_will_remain_by_a_later_day_is_a_plan_and_not_pinned_to_where_most_are(claims_of):
    found = claims_of(
        "Belgian soldiers are stationed in Mali.\nFewer than 400 Belgian soldiers will remain in the"
        " country by the end of the year, mostly at the Gao base, the ministry said in April."
    )
    (stay,) = [c for c in found if c.kind is ClaimKind.TROOPS and c.count]
    assert (stay.modality, stay.place) == (Modality.PLANNED, None)
    assert stay.deadline is not None
    assert stay.deadline.latest == date(2022, 12, 31)
    assert [c for c in found if c.kind is ClaimKind.BASE] == []


@pytest.mark.parametrize(
    "text",
    [
        "Four new sites for Belgian forces in Mali\n\nMali on Monday named four more towns.",
        "Belgian soldiers left Paris.\nEU civilian monitors are deployed in Gao.",
    ],
    ids=["a heading of what is for them", "civilians are no troops"],
)
def test_nobody_says_that_forces_are_there(claims_of, text):
    assert [c for c in claims_of(text) if c.status is Status.PRESENT] == []
