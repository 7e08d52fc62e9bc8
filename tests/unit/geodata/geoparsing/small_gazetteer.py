"""A gazetteer of a few dozen places that keeps the contract of the real one."""

import re

from geodata.domain.places import Place, PlaceId, PlaceKind

C, A, S, B, R, W, X = (
    PlaceKind.COUNTRY,
    PlaceKind.ADMIN1,
    PlaceKind.SETTLEMENT,
    PlaceKind.BASE,
    PlaceKind.REGION,
    PlaceKind.ADMIN2,
    PlaceKind.SITE,
)

# name, kind, lon, lat, country, admin1, population, further names
ROWS = [
    ("Niger", C, 8.1, 17.6, "NE", None, 22_000_000, ""),
    ("Nigeria", C, 8.7, 9.1, "NG", None, 195_000_000, ""),
    ("Mali", C, -4.0, 17.6, "ML", None, 19_000_000, ""),
    ("Chad", C, 18.7, 15.5, "TD", None, 15_000_000, ""),
    ("France", C, 2.2, 46.2, "FR", None, 67_000_000, ""),
    ("Russia", C, 105.3, 61.5, "RU", None, 144_000_000, ""),
    ("Libya", C, 17.2, 26.3, "LY", None, 6_700_000, ""),
    ("Jordan", C, 36.2, 30.6, "JO", None, 9_900_000, ""),
    ("Georgia", C, 43.5, 42.0, "GE", None, 3_700_000, ""),
    ("China", C, 105.0, 35.0, "CN", None, 1_400_000_000, ""),
    ("Japan", C, 138.0, 36.0, "JP", None, 126_000_000, ""),
    ("Guinea", C, -10.0, 10.8, "GN", None, 12_400_000, ""),
    ("Kenya", C, 37.9, 0.5, "KE", None, 51_000_000, ""),
    ("United States", C, -98.6, 39.8, "US", None, 327_000_000, "US|U.S."),
    ("Texas", A, -99.3, 31.5, "US", None, 29_000_000, ""),
    ("Georgia", A, -83.4, 32.7, "US", None, 10_700_000, ""),
    ("Ontario", A, -86.0, 50.0, "CA", None, 14_000_000, ""),
    ("Gao Region", A, -0.1, 17.0, "ML", None, 240_000, "Gao"),
    ("Niger State", A, 6.0, 9.6, "NG", None, 6_700_000, "Niger"),
    ("Scott County", W, -85.8, 38.7, "US", "Indiana", 24_000, ""),
    ("Paris", S, 2.35, 48.86, "FR", "Île-de-France", 2_138_551, ""),
    ("Paris", S, -95.55, 33.66, "US", "Texas", 24_782, ""),
    ("Gao", S, -0.04, 16.27, "ML", "Gao", 133_110, ""),
    ("Gao", S, -2.18, 11.65, "BF", "Centre-Ouest", 26_453, ""),
    ("Niamey", S, 2.12, 13.51, "NE", "Niamey", 1_400_000, ""),
    ("Agadez", S, 7.99, 16.97, "NE", "Agadez", 110_000, ""),
    ("Bamako", S, -8.0, 12.65, "ML", "Bamako", 2_700_000, ""),
    ("Washington", S, -77.04, 38.9, "US", "District of Columbia", 689_545, ""),
    ("Moscow", S, 37.6, 55.75, "RU", "Moscow", 12_000_000, ""),
    ("Atlanta", S, -84.39, 33.75, "US", "Georgia", 498_000, ""),
    ("Tbilisi", S, 44.8, 41.7, "GE", "Tbilisi", 1_100_000, ""),
    ("Nairobi", S, 36.8, -1.28, "KE", "Nairobi", 4_400_000, ""),
    ("London", S, -0.13, 51.5, "GB", "England", 8_961_989, ""),
    ("London", S, -81.2, 42.98, "CA", "Ontario", 422_324, ""),
    ("Dakar", S, -17.4, 14.7, "SN", "Dakar", 1_100_000, ""),
    ("Campbell", S, -121.9, 37.3, "US", "California", 41_000, ""),
    ("Abuja", S, 7.49, 9.06, "NG", "Abuja", 3_652_000, ""),
    ("Lassa", S, 13.3, 10.7, "NG", "Borno", 20_000, ""),
    ("China", S, 128.6, 27.3, "JP", "Kagoshima", 5_976, ""),
    ("Share", S, 4.98, 8.82, "NG", "Kwara", 43_000, ""),
    ("March", S, 0.09, 52.55, "GB", "England", 21_000, ""),
    ("Syria", C, 38.5, 35.0, "SY", None, 17_000_000, ""),
    ("Al Mayadeen", S, 40.45, 35.02, "SY", "Deir ez-Zor", 54_534, ""),
    ("Al-Watan", S, 45.0, 24.0, "SA", "Riyadh", 3_000, ""),
    ("El Watan", S, 3.1, 36.6, "DZ", "Blida", 9_000, ""),
    ("Le Matin", S, 2.4, 46.1, "FR", "Auvergne", 700, ""),
    ("Stuttgarter", S, 9.2, 48.8, "DE", "Baden-Württemberg", 600_000, ""),
    ("Lancaster", S, -2.8, 54.05, "GB", "England", 47_162, ""),
    ("Lancaster", S, -76.3, 40.04, "US", "Pennsylvania", 59_339, ""),
    ("Pennsylvania", A, -77.2, 40.3, "US", None, 12_800_000, ""),
    ("Hatra", S, 42.7, 35.6, "IQ", "Nineveh", 4_000, ""),
    ("Houston", S, -95.4, 29.8, "US", "Texas", 2_300_000, ""),
    ("Sabah", A, 117.0, 5.4, "MY", None, 3_400_000, ""),
    ("Ouagadougou", S, -1.5, 12.4, "BF", "Centre", 1_086_505, ""),
    ("Geneva", S, 6.1, 46.2, "CH", "Geneva", 183_981, ""),
    ("Zinder", S, 9.0, 13.8, "NE", "Zinder", 191_424, ""),
    ("Sahel", R, 10.2, 15.0, None, None, 0, ""),
    ("Africa", PlaceKind.CONTINENT, 21.1, 7.2, None, None, 0, ""),
    ("Air Base 201", B, 8.0, 16.95, "NE", None, 0, "Base 201"),
    ("Kremlin", X, 37.6, 55.75, "RU", None, 0, ""),
    ("Pentagon", X, -77.06, 38.87, "US", None, 0, ""),
]
DEMONYMS = {
    "nigerien": ("NE",),
    "nigerian": ("NG",),
    "malian": ("ML",),
    "french": ("FR",),
    "russian": ("RU",),
    "american": ("US",),
    "kenyan": ("KE",),
    "guinean": ("GN",),
}
SEATS = {"kremlin": "RU", "pentagon": "US"}
SHORT = {"US": "united states", "U.S.": "united states"}


def _fold(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


class SmallGazetteer:
    def __init__(self) -> None:
        self._places: dict[str, list[Place]] = {}
        self._countries: dict[str, Place] = {}
        for number, row in enumerate(ROWS):
            name, kind, lon, lat, country, admin1, population, others = row
            place = Place(
                PlaceId(f"small:{number}"), name, kind, lon, lat, country, admin1, population
            )
            for spelling in (name, *filter(None, others.split("|"))):
                self._places.setdefault(_fold(spelling), []).append(place)
            if kind is C:
                self._countries[str(country)] = place

    def find(self, name: str) -> tuple[Place, ...]:
        return tuple(self._places.get(_fold(SHORT.get(name, name)), ()))

    def country(self, code: str) -> Place | None:
        return self._countries.get(code)

    def countries(self) -> tuple[Place, ...]:
        return tuple(self._countries.values())

    def neighbours(self, code: str) -> frozenset[str]:
        return frozenset({"NE": {"NG", "ML", "TD", "LY"}, "NG": {"NE", "TD"}}.get(code, ()))

    def demonym_countries(self, word: str) -> tuple[str, ...]:
        key = word.lower()
        return DEMONYMS.get(key) or DEMONYMS.get(key.removesuffix("s"), ())

    def metonym_country(self, name: str) -> str | None:
        return SEATS.get(_fold(name))

    def is_common_word(self, name: str) -> bool:
        return _fold(name) in {"share", "march", "campbell"}

    def spans_in(self, text: str) -> list[tuple[int, int, str]]:
        keys = sorted(self._places, key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, keys))})(?!\w)", re.IGNORECASE)
        return [
            (*match.span(), SHORT.get(match.group(), match.group().lower()))
            for match in pattern.finditer(text)
            if match.group()[0].isupper()
        ]
