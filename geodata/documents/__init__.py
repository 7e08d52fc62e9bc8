"""Files -> Documents: decoding, front matter, and the readers by file type."""

from geodata.documents.discovery import article_paths
from geodata.documents.reading import READABLE_SUFFIXES, document_from_text, read_document

__all__ = ["READABLE_SUFFIXES", "article_paths", "document_from_text", "read_document"]
