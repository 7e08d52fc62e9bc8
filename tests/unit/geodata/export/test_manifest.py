"""The manifest comes out of every file as it went in, and a file without one says so."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from geodata.export import (
    NAME,
    Manifest,
    ManifestClaim,
    ManifestSource,
    NoManifest,
    Statement,
    manifest_json,
    parse_manifest,
    read_manifest,
    write_data,
    write_html,
)
from geodata.mapping import Opening
from tests.unit.geodata.export.export_content import HOSTILE, a_content
from tests.unit.geodata.mapping.map_scene import ON, a_scene

words = st.text(max_size=30)
days = st.none() | st.dates()
manifests = st.builds(
    Manifest,
    version=words,
    title=words,
    on=days,
    known_by=days,
    days_before=st.none() | st.integers(0, 400),
    days_after=st.none() | st.integers(0, 400),
    hidden=st.lists(words, max_size=2).map(tuple),
    extent=st.none() | st.tuples(*[st.floats(-180, 180)] * 4),
    statements=st.lists(
        st.builds(Statement, words, words, st.lists(words, max_size=2).map(tuple)), max_size=2
    ).map(tuple),
    claims=st.lists(st.builds(ManifestClaim, words, words, words), max_size=2).map(tuple),
    sources=st.lists(
        st.builds(ManifestSource, st.integers(1, 99), words, words, words, st.none() | words, days),
        max_size=2,
    ).map(tuple),
)


def kept(manifest: Manifest) -> bool:
    """Whether it holds only what any format can hold; the rest becomes U+FFFD."""
    text = manifest_json(manifest)
    return "\\ufffd" not in text


@given(manifests)
def test_it_comes_back_from_json_as_it_was(manifest):
    if kept(manifest):
        assert parse_manifest(manifest_json(manifest)) == manifest
    assert manifest_json(manifest).isascii()


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_it_comes_back_from_a_page_whatever_the_articles_say(hostile, tmp_path):
    source = ManifestSource(1, "d", "0" * 64, hostile, hostile, None)
    manifest = Manifest("1", hostile, ON, ON, statements=(Statement("f", hostile, ("c",)),))
    manifest = replace(manifest, sources=(source,))
    target = tmp_path / "map.html"
    write_html(a_scene(), target, Opening(ON, ON), manifest=manifest)
    assert read_manifest(target) == parse_manifest(manifest_json(manifest))
    page = target.read_text(encoding="utf-8")
    block = page.split(f'id="{NAME}">')[1].split("</script>")[0]
    assert "<" not in block


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".kml"])
def test_data_carry_it_too(ending, tmp_path):
    content = a_content()
    write_data(content, tmp_path / f"data{ending}")
    expected = parse_manifest(manifest_json(content.manifest))
    assert read_manifest(tmp_path / f"data{ending}") == expected


@pytest.mark.parametrize("kind", ["plain", "compressed", "international"])
def test_it_is_read_from_each_kind_of_text_that_a_png_has(kind, tmp_path):
    # Pillow writes it, so that two programs agree on the format.
    manifest = Manifest("1", "Niger", date(2024, 5, 20), date(2024, 5, 20))
    text = manifest_json(manifest)
    info = PngInfo()
    info.add_text("Title", "Niger")
    if kind == "international":
        info.add_itxt(NAME, text, zip=True)
    else:
        info.add_text(NAME, text, zip=kind == "compressed")
    Image.new("RGB", (4, 4)).save(tmp_path / "map.png", pnginfo=info)
    assert read_manifest(tmp_path / "map.png") == manifest


def _png_with(kind: bytes, body: bytes) -> bytes:
    chunk = struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return b"\x89PNG\r\n\x1a\n" + chunk


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.png", b"GIF89a", "not a PNG"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "carries no manifest"),
        ("a.png", _png_with(b"zTXt", NAME.encode() + b"\0\0not zlib"), "damaged"),
        ("a.png", _png_with(b"tEXt", NAME.encode() + b"\0{"), "cannot be read"),
        ("a.png", _png_with(b"tEXt", NAME.encode() + b'\0{"schema": 1}'), "damaged"),
        ("a.png", _png_with(b"tEXt", NAME.encode() + b'\0{"schema": 99}'), "newer version"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 40, "carries no manifest"),
        ("a.html", b"<p>Hello</p>", "carries no manifest"),
        ("a.html", b"", "not a web page"),
        ("a.kml", b"<kml>", "not KML"),
        ("a.geojson", b"[1]", "not GeoJSON"),
        ("a.geojson", b"{}", "carries no manifest"),
        ("a.gpkg", b"no database", "not a GeoPackage"),
        ("a.csv", b"", "carry no manifest"),
    ],
)
def test_a_file_without_a_readable_one_says_why(name: str, data: bytes, says: str, tmp_path: Path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(NoManifest, match=says):
        read_manifest(tmp_path / name)
