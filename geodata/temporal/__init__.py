"""Text -> time expressions with the days they name, and when an article appeared."""

from geodata.temporal.publication.inference import infer_publication
from geodata.temporal.publication.parts import PartSeen, find_parts
from geodata.temporal.reader import read_dates
from geodata.temporal.typed import read_typed_date, step_typed

__all__ = [
    "PartSeen",
    "find_parts",
    "infer_publication",
    "read_dates",
    "read_typed_date",
    "step_typed",
]
