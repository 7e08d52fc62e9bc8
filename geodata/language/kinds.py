"""Tokens that are alike: rows of numbers as keys under which what was worked out is kept."""

from __future__ import annotations

from typing import Any

import numpy as np


def kinds_of(rows: Any) -> list[bytes]:
    """
    Return one key for each row of a table of numbers: alike where the rows are.

    Args:
        rows: An array of shape (rows, columns), of any kind of number.
    """
    rows = np.ascontiguousarray(rows)
    keys: list[bytes] = rows.view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist()
    return keys
