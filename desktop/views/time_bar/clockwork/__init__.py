"""The clock, how it moves, and what drives it."""
