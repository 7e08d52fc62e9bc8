"""
One page for each contestant, all of the same episodes, each a file that needs no network.

A page has `bench.ready()` and `bench.set(day number, milliseconds, iso day)`. What folium's plug-ins
load from elsewhere is put in from npm packages, fetched into a folder of the benchmark.
"""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import scrub_data as data

from geodata.mapping import PageContent, build_page
from geodata.mapping.assets import leaflet

NPM = ("leaflet-timedimension@1.1.1", "iso8601-js-period@0.2.1", "leaflet.timeline@1.6.0")
NPM += ("jquery@3.7.1", "d3@4.13.0", "moment@2.30.1")
FILES = {  # part of the address that folium writes -> file of a package
    "timedimension.min.js": "leaflet-timedimension/dist/leaflet.timedimension.min.js",
    "iso8601": "iso8601-js-period/iso8601.js",
    "leaflet.timeline": "leaflet.timeline/dist/leaflet.timeline.js",
    "jquery.min.js": "jquery/dist/jquery.min.js",
    "jquery-3": "jquery/dist/jquery.min.js",
    "d3.v4": "d3/build/d3.min.js",
    "moment": "moment/min/moment.min.js",
}
OURS = "Dateline"
MOST = {  # above these a page alone would take hundreds of megabytes
    "folium TimestampedGeoJson": 100_000,
    "folium Timeline": 100_000,
    "folium TimeSliderChoropleth": 10_000,
}
PEERS = ("Leaflet circleMarker, preferCanvas", *MOST)
CONTESTANTS = (OURS, *PEERS)
MONTHS = 24
_SCRIPT = re.compile(r'<script src="([^"]*)"></script>')
_STYLE = re.compile(r'<link rel="stylesheet" href="[^"]*"\s*/?>')


class Absent(Exception):
    """A contestant cannot take part; the message says why."""


def fetch_peers(folder: Path) -> Path:
    """
    Install the peers' scripts with npm and return their folder.

    Raises:
        Absent: npm is missing or cannot reach its registry.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise Absent("npm is not installed")
    command = [
        npm,
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--prefix",
        str(folder),
    ]
    done = subprocess.run([*command, *NPM], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Absent(f"npm could not fetch it: {done.stderr.strip().splitlines()[-1]}")
    return folder / "node_modules"


def page_of(contestant: str, episodes: data.Episodes, peers: Path | None) -> str:
    """
    Return the page of a contestant.

    Raises:
        Absent: It cannot take part at this size, or its scripts are missing.
    """
    if len(episodes) > MOST.get(contestant, len(episodes)):
        raise Absent("over budget, its page alone would take hundreds of megabytes")
    if contestant == OURS:
        return _ours(episodes)
    if contestant == PEERS[0]:
        return _circle_markers(episodes)
    if peers is None:
        raise Absent("its scripts could not be fetched with npm")
    makers: Mapping[str, Any] = dict(zip(MOST, (_timestamped, _timeline, _choropleth), strict=True))
    return _closed(makers[contestant](episodes), peers)


def _bench(ready: str, setter: str) -> str:
    body = f"ready: () => {ready}, set: (day, ms, iso) => {{ {setter} }}"
    return f"<script>window.bench = {{ {body} }};</script>"


def _ours(episodes: data.Episodes) -> str:
    page = build_page(PageContent("Episodes", ()), mode="standalone")
    blob = base64.b64encode(data.page_bytes(episodes)).decode()
    page = re.sub(r'(id="dateline-episodes">)[^<]*', lambda found: found[1] + blob, page)
    nonce = re.search(r'nonce="(\w+)"', page)
    bench = _bench("dateline.isSettled()", 'dateline.setTime(iso, "2026-01-01");')
    return page + bench.replace("<script", f'<script nonce="{nonce[1]}"' if nonce else "<script")


def _rows(episodes: data.Episodes) -> list[list[Any]]:
    columns = (
        episodes.lat,
        episodes.lon,
        episodes.start,
        episodes.end,
        episodes.code,
        episodes.count,
    )
    return [list(row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _circle_markers(episodes: data.Episodes) -> str:
    west, south, east, north = data.BOX
    script = f"""
const colours = {list(data.COLOURS)};
const map = L.map('map', {{preferCanvas: true}}).fitBounds([[{south}, {west}], [{north}, {east}]]);
const rows = {_rows(episodes)};
const marks = rows.map(r => L.circleMarker([r[0], r[1]], {{radius: 4 + Math.sqrt(r[5]) / 4, weight: 1.5,
  color: '#fff', fillColor: colours[r[4]], fillOpacity: 0.9}}).bindTooltip(colours[r[4]]));
const shown = new Uint8Array(rows.length);
function show(day) {{
  for (let i = 0; i < rows.length; i++) {{
    const is = rows[i][2] <= day && day < rows[i][3] ? 1 : 0;
    if (is === shown[i]) continue;
    shown[i] = is;
    if (is) map.addLayer(marks[i]); else map.removeLayer(marks[i]);
  }}
}}"""
    return (
        "<!doctype html><html><head><style>html,body,#map{height:100%;margin:0}"
        f"{leaflet('leaflet.css').decode()}</style></head><body><div id='map'></div>"
        f"<script>{leaflet('leaflet.js').decode()}</script><script>{script}</script>"
        f"{_bench('true', 'show(day);')}</body></html>"
    )


def _ms(day: int) -> int:
    return int(datetime.combine(data.day(day), time(), UTC).timestamp() * 1000)


def _map() -> Any:
    import folium

    west, south, east, north = data.BOX
    shown = folium.Map(tiles=None, location=[(south + north) / 2, (west + east) / 2], zoom_start=5)
    shown.fit_bounds([[south, west], [north, east]])
    return shown


def _features(episodes: data.Episodes, told: Any) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [row[1], row[0]]},
                "properties": told(row),
            }
            for row in _rows(episodes)
        ],
    }


def _timestamped(episodes: data.Episodes) -> str:
    from folium.plugins import TimestampedGeoJson

    def told(row: list[Any]) -> dict[str, Any]:
        # The plug-in shows a point from its time on for one common duration.
        style = {"radius": 6, "weight": 1.5, "fillColor": data.COLOURS[row[4]], "fillOpacity": 0.9}
        return {
            "times": [_ms(row[2])],
            "icon": "circle",
            "iconstyle": style,
            "popup": data.CODES[row[4]],
        }

    shown = _map()
    lasting = f"P{int(data.DAYS * data.SHARE)}D"
    TimestampedGeoJson(
        _features(episodes, told),
        period="P1D",
        duration=lasting,
        auto_play=False,
        add_last_point=True,
    ).add_to(shown)
    name = shown.get_name()
    return _with(
        shown, _bench(f"!!{name}.timeDimension", f"{name}.timeDimension.setCurrentTime(ms);")
    )


def _timeline(episodes: data.Episodes) -> str:
    from folium.plugins import Timeline, TimelineSlider
    from folium.utilities import JsCode

    shown = _map()
    timeline = Timeline(
        _features(
            episodes,
            lambda row: {"start": _ms(row[2]), "end": _ms(row[3]), "c": data.COLOURS[row[4]]},
        ),
        point_to_layer=JsCode(
            "(f, at) => L.circleMarker(at, {radius: 6, weight: 1.5, color: '#fff', fillColor: f.properties.c, fillOpacity: 0.9})"
        ),
    ).add_to(shown)
    TimelineSlider(auto_play=False, show_ticks=False).add_timelines(timeline).add_to(shown)
    name = timeline.get_name()
    return _with(shown, _bench(f"typeof {name} !== 'undefined'", f"{name}.setTime(ms);"))


def _choropleth(episodes: data.Episodes) -> str:
    from folium.plugins import TimeSliderChoropleth

    rows = _rows(episodes)
    step = data.DAYS // MONTHS
    styles = {
        str(n): {
            str(_ms(month * step) // 1000): {
                "color": data.COLOURS[row[4]],
                "opacity": 0.9 if row[2] <= month * step < row[3] else 0,
            }
            for month in range(MONTHS)
        }
        for n, row in enumerate(rows)
    }
    squares = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": str(n),
                "properties": {},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [
                        [
                            [x - 0.1, y - 0.1],
                            [x + 0.1, y - 0.1],
                            [x + 0.1, y + 0.1],
                            [x - 0.1, y - 0.1],
                        ]
                    ],
                },
            }
            for n, (y, x, *_) in enumerate(rows)
        ],
    }
    shown = _map()
    TimeSliderChoropleth(squares, styles).add_to(shown)
    move = (
        f"const s = document.querySelector('input[type=range]'); s.value = Math.floor(day / {step});"
        " s.dispatchEvent(new Event('input'));"
    )
    return _with(shown, _bench("!!document.querySelector('input[type=range]')", move))


def _with(shown: Any, bench: str) -> str:
    return str(shown.get_root().render()).replace("</html>", f"{bench}</html>")


def _closed(page: str, peers: Path) -> str:
    """Put the scripts into the page; what is not needed for the time layer is left out."""

    def put_in(found: re.Match[str]) -> str:
        if found[1].endswith("leaflet.js"):
            return f"<script>{leaflet('leaflet.js').decode()}</script>"
        for part, name in FILES.items():
            if part in found[1]:
                return f"<script>{(peers / name).read_text('utf-8')}</script>"
        return ""

    styles = f"<style>html,body{{height:100%;margin:0}}{leaflet('leaflet.css').decode()}</style>"
    return _SCRIPT.sub(put_in, _STYLE.sub("", page)).replace("</head>", f"{styles}</head>", 1)
