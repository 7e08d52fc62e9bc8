"""Which country a demonym means, and with what reason."""

from geodata.domain.mentions import Role


def demonym(mentions, text: str):
    return next(m for m in mentions if m.text == text and m.role is Role.DEMONYM)


def test_a_demonym_means_its_country(read):
    mention = demonym(read("Nigerien soldiers watched the road."), "Nigerien")
    assert mention.place.country == "NE"


def test_a_plural_people_is_a_demonym_too(read):
    assert demonym(read("Trainers taught forty Nigeriens."), "Nigeriens").place.country == "NE"


def test_a_demonym_that_contradicts_the_article_goes_by_the_article(read):
    text = (
        "Niger ended the accord. The Nigerian Prime Minister met the envoy. "
        "Protesters in Niger cheered, and Niger's army stood by."
    )
    mention = demonym(read(text), "Nigerian")
    assert mention.place.country == "NE"
    assert "Niger 3 times" in mention.why
    assert mention.score < 0.8
    assert [c.place.country for c in mention.candidates] == ["NE", "NG"]


def test_a_demonym_keeps_its_country_where_that_is_named_nearby(read):
    text = (
        "Niger ended the accord. Protesters in Niger cheered, and Niger's army stood by.\n\n"
        "In Nigeria, eight thousand Nigerian farmers fled."
    )
    assert demonym(read(text), "Nigerian").place.country == "NG"


def test_a_demonym_is_not_bent_toward_a_country_of_another_name(read):
    text = "Kenya, Kenya and again Kenya: the French minister praised Kenya."
    assert demonym(read(text), "French").place.country == "FR"


def test_a_demonym_is_evidence_for_towns(read):
    text = "Malian soldiers and Malian police reached Gao on Monday."
    assert next(m for m in read(text) if m.text == "Gao").place.country == "ML"


def test_a_language_is_no_people(read):
    texts = [m.text for m in read("She speaks fluent French, and he speaks French badly.")]
    assert "French" not in texts


def test_a_demonym_beside_the_other_country_is_another_party(read):
    text = (
        "Niger ended the accord. Niger closed its airspace, and Niger's army stood by.\n\n"
        "In Niger, Nigerian negotiators waited for days."
    )
    mention = demonym(read(text), "Nigerian")
    assert mention.place.country == "NG"
    assert mention.score < 0.8
    assert "may be a slip" in mention.why


def test_a_town_of_the_demonyms_country_keeps_it(read):
    text = (
        "Niger ended the accord. Niger closed its airspace, and Niger's army stood by.\n\n"
        "Lassa was calm. The Nigerian government said nothing."
    )
    assert demonym(read(text), "Nigerian").place.country == "NE"  # a village is too little
    text = text.replace("Lassa", "Abuja")
    assert demonym(read(text), "Nigerian").place.country == "NG"


def test_an_office_holder_named_with_the_other_country_is_its_own(read):
    text = (
        "Niger ended the accord. Niger's prime minister Ousmane Dillo spoke, and Niger's army "
        "stood by.\n\nAbuja was silent.\n\nThe Nigerian Prime Minister Ousmane Dillo left."
    )
    assert demonym(read(text), "Nigerian").place.country == "NE"
