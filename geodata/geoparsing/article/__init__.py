"""The article as this room reads it: its text, parse and names."""
