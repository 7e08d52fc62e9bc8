"""The time bar: transport, typed date, and the track with its two handles."""

from desktop.views.time_bar.bar import TimeBar

__all__ = ["TimeBar"]
