"""Frozen dataclasses that flow through Dateline, and the pure rules on them."""
