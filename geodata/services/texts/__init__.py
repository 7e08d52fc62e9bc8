"""The copies of an article that are read: legible, and what of it is of one day."""
