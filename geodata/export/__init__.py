"""Files that people publish."""

from geodata.export.html import replace_file, write_html

__all__ = ["replace_file", "write_html"]
