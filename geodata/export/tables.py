"""The layers of an export as GeoDataFrames, each row with its evidence."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.domain.plain_text import plain
from geodata.export.contents import ExportContent
from geodata.export.evidence import Row, evidence_of
from geodata.layers import Mark, tables_of

if TYPE_CHECKING:
    import geopandas

# The rows of a table come in the order of its marks, so the evidence can be put beside them.
_EVIDENCE = ("source_names", "quotes", "evidence")


def layer_tables(content: ExportContent) -> dict[str, geopandas.GeoDataFrame]:
    """
    Return one table a layer, and `unplaced` for what has no place.

    Columns are those of `geodata.layers.tables_of`, then `source_names`, `quotes` (one a line)
    and `evidence`, which is a JSON array with one object a claim. Geometry is EPSG:4326.
    """
    by_id = {mark.id: mark for mark in content.marks}
    tables = tables_of(map(_plain_mark, content.marks), content.shape_of)
    for table in tables.values():
        told = [_told(by_id[mark_id], content) for mark_id in table["mark_id"]]
        for name in _EVIDENCE:
            table[name] = [row[name] for row in told]
    return tables


def source_words(row: Row) -> str:
    """Return “[2] The Sahara Courier, 2024-04-20”."""
    who = row["outlet"] or row["title"] or "unnamed"
    return f"[{row['source']}] {who}, {row['published'] or 'undated'}"


def _told(mark: Mark, content: ExportContent) -> dict[str, str]:
    rows = evidence_of(mark, content)
    return {
        "source_names": "; ".join(dict.fromkeys(map(source_words, rows))),
        "quotes": "\n".join(" ".join(str(row["quote"]).split()) for row in rows),
        "evidence": json.dumps(rows, ensure_ascii=False),
    }


def _plain_mark(mark: Mark) -> Mark:
    count = mark.count
    return replace(
        mark,
        count=replace(count, told=tuple(map(plain, count.told))) if count else None,
        actor=plain(mark.actor),
        code=plain(mark.code),
        place_name=plain(mark.place_name),
        label=plain(mark.label),
        words=plain(mark.words),
    )
