"""The readers that are installed: ours and those of other packages, by the same door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint

from geodata.documents.article import Reader
from geodata.errors import BrokenPlugin
from geodata.plugins import load_plugins, plugin_points

GROUP = "dateline.readers"
_ROOM = "geodata.documents.readers"
BUILT_IN = tuple(
    EntryPoint(name, f"{_ROOM}.{name}:READER", GROUP)
    for name in ("plain", "web_page", "pdf", "word", "mail", "rich_text", "feed")
)


@dataclass(frozen=True, slots=True)
class Readers:
    """
    What can be read.

    Args:
        readers: In the order they were found, ours first.
        problems: One for each plug-in that was left out.
    """

    readers: tuple[Reader, ...]
    problems: tuple[BrokenPlugin, ...] = ()

    @property
    def suffixes(self) -> tuple[str, ...]:
        """All endings, each with its dot."""
        return tuple(suffix for reader in self.readers for suffix in reader.suffixes)

    def of(self, suffix: str) -> Reader | None:
        """Return the reader of an ending, whatever its case, or None."""
        wanted = suffix.casefold()
        return next((reader for reader in self.readers if wanted in reader.suffixes), None)


@cache
def installed_readers() -> Readers:
    """Return the readers of this environment; they are looked for once."""
    return load_readers(plugin_points(GROUP, BUILT_IN))


def load_readers(points: Iterable[EntryPoint]) -> Readers:
    """Load readers; one that cannot be used is left out with the reason."""
    return Readers(*load_plugins(points, Reader, lambda r: r.suffixes, taken_by="read by"))
