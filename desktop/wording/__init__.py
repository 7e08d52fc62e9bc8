"""Dates, counts and claims in the words that the window uses."""

from desktop.wording.naming import Wording

__all__ = ["Wording"]
