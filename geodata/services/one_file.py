"""A few files -> what was read of each: the piece of work that a worker process is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from geodata.documents import read_documents
from geodata.domain.documents import Document, DocumentId
from geodata.domain.extractions import Extraction
from geodata.errors import DatelineError, InputError, ReadingFailed, ServiceError
from geodata.services.extraction import extract, extract_all, published_on
from geodata.services.resources import Resources


@dataclass(frozen=True, slots=True)
class Given:
    """
    What a person said of the files before they are read; picklable.

    Args:
        published: When every article appeared, or None to let each tell.
        published_by_name: The same for single articles, by file or article name.
        known: Articles that are at hand already and are not read again.
        why: How a date that was given is accounted for.
    """

    published: date | None = None
    published_by_name: Mapping[str, date] = field(default_factory=dict)
    known: frozenset[DocumentId] = frozenset()
    why: str = ""


@dataclass(frozen=True, slots=True)
class FileRead:
    """
    What came of one file.

    Args:
        path: The file.
        extractions: Its articles.
        known: Articles of it that were known before and not read again: id and name.
        failures: What could not be read.
    """

    path: Path
    extractions: tuple[Extraction, ...] = ()
    known: tuple[tuple[DocumentId, str], ...] = ()
    failures: tuple[DatelineError, ...] = ()


def read_files(paths: Sequence[Path], given: Given, resources: Resources) -> tuple[FileRead, ...]:
    """
    Read some files, their articles side by side; a pure function of picklable arguments.

    Raises:
        ServiceError: The gazetteer or the language model is missing: then none can be read.
    """
    opened = [(path, *_documents_of(path, given)) for path in paths]
    fresh = [d for _, documents, _ in opened for d in documents if d.id not in given.known]
    read = iter(_extract_safely(fresh, resources))
    return tuple(
        _gather(path, documents, failures, given, read) for path, documents, failures in opened
    )


def _gather(
    path: Path,
    documents: Sequence[Document],
    failures: Sequence[DatelineError],
    given: Given,
    read: Iterable[Extraction | DatelineError],
) -> FileRead:
    extractions: list[Extraction] = []
    errors = list(failures)
    known = [(document.id, document.name) for document in documents if document.id in given.known]
    outcomes = iter(read)
    for _ in range(len(documents) - len(known)):
        outcome = next(outcomes)
        if isinstance(outcome, Extraction):
            extractions.append(outcome)
        else:
            errors.append(outcome)
    return FileRead(path, tuple(extractions), tuple(known), tuple(errors))


def _documents_of(
    path: Path, given: Given
) -> tuple[tuple[Document, ...], tuple[DatelineError, ...]]:
    try:
        documents = read_documents(path)
    except InputError as error:
        return (), (error,)
    return tuple(_dated(document, path, given) for document in documents), ()


def _dated(document: Document, path: Path, given: Given) -> Document:
    by_name = given.published_by_name
    day = by_name.get(document.name, by_name.get(path.name, given.published))
    return document if day is None else published_on(document, day, given.why)


def _extract_safely(
    documents: Sequence[Document], resources: Resources
) -> Iterable[Extraction | DatelineError]:
    """Read them side by side; where that fails, one by one, so that one bad one is told alone."""
    try:
        return list(extract_all(documents, resources))
    except ServiceError:
        raise
    except Exception:  # noqa: BLE001 - whatever one article provokes, the others are read
        return [_extract_one(document, resources) for document in documents]


def _extract_one(document: Document, resources: Resources) -> Extraction | DatelineError:
    try:
        return extract(document, resources)
    except ServiceError:
        raise
    except DatelineError as error:
        return error
    except Exception as error:  # noqa: BLE001 - told as this article's failure, never lost
        return ReadingFailed(document.name, f"{type(error).__name__}: {error}"[:200])
