"""Episodes -> the marks that are drawn, and GeoDataFrames of a frame."""

from geodata.layers.dressing import make_marks
from geodata.layers.frames import UNPLACED, describe, frame_marks, frame_tables
from geodata.layers.marks import Anchor, Form, Layer, Mark, Pole

__all__ = [
    "UNPLACED",
    "Anchor",
    "Form",
    "Layer",
    "Mark",
    "Pole",
    "describe",
    "frame_marks",
    "frame_tables",
    "make_marks",
]
