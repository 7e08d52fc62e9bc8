"""Files -> Documents: one reader a file type, decoding, front matter, folders."""

from geodata.documents.article import Article, Reader
from geodata.documents.discovery import Found, find_articles
from geodata.documents.likeness import Likeness, near_duplicates
from geodata.documents.plugs import Readers, installed_readers
from geodata.documents.reading import document_from_text, read_document, read_documents

__all__ = [
    "Article",
    "Found",
    "Likeness",
    "Reader",
    "Readers",
    "document_from_text",
    "find_articles",
    "installed_readers",
    "near_duplicates",
    "read_document",
    "read_documents",
]
