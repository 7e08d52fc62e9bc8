"""What Python itself never lets go of from its version 3.12 on."""

from __future__ import annotations

import ctypes
import sys

_MANY = 1 << 40


def make_immortal() -> None:
    """
    Keep `None`, `True` and `False` from being counted down to nothing.

    PySide6 6.12 counts on them being immortal, as PEP 683 made them: each signal that is emitted
    takes one reference of `True` away and many a call one of `None`. Before Python 3.12 the
    program would be ended after some ten thousand of them, in the midst of work. A second call
    does no harm.
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for value in (None, True, False, NotImplemented):
        if sys.getrefcount(value) < _MANY // 2:
            # The count is the first field of every object.
            ctypes.c_ssize_t.from_address(id(value)).value += _MANY
