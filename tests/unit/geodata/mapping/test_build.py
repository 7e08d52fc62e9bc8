"""The page that folium builds: whole, closed to the network, and the same each time."""

from __future__ import annotations

import base64
import gzip
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from geodata.errors import PageError
from geodata.layers.marks import Form, Layer
from geodata.mapping import Opening, PageContent, PageQuote, build_page, page_assets
from geodata.mapping.columns import unpack
from geodata.mapping.page_data import page_data, read_texts
from tests.unit.geodata.mapping.map_scene import a_mark, a_scene

HOSTILE = (
    '</script><script>alert(1)</script><img src=x onerror="alert(2)"> {{ 7919*7907 }} {% x %} &amp;'
)


class Tags(HTMLParser):
    """Collects start tags with their attributes, and the text of scripts by id."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.data: dict[str, str] = {}
        self._id: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._id = dict(attrs).get("id") if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self._id:
            self.data[self._id] = self.data.get(self._id, "") + data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def links(page: str) -> list[str]:
    found = Tags(page)
    return [str(a[key]) for _, a in found.tags for key in ("src", "href") if key in a]


@pytest.mark.parametrize("mode", ["scheme", "snapshot"])
def test_every_file_that_the_page_asks_for_is_an_asset(mode: str) -> None:
    page = build_page(a_scene(), mode=mode)  # type: ignore[arg-type]
    asked = links(page)
    assert "/leaflet/leaflet.js" in asked
    assert set(asked) <= set(page_assets())
    assert "http" not in page.replace('http-equiv="content-type"', "")


def test_every_asset_can_be_read_and_has_a_type() -> None:
    for path, asset in page_assets().items():
        assert asset.read(), path
        assert "/" in asset.content_type


def test_only_leaflet_is_loaded_from_others() -> None:
    page = build_page(a_scene())
    assert not re.search("jquery|bootstrap|awesome|cdn", page, re.IGNORECASE)


def test_equal_contents_make_equal_pages() -> None:
    assert build_page(a_scene()) == build_page(a_scene())
    assert build_page(a_scene(), mode="standalone") == build_page(a_scene(), mode="standalone")


def test_a_nonce_stands_on_every_script_and_style() -> None:
    found = Tags(build_page(a_scene(), nonce="ab12"))
    stamped = [*found.named("script"), *found.named("style")]
    assert len(stamped) > 5
    assert {a.get("nonce") for a in stamped} == {"ab12"}


def test_a_nonce_that_could_break_out_is_refused() -> None:
    with pytest.raises(PageError):
        build_page(a_scene(), nonce='"><script>')


def test_the_folium_default_lists_stay_as_they_are() -> None:
    import folium

    before = (list(folium.Map.default_js), list(folium.Map.default_css))
    build_page(a_scene())
    assert (folium.Map.default_js, folium.Map.default_css) == before


def test_a_standalone_page_asks_for_nothing() -> None:
    page = build_page(a_scene(), mode="standalone")
    found = Tags(page)
    assert links(page) == []
    assert all("src" not in a and "href" not in a for _, a in found.tags)
    policy = next(
        a["content"]
        for a in found.named("meta")
        if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    nonce = re.search(r"nonce-(\w+)", policy)
    assert nonce
    assert {a.get("nonce") for a in found.named("script")} == {nonce[1]}
    assert not re.search(r"url\(\s*['\"]?(?!data:)\w", page)
    assert "sourceMappingURL" not in page


def unpacked(text: str) -> bytes:
    return gzip.decompress(base64.b64decode(text))


def test_a_standalone_page_holds_data_basemap_and_a_list_to_read() -> None:
    content = a_scene()
    page = build_page(content, mode="standalone")
    blocks = Tags(page).data
    assert unpacked(blocks.pop("dateline-episodes")) == page_data(content)
    data = {name: json.loads(text) for name, text in blocks.items()}
    names = {c["name"] for c in data["dateline-world_10m"]["countries"]}
    assert {"Niger", "Mali", "Chad"} <= names
    assert "Australia" not in names
    assert len(data["dateline-world_50m"]["countries"]) > 200
    assert "NE" in data["dateline-admin1"]["countries"]
    listed = page[page.index("<noscript>") : page.index("</noscript>")]
    assert "On 20 May 2024, as known on 20 May 2024" in listed
    assert "close to 1,000 troops must leave" in listed
    assert "Sample Herald" in listed
    assert len(page.encode()) < 2_500_000


def hostile() -> PageContent:
    scene = a_scene()
    mark = a_mark(
        "bad", Form.BASE, at=(2.0, 13.0), words=HOSTILE, label=HOSTILE, place_name=HOSTILE
    )
    quote = PageQuote(mark.claim_ids[0], 1, HOSTILE)
    sources = tuple(replace(s, title=HOSTILE, outlet=HOSTILE) for s in scene.sources)
    return replace(scene, title=HOSTILE, marks=(mark,), quotes=(quote,), sources=sources)


@pytest.mark.parametrize("mode", ["scheme", "snapshot", "standalone"])
def test_hostile_text_stays_text(mode: str) -> None:
    plain = Tags(
        build_page(replace(hostile(), title="", marks=(), quotes=(), sources=()), mode=mode)
    )  # type: ignore[arg-type]
    page = build_page(hostile(), mode=mode)  # type: ignore[arg-type]
    found = Tags(page)
    assert len(found.named("script")) == len(plain.named("script"))
    assert found.named("img") == []
    assert "<script>alert" not in page
    assert "62615533" not in page
    assert not any(key.startswith("on") for _, a in found.tags for key in a)
    if mode == "standalone":
        header, columns = unpack(unpacked(found.data["dateline-episodes"]))
        assert HOSTILE in read_texts(columns)
        assert header["title"] == HOSTILE


def test_an_opening_chooses_day_layers_and_theme() -> None:
    from datetime import date

    opening = Opening(date(2024, 3, 1), date(2024, 4, 1), frozenset({Layer.BASES}))
    page = build_page(a_scene(), theme="dark", opening=opening)
    options = json.loads(re.search(r"dateline\.start\(\w+, (\{.*?\})\);", page)[1])  # type: ignore[index]
    assert (options["on"], options["known"]) == ("2024-03-01", "2024-04-01")
    assert options["hidden"] == ["bases"]
    assert options["theme"] == "dark"
