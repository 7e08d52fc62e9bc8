"""The same few statements in the many forms that reporters give them, for many actors and theatres."""

import pytest

from geodata.domain.claims import Modality

TROOPS = [
    # active, passive, nominal, participial, headline, quoted, of a list
    ("Germany will pull its remaining 1,200 soldiers out of Mali by the end of May.", "DE ML to_withdraw"),
    ("The last German soldiers left Mali on Tuesday, the Bundeswehr said.", "DE ML withdraws"),
    ("A plane carrying the last 142 German troops took off from Gao on Tuesday.", "DE ML withdraws"),
    ("Spain has pulled its 150 soldiers out of Adana, Turkey, the ministry said.", "ES TR withdraws"),
    ("The departure of the 2,400 French soldiers from Mali was completed in August.", "FR ML withdraws"),
    ("Sweden announced the withdrawal of its troops from Mali.", "SE ML to_withdraw"),
    ("US to pull all troops from Niger by mid-September", "US NE to_withdraw"),
    ("South Africa began pulling its troops out of eastern Congo on Friday.", "ZA CD withdraws"),
    ("Russian border guards in Armenia packed up on 31 July.", "RU AM withdraws"),
    ("The Cuban troops in Angola, some 50,000, were all gone by May 1991.", "CU AO withdraws"),
    ("Maldivian President Mohamed Muizzu demanded that India withdraw its troops.", "IN MV to_withdraw"),
    ("Bamako gave the Danish contingent in Mali 24 hours to leave.", "DK ML to_withdraw"),
    ("Burkina Faso gave France one month to withdraw its 400 special forces.", "FR BF to_withdraw"),
    ("Wagner troops said on Friday that they were leaving Mali.", "Wagner Group ML withdraws"),
    ("MONUSCO withdrew from South Kivu in June.", "MONUSCO CD withdraws"),
    ("SAMIM will complete its withdrawal from Mozambique by 15 July.", "SAMIM MZ to_withdraw"),
    ("ATMIS will leave Somalia by December 31.", "ATMIS SO to_withdraw"),
    ("CSTO peacekeepers began leaving Kazakhstan on Thursday.", "CSTO KZ withdraws"),
    ("Around 300 Kenyan police officers landed in Haiti to join the military mission.", "KE HT arrives"),
    ("Around 2,500 US Marines arrived in Darwin for the rotation.", "US AU arrives"),
    ("Africa Corps instructors landed in Ouagadougou aboard a cargo plane.", "Africa Corps BF arrives"),
    ("ECOWAS troops entered The Gambia in January 2017.", "ECOWAS GM arrives"),
    ("The first 150 German soldiers have arrived in Rukla, Lithuania.", "DE LT arrives"),
    ("Rwanda dispatched 600 special forces to Bangui in December 2020.", "RW CF arrives"),
    ("Hungarian lawmakers approved the deployment of 200 soldiers to Chad.", "HU TD to_arrive"),
    ("Portugal is sending a further 180 commandos to the Central African Republic.", "PT CF to_arrive"),
    ("NATO will send 700 more soldiers to northern Kosovo.", "NATO XK to_arrive"),
    ("Two US Army units with 500 soldiers will be stationed in Wiesbaden.", "US DE to_arrive"),
    ("Germany will welcome 500 additional US soldiers in Wiesbaden.", "US DE to_arrive"),
    ("Some 2,000 Rwandan troops are stationed in the north of Mozambique.", "RW MZ present"),
    ("South Korea hosts 28,500 American soldiers.", "US KR present"),
    ("KFOR has about 4,500 troops in Kosovo.", "KFOR XK present"),
    ("UNIFIL, which has 10,000 peacekeepers in Lebanon, said it would not leave.", "UNIFIL LB present"),
    ("Turkey maintains a force of 30,000 soldiers in northern Cyprus.", "TR CY present"),
    ("North Korean troops have been spotted in Russia's Kursk region.", "KP RU present"),
    ("By late 2021, only 650 US troops were left in Kabul.", "US AF present"),
    ("About 200 Russian military instructors are in Equatorial Guinea.", "RU GQ present"),
    ("MINUTAB sent 40 soldiers to Chad.", "MINUTAB TD arrives"),
]  # fmt: skip
BASES = [
    ("France returned Camp Geille in Dakar to Senegal on Thursday.", "FR SN handed_over"),
    ("Two French military facilities in Dakar were returned to Senegal.", "FR SN handed_over"),
    ("France handed back the keys to its last two military bases in Senegal.", "FR SN handed_over"),
    ("The Ivorian army took over the French base at Port-Bouët.", "FR CI handed_over"),
    ("Moscow completed the handover of its Akhalkalaki base to Georgia.", "RU GE handed_over"),
    ("Kenya closed its forward operating base at Bura Hache in Somalia.", "KE SO closes"),
    ("The US flag came down at the American air base in Ecuador.", "US EC closes"),
    ("Kyrgyzstan ordered the closure of the American base in Bishkek.", "US KG to_close"),
    ("The Philippines granted the United States access to four more military bases.", "US PH to_open"),
    ("Colombia agreed to give US forces access to seven bases.", "US CO to_open"),
    ("Uganda plans to open a military base in Somalia.", "UG SO to_open"),
    ("A permanent US base was inaugurated in Poznan on Tuesday.", "US PL opens"),
    ("Turkey runs a large military base in Mogadishu.", "TR SO operates"),
    ("Djibouti is home to the largest permanent US base in Africa.", "US DJ operates"),
    ("The Russian air base in Kant, Kyrgyzstan, is still in use.", "RU KG operates"),
]  # fmt: skip


def told(claims, kind):
    return {
        f"{c.actor} {c.host} {c.status.value}"
        for c in claims
        if c.kind == kind and c.modality is not Modality.DENIED
    }


@pytest.mark.parametrize(("text", "claim"), TROOPS)
def test_forces_however_it_is_said(claims_of, text, claim):
    assert claim in told(claims_of(text), "troops")


@pytest.mark.parametrize(("text", "claim"), BASES)
def test_bases_however_it_is_said(claims_of, text, claim):
    assert claim in told(claims_of(text), "base")


TRAPS = {
    "demand of an opposition": "The opposition demanded that French troops leave Chad.",
    "condition": "If the junta asks, Italy will withdraw its soldiers from Niger.",
    "condition above": "He said that if he won he would ask French troops to leave Chad.",
    "no plan": "Russia has no plans to open a base in Guinea, the Kremlin said.",
    "denial": "Moscow denied that it would build a naval base in Libya.",
    "question": "Could Turkey open a base in Niger?",
    "possibility": "France could close its base in Gabon.",
    "opinion": "An analyst said that the US should withdraw its troops from Syria.",
    "not yet": "Eritrea has yet to withdraw its soldiers from Tigray.",
    "still discussed": "US officials are discussing whether to move troops from Niger to Benin.",
    "called off": "The Pentagon cancelled the withdrawal of troops from Germany.",
    "refused": "Uzbekistan refused to host American troops.",
    "exercise": "About 1,000 US soldiers took part in an exercise near Agadir in Morocco.",
    "visit": "US soldiers visited a school in Gao.",
    "sport": "FOOTBALL: The French squad left their base in Doha; the coach flew home on Sunday.",
    "game": "In the board game, players send Soviet troops to Havana.",
    "novel": "The novel begins in 1942, when American soldiers arrive in Casablanca.",
    "company": "A Canadian mining company will close its camp in Burkina Faso.",
    "airline": "The airline will close its crew base in Guam next year.",
    "rebels": "The last rebel fighters left Aleppo on Friday; Syrian troops entered the city.",
    "tourists": "Some 3,000 British tourists left Egypt on Friday.",
    "at home": "The army moved 500 soldiers to the north of Kenya.",
    "a club": "In 2012 the Uzbeks walked out of the CSTO for the second time.",
    "a wish": "People say that the Americans want to come back to Kyrgyzstan.",
    "trial": "Two American marines went on trial in Okinawa on Monday.",
    "relief": "Medical personnel were sent to Nairobi, where guards stood at the doors.",
    "police at work": "Police officers arrived at the building in Mexico City.",
    "long past": "On 6 June 1944 American soldiers landed in France; they left Paris in 1946.",
    "figure": "An army of volunteers left for Turkey after the quake.",
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS.keys())
def test_traps_claim_nothing(claims_of, text):
    assert not told(claims_of(text), "troops") | told(claims_of(text), "base")


def test_who_is_ordered_to_leave_where_they_stand_was_not_ordered_in(claims_of):
    text = "The Pentagon has ordered all 1,000 of its combat troops in Niger to withdraw."
    assert told(claims_of(text), "troops") == {"US NE to_withdraw"}
