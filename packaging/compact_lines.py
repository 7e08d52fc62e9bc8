"""The compact line format of the basemap: zigzag deltas on a grid, written as base-32 varints."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True, slots=True)
class Grid:
    """An integer grid over longitude and latitude, in degrees of WGS 84."""

    step_x: float
    step_y: float
    west: float
    south: float

    def numbers(self) -> list[float]:
        """Return the four numbers as they stand in a file."""
        return [self.step_x, self.step_y, self.west, self.south]

    def degrees(self, cells: np.ndarray) -> np.ndarray:
        """Return (lon, lat) of grid cells."""
        return cells * np.array([self.step_x, self.step_y]) + np.array([self.west, self.south])

    def cells(self, degrees: np.ndarray) -> np.ndarray:
        """Return the nearest grid cells of (lon, lat)."""
        offset = degrees - np.array([self.west, self.south])
        return np.rint(offset / np.array([self.step_x, self.step_y])).astype(np.int64)


def encode(points: np.ndarray) -> str:
    """Write grid points as text: the first absolute, the others as steps."""
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).ravel()
    letters = []
    for step in steps.tolist():
        rest = step << 1 if step >= 0 else (-step << 1) - 1
        while rest > 31:
            letters.append(ALPHABET[32 | (rest & 31)])
            rest >>= 5
        letters.append(ALPHABET[rest])
    return "".join(letters)


def simplify(points: np.ndarray, grid: Grid, tolerance_deg: float) -> np.ndarray:
    """Drop points that lie nearer than the tolerance to the line (Douglas and Peucker 1973)."""
    moved = np.any(np.diff(points, axis=0) != 0, axis=1)
    points = points[np.concatenate([[True], moved])]
    if tolerance_deg <= 0 or len(points) < 3:
        return points
    line = LineString(grid.degrees(points)).simplify(tolerance_deg, preserve_topology=False)
    return grid.cells(np.asarray(line.coords))
