"""The layers of the map, which the time bar counts by too."""

from __future__ import annotations

from enum import StrEnum


class Layer(StrEnum):
    """The layers that a person can switch."""

    ALIGNMENT = "alignment"
    TROOPS = "troops"
    BASES = "bases"
    REGIONS = "regions"
    MENTIONS = "mentions"


# Where else the articles speak of is no claim, so it is shown only to who asks for it.
OFF_AT_FIRST = frozenset({Layer.MENTIONS})
