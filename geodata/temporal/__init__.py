"""Text -> time expressions with the days they name, and when an article appeared."""

from geodata.temporal.publication.inference import infer_publication
from geodata.temporal.reader import read_dates
from geodata.temporal.typed import read_typed_date, step_typed

__all__ = ["infer_publication", "read_dates", "read_typed_date", "step_typed"]
