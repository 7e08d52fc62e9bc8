"""`dateline completion`: the script that lets a shell complete verbs, options and files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path


def run_completion(parser: argparse.ArgumentParser, shell: str) -> int:
    """Print the script for a shell."""
    import shtab

    for action in _actions(parser):
        if action.type is Path:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    print(shtab.complete(parser, shell=shell))
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - argparse tells them in no other way
        yield action
        if isinstance(action.choices, dict):
            for verb in action.choices.values():
                yield from _actions(verb)
