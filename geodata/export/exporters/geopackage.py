"""GeoPackage: one table a layer with temporal columns, and tables of claims and sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.errors import OutputError
from geodata.export.contents import ExportContent
from geodata.export.evidence import Row, claim_rows, source_rows
from geodata.export.manifest import manifest_json
from geodata.export.plugs import Exporter
from geodata.export.tables import layer_tables
from geodata.layers import UNPLACED

if TYPE_CHECKING:
    import pandas as pd


def _write(content: ExportContent, draft: Path) -> None:
    draft.unlink(missing_ok=True)
    for name, table in layer_tables(content).items():
        frame = table.drop(columns="geometry") if name == UNPLACED else table
        _write_layer(frame, draft, name, is_map=name != UNPLACED)
    manifest: Row = {"manifest": manifest_json(content.manifest)}
    for name, rows in (
        ("claims", list(claim_rows(content))),
        ("sources", list(source_rows(content))),
        ("manifest", [manifest]),
    ):
        if rows:
            _write_layer(_frame(rows), draft, name, is_map=False)


def _frame(rows: Sequence[Row]) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame(rows)
    for name in frame.columns[frame.columns.str.startswith("count_")]:
        if not name.endswith(("_text", "_qualifier")):
            frame[name] = frame[name].astype("Int64")
    return frame


def _write_layer(frame: pd.DataFrame, draft: Path, name: str, *, is_map: bool) -> None:
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError

    options = {"geometry_type": "Unknown"} if is_map else {}
    try:
        pyogrio.write_dataframe(
            frame, draft, layer=name, driver="GPKG", append=draft.exists(), **options
        )
    except (DataLayerError, DataSourceError, FeatureError, FieldError) as error:
        raise OutputError(
            draft.name,
            str(error).lower().rstrip("."),
            todo="Choose a folder that you may write to, with room on the disk.",
        ) from error


EXPORTER = Exporter("GeoPackage", ".gpkg", _write)
