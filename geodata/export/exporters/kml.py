"""KML 2.2 with time spans: one folder a layer, for Google Earth and its like."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.domain.claims import Review
from geodata.domain.plain_text import plain
from geodata.domain.times import Days
from geodata.export.contents import ExportContent
from geodata.export.evidence import Row, evidence_of
from geodata.export.manifest import NAME, manifest_json
from geodata.export.plugs import Exporter
from geodata.export.tables import source_words
from geodata.layers import Anchor, Layer, Mark

if TYPE_CHECKING:
    from lxml.etree import _Element
    from shapely.geometry.base import BaseGeometry

_KML = "http://www.opengis.net/kml/2.2"
# Opaque for what somebody accepted, pale for what nobody has looked at. Colours of Okabe and Ito,
# which stay apart for the colour-blind; the symbol is the reader's own, so nothing is fetched.
_COLOURS = {
    Layer.ALIGNMENT: "D55E00",
    Layer.TROOPS: "0072B2",
    Layer.BASES: "1A1F25",
    Layer.REGIONS: "8A7A3A",
    Layer.MENTIONS: "606A75",
}
_OPACITY = {True: "ff", False: "99"}
_AREA_OPACITY = {True: "66", False: "33"}
_WHOLE = {
    Anchor.COUNTRY: "Said of the country as a whole; the point only carries the label.",
    Anchor.REGION: "Said of a region without agreed edges.",
    Anchor.NONE: "No place is told.",
}


def _write(content: ExportContent, draft: Path) -> None:
    from lxml import etree

    # lxml and not GDAL's driver: that one wraps text in CDATA, which a “]]>” in an article ends.
    root = etree.Element(f"{{{_KML}}}kml", nsmap={None: _KML})
    document = etree.SubElement(root, f"{{{_KML}}}Document")
    _add(document, "name", content.manifest.title)
    _add_data(document, {NAME: manifest_json(content.manifest)})
    for layer in Layer:
        for is_accepted in (True, False):
            _add_style(document, layer, is_accepted=is_accepted)
    for layer in Layer:
        marks = [mark for mark in content.marks if mark.layer is layer]
        if marks:
            folder = etree.SubElement(document, f"{{{_KML}}}Folder")
            _add(folder, "name", layer.value)
            for mark in marks:
                _add_placemark(folder, mark, content)
    draft.write_bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _add_placemark(folder: _Element, mark: Mark, content: ExportContent) -> None:
    from lxml import etree

    rows = evidence_of(mark, content)
    placemark = etree.SubElement(folder, f"{{{_KML}}}Placemark")
    _add(placemark, "name", _name(mark))
    # A description is shown as HTML, so that the words of articles have to be escaped twice.
    _add(placemark, "description", "<br>".join(map(escape, _lines(mark, rows))))
    _add_span(placemark, mark.valid)
    _add(placemark, "styleUrl", f"#{_style_id(mark.layer, is_accepted=_is_accepted(mark))}")
    _add_data(placemark, _data(mark, rows))
    shape = content.shape_of(mark)
    if shape is not None:
        _add_shape(placemark, shape)
    elif mark.lon is not None and mark.lat is not None:
        point = etree.SubElement(placemark, f"{{{_KML}}}Point")
        _add(point, "coordinates", f"{mark.lon:.6f},{mark.lat:.6f}")


def _name(mark: Mark) -> str:
    """Return what stands in a list of places: “US forces in Niger: 1,000, leaving”."""
    if not mark.subject or not mark.label:
        return mark.subject or mark.place_name or mark.actor
    who = " ".join(part for part in (mark.subject, mark.way, mark.where) if part)
    # The sign for it explains itself on a map, and in a list it does not.
    label = mark.label if mark.count or mark.label[0] != "?" else f"number unknown{mark.label[1:]}"
    return f"{who}: {label}"


def _is_accepted(mark: Mark) -> bool:
    # What rests on no claim, as a region of the gazetteer, has nothing to be accepted.
    return not mark.claim_ids or mark.review is Review.ACCEPTED


def _style_id(layer: Layer, *, is_accepted: bool) -> str:
    return layer.value if is_accepted else f"{layer.value}-suggested"


def _add_style(document: _Element, layer: Layer, *, is_accepted: bool) -> None:
    from lxml import etree

    red, green, blue = (_COLOURS[layer][at : at + 2].lower() for at in (0, 2, 4))
    ink = f"{_OPACITY[is_accepted]}{blue}{green}{red}"  # KML writes colours backwards
    area = f"{_AREA_OPACITY[is_accepted]}{blue}{green}{red}"
    style = etree.SubElement(
        document, f"{{{_KML}}}Style", id=_style_id(layer, is_accepted=is_accepted)
    )
    for kind, values in (
        ("IconStyle", {"color": ink, "scale": "1.0" if is_accepted else "0.8"}),
        ("LabelStyle", {"scale": "0.8"}),
        ("LineStyle", {"color": ink, "width": "2"}),
        ("PolyStyle", {"color": area}),
    ):
        part = etree.SubElement(style, f"{{{_KML}}}{kind}")
        for name, value in values.items():
            _add(part, name, value)


def _lines(mark: Mark, rows: Iterable[Row]) -> Iterator[str]:
    yield mark.words or mark.place_name
    if mark.anchor in _WHOLE:
        yield _WHOLE[mark.anchor]
    if mark.claim_ids:
        yield f"Review: {mark.review.value}. Known from {mark.known.start or 'the start'}."
    for row in rows:
        yield f"“{' '.join(str(row['quote']).split())}” {source_words(row)}"


def _data(mark: Mark, rows: list[Row]) -> dict[str, str]:
    values: dict[str, object] = {
        "mark_id": mark.id,
        "fact_id": mark.fact_id,
        "form": mark.form.value,
        "actor": mark.actor,
        "anchor": mark.anchor.value,
        "country": mark.country,
        "place_id": mark.place_id,
        "place_name": mark.place_name,
        "state": str(mark.state),
        "certainty": mark.certainty.value,
        "valid_from": mark.valid.start,
        "valid_to": mark.valid.end,
        "known_from": mark.known.start,
        "known_to": mark.known.end,
        "count_low": mark.count.low if mark.count else None,
        "count_high": mark.count.high if mark.count else None,
        "is_count_open": mark.count.is_open if mark.count else None,
        "deadline": mark.deadline,
        "claim_ids": " ".join(mark.claim_ids),
        "review": mark.review.value,
        "is_disputed": mark.is_disputed,
        "words": mark.words,
        "evidence": json.dumps(rows, ensure_ascii=False),
    }
    return {name: str(value) for name, value in values.items() if value not in {None, ""}}


def _add_span(placemark: _Element, days: Days) -> None:
    from lxml import etree

    if days.start or days.end:
        span = etree.SubElement(placemark, f"{{{_KML}}}TimeSpan")
        for name, day in (("begin", days.start), ("end", days.end)):
            if day:
                _add(span, name, _midnight(day))


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add_data(parent: _Element, values: dict[str, str]) -> None:
    from lxml import etree

    extended = etree.SubElement(parent, f"{{{_KML}}}ExtendedData")
    for name, value in values.items():
        data = etree.SubElement(extended, f"{{{_KML}}}Data", name=name)
        _add(data, "value", value)


def _add_shape(parent: _Element, shape: BaseGeometry) -> None:
    from lxml import etree

    parts: list[Any] = list(getattr(shape, "geoms", [shape]))
    if len(parts) > 1:
        parent = etree.SubElement(parent, f"{{{_KML}}}MultiGeometry")
    for part in parts:
        polygon = etree.SubElement(parent, f"{{{_KML}}}Polygon")
        rings = [("outerBoundaryIs", part.exterior)]
        rings += [("innerBoundaryIs", ring) for ring in part.interiors]
        for name, ring in rings:
            boundary = etree.SubElement(polygon, f"{{{_KML}}}{name}")
            line = etree.SubElement(boundary, f"{{{_KML}}}LinearRing")
            _add(line, "coordinates", " ".join(f"{x:.5f},{y:.5f}" for x, y, *_ in ring.coords))


def _add(parent: _Element, name: str, text: str) -> None:
    from lxml import etree

    etree.SubElement(parent, f"{{{_KML}}}{name}").text = plain(text)


EXPORTER = Exporter("KML", ".kml", _write)
