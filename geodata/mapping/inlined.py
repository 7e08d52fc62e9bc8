"""What a standalone page carries inside: scripts, styles, basemap, data, and a list to read."""

from __future__ import annotations

import base64
import gzip
import json
import re
from datetime import date
from typing import Any

import resources
from geodata.mapping.assets import SCRIPTS, STYLES, leaflet
from geodata.mapping.basemap_cut import cut_basemap
from geodata.mapping.content import PageContent
from geodata.mapping.extent import extent_of
from geodata.mapping.page_data import page_data
from geodata.mapping.reading_list import reading_list

_CSS_URL = re.compile(r"url\([^)]*\)")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
# Browsers read inside a script for these; in JSON a letter may always be written by its number.
_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def script_json(value: Any) -> str:
    """Return JSON that is safe between script tags, whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029]", lambda found: _ESCAPES[found[0]], text)


def packed(data: bytes) -> str:
    """Return bytes as text for a block of data: gzip, then base64; equal bytes give equal text."""
    return base64.b64encode(gzip.compress(data, 6, mtime=0)).decode()


def embedded_head(nonce: str) -> str:
    """Return policy, styles and scripts for the head of a standalone page."""
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    # Leaflet's pictures are for controls and markers that this page does not have.
    styles = [_CSS_URL.sub("none", leaflet("leaflet.css").decode())]
    styles += [resources.read_text(f"page/{name}") for name in STYLES]
    scripts = [_SOURCE_MAP.sub("", leaflet("leaflet.js").decode())]
    scripts += [resources.read_text(f"page/{name}") for name in SCRIPTS]
    return "\n".join(
        [
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="generator" content="Dateline">',
            *(f"<style>\n{text}</style>" for text in styles),
            *(f"<script>\n{text}</script>" for text in scripts),
        ]
    )


def embedded_body(content: PageContent, on: date, known_by: date) -> str:
    """Return the data blocks of a standalone page, and what is read where no script runs."""
    extent = content.extent or extent_of(content.marks)
    episodes = packed(page_data(content))
    return "\n".join(
        [
            f"<noscript>\n{reading_list(content, on, known_by)}\n</noscript>",
            f'<script type="application/octet-stream" id="dateline-episodes">{episodes}</script>',
            *(
                f'<script type="application/json" id="dateline-{name}">{script_json(value)}</script>'
                for name, value in cut_basemap(extent, content.marks).items()
            ),
        ]
    )
