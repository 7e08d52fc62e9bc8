"""Keeps Python 3.11 alive under a Qt binding that was built for later versions."""

from __future__ import annotations

import ctypes
import sys

# More than a window could use up in centuries of drawing, far from where the counter overflows.
_REFERENCES = 1 << 48


def keep_constants_alive() -> None:
    """
    Give None, True and False so many references that they cannot run out.

    Call it before any window is drawn; calling it again does nothing.
    """
    # WORKAROUND PySide6 6.12 is one binary for all Python versions, built where constants cannot
    # be freed (3.12 and later, PEP 683): every call that returns nothing takes one reference to
    # None and gives none back. On 3.11 the interpreter dies with “deallocating None” after a few
    # thousand calls. Ends with the last version of Python before 3.12 that we support.
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(constant) < _REFERENCES:
            # The counter is the first field of an object in every release build.
            ctypes.c_ssize_t.from_address(id(constant)).value += _REFERENCES
