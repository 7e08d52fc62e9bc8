"""The voice of the command line: words of articles never reach the terminal as commands."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from geodata.domain.plain_text import plain
from geodata.errors import OutputError


def say(text: str) -> None:
    """
    Print on stdout; control characters, which could steer a terminal, become U+FFFD.

    Raises:
        OutputError: What stdout leads to does not take it, as a full disk.
        BrokenPipeError: The reader of a pipe went away.
    """
    with _told():
        print(plain(text))


def say_json(values: Any) -> None:
    """Print one JSON value on stdout; raises as `say` does."""
    say(json.dumps(values, ensure_ascii=False, indent=1))


def finish_saying() -> None:
    """Hand all that was said over; raises as `say` does."""
    with _told():
        sys.stdout.flush()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        _let_go()
        raise OutputError(
            "standard output",
            (error.strerror or str(error)).lower().rstrip("."),
            todo="Make room on the disk, or print somewhere else.",
        ) from error


def _let_go() -> None:
    """Lead stdout nowhere: what it still holds would fail again at the end, with another exit code."""
    with suppress(OSError, ValueError), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def warn(text: object) -> None:
    """Print one sentence on stderr, with the program's name before it."""
    print(plain(f"dateline: {text}"), file=sys.stderr)


def counted(number: int, noun: str) -> str:
    """
    Return a number with its noun.

    >>> counted(1, 'article'), counted(2, 'article')
    ('1 article', '2 articles')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
