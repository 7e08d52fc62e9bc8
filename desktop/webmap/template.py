"""
The map page, built once and beside the window.

Building it takes folium, and folium takes long to load; so it is done on another thread, with a
token where each load puts its own nonce.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from geodata.mapping import Opening, PageContent, build_page
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


def empty_template(theme: Theme) -> PageTemplate:
    """Build the page that shows the world and no marks; the project follows as data."""
    return make_template(PageContent("Dateline", ()), theme=theme)
