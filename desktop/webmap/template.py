"""
The map page, built once and beside the window.

Building it takes folium, and folium takes long to load; so it is done on another thread, with a
token where each load puts its own nonce, and kept for the next start.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from geodata import __version__
from geodata.mapping import Opening, PageContent, build_page
from geodata.mapping import __file__ as page_room
from geodata.mapping.assets import SCRIPTS, STYLES
from geodata.mapping.build import Mode
from geodata.mapping.messages import Theme


@dataclass(frozen=True, slots=True)
class PageTemplate:
    """
    A page that lacks its nonce.

    Args:
        text: The page.
        token: What stands for the nonce.
    """

    text: str
    token: str

    def for_load(self, nonce: str) -> str:
        """Return the page for one load."""
        return self.text.replace(self.token, nonce)


def make_template(
    content: PageContent,
    *,
    mode: Mode = "scheme",
    theme: Theme = "light",
    opening: Opening | None = None,
) -> PageTemplate:
    """Build the page of a content; may run on any thread."""
    token = secrets.token_hex(16)
    text = build_page(content, mode=mode, theme=theme, opening=opening, nonce=token)
    return PageTemplate(text, token)


def kept_template(theme: Theme, folder: Path, mode: Mode = "scheme") -> PageTemplate:
    """
    Return the page without marks as it was built at an earlier start, or build and keep it.

    Args:
        theme: Light or dark.
        folder: Where it is kept; may be deleted at any time.
        mode: For the window, or for pictures.
    """
    kind = f"{mode}-{theme}"
    file = folder / f"{kind}-{_fingerprint()}.json"
    try:
        return PageTemplate(**json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        made = empty_template(theme, mode)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{kind}-*.json"):
            old.unlink()
        draft = file.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps(asdict(made)), "utf-8")
        draft.replace(file)
    return made


def _fingerprint() -> str:
    """Return a digest of what the page without marks is made of."""
    told = [__version__, version("folium"), version("branca"), *SCRIPTS, *STYLES]
    room = Path(page_room).parent
    for source in sorted(room.glob("*.py")):
        state = source.stat()
        told.append(f"{source.name} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]


def empty_template(theme: Theme, mode: Mode = "scheme") -> PageTemplate:
    """Build the page that shows the world and no marks; the project follows as data."""
    return make_template(PageContent("Dateline", ()), mode=mode, theme=theme)
