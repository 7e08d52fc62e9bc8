"""The days that an expression names."""
