"""Readers of what the gazetteer is built from, one module an input; each yields rows."""
