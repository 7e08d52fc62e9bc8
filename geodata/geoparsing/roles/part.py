"""A role with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.domain.mentions import Role


@dataclass(frozen=True, slots=True)
class Part:
    """
    A role with its reason.

    Args:
        role: What the name does.
        why: The reason, as the end of a sentence.
    """

    role: Role
    why: str
