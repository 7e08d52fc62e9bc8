"""Offline places in SQLite: build the file, look names up; with our own cited supplement."""

from geodata.gazetteer.building import build
from geodata.gazetteer.freshness import default_path, is_current
from geodata.gazetteer.names import fold
from geodata.gazetteer.store import Gazetteer

__all__ = ["Gazetteer", "build", "default_path", "fold", "is_current"]
