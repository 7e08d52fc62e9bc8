"""Folders and file names -> the articles in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from geodata.documents.reading import READABLE_SUFFIXES
from geodata.errors import NoArticles


def article_paths(given: Iterable[Path]) -> tuple[Path, ...]:
    """
    Return the files to read: folders are searched with all below them, files come as given.

    A file that was named by hand is kept whatever its type, so that reading it can say what is
    wrong; inside a folder only types that can be read are taken. Order: as given, then by name.
    Hidden files and `README` files are left out of folders.

    Raises:
        NoArticles: A folder holds nothing that can be read.
    """
    found: dict[Path, None] = {}
    for path in given:
        if not path.is_dir():
            found[path] = None
            continue
        inside = [file for file in sorted(path.rglob("*")) if _is_article(file, path)]
        if not inside:
            raise NoArticles(str(path))
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _is_article(file: Path, folder: Path) -> bool:
    return (
        file.suffix.casefold() in READABLE_SUFFIXES
        and file.is_file()
        and file.stem.casefold() != "readme"
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
