"""How outlets anywhere report bases: each sentence with the claims that it makes, or makes not."""

import pytest

from geodata.domain.claims import ClaimKind

TOLD = [
    (
        "French forces have been leaving Chad since December. Faya-Largeau was handed over on 26 December, Abéché on 11 January and the camp in N'Djamena on 30 January.",
        {
            ("FR", "TD", "handed_over", "N'Djamena"),
            ("FR", "TD", "handed_over", "Abéché"),
            ("FR", "TD", "handed_over", "Faya-Largeau"),
        },
    ),
    (
        "The last French soldiers left Ivory Coast in February. Abidjan got the camp at Port-Bouët back on 20 February 2022.",
        {("FR", "CI", "handed_over", None)},
    ),
    (
        "Timeline: Russian bases in Georgia\n\n27 June 2007\nAkhalkalaki passes to the Georgians.\n\n13 November 2007\nThe flag comes down in Batumi.\n",
        {("RU", "GE", "handed_over", "Akhalkalaki"), ("RU", "GE", "closes", "Batumi")},
    ),
    (
        "Russian troops are to leave Georgia. Batumi and Akhalkalaki are to be vacated in the course of 2023.",
        {("RU", "GE", "to_close", "Akhalkalaki"), ("RU", "GE", "to_close", "Batumi")},
    ),
    (
        "Russian troops are leaving Georgia. Gudauta was declared closed on 1 June.",
        {("RU", "GE", "closes", "Gudauta")},
    ),
    (
        "The US left Prince Sultan Air Base, in Saudi Arabia, in the summer of 2003.",
        {("US", "SA", "closes", "Prince Sultan Air Base")},
    ),
    (
        "Prince Sultan Air Base, in Saudi Arabia, was the hub of American air power in the Gulf. The US left that base in the summer of 2003.",
        {("US", "SA", "closes", "Prince Sultan Air Base")},
    ),
    (
        "The United Kingdom opened a naval support facility in Bahrain on 5 April 2018, its first permanent base east of Suez since 1971.",
        {("GB", "BH", "opens", None)},
    ),
    (
        "Since May 1 the American surveillance planes have been flying from the airfield at Manta, in Ecuador.",
        {("US", "EC", "operates", "Manta")},
    ),
    (
        "Ecuador granted the United States the use of the airfield at Manta in April.",
        {("US", "EC", "to_open", "Manta")},
    ),
    (
        "American troops left the base at Manta, Ecuador, in 2009. On 18 September 2009 the keys went back to the Ecuadorian Air Force.",
        {("US", "EC", "handed_over", "Manta"), ("US", "EC", "closes", "Manta")},
    ),
    (
        "Panama signed a memorandum in April that lets American soldiers back into the former bases of Howard and Rodman.",
        {("US", "PA", "to_open", None)},
    ),
    (
        "NATO's new air operations centre is due to open at Bodø, Norway, in October.",
        {("NATO", "NO", "to_open", "Bodø")},
    ),
    (
        "In October 2003 Vladimir Putin came in person to open the Russian base at Kant, Kyrgyzstan.",
        {("RU", "KG", "opens", "Kant")},
    ),
    (
        "The Americans handed us the base at Manas, in Kyrgyzstan, on 3 June 2014.",
        {("US", "KG", "handed_over", "Transit Center at Manas")},
    ),
    (
        "The garrison of Russian troops at Gyumri, in Armenia, whose lease runs until 2044, has 3,000 soldiers.",
        {("RU", "AM", "operates", "Gyumri")},
    ),
    (
        "Incirlik, in southern Turkey, is home to a wing of the United States Air Force.",
        {("US", "TR", "operates", "Incirlik Air Base")},
    ),
    (
        "Japan has had a base in Djibouti, next to the airport at Ambouli, since 2011.",
        {("JP", "DJ", "operates", None)},
    ),
    (
        "China's navy opened its support base at Doraleh, Djibouti, on 1 August 2017.",
        {("CN", "DJ", "opens", None)},
    ),
    (
        "The American garrison in Seoul is to be returned to the city by 2023.",
        {("US", "KR", "to_hand_over", "Seoul")},
    ),
    (
        "Iraqi troops took sole charge of Ain al-Asad air base on Saturday after the last Americans left.",
        {("US", "IQ", "handed_over", "Ain al-Asad Air Base")},
    ),
    (
        "The American base beside Baghdad airport was emptied last summer and transferred to Iraq on 28 September.",
        {("US", "IQ", "handed_over", "Baghdad")},
    ),
    (
        "A garrison for 3,500 German troops is being built at Rukla, Lithuania.",
        {("DE", "LT", "to_open", "Rukla base")},
    ),
    (
        "Russia plans to set up a naval base at Port Sudan, in Sudan.",
        {("RU", "SD", "to_open", "Port Sudan")},
    ),
    (
        "Under a deal signed on Monday, Somaliland will host an Ethiopian naval base near Berbera.",
        {("ET", "SO", "to_open", "Berbera")},
    ),
    (
        "US to shut drone base at Agadez\n\nThe United States will close its drone base at Agadez, Niger, by 15 September, the Pentagon said.",
        {("US", "NE", "to_close", "Agadez")},
    ),
    (
        "The closure of the French base at Gao, Mali, was announced on Thursday.",
        {("FR", "ML", "to_close", "Gao")},
    ),
    (
        "The handover of the French base at Gossi, Mali, took place on 19 April.",
        {("FR", "ML", "handed_over", "Gossi")},
    ),
    (
        "After the handover of its base at Kidal, in Mali, in November 2021, France kept troops at Gao.",
        {("FR", "ML", "handed_over", "Kidal")},
    ),
    (
        "The base, built by the Americans outside Agadez in Niger and opened in 2019, cost 110 million dollars.",
        {("US", "NE", "opens", "Agadez")},
    ),
    (
        "The base at Gossi, Mali, which French troops left on Tuesday, was handed to the Malian army.",
        {("FR", "ML", "handed_over", "Gossi")},
    ),
    (
        "French bases in Mali:\n- Kidal: closed in October 2021.\n- Tessalit: handed to the Malian army on 15 November 2021.\n- Timbuktu: left on 14 December 2021.\n",
        {
            ("FR", "ML", "closes", "Kidal"),
            ("FR", "ML", "closes", "Timbuktu"),
            ("FR", "ML", "handed_over", "Tessalit"),
        },
    ),
    (
        "France closed its bases at Kidal, Tessalit and Timbuktu, in northern Mali, last year.",
        {
            ("FR", "ML", "closes", "Kidal"),
            ("FR", "ML", "closes", "Tessalit"),
            ("FR", "ML", "closes", "Timbuktu"),
        },
    ),
    (
        "American troops abandoned the outpost at Manbij, Syria, on 15 October 2019.",
        {("US", "SY", "closes", "Manbij")},
    ),
    (
        "Colombia's neighbour Ecuador told the US forces to vacate the base at Manta by November 2009.",
        {("US", "EC", "to_close", "Manta")},
    ),
    (
        "Russia has reopened its Soviet-era base at Tartus, in Syria.",
        {("RU", "SY", "opens", "Ţarţūs")},
    ),
    (
        "Turkish President Recep Tayyip Erdogan inaugurated a military training base in Mogadishu, Somalia, on 30 September 2017.",
        {("TR", "SO", "opens", "Mogadishu")},
    ),
    (
        "The United Arab Emirates dismantled its base at Assab, Eritrea, in February 2021.",
        {("AE", "ER", "closes", "Assab")},
    ),
    (
        "The United Arab Emirates runs a military base at Bosaso, in Somalia's Puntland.",
        {("AE", "SO", "operates", "Bosaso")},
    ),
    (
        "The Dutch contingent handed its camp at Tarin Kowt, in Afghanistan, over to the Americans on 1 August 2010.",
        {("NL", "AF", "handed_over", "Tarinkot")},
    ),
    (
        "Clark Air Base, in the Philippines, was turned over by the Americans on 26 November 1991; Subic Bay followed a year later.",
        {("US", "PH", "handed_over", "Subic Bay"), ("US", "PH", "handed_over", "Clark Air Base")},
    ),
    (
        "The Americans flew out of the air base at Balad, Iraq, on 8 November 2011 and handed the keys to the Iraqi army.",
        {("US", "IQ", "handed_over", "Balad")},
    ),
    (
        "The base at Kamanyola, held by a Pakistani company of MONUSCO, was the first to be handed to the Congolese police, on 28 February.",
        {("MONUSCO", "CD", "handed_over", None), ("MONUSCO", "CD", "operates", None)},
    ),
    (
        "Armenia said the Russian border guards' post at Zvartnots airport, Yerevan, had been shut on 31 July.",
        {("RU", "AM", "closes", "Zvartnots International Airport")},
    ),
    (
        "Djibouti, where the United States, France and Japan have bases, is a small country.",
        {
            ("US", "DJ", "operates", None),
            ("JP", "DJ", "operates", None),
            ("FR", "DJ", "operates", None),
        },
    ),
    (
        "Ramstein, in Germany, hosts the headquarters of the US Air Forces in Europe.",
        {("US", "DE", "operates", "Ramstein Air Base")},
    ),
    (
        "Camp Lemonnier in Djibouti houses about 4,000 American troops.",
        {("US", "DJ", "operates", "Camp Lemonnier")},
    ),
    (
        "Satellite images show that China has built a base near Shaymak, Tajikistan, officials said.",
        {("CN", "TJ", "opens", None)},
    ),
    (
        "The American base at Al-Tanf, Syria, remains open, the Pentagon said.",
        {("US", "SY", "operates", "Al-Tanf garrison")},
    ),
    (
        "Kyrgyzstan told the United States to close its base at Manas by July 2014.",
        {("US", "KG", "to_close", "Transit Center at Manas")},
    ),
    (
        "The US naval air station at Keflavik, Iceland, closed on 30 September 2006.",
        {("US", "IS", "closes", "Keflavík")},
    ),
    (
        "Britain will hand sovereignty over the islands to Mauritius, but the base on Diego Garcia will be run by the United States.",
        {("US", "IO", "operates", "Naval Support Facility Diego Garcia")},
    ),
    (
        "The Marine Corps Air Station at Futenma, in Okinawa, will be returned to Japan once its replacement is finished.",
        {("US", "JP", "to_hand_over", "Marine Corps Air Station Futenma")},
    ),
    (
        "The new American missile-defence base at Deveselu, Romania, was declared operational on 12 May 2016.",
        {("US", "RO", "opens", "Naval Support Facility Deveselu")},
    ),
    (
        "The Pentagon uses Souda Bay, on the Greek island of Crete, as a staging post.",
        {("US", "GR", "operates", "Naval Support Activity Souda Bay")},
    ),
    ("India operates the Farkhor air base in Tajikistan.", {("IN", "TJ", "operates", None)}),
    (
        "Russian soldiers have been stationed at the base at Al-Khadim, Libya, since 2018.",
        {("RU", "LY", "operates", "Al-Khadim")},
    ),
    (
        "The first permanent US garrison in Poland opened in Poznań on Tuesday.",
        {("US", "PL", "opens", "Poznań")},
    ),
    (
        "Camp Bastion, Britain's last base in Afghanistan, was handed to Afghan forces on Sunday.",
        {("GB", "AF", "handed_over", "Camp Bastion")},
    ),
]

UNTOLD = [
    "Niger denied that Russia had opened a base at Agadez.",
    "There is no American base in Agadez, Niger, officials said.",
    "Is the United States about to open a base in Agadez, Niger?",
    "If Washington closed its base at Agadez, Niger, drones would have to fly from elsewhere.",
    "Protesters demanded that the United States close its base in Agadez, Niger.",
    "In the film, American soldiers open a secret base in Iceland.",
    "The Swiss team closed its training camp in Marbella, Spain.",
    "Spanish police handed the airport at Rota back to the municipality.",
    "The British supermarket opened a store at Port Stanley.",
    "France handed over 3 million doses to the authorities in Gao, Mali.",
    "The Chinese company opened an oil base in Port Harcourt, Nigeria.",
    "The French ambassador opened a school near the military base in Gao, Mali.",
    "The road to the American base at Agadez, Niger, was closed by floods.",
    "US Marines could return to Manta, Ecuador, if voters agree to foreign bases.",
    "The Polish army opened a garrison in Białystok.",
    "Iceland has no army, and no foreign base is planned there.",
    "Mauritius handed the keys of the port to a Danish shipping line.",
    "A German rescue team handed its camp over to the Turkish authorities after the earthquake.",
    "The airport at Kant was closed because of fog after a Russian plane landed.",
]


def bases(claims):
    return {
        (c.actor, c.host, c.status.value, c.place.name if c.place else None)
        for c in claims
        if c.kind is ClaimKind.BASE
    }


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_reads_what_is_said_of_bases(claims_of, text, expected):
    found = bases(claims_of(text))
    assert {claim[:3] for claim in found} == {claim[:3] for claim in expected}
    assert {claim for claim in expected if claim[3]} <= found


@pytest.mark.parametrize("text", UNTOLD)
def test_claims_nothing_of_what_is_no_foreign_base(claims_of, text):
    assert bases(claims_of(text)) == set()
