"""The readers that are installed: ours and those of other packages, by the same door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from geodata.documents.article import Reader
from geodata.errors import BrokenPlugin

GROUP = "dateline.readers"
_ROOM = "geodata.documents.readers"
# The same names stand in pyproject.toml. They are repeated for a copy that runs without its
# package data, such as a checkout that was installed before a reader was added.
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
    found = {point.name: point for point in BUILT_IN}
    ours = {point.value for point in BUILT_IN}
    others = [point for point in entry_points(group=GROUP) if point.value not in ours]
    return load_readers([*found.values(), *sorted(others, key=lambda point: point.name)])


def load_readers(points: Iterable[EntryPoint]) -> Readers:
    """Load readers; one that cannot be used is left out with the reason."""
    readers: list[Reader] = []
    problems: list[BrokenPlugin] = []
    taken: dict[str, str] = {}
    for point in points:
        loaded = _load(point)
        if isinstance(loaded, BrokenPlugin):
            problems.append(loaded)
            continue
        clash = next((suffix for suffix in loaded.suffixes if suffix in taken), None)
        if clash is not None:
            reason = f"files ending in {clash} are read by “{taken[clash]}” already"
            problems.append(BrokenPlugin(point.name, reason))
            continue
        taken |= dict.fromkeys(loaded.suffixes, point.name)
        readers.append(loaded)
    return Readers(tuple(readers), tuple(problems))


def _load(point: EntryPoint) -> Reader | BrokenPlugin:
    try:
        reader = point.load()
    except Exception as error:  # noqa: BLE001 - code of others may raise anything at import
        return BrokenPlugin(point.name, f"it raised {type(error).__name__}: {error}")
    if not isinstance(reader, Reader):
        return BrokenPlugin(point.name, f"“{point.value}” is no Reader")
    if not reader.suffixes or not all(_is_suffix(suffix) for suffix in reader.suffixes):
        return BrokenPlugin(point.name, f"its endings {reader.suffixes!r} are not like “.txt”")
    return reader


def _is_suffix(suffix: object) -> bool:
    return (
        isinstance(suffix, str)
        and len(suffix) > 1
        and suffix.startswith(".")
        and suffix == suffix.casefold()
    )
