"""Toponym recognition, then toponym resolution."""

from geodata.geoparsing.reading import read_places

__all__ = ["read_places"]
