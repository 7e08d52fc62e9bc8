"""Whose, where and how many: only what the words bear out."""

import pytest

from geodata.domain.claims import ClaimKind, Modality, Status


def keys(claims):
    return {(str(c.kind), c.actor, c.host, str(c.status)) for c in claims}


def troops(claims):
    return [c for c in claims if c.kind is ClaimKind.TROOPS]


def test_its_personnel_in_a_country_are_not_that_countrys(claims_of):
    text = (
        "For the Italian military Kosovo is important: about 700 of its personnel are stationed "
        "in Kosovo."
    )
    (claim,) = troops(claims_of(text))
    assert (claim.actor, claim.host, claim.status) == ("IT", "XK", Status.PRESENT)


@pytest.mark.parametrize(
    "text",
    [
        "No Chinese soldiers are stationed in the Philippines.",
        "The Philippines said that no American base would be opened on its soil.",
        "None of the Turkish soldiers are in Iraq.",
    ],
)
def test_no_means_none(claims_of, text):
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Italian soldiers, of whom there are close to 700, must leave Niger.", 630, 700),
        ("Italian soldiers, some 700 of them, have left Niger.", 630, 770),
        ("Italian soldiers, who number 700, are stationed in Niger.", 700, 700),
        ("Italy has doubled its force in Niger to 700 soldiers.", 700, 700),
        ("The Italian contingent in Niger has shrunk from 700 to about 300.", 270, 330),
    ],
)
def test_counts_after_the_noun(claims_of, text, low, high):
    (claim,) = [c for c in troops(claims_of(text)) if c.count]
    assert (claim.count.low, claim.count.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia has sought closer ties with China, as have its neighbours, Hungary and Bosnia.",
        "Serbia has sought closer ties with China, and so have Hungary and Bosnia.",
        "Like its neighbours Hungary and Bosnia, Serbia has sought closer ties with China.",
    ],
)
def test_countries_that_did_the_same_have_claims_of_their_own(claims_of, text):
    found = claims_of(text)
    assert {c.actor for c in found} == {"RS", "HU", "BA"}
    assert {(c.status, c.target) for c in found} == {(Status.TOWARD, "CN")}


def test_an_apposition_does_not_hide_the_owner(claims_of):
    text = (
        "The troops of Belgium, once the colonial power there, have already withdrawn from Rwanda."
    )
    (claim,) = troops(claims_of(text))
    assert (claim.actor, claim.host, claim.event) == ("BE", "RW", "withdrawal_completed")


def test_missions_flown_from_a_base(claims_of):
    text = "Italy has flown surveillance and other missions from an airbase near Gao in Mali."
    assert ("base", "IT", "ML", "operates") in keys(claims_of(text))


def test_a_pronoun_for_the_junta_revokes(claims_of):
    text = (
        "The junta took power in Burkina Faso in 2021. In mid-February it revoked the accord on "
        "military matters with France and left the ministry only two bases to use."
    )
    found = claims_of(text)
    assert ("alignment", "BF", "BF", "away") in keys(found)
    assert not [c for c in found if c.kind is ClaimKind.BASE]


def test_a_section_of_a_digest_tells_the_country(claims_of):
    text = (
        "The week in brief\n\nChad\nChad ended its defence accord with France on 28 May.\n\n"
        "Gabon\nThe 300 French soldiers are staying for now.\n"
    )
    assert ("troops", "FR", "GA", "present") in keys(claims_of(text))


def test_a_dateline_is_nobody_who_acts(claims_of):
    text = (
        "TBILISI, June 9 (Agency) - Russia has agreed to withdraw its border guards from five "
        "regions of Armenia, an aide to the prime minister said on Thursday."
    )
    assert keys(troops(claims_of(text))) == {("troops", "RU", "AM", "to_withdraw")}


def test_denials_have_little_weight(claims_of):
    text = (
        "Russian instructors arrived in Chad on Friday. Chad's government rejected reports that "
        "300 Russian soldiers are stationed in Chad."
    )
    (claim,) = [c for c in claims_of(text) if c.modality is Modality.DENIED]
    assert claim.confidence <= 0.3


def test_what_is_only_denied_is_not_claimed(claims_of):
    text = "Chad's government rejected reports that 300 Russian soldiers are stationed in Chad."
    assert claims_of(text) == []


def test_only_people_and_institutions_are_quoted(claims_of):
    text = "Talks showed on Friday that Turkish troops will withdraw from Iraq."
    assert [c.attribution for c in claims_of(text)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "The step ended a time in which Italy had run a drone base in Niger.",
        "Italian soldiers had been stationed in Niger before that.",
    ],
)
def test_what_had_been_is_not_said_to_be(claims_of, text):
    assert claims_of(text) == []


def test_what_an_accord_would_let_someone_do_is_no_plan(claims_of):
    text = "Sudan is reviewing an accord that would let Russia set up a naval base in Port Sudan."
    assert claims_of(text) == []


def test_recalled_soldiers_leave_and_soldiers_who_recall_do_not(claims_of):
    assert keys(claims_of("In June Italy recalled its last 60 soldiers from Mali.")) == {
        ("troops", "IT", "ML", "withdraws")
    }
    assert claims_of("Italian soldiers recalled the dry season in Mali.") == []


@pytest.mark.parametrize(
    ("telling", "beside", "why"),
    [
        (
            "The withdrawal of Italian forces from Kosovo has begun, the ministry said on Sunday.",
            "The agreement protects Italian troops until they have left.",
            "an end that is still to come is no beginning",
        ),
        (
            "Italy ordered all 700 of its combat troops in Kosovo to withdraw.",
            "Where the soldiers will go is not settled.",
            "nobody says whose, nor that they go",
        ),
        (
            "Italy agreed on 19 April to withdraw its 700 troops from Kosovo.",
            "Last month Italy and Kosovo were discussing how Italian troops would withdraw.",
            "to discuss is not to agree",
        ),
        (
            "Italian troops began to leave Kosovo on 3 May.",
            "The two sides add that the departure of Italian forces does nothing to hinder relations.",
            "only spoken of",
        ),
    ],
)
def test_what_only_speaks_of_an_event_is_no_evidence_of_it(claims_of, telling, beside, why):
    text = f"{telling}\n\n{beside}"
    claim = next(c for c in troops(claims_of(text)) if c.evidence[0].quote(text) == telling)
    assert beside not in [span.quote(text) for span in claim.evidence], why
    assert beside in [span.quote(text) for span in claim.context], why
    assert not any("told 2 times" in reason for reason in claim.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "The pact, 12 years old, let Italian forces watch and fight bandits on the soil of Kosovo.",
        "The ministry would go on watching Kosovo, so that Italian personnel stay safe everywhere.",
        "Talks on a centre which would have kept 2,000 Italian soldiers in Kosovo have failed.",
    ],
)
def test_what_was_allowed_or_wished_or_did_not_come_is_no_presence(claims_of, text):
    assert not [c for c in troops(claims_of(text)) if c.status is Status.PRESENT]


def test_soldiers_who_left_are_not_counted_where_they_left(claims_of):
    text = "An advance party of about 100 American soldiers left Okinawa in Japan for Guam on Saturday."
    assert not [c for c in troops(claims_of(text)) if c.status is Status.PRESENT and c.count]


def test_who_is_to_live_there_is_to_come_and_no_number_of_today(claims_of):
    text = (
        "There are around 400 German soldiers in Lithuania today. By the end of 2027 up to 4,800 "
        "German soldiers are to be living in Lithuania."
    )
    found = {c.status: c.count.text for c in troops(claims_of(text)) if c.count}
    assert found[Status.PRESENT] == "around 400"
    assert found.get(Status.TO_ARRIVE) == "up to 4,800"


def test_a_place_that_is_left_out_is_not_where_the_others_are(claims_of):
    text = (
        "There are around 400 German soldiers in Lithuania today, not counting the battalion at "
        "Rukla."
    )
    claim = next(c for c in troops(claims_of(text)) if c.count)
    assert claim.place is None
