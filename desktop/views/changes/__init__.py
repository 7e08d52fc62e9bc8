"""What differs between two dates, as a list with its evidence."""

from desktop.views.changes.panel import ChangeRow, ChangesPanel

__all__ = ["ChangeRow", "ChangesPanel"]
