"""Plug-ins by entry point: ours and those of other packages come in by the same door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from geodata.errors import BrokenPlugin

T = TypeVar("T")


def plugin_points(group: str, built_in: Sequence[EntryPoint]) -> list[EntryPoint]:
    """
    Return the entry points of a group, ours first and the others by name.

    Args:
        group: Name of the group, as `dateline.readers`.
        built_in: Ours. The same names stand in pyproject.toml; they are given for a copy that
            runs without its package data, such as a checkout installed before one was added.
    """
    ours = {point.value for point in built_in}
    others = [point for point in entry_points(group=group) if point.value not in ours]
    return [*built_in, *sorted(others, key=lambda point: point.name)]


def load_plugins(
    points: Iterable[EntryPoint],
    kind: type[T],
    suffixes_of: Callable[[T], Sequence[object]],
    *,
    taken_by: str,
) -> tuple[tuple[T, ...], tuple[BrokenPlugin, ...]]:
    """
    Load plug-ins that each stand for some endings of files.

    Args:
        points: Where they are.
        kind: What each must be.
        suffixes_of: Its endings, in lower case and with the dot.
        taken_by: What the first of two with one ending does with it: “read by”.

    Returns:
        The plug-ins in their order, and one problem for each that was left out.
    """
    loaded: list[T] = []
    problems: list[BrokenPlugin] = []
    taken: dict[object, str] = {}
    for point in points:
        try:
            plugin = point.load()
        except Exception as error:  # noqa: BLE001 - code of others may raise anything at import
            reason = f"it raised {type(error).__name__}: {error}"
            problems.append(BrokenPlugin(point.name, reason))
            continue
        if not isinstance(plugin, kind):
            reason = f"“{point.value}” is no {kind.__name__}"
            problems.append(BrokenPlugin(point.name, reason))
            continue
        suffixes = suffixes_of(plugin)
        why = _why_not(suffixes, taken, taken_by)
        if why:
            problems.append(BrokenPlugin(point.name, why))
            continue
        taken |= dict.fromkeys(suffixes, point.name)
        loaded.append(plugin)
    return tuple(loaded), tuple(problems)


def _why_not(suffixes: Sequence[object], taken: dict[object, str], taken_by: str) -> str:
    if not suffixes or not all(_is_suffix(suffix) for suffix in suffixes):
        return f"its endings {tuple(suffixes)!r} are not like “.txt”"
    clash = next((suffix for suffix in suffixes if suffix in taken), None)
    if clash is None:
        return ""
    return f"files ending in {clash} are {taken_by} “{taken[clash]}” already"


def _is_suffix(suffix: object) -> bool:
    return (
        isinstance(suffix, str)
        and len(suffix) > 1
        and suffix.startswith(".")
        and suffix == suffix.casefold()
    )
