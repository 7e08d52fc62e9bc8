"""The one loop over files that command line and window share."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from geodata.documents import find_articles
from geodata.domain.documents import DocumentId
from geodata.domain.extractions import Extraction
from geodata.errors import Cancelled, DatelineError, DuplicateArticle
from geodata.services.one_file import FileRead, Given
from geodata.services.resources import Resources
from geodata.services.workers import read_here, read_in_workers, workers_for

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class ArticlesRead:
    """
    What came of all files.

    Args:
        files: The files that were looked at.
        extractions: The articles, in the order of the files.
        failures: What could not be read or was left out, folders first, then in that order.
    """

    files: tuple[Path, ...]
    extractions: tuple[Extraction, ...]
    failures: tuple[DatelineError, ...]


def read_articles(
    paths: Iterable[Path],
    resources: Resources,
    *,
    given: Given | None = None,
    known: Mapping[DocumentId, str] | None = None,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    workers: int | None = None,
) -> ArticlesRead:
    """
    Read files and folders, many of them over worker processes.

    A file that cannot be read is a failure of its own and stops nothing. An article that is known
    already, or that came before in the same call, is left out and told.

    Args:
        paths: Files and folders.
        resources: Gazetteer and language model.
        given: Publication dates that a person gave.
        known: Articles that are at hand already, with their names.
        progress: Called with (files done, files in all, name of the first that is not).
        is_cancelled: Asked after each file and several times a second while waiting.
        workers: How many processes, or None to judge by files, cores and memory.

    Raises:
        Cancelled: The person stopped it.
        ServiceError: The gazetteer or the language model is missing.
    """
    at_hand = dict(known or {})
    found = find_articles(paths)
    asked = replace(given or Given(), known=frozenset(at_hand))
    number = workers_for(len(found.files)) if workers is None else workers
    steps: Generator[FileRead | None, None, object] = (
        read_here(found.files, asked, resources)
        if number == 1
        else read_in_workers(found.files, asked, resources, number)
    )
    done: dict[Path, FileRead] = {}
    with closing(steps):
        _follow(steps, done, found.files, progress, is_cancelled)
    ordered = [done[path] for path in found.files]
    extractions, failures = _without_doubles(ordered, at_hand)
    return ArticlesRead(found.files, extractions, (*found.failures, *failures))


def _follow(
    steps: Iterator[FileRead | None],
    done: dict[Path, FileRead],
    files: Sequence[Path],
    progress: Progress | None,
    is_cancelled: Callable[[], bool] | None,
) -> None:
    next_one = 0
    while True:
        if is_cancelled and is_cancelled():
            raise Cancelled("Reading the articles")
        while next_one < len(files) and files[next_one] in done:
            next_one += 1
        if progress:
            name = files[next_one].name if next_one < len(files) else ""
            progress(len(done), len(files), name)
        if len(done) == len(files):
            return
        if (step := next(steps, None)) is not None:
            done[step.path] = step


def _without_doubles(
    read: Iterable[FileRead], known: Mapping[DocumentId, str]
) -> tuple[tuple[Extraction, ...], tuple[DatelineError, ...]]:
    seen = dict(known)
    extractions: list[Extraction] = []
    failures: list[DatelineError] = []
    for item in read:
        failures.extend(item.failures)
        failures.extend(DuplicateArticle(name, seen[own_id]) for own_id, name in item.known)
        for extraction in item.extractions:
            document = extraction.document
            if document.id in seen:
                failures.append(DuplicateArticle(document.name, seen[document.id]))
                continue
            seen[document.id] = document.name
            extractions.append(extraction)
    return tuple(extractions), tuple(failures)
