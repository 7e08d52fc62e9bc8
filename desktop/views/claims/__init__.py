"""The claims panel: tabs, the table, and the opened claim below it."""

from desktop.views.claims.panel import ClaimsPanel
from desktop.views.claims.tabs import Tab

__all__ = ["ClaimsPanel", "Tab"]
