import pytest

from geodata.gazetteer.inputs import supplement


@pytest.mark.parametrize("name", ["bases.csv", "regions.csv", "features.csv", "settlements.csv"])
def test_every_row_has_a_source_and_lies_on_the_earth(name: str) -> None:
    rows = list(supplement.table(name))
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["source"], row
        assert None not in row, row
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180


def test_every_region_has_its_polygon() -> None:
    assert {row.id for row in supplement.region_rows()} == set(supplement.shapes())


def test_common_words_are_sorted_single_and_no_country() -> None:
    listed = list(supplement.common_words())
    assert listed == sorted(set(listed))
    assert not {"niger", "mali", "chad", "agadez", "gao", "sahel"} & set(listed)


def test_demonyms_are_listed_once_a_country() -> None:
    rows = [(row["word"], row["country"]) for row in supplement.table("demonyms.csv")]
    assert len(set(rows)) == len(rows)
