"""GeoJSON (RFC 7946): one FeatureCollection, each feature with its layer and its evidence."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from geodata.export.contents import ExportContent
from geodata.export.evidence import claim_rows, source_rows
from geodata.export.manifest import NAME, manifest_values
from geodata.export.plugs import Exporter
from geodata.export.tables import layer_tables


def _write(content: ExportContent, draft: Path) -> None:
    features = [
        feature
        for name, table in layer_tables(content).items()
        if len(table)
        for feature in _features(name, table)
    ]
    whole = {
        "type": "FeatureCollection",
        NAME: manifest_values(content.manifest),
        "features": features,
        "sources": list(source_rows(content)),
        "claims": list(claim_rows(content)),
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    draft.write_text(text + "\n", encoding="utf-8")


def _features(name: str, table: Any) -> list[dict[str, Any]]:
    import pyogrio

    # GDAL sees to the rules on winding and on the antimeridian; our own text columns must not be
    # taken for JSON just because an article begins with a brace.
    buffer = io.BytesIO()
    pyogrio.write_dataframe(
        table,
        buffer,
        driver="GeoJSON",
        layer=name,
        layer_options={"RFC7946": "YES", "AUTODETECT_JSON_STRINGS": "NO"},
        geometry_type="Unknown",
    )
    features: list[dict[str, Any]] = json.loads(buffer.getvalue())["features"]
    for feature in features:
        own = feature["properties"]
        own["evidence"] = json.loads(own["evidence"])
        feature["id"] = own["mark_id"]
        feature["properties"] = {"layer": name, **own}
    return features


EXPORTER = Exporter("GeoJSON", ".geojson", _write)
