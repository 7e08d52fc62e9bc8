"""The window of Dateline, in PySide6. It imports geodata, never the reverse."""

from desktop.immortals import make_immortal

make_immortal()
