"""How a file that Dateline made is told from an article: by the name of the manifest in it."""

from __future__ import annotations

from mmap import mmap

MANIFEST_NAME = "dateline-manifest"
"""Under which files carry it: PNG keyword, id of the HTML block, member of GeoJSON, KML data."""

# A page names the block in its tag, a PDF the file that is attached: in letters of one byte or two.
_SIGNS = (
    f'id="{MANIFEST_NAME}"'.encode(),
    f"({MANIFEST_NAME}.json)".encode(),
    f"{MANIFEST_NAME}.json".encode("utf-16-be"),
)


def is_own_file(data: bytes | mmap) -> bool:
    """Say whether the bytes of a web page or a PDF carry a manifest of ours."""
    return any(data.find(sign) >= 0 for sign in _SIGNS)
