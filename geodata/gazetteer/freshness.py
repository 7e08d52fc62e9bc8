"""Whether a gazetteer file was built from what is installed now."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import resources
from geodata.gazetteer.inputs.packages import PACKAGES
from geodata.gazetteer.inputs.supplement import digest
from geodata.gazetteer.schema import SCHEMA_VERSION


def default_path() -> Path:
    """Return where the gazetteer lies unless told otherwise."""
    return resources.path_of("gazetteer/gazetteer.sqlite")


def fingerprint() -> dict[str, str]:
    """Return what the content of a gazetteer depends on: schema, package versions, our tables."""
    versions = {f"package:{package.name}": package.version for package in PACKAGES}
    return {"schema": SCHEMA_VERSION, "supplement": digest(), **versions}


def is_current(path: Path) -> bool:
    """Return whether a gazetteer is there and was built from what is installed now."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            stored = dict(file.execute("SELECT key, value FROM meta"))
    except sqlite3.Error:
        return False
    return all(stored.get(key) == value for key, value in fingerprint().items())
