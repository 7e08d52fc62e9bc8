"""The window of Dateline, in PySide6. It imports geodata, never the reverse."""
