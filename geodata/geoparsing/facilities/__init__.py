"""Bases as a text speaks of them, named or described, and which of them may be one."""

from geodata.geoparsing.facilities.finding import BaseSource, find_facilities
from geodata.geoparsing.facilities.linking import link_facilities

__all__ = ["BaseSource", "find_facilities", "link_facilities"]
