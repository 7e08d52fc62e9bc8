"""GeoParquet: all layers in one table, for data frames and warehouses; needs pyarrow."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from geodata.errors import OutputError
from geodata.export.contents import ExportContent
from geodata.export.plugs import Exporter
from geodata.export.tables import layer_tables


def _write(content: ExportContent, draft: Path) -> None:
    if find_spec("pyarrow") is None:
        raise OutputError(
            draft.name,
            "GeoParquet needs the package pyarrow, which is not installed",
            todo="Install it with “pip install dateline[parquet]”, or choose .gpkg.",
        )
    import geopandas
    import pandas as pd

    tables = layer_tables(content)
    for name, table in tables.items():
        table.insert(0, "layer", name)
    filled = [table for table in tables.values() if len(table)] or list(tables.values())[:1]
    whole = geopandas.GeoDataFrame(pd.concat(filled, ignore_index=True), crs="EPSG:4326")
    for name in ("count_low", "count_high"):
        whole[name] = whole[name].astype("Int64")
    whole["is_count_open"] = whole["is_count_open"].astype("boolean")
    whole.to_parquet(draft, index=False)


EXPORTER = Exporter("GeoParquet", ".parquet", _write)
