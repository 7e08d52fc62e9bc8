"""The verbs that the command line and the desktop call; the only room that joins the others."""

from geodata.domain.extractions import Extraction
from geodata.layers import Change
from geodata.services.exports.data import export_content, export_data
from geodata.services.exports.listing import (
    SIGNS,
    change_lines,
    description_lines,
    used_sources,
    who_and_when,
)
from geodata.services.exports.manifests import Verdict, check_manifest, frame_manifest
from geodata.services.exports.telling import Differing, Evidence, Told, compare, tell
from geodata.services.extraction import extract
from geodata.services.one_file import Given
from geodata.services.opening import add_paths, is_project_file, open_paths, open_project
from geodata.services.projects import Project, Source, make_project, with_muted, worded_again
from geodata.services.publishing import export_html, page_content
from geodata.services.reading import ArticlesRead, read_articles
from geodata.services.resources import Resources, default_resources
from geodata.services.samples import sample_folder
from geodata.services.stories import Cited, cited_claims, export_story, story_troubles

__all__ = [
    "SIGNS",
    "ArticlesRead",
    "Change",
    "Cited",
    "Differing",
    "Evidence",
    "Extraction",
    "Given",
    "Project",
    "Resources",
    "Source",
    "Told",
    "Verdict",
    "add_paths",
    "change_lines",
    "check_manifest",
    "cited_claims",
    "compare",
    "default_resources",
    "description_lines",
    "export_content",
    "export_data",
    "export_html",
    "export_story",
    "extract",
    "frame_manifest",
    "is_project_file",
    "make_project",
    "open_paths",
    "open_project",
    "page_content",
    "read_articles",
    "sample_folder",
    "story_troubles",
    "tell",
    "used_sources",
    "who_and_when",
    "with_muted",
    "worded_again",
]
