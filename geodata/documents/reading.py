"""One file -> its Documents, by the reader of its ending."""

from __future__ import annotations

import hashlib
from pathlib import Path

from geodata.documents.article import Article, Reader
from geodata.documents.decoding import check_not_empty, check_size
from geodata.documents.front_matter import article_of_text
from geodata.documents.own_files import is_own_file
from geodata.documents.plugs import Readers, installed_readers
from geodata.domain.documents import Document, DocumentId, Publication
from geodata.errors import DatelineError, UnreadableDocument

_TITLE_LENGTH = 110


def read_documents(path: Path, readers: Readers | None = None) -> tuple[Document, ...]:
    """
    Read a file: one Document, or one for each entry of a saved feed.

    Args:
        path: The file.
        readers: What can be read, or None for all that is installed.

    Raises:
        UnreadableDocument: Missing, not a file, of another type, or not readable; the message
            names the file and says what to do.
    """
    known = readers or installed_readers()
    reader, data = _open(path, known)
    name = path.name
    if is_own_file(data):
        # A map quotes articles that may be here already: read as one, it would count them twice.
        raise UnreadableDocument(
            name,
            "is a map that Dateline made, not an article",
            todo="Drop it on the window by itself to see its view.",
        )
    try:
        articles = reader.read(data, name)
    except DatelineError:
        raise
    except ImportError as error:
        raise UnreadableDocument(
            name,
            f"needs a package that is not installed ({_brief(error)})",
            todo="Run “python packaging/bootstrap.py setup” once, then add it again.",
        ) from error
    except Exception as error:
        # Parsers of foreign formats raise whatever the bytes provoke.
        raise UnreadableDocument(
            name,
            f"is damaged and cannot be read ({_brief(error)})",
            todo="Open it in another program, save it anew or as plain text, then add that.",
        ) from error
    digest = hashlib.sha256(data).hexdigest()
    place = str(path.resolve())
    is_several = len(articles) > 1
    return tuple(
        _document(
            article,
            f"{name} #{number}" if is_several else name,
            _own_id(article) if article.is_part or is_several else digest[:16],
            digest,
            place,
        )
        for number, article in enumerate(articles, start=1)
    )


def read_document(path: Path) -> Document:
    """
    Read a file that holds one article; of a feed, its first entry.

    Raises:
        UnreadableDocument: As for `read_documents`.
    """
    return read_documents(path)[0]


def document_from_text(
    text: str, *, name: str, data: bytes | None = None, path: str = ""
) -> Document:
    """
    Make a Document of text that is at hand, for example pasted.

    Args:
        text: The whole text, front matter included.
        name: What to call it in lists and messages.
        data: The stored bytes when there are any; else the text's UTF-8 is hashed.
        path: Where it came from.

    Raises:
        UnreadableDocument: There is no word in it, or its front matter is broken.
    """
    # Lone surrogates can be pasted and have no UTF-8.
    stored = text.encode(errors="surrogatepass") if data is None else data
    digest = hashlib.sha256(stored).hexdigest()
    return _document(article_of_text(text, name), name, digest[:16], digest, path)


def _open(path: Path, readers: Readers) -> tuple[Reader, bytes]:
    name = path.name
    if not path.exists():
        raise UnreadableDocument(
            str(path), "does not exist", todo="Check the path and its spelling."
        )
    if not path.is_file():
        raise UnreadableDocument(
            str(path), "is not a file", todo="Give a file, or a folder of files."
        )
    reader = readers.of(path.suffix)
    if reader is None:
        raise _no_reader(path, readers)
    try:
        # Refused by its size alone: a huge file is never read into memory.
        check_size(path.stat().st_size, name, reader.max_bytes)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            name,
            f"cannot be opened ({error.strerror or error})",
            todo="Check its permissions, then add it again.",
        ) from error
    check_not_empty(data, name)
    return reader, data


_SAVE_AS = {
    ".doc": "Open it in a word processor and save it as .docx, then add that.",
    ".odt": "Open it in a word processor and save it as .docx, then add that.",
    ".pages": "Export it as .docx or PDF, then add that.",
    ".msg": "Save the message as .eml, then add that.",
    ".epub": "Save the chapter as a web page or plain text, then add that.",
    ".mht": "Save the page as “web page, HTML only”, then add that.",
    ".mhtml": "Save the page as “web page, HTML only”, then add that.",
}
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".heic", ".bmp"})


def _no_reader(path: Path, readers: Readers) -> UnreadableDocument:
    suffix = path.suffix.casefold()
    todo = _SAVE_AS.get(suffix, "Save the article as plain text, web page or PDF, then add that.")
    if suffix in _PICTURES:
        todo = "Run text recognition (OCR) on the picture and save the text, then add that."
    endings = ", ".join(readers.suffixes)
    kind = f"of type “{path.suffix}”" if path.suffix else "without an ending"
    return UnreadableDocument(path.name, f"is {kind}, and what can be read is {endings}", todo=todo)


def _document(article: Article, name: str, own_id: str, digest: str, path: str) -> Document:
    body = article.text[article.body_start :]
    if not any(character.isalnum() for character in body):
        raise UnreadableDocument(
            name, "holds no words", todo="Check that it was saved, then add it again."
        )
    return Document(
        id=DocumentId(own_id),
        name=name,
        title=_shortened(article.title) or _first_line(body),
        text=article.text,
        body_start=article.body_start,
        outlet=article.outlet,
        published=article.published or Publication(),
        sha256=digest,
        path=path,
        original=article.original,
        author=article.author,
        hints=article.hints,
        notes=article.notes,
    )


def _own_id(article: Article) -> str:
    own = f"{article.title}\n{article.text}".encode(errors="surrogatepass")
    return hashlib.sha256(own).hexdigest()[:16]


def _first_line(text: str) -> str:
    line = next((found for raw in text.splitlines() if (found := raw.strip(" \t#*_"))), "")
    return _shortened(line)


def _shortened(line: str) -> str:
    """Return a title that is not too long: cut after a word, but for one that alone is longer."""
    if len(line) <= _TITLE_LENGTH:
        return line
    kept, space, _ = line[: _TITLE_LENGTH - 1].rpartition(" ")
    return f"{kept.rstrip(' ,;:.–-')} …" if space else f"{line[: _TITLE_LENGTH - 1]}…"


def _brief(error: Exception) -> str:
    told = " ".join(str(error).split())[:120]
    return f"{type(error).__name__}: {told}" if told else type(error).__name__
