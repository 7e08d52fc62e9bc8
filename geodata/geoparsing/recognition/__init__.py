"""Toponym recognition: which names are places."""
