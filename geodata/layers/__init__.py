"""Episodes -> the marks that are drawn, and GeoDataFrames of a frame."""

from geodata.layers.changes import Change, Difference, Moment, differences, moments_between
from geodata.layers.dressing import make_marks
from geodata.layers.frames import (
    change_days,
    describe,
    frame_marks,
    frame_tables,
    frame_words,
    last_states,
    layer_totals,
    told_marks,
)
from geodata.layers.geography.countries import country_polygons
from geodata.layers.headline import headline
from geodata.layers.marks import Anchor, Form, Layer, Mark, Passage, Pole
from geodata.layers.tables import UNPLACED, tables_of
from geodata.written_days import day_words

__all__ = [
    "UNPLACED",
    "Anchor",
    "Change",
    "Difference",
    "Form",
    "Layer",
    "Mark",
    "Moment",
    "Passage",
    "Pole",
    "change_days",
    "country_polygons",
    "day_words",
    "describe",
    "differences",
    "frame_marks",
    "frame_tables",
    "frame_words",
    "headline",
    "last_states",
    "layer_totals",
    "make_marks",
    "moments_between",
    "tables_of",
    "told_marks",
]
