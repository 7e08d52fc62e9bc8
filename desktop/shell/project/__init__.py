"""The open project: what changes it, its file, its journal, and what a person asks of them."""
