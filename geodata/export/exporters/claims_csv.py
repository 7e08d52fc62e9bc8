"""Claims as CSV: one row a claim, for spreadsheets and statistics."""

from __future__ import annotations

import csv
from pathlib import Path

from geodata.export.contents import ExportContent
from geodata.export.evidence import CLAIM_COLUMNS, claim_rows
from geodata.export.plugs import Exporter

# A spreadsheet runs a cell that begins so as a formula; an apostrophe before it makes it text
# (OWASP, “CSV injection”).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _write(content: ExportContent, draft: Path) -> None:
    rows = [{name: _cell(value) for name, value in row.items()} for row in claim_rows(content)]
    # With a byte order mark, without which spreadsheets take UTF-8 for something older.
    with draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, CLAIM_COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


def _cell(value: object) -> object:
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


EXPORTER = Exporter("Claims as CSV", ".csv", _write, is_map=False)
