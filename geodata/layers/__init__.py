"""Episodes -> the marks that are drawn, and GeoDataFrames of a frame."""

from geodata.layers.countries import country_polygons
from geodata.layers.dressing import make_marks
from geodata.layers.frames import describe, frame_marks, frame_tables
from geodata.layers.marks import Anchor, Form, Layer, Mark, Pole
from geodata.layers.tables import UNPLACED, tables_of

__all__ = [
    "UNPLACED",
    "Anchor",
    "Form",
    "Layer",
    "Mark",
    "Pole",
    "country_polygons",
    "describe",
    "frame_marks",
    "frame_tables",
    "make_marks",
    "tables_of",
]
