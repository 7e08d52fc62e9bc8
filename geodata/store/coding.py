"""Frozen dataclasses to JSON text and back."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

T = TypeVar("T")


@cache
def _converter() -> JsonConverter:
    from cattrs.preconf.json import make_converter
    from cattrs.strategies import configure_tagged_union

    from geodata.domain.edits import Edit

    # Half the size; a default of the domain is so part of the format, and changing one needs a step
    # in `migrating`.
    converter = make_converter(omit_if_default=True)
    configure_tagged_union(Edit, converter, tag_name="edit")
    return converter


def encode(value: object, kind: Any) -> str:
    """Return a value of the domain as JSON; fields at their default are left out."""
    return _converter().dumps(value, unstructure_as=kind, ensure_ascii=False)


def decode(text: str, kind: type[T] | Any) -> T:
    """
    Return the value that `encode` wrote.

    Raises:
        Exception: The text is no such value; callers translate that into an error of the tree.
    """
    value: T = _converter().loads(text, kind)
    return value
