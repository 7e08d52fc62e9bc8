"""What a place name does in its sentence."""

import pytest

from geodata.domain.mentions import Role


def role_of(mentions, text: str) -> Role:
    return next(m.role for m in mentions if m.text == text)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Fighting went on in Niger for days.", "Niger", Role.LOCATION),
        ("Niger revoked the accord on Saturday.", "Niger", Role.ACTOR),
        ("US troops landed at dawn.", "US", Role.ATTRIBUTIVE),
        ("Niger's army patrols the border.", "Niger", Role.ATTRIBUTIVE),
        ("They marched through Niger's capital.", "Niger", Role.LOCATION),
        ("It seeks closer ties with Russia.", "Russia", Role.ACTOR),
        ("Talks in Niamey lasted two days.", "Niamey", Role.LOCATION),
        ("The convoy left Niamey at night.", "Niamey", Role.LOCATION),
        ("Niamey told Washington to withdraw its soldiers.", "Washington", Role.METONYM),
        ("Officials said that Niamey was determined to expel the force.", "Niamey", Role.METONYM),
        ("The junta is strengthening its relations with Moscow.", "Moscow", Role.METONYM),
        ("The Kremlin sent instructors in April.", "Kremlin", Role.METONYM),
        ("The Pentagon ordered the soldiers home.", "Pentagon", Role.METONYM),
        ("The 2019 strikes against fighters in Libya began there.", "Libya", Role.LOCATION),
        ("A Russian plane landed in Agadez.", "Russian", Role.DEMONYM),
        ("They met on the Ouagadougou road at dawn.", "Ouagadougou", Role.ATTRIBUTIVE),
        ("The Geneva talks failed after a week.", "Geneva", Role.ATTRIBUTIVE),
        ("Nobody kept to the Bamako peace accord.", "Bamako", Role.ATTRIBUTIVE),
        ("In Niger, trucks used the Agadez route.", "Agadez", Role.ATTRIBUTIVE),
        ("Talks in Geneva failed after a week.", "Geneva", Role.LOCATION),
        ("In Niger, the Agadez hospital was full.", "Agadez", Role.LOCATION),
        ("In Niger, dust lay on the Agadez streets.", "Agadez", Role.LOCATION),
        ("Mali had been an ally of the West for years.", "the West", Role.BLOC),
    ],
)
def test_role(read, text, name, role):
    assert role_of(read(text), name) is role


def test_a_bloc_has_no_place(read):
    bloc = next(m for m in read("Mali turned away from the West.") if m.role is Role.BLOC)
    assert bloc.place is None


def test_a_metonym_keeps_its_country_and_says_why(read):
    mention = next(m for m in read("Moscow announced the delivery.") if m.text == "Moscow")
    assert mention.place is not None
    assert mention.place.country == "RU"
    assert "stands for the government" in mention.why
