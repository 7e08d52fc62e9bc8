"""Folders and file names -> the articles in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from geodata.documents.reading import READABLE_SUFFIXES
from geodata.errors import InputError, NoArticles


@dataclass(frozen=True, slots=True)
class Found:
    """
    The files to read, and what was given in vain.

    Args:
        files: In the order given, those of a folder by name.
        failures: One for each folder without an article.
    """

    files: tuple[Path, ...]
    failures: tuple[InputError, ...]


def find_articles(given: Iterable[Path]) -> Found:
    """
    Return the files to read: folders are searched with all below them, files come as given.

    A file that was named by hand is kept whatever its type, so that reading it can say what is
    wrong; inside a folder only types that can be read are taken. Hidden files and `README` files
    are left out of folders.
    """
    found: dict[Path, None] = {}
    failures: list[InputError] = []
    for path in given:
        if not path.is_dir():
            found[path] = None
            continue
        inside = [file for file in sorted(path.rglob("*")) if _is_article(file, path)]
        if not inside:
            failures.append(NoArticles(str(path)))
        found.update(dict.fromkeys(inside))
    return Found(tuple(found), tuple(failures))


def _is_article(file: Path, folder: Path) -> bool:
    return (
        file.suffix.casefold() in READABLE_SUFFIXES
        and file.is_file()
        and file.stem.casefold() != "readme"
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
