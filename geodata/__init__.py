"""Dateline's library: from news articles to claims on a map through time. Runs without Qt."""

__version__ = "0.1.0"
