"""Widgets that show and ask. Each takes what it needs and tells what happened by signals."""
