"""Claims as CSV: one row a claim, for spreadsheets and statistics."""

from __future__ import annotations

import csv
from pathlib import Path

from geodata.export.contents import ExportContent
from geodata.export.evidence import claim_rows
from geodata.export.plugs import Exporter

# A spreadsheet runs a cell that begins so as a formula; an apostrophe before it makes it text
# (OWASP, “CSV injection”).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_COLUMNS_OF_NONE = ("claim_id",)


def _write(content: ExportContent, draft: Path) -> None:
    rows = [{name: _cell(value) for name, value in row.items()} for row in claim_rows(content)]
    columns = tuple(rows[0]) if rows else _COLUMNS_OF_NONE
    # With a byte order mark, without which spreadsheets take UTF-8 for something older.
    with draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def _cell(value: object) -> object:
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


EXPORTER = Exporter("Claims as CSV", ".csv", _write, is_map=False)
