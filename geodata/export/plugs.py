"""The exporters that are installed: ours and those of other packages, by the same door."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint
from pathlib import Path

from geodata.errors import BrokenPlugin, OutputError
from geodata.export.atomic import drafted
from geodata.export.contents import ExportContent
from geodata.plugins import load_plugins, plugin_points

GROUP = "dateline.exporters"
_ROOM = "geodata.export.exporters"
BUILT_IN = tuple(
    EntryPoint(name, f"{_ROOM}.{name}:EXPORTER", GROUP)
    for name in ("geopackage", "geojson", "kml", "claims_csv", "geoparquet")
)


@dataclass(frozen=True, slots=True)
class Exporter:
    """
    A plug-in of the entry point group `dateline.exporters`.

    Args:
        label: What such a file is called, in the person's words: “GeoPackage”.
        suffix: Its ending in lower case, with the dot.
        write: Writes the content to a path whose file may exist and be empty; it is moved to
            where the person wants it when all is written. Raises `OutputError` where it cannot.
        is_map: Whether it holds what is drawn; else it is a table of claims.
    """

    label: str
    suffix: str
    write: Callable[[ExportContent, Path], None]
    is_map: bool = True


@dataclass(frozen=True, slots=True)
class Exporters:
    """
    What can be written.

    Args:
        exporters: In the order they were found, ours first.
        problems: One for each plug-in that was left out.
    """

    exporters: tuple[Exporter, ...]
    problems: tuple[BrokenPlugin, ...] = ()

    @property
    def suffixes(self) -> tuple[str, ...]:
        """All endings, each with its dot."""
        return tuple(exporter.suffix for exporter in self.exporters)

    def of(self, suffix: str) -> Exporter | None:
        """Return the exporter of an ending, whatever its case, or None."""
        wanted = suffix.casefold()
        return next((item for item in self.exporters if item.suffix == wanted), None)


def write_data(content: ExportContent, target: Path, exporters: Exporters | None = None) -> None:
    """
    Write what is exported to a file whose ending decides the format; all of it or nothing.

    Raises:
        OutputError: The ending is not known, or the target cannot be written.
    """
    found = exporters or installed_exporters()
    exporter = found.of(target.suffix)
    if exporter is None:
        raise OutputError(
            str(target),
            f"files of type “{target.suffix or 'without ending'}” are not known",
            todo=f"Give a name that ends in {', '.join(found.suffixes)}.",
        )
    with drafted(target) as draft:
        try:
            exporter.write(content, draft)
        except OutputError as error:
            # It knows only of the draft.
            raise OutputError(str(target), error.reason, todo=error.todo) from error


@cache
def installed_exporters() -> Exporters:
    """Return the exporters of this environment; they are looked for once."""
    return load_exporters(plugin_points(GROUP, BUILT_IN))


def load_exporters(points: Iterable[EntryPoint]) -> Exporters:
    """Load exporters; one that cannot be used is left out with the reason."""
    return Exporters(*load_plugins(points, Exporter, lambda e: (e.suffix,), taken_by="written by"))
