"""Rivers and lakes of the basemap, with the names of the large ones."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
from compact_lines import Grid, encode
from shapely.geometry import LineString, Point, Polygon

CONTINENTS = ("africa", "asia", "europe", "north-america", "south-america", "world")
NAMES = Path(__file__).resolve().parent / "water_names.csv"
GRID = Grid(0.005, 0.005, -180.0, -90.0)
KM_PER_DEGREE = 111.3


def lines_of(topology: dict[str, Any], layer: str) -> list[tuple[np.ndarray, int]]:
    """Return every line (or outer ring) of a TopoJSON layer, in degrees, with its shape's length in km."""
    grid = Grid(*topology["transform"]["scale"], *topology["transform"]["translate"])
    arcs = [grid.degrees(np.cumsum(np.asarray(a), axis=0)) for a in topology["arcs"]]

    def joined(numbers: list[int]) -> np.ndarray:
        parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in numbers]
        return np.concatenate([parts[0], *[p[1:] for p in parts[1:]]])

    found = []
    for shape in topology["objects"][layer]["geometries"]:
        kind, numbers = shape["type"], shape.get("arcs", [])
        parts = []
        if kind == "LineString":
            parts = [joined(numbers)]
        elif kind in ("MultiLineString", "Polygon"):
            parts = [joined(part) for part in numbers]
        elif kind == "MultiPolygon":
            parts = [joined(polygon[0]) for polygon in numbers]
        parts = [part for part in parts if len(part) > 1]
        length_km = round(sum(LineString(part).length for part in parts) * KM_PER_DEGREE)
        found.extend((part, length_km) for part in parts)
    return found


def unlike(lines: list[tuple[np.ndarray, int]], tree_of: Any) -> list[tuple[np.ndarray, int]]:
    """
    Drop lines that an earlier, finer file already has.

    Two carriers cut the same river on different grids, so a line counts as known when nine of
    ten of its points lie within 0.04 degrees of a kept one.
    """
    kept: list[LineString] = []
    result = []
    tree = None
    for index, (line, length_km) in enumerate(lines):
        if kept and (tree is None or index % 20 == 0):
            tree = tree_of(kept)
        near = [
            tree is not None and len(tree.query(Point(p), predicate="dwithin", distance=0.04)) > 0
            for p in line[:: max(1, len(line) // 20)]
        ]
        if sum(near) < 0.9 * len(near):
            kept.append(LineString(line))
            result.append((line, length_km))
    return result


def named_points(kind: str) -> list[tuple[str, float, float, int]]:
    """Return (name, lon, lat, first zoom) of the names of one kind."""
    with NAMES.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == kind]
    return [(r["name"], float(r["lon"]), float(r["lat"]), int(r["zoom"])) for r in rows]


def river_labels(rivers: list[np.ndarray]) -> list[list[Any]]:
    """Return [name, river number, first zoom] for every name that lies within 0.5° of a river."""
    shapes = [LineString(r) for r in rivers]
    labels = []
    for name, lon, lat, zoom in named_points("river"):
        gaps = [shape.distance(Point(lon, lat)) for shape in shapes]
        nearest = int(np.argmin(gaps))
        if gaps[nearest] > 0.5:
            print(f"no river near {name} ({lon}, {lat}): {gaps[nearest]:.2f} degrees")
            continue
        along = shapes[nearest].project(Point(lon, lat), normalized=True)
        labels.append([name, nearest, round(along, 3), zoom])
    return labels


def derive_water(folder: Path, tree_of: Any) -> dict[str, Any]:
    """Return rivers with their length, lakes, and labels for both and for the seas."""
    rivers: list[tuple[np.ndarray, int]] = []
    lakes: list[np.ndarray] = []
    for continent in CONTINENTS:
        topology = json.loads((folder / f"{continent}_50m.json").read_text(encoding="utf-8"))
        rivers.extend(lines_of(topology, "rivers"))
        lakes.extend(line for line, _ in lines_of(topology, "lakes") if len(line) > 3)
    rivers = unlike(rivers, tree_of)
    centres: list[Polygon] = []
    single = []
    for lake in lakes:
        shape = Polygon(lake).buffer(0)
        if not any(shape.intersects(other) for other in centres):
            centres.append(shape)
            single.append(lake)
    points = [[n, x, y, z, kind] for kind in ("lake", "sea") for n, x, y, z in named_points(kind)]
    return {
        "grid": GRID.numbers(),
        "rivers": [encode(GRID.cells(line)) for line, _ in rivers],
        "length_km": [length_km for _, length_km in rivers],
        "lakes": [encode(GRID.cells(lake)) for lake in single],
        "riverLabels": river_labels([line for line, _ in rivers]),
        "pointLabels": points,
    }
