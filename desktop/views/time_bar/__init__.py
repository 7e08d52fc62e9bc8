"""The time bar: transport, typed date, and the track with its two handles."""

from desktop.views.time_bar.bar import TimeBar
from desktop.views.time_bar.clockwork.clock import Mode
from desktop.views.time_bar.fields.typed_days import read_typed

__all__ = ["Mode", "TimeBar", "read_typed"]
