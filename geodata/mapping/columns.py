"""
Columns in one run of bytes, so that a page can use them as typed arrays without reading them first.

    0   4 bytes   "DLCB"
    4   uint32    version of the format
    8   uint32    length of the header in bytes
    12  4 bytes   zero
    16  header    JSON in UTF-8: whatever the writer tells, and under "columns" the list of
                  [name, type, number of values]
    then          the columns in that order, each from the next multiple of eight on

Numbers are little-endian. Types are `u8`, `u16`, `u32`, `i16`, `i32`, `f64`; whole numbers are written in
the narrowest that holds all of a column. The reader is resources/page/columns.js.
"""

from __future__ import annotations

import json
import struct
import sys
from array import array
from collections.abc import Mapping
from typing import Any, TypeAlias

from geodata.errors import PageError

MAGIC = b"DLCB"
VERSION = 3
_START = struct.Struct("<4sIII")
_STEP = 8
_CODES = {"u8": "B", "u16": "H", "u32": "I", "i16": "h", "i32": "i", "f64": "d"}
_NARROWER = {"I": (("B", 0, 2**8), ("H", 0, 2**16)), "i": (("h", -(2**15), 2**15),)}
_TYPES = {code: name for name, code in _CODES.items()}

Column: TypeAlias = "array[Any]"  # not subscriptable while the program runs


def make(type_name: str, values: Any = ()) -> Column:
    """
    Return a column of one type.

    Args:
        type_name: One of the types in the module's text.
        values: Numbers, or for `u8` bytes.
    """
    return array(_CODES[type_name], values)


def pack(header: Mapping[str, Any], columns: Mapping[str, Column]) -> bytes:
    """
    Return header and columns as bytes; see the module's text.

    Args:
        header: What JSON can hold; `columns` is added.
        columns: By name, in the order in which they are written.
    """
    columns = {name: _narrowed(column) for name, column in columns.items()}
    listed = [[name, _TYPES[column.typecode], len(column)] for name, column in columns.items()]
    told = json.dumps({**header, "columns": listed}, ensure_ascii=False, separators=(",", ":"))
    head = told.encode()
    parts = [_padded(_START.pack(MAGIC, VERSION, len(head), 0) + head)]
    parts += [_padded(_little_endian(column)) for column in columns.values()]
    return b"".join(parts)


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, Column]]:
    """
    Return the header and the columns by name.

    Raises:
        PageError: The bytes are not columns of this version, or are cut short.
    """
    if len(data) < _START.size or data[:4] != MAGIC:
        raise PageError("The map's data is not in columns.", todo="Open the articles again.")
    _, version, length, _ = _START.unpack_from(data)
    if version != VERSION:
        raise PageError(
            f"The map's data is of version {version}, and this program reads {VERSION}.",
            todo="Install Dateline again.",
        )
    header: dict[str, Any] = json.loads(data[_START.size : _START.size + length])
    at = _up(_START.size + length)
    columns: dict[str, Column] = {}
    for name, type_name, count in header.pop("columns"):
        column = make(type_name)
        size = count * column.itemsize
        if at + size > len(data):
            raise PageError(
                f"The map's data ends inside the column “{name}”.", todo="Open the articles again."
            )
        column.frombytes(data[at : at + size])
        if sys.byteorder == "big":
            column.byteswap()
        columns[name] = column
        at = _up(at + size)
    return header, columns


def _up(at: int) -> int:
    return -(-at // _STEP) * _STEP


def _padded(part: bytes) -> bytes:
    return part + b"\0" * (_up(len(part)) - len(part))


def _narrowed(column: Column) -> Column:
    narrower = _NARROWER.get(column.typecode)
    # Texts are bytes already, millions of them: nobody looks for the largest.
    if not column or narrower is None:
        return column
    least, most = min(column), max(column)
    for code, low, high in narrower:
        if low <= least and most < high:
            return array(code, column)
    return column


def _little_endian(column: Column) -> bytes:
    if sys.byteorder == "little":
        return column.tobytes()
    swapped = array(column.typecode, column)
    swapped.byteswap()
    return swapped.tobytes()
