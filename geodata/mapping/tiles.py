"""Online map tiles that a person can choose; the program asks for none by itself."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

# Providers of xyzservices that need no key, and what they are called in the menu. Each request
# tells the provider which part of the world is looked at.
OFFERED = {
    "OpenStreetMap.Mapnik": "OpenStreetMap",
    "OpenTopoMap": "OpenTopoMap",
    "Esri.WorldImagery": "Satellite pictures (Esri)",
}


@dataclass(frozen=True, slots=True)
class Tiles:
    """
    One source of tiles.

    Args:
        key: Its name in xyzservices.
        title: What it is called in the window.
        url: Address of a tile with `{z}`, `{x}` and `{y}`; https only.
        attribution: Whose map it is, in the provider's own words.
        max_zoom: Finest level that it has.
    """

    key: str
    title: str
    url: str
    attribution: str
    max_zoom: int

    @property
    def host(self) -> str:
        """The only host that is asked for tiles."""
        return urlsplit(self.url).hostname or ""


def offered_tiles(key: str) -> Tiles:
    """
    Return a source of tiles.

    Args:
        key: One of `OFFERED`.

    Raises:
        KeyError: It is not offered.
        ValueError: The provider now wants a key, or is not asked over https.
    """
    from xyzservices import providers

    title = OFFERED[key]
    provider = providers
    for part in key.split("."):
        provider = provider[part]
    url = provider.build_url(scale_factor="")
    if provider.requires_token() or not url.startswith("https://"):
        raise ValueError(f"{title} cannot be asked without a key over https: {url}")
    return Tiles(key, title, url, provider.attribution, int(provider.get("max_zoom", 18)))
