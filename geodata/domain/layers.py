"""The layers of the map, which the time bar counts by too."""

from __future__ import annotations

from enum import StrEnum


class Layer(StrEnum):
    """The layers that a person can switch."""

    ALIGNMENT = "alignment"
    TROOPS = "troops"
    BASES = "bases"
    REGIONS = "regions"
