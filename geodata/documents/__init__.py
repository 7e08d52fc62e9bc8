"""Files -> Documents: decoding, front matter, and the readers by file type."""

from geodata.documents.discovery import Found, find_articles
from geodata.documents.reading import READABLE_SUFFIXES, document_from_text, read_document

__all__ = ["READABLE_SUFFIXES", "Found", "document_from_text", "find_articles", "read_document"]
