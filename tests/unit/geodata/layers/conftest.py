"""Lets the tests of this room import its small gazetteer and the builders of claims by name."""

from __future__ import annotations

import sys
from pathlib import Path

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE), str(_HERE.parent / "timeline")]
