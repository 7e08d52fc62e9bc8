"""The project that opens first."""

from __future__ import annotations

from pathlib import Path

SAMPLE_TITLE = "US withdrawal from Niger, 2024"


def sample_folder() -> Path:
    """Return the folder of the sample articles: digests on the US withdrawal from Niger in 2024."""
    return Path(__file__).resolve().parents[2] / "seeds"
