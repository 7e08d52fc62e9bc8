"""Distances good enough to rank and to check by; figures that are shown use the ellipsoid."""

from __future__ import annotations

import math

# Mean radius of the WGS 84 ellipsoid (2a + b) / 3, in kilometres.
_EARTH_KM = 6371.0088


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """
    Return the great-circle distance of two (lat, lon) points in degrees, in kilometres.

    >>> round(distance_km((13.51, 2.11), (16.97, 7.99)))
    739
    """
    lat1, lat2 = math.radians(one[0]), math.radians(other[0])
    half_lat = math.sin((lat2 - lat1) / 2) ** 2
    half_lon = math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    chord = half_lat + math.cos(lat1) * math.cos(lat2) * half_lon
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))
