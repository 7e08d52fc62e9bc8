"""The verbs that the command line and the desktop call; the only room that joins the others."""

from geodata.domain.extractions import Extraction
from geodata.services.extraction import extract
from geodata.services.one_file import Given
from geodata.services.opening import add_paths, open_paths
from geodata.services.projects import Project, Source, make_project, with_muted
from geodata.services.publishing import export_html, page_content
from geodata.services.reading import ArticlesRead, read_articles
from geodata.services.resources import Resources, default_resources
from geodata.services.samples import sample_folder

__all__ = [
    "ArticlesRead",
    "Extraction",
    "Given",
    "Project",
    "Resources",
    "Source",
    "add_paths",
    "default_resources",
    "export_html",
    "extract",
    "make_project",
    "open_paths",
    "page_content",
    "read_articles",
    "sample_folder",
    "with_muted",
]
