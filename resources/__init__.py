"""Data and page assets, and the one guarded way to read them. Imports nothing of ours."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_ROOT = Path(__file__).resolve().parent


def path_of(name: str) -> Path:
    """
    Return where a resource lies on disk.

    Args:
        name: Path inside `resources/`, with forward slashes.

    Raises:
        ValueError: The name is absolute or leaves the folder.
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts:
        raise ValueError(f"not a resource name: {name!r}")
    return _ROOT.joinpath(*parts.parts)


def read_text(name: str) -> str:
    """Return a resource as UTF-8 text."""
    return path_of(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Return a resource as bytes."""
    return path_of(name).read_bytes()
