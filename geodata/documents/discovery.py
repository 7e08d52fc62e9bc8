"""Folders and file names -> the articles in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from geodata.documents.plugs import installed_readers
from geodata.errors import DatelineError, NoArticles


@dataclass(frozen=True, slots=True)
class Found:
    """
    The files to read, and what was given in vain.

    Args:
        files: In the order given, those of a folder by name.
        failures: One for each folder without an article, and for each reader that could not be used.
    """

    files: tuple[Path, ...]
    failures: tuple[DatelineError, ...]


def find_articles(given: Iterable[Path]) -> Found:
    """
    Return the files to read: folders are searched with all below them, files come as given.

    A file that was named by hand is kept whatever its type, so that reading it can say what is
    wrong; inside a folder only types that can be read are taken. Hidden files and `README` files
    are left out of folders, and so are the parts of a web page that a browser saved beside it.
    """
    found: dict[Path, None] = {}
    failures: list[DatelineError] = list(installed_readers().problems)
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
        file.suffix.casefold() in installed_readers().suffixes
        and file.is_file()
        and file.stem.casefold() != "readme"
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
        and not _belongs_to_page(file, folder)
    )


def _belongs_to_page(file: Path, folder: Path) -> bool:
    """Say whether the file lies in “page_files”, which a browser saves beside “page.html”."""
    for above in file.relative_to(folder).parents:
        page = above.name.removesuffix("_files")
        if page != above.name and any(
            (folder / above).with_name(page + ending).is_file() for ending in (".html", ".htm")
        ):
            return True
    return False
