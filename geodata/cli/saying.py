"""The voice of the command line: words of articles never reach the terminal as commands."""

from __future__ import annotations

import json
import sys
from typing import Any

from geodata.domain.plain_text import plain


def say(text: str) -> None:
    """Print on stdout; control characters, which could steer a terminal, become U+FFFD."""
    print(plain(text))


def say_json(values: Any) -> None:
    """Print one JSON value on stdout."""
    print(plain(json.dumps(values, ensure_ascii=False, indent=1)))


def warn(text: object) -> None:
    """Print one sentence on stderr, with the program's name before it."""
    print(plain(f"dateline: {text}"), file=sys.stderr)
