"""What the Qt binding does to Python: kept from ending it, and from slowing every import."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

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


def spare_imports() -> None:
    """
    Let modules be imported without PySide reading their source.

    PySide opens the source of each module that is imported after it, and looks for its own name:
    whether the module might ask for `from __feature__ import snake_case`. None of ours and none
    that we use does. It takes a tenth of the start, and keeps every source in memory.
    """
    import PySide6.QtCore  # noqa: F401 - it brings what is looked for

    # An inner part of PySide 6: where it is not there, imports take as long as they took.
    with suppress(ImportError, AttributeError):
        from shibokensupport import feature  # type: ignore[import-not-found,unused-ignore]

        if callable(feature._mod_uses_pyside):  # noqa: SLF001
            feature._mod_uses_pyside = _asks_for_nothing  # noqa: SLF001


def _asks_for_nothing(_module: object) -> bool:
    return False
