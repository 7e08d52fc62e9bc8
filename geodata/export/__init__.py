"""Files that people publish: maps, data, and the manifest that says what they rest on."""

from geodata.export.atomic import check_target, replace_file
from geodata.export.contents import ExportContent, NumberedDocument
from geodata.export.html import write_html, write_story_html
from geodata.export.manifest import (
    NAME,
    Manifest,
    ManifestClaim,
    ManifestSource,
    NoManifest,
    Statement,
    manifest_json,
    parse_manifest,
)
from geodata.export.manifest_files import MANIFEST_FILE, read_manifest
from geodata.export.plugs import (
    Exporter,
    Exporters,
    installed_exporters,
    load_exporters,
    write_data,
)

__all__ = [
    "MANIFEST_FILE",
    "NAME",
    "ExportContent",
    "Exporter",
    "Exporters",
    "Manifest",
    "ManifestClaim",
    "ManifestSource",
    "NoManifest",
    "NumberedDocument",
    "Statement",
    "check_target",
    "installed_exporters",
    "load_exporters",
    "manifest_json",
    "parse_manifest",
    "read_manifest",
    "replace_file",
    "write_data",
    "write_html",
    "write_story_html",
]
