"""Every format, read by another reader than the one that wrote it, says what the model says."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pyogrio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from geodata.domain.episodes import CountRange
from geodata.domain.plain_text import plain
from geodata.export import ExportContent, write_data
from tests.helpers.builders import a_mark
from tests.unit.geodata.export.export_content import (
    HOSTILE,
    STAND_IN,
    a_content,
    hostile_claim,
    hostile_document,
    hostile_mark,
    made_content,
)

pd = pytest.importorskip("pandas")

pytestmark = pytest.mark.filterwarnings("ignore:.*time zone.*")


@pytest.fixture(scope="module")
def content() -> ExportContent:
    return a_content()


@pytest.fixture(scope="module")
def folder(content, tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("exports")
    for ending in ("gpkg", "geojson", "kml", "csv"):
        write_data(content, made / f"out.{ending}")
    return made


def told(words: str) -> str:
    """Return the words as every format tells them: what is no character is U+FFFD."""
    return re.sub(
        "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe]", STAND_IN, words
    )


def test_geopackage_layers_hold_every_mark_with_times_and_evidence(content, folder):
    path = folder / "out.gpkg"
    layers = dict(pyogrio.list_layers(path))
    assert {"alignment", "troops", "bases", "regions", "mentions", "unplaced"} <= set(layers)
    assert {"claims", "sources", "manifest"} <= set(layers)
    troops = pyogrio.read_dataframe(path, layer="troops").set_index("mark_id")
    for name, words in HOSTILE.items():
        row = troops.loc[f"mark {name}"]
        assert row["words"] == told(words)
        (evidence,) = json.loads(row["evidence"])
        assert evidence["quote"] == told(words)
        assert evidence["outlet"] == told(words)
        assert (evidence["review"], evidence["confidence"]) == ("suggested", 0.75)
        assert (row["count_low"], row["count_high"], row["is_count_open"]) == (300, 1100, True)
        assert row["valid_from"] == pd.Timestamp("2024-05-10", tz="UTC")
        assert row["valid_to"] == pd.Timestamp("2024-05-20", tz="UTC")
        assert row.geometry.coords[0] == (7.99, 16.97)
    assert pd.isna(troops.loc["open", "valid_from"])
    assert pd.isna(troops.loc["open", "known_to"])


def test_geopackage_times_are_of_the_kind_that_a_temporal_controller_takes(folder):
    info = pyogrio.read_info(folder / "out.gpkg", layer="troops")
    kinds = dict(zip(info["fields"], info["ogr_types"], strict=True))
    times = {"valid_from", "valid_to", "known_from", "known_to"}
    assert {kinds[name] for name in times} == {"OFTDateTime"}
    assert info["crs"] == "EPSG:4326"


def test_geopackage_claims_and_sources_are_the_model_s(content, folder):
    claims = pyogrio.read_dataframe(folder / "out.gpkg", layer="claims", read_geometry=False)
    assert list(claims["claim_id"]) == [claim.id for claim in content.claims]
    assert set(claims["review"]) == {"suggested", "rejected"}
    assert set(claims["begins_precision"]) == {"month"}
    assert claims["count_high"].isna().all()
    sources = pyogrio.read_dataframe(folder / "out.gpkg", layer="sources", read_geometry=False)
    assert list(sources["sha256"]) == [source.document.sha256 for source in content.sources]


def test_geojson_is_one_collection_in_which_every_feature_names_its_layer(content, folder):
    whole = json.loads((folder / "out.geojson").read_text(encoding="utf-8"))
    assert whole["type"] == "FeatureCollection"
    assert "crs" not in whole  # RFC 7946 section 4
    features = {feature["id"]: feature for feature in whole["features"]}
    assert set(features) == {mark.id for mark in content.marks}
    for mark in content.marks:
        feature = features[mark.id]
        own = feature["properties"]
        expected = "unplaced" if mark.id == "nowhere" else mark.layer.value
        assert own["layer"] == expected
        assert own["words"] == told(mark.words)
        assert [row["claim_id"] for row in own["evidence"] if row["claim_id"]] == list(
            mark.claim_ids
        )
    assert features["nowhere"]["geometry"] is None
    assert features["mark tab"]["properties"]["valid_from"] == "2024-05-10T00:00:00Z"
    assert features["open"]["properties"]["valid_to"] is None
    # The right-hand rule of section 3.1.6: an outer ring runs counterclockwise.
    (ring,) = features["ground"]["geometry"]["coordinates"]
    pairs = pairwise(ring)
    assert sum((bx - ax) * (by + ay) for (ax, ay), (bx, by) in pairs) < 0
    assert len(whole["claims"]) == len(content.claims)
    assert whole["claims"][0]["quote"] == HOSTILE["formula"]


def test_geojson_text_that_looks_like_json_stays_text(folder):
    whole = json.loads((folder / "out.geojson").read_text(encoding="utf-8"))
    features = {feature["id"]: feature["properties"] for feature in whole["features"]}
    assert features["mark JSON"]["words"] == HOSTILE["JSON"]
    assert features["mark list"]["words"] == HOSTILE["list"]


def test_gdal_reads_the_geojson(content, folder):
    frame = pyogrio.read_dataframe(folder / "out.geojson")
    assert len(frame) == len(content.marks)
    assert set(frame["layer"]) == {"troops", "alignment", "mentions", "unplaced"}


def test_kml_styles_are_inside_and_tell_review(content, folder):
    document = etree.parse(folder / "out.kml")
    styles = {style.get("id"): style for style in document.findall(".//{*}Style")}
    for placemark in document.findall(".//{*}Placemark"):
        layer = placemark.getparent().findtext("{*}name")
        name = placemark.findtext("{*}styleUrl")
        assert name in {f"#{layer}", f"#{layer}-suggested"}
        assert name[1:] in styles
    # What was accepted and what was not are told apart, and the layers from each other.
    inks = {name: style.findtext("{*}IconStyle/{*}color") for name, style in styles.items()}
    assert len(set(inks.values())) == len(styles)
    assert all(re.fullmatch("[0-9a-f]{8}", ink) for ink in inks.values())
    # No symbol is fetched from anywhere.
    assert not document.findall(".//{*}href")
    assert not document.findall(".//{*}Icon")


def test_kml_has_time_spans_and_text_that_stays_text(content, folder):
    path = folder / "out.kml"
    assert set(dict(pyogrio.list_layers(path))) == {"alignment", "troops", "mentions"}
    troops = pyogrio.read_dataframe(path, layer="troops").set_index("mark_id")
    assert len(troops) == len([m for m in content.marks if m.layer.value == "troops"])
    for name, words in HOSTILE.items():
        row = troops.loc[f"mark {name}"]
        assert row["words"] == told(words)
        assert "<script" not in row["description"]
        assert "<b" not in row["description"].replace("<br>", "")
        assert json.loads(row["evidence"])[0]["quote"] == told(words)
        assert row["begin"] == pd.Timestamp("2024-05-10", tz="UTC")
        assert row["end"] == pd.Timestamp("2024-05-20", tz="UTC")
    assert pd.isna(troops.loc["open", "begin"])
    ground = pyogrio.read_dataframe(path, layer="alignment")
    assert ground.geometry[0].bounds == (0, 11, 16, 24)
    assert "the country as a whole" in ground["description"][0]


def test_csv_has_a_row_a_claim_with_offsets_hashes_and_reasons(content, folder):
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["claim_id"]: row for row in csv.DictReader(file)}
    assert list(rows) == [claim.id for claim in content.claims]
    for source, (name, words) in zip(content.sources, HOSTILE.items(), strict=True):
        row = rows[f"claim {name}"]
        assert row["sha256"] == source.document.sha256
        assert row["quote"].removeprefix("'") == told(words).removeprefix("'")
        start, end = int(row["evidence_start"]), int(row["evidence_end"])
        assert told(source.document.text[start:end]) == told(words)
        assert (row["count_low"], row["count_high"]) == ("300", "")
        assert (row["begins_earliest"], row["begins_latest"]) == ("2024-05-01", "2024-05-31")
        assert row["begins_precision"] == "month"
        assert row["confidence"] == "0.75"
        assert "The second reason." in row["reasons"]
    assert rows["claim rejected"]["review"] == "rejected"


def test_no_cell_of_the_csv_is_a_formula(folder):
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    columns = rows[0]
    for row in rows[1:]:
        for name, cell in zip(columns, row, strict=True):
            if name in {"lon", "lat"}:
                float(cell)  # a number below zero is no formula
            else:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert rows[1][columns.index("lon")] == "-0.75"


def test_gdal_reads_the_csv(content, folder):
    frame = pyogrio.read_dataframe(folder / "out.csv")
    assert len(frame) == len(content.claims)
    assert frame.columns[0] == "claim_id"


def test_geoparquet_comes_back_with_layers_times_and_reference_system(content, tmp_path):
    geopandas = pytest.importorskip("geopandas")
    parquet = pytest.importorskip("pyarrow.parquet", reason="GeoParquet is an extra")
    path = tmp_path / "out.parquet"
    write_data(content, path)
    frame = geopandas.read_parquet(path).set_index("mark_id")
    assert set(frame.index) == {mark.id for mark in content.marks}
    assert frame.crs == "EPSG:4326"
    for name, words in HOSTILE.items():
        assert frame.loc[f"mark {name}", "words"] == told(words)
    assert frame.loc["mark tab", "valid_to"] == pd.Timestamp("2024-05-20", tz="UTC")
    assert b"geo" in parquet.read_schema(path).metadata


@settings(max_examples=60)
@given(st.text(st.characters(codec=None), min_size=1, max_size=60))
def test_any_words_come_back_from_csv_json_and_xml(words):
    source = hostile_document("d", words, 1)
    claim = hostile_claim("c", source, words)
    content = made_content((hostile_mark("m", claim, words),), (claim,), (source,))
    with TemporaryDirectory() as folder:
        targets = {ending: Path(folder) / f"out.{ending}" for ending in ("csv", "kml", "geojson")}
        for target in targets.values():
            write_data(content, target)
        with targets["csv"].open(encoding="utf-8-sig", newline="") as file:
            (row,) = csv.DictReader(file)
        data = etree.parse(targets["kml"]).findall(".//{*}Placemark/{*}ExtendedData/{*}Data")
        whole = json.loads(targets["geojson"].read_text(encoding="utf-8"))
    assert row["quote"] in {plain(words), f"'{plain(words)}"}
    assert not row["quote"].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    evidence = next(node[0].text for node in data if node.get("name") == "evidence")
    assert json.loads(evidence)[0]["quote"] == plain(words)
    (feature,) = whole["features"]
    assert feature["properties"]["words"] == plain(words)
    assert feature["properties"]["evidence"][0]["quote"] == plain(words)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"count": CountRange(1000, 1000), "label": "1,000, leaving"}, "1,000, leaving"),
        ({"count": None, "label": "?, leaving"}, "number unknown, leaving"),
    ],
)
def test_a_placemark_is_named_by_whom_and_where_and_not_by_a_number_alone(changes, name, tmp_path):
    bare = {"claim_ids": (), "document_ids": ()}
    mark = a_mark(subject="US forces", way="in", where="Niger", **bare, **changes)
    content = replace(a_content(), marks=(mark,), claims=(), sources=())
    write_data(replace(content, shape_of=lambda _mark: None), tmp_path / "out.kml")
    found = pyogrio.read_dataframe(tmp_path / "out.kml", layer="troops")
    assert list(found["Name"]) == [f"US forces in Niger: {name}"]
