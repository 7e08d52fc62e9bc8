"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geodata.errors import OutputError


def check_target(target: Path, *, may_replace: bool) -> None:
    """
    Refuse a target that cannot be written, before any work.

    Raises:
        OutputError: It is a folder, its folder is missing, or it holds something and may not be
            replaced.
    """
    if target.is_dir():
        raise OutputError(str(target), "it is a folder", todo="Give the name of a file in it.")
    if not target.parent.is_dir():
        raise OutputError(
            str(target), "its folder does not exist", todo="Make the folder, or choose another one."
        )
    if target.exists() and target.stat().st_size and not may_replace:
        raise OutputError(
            str(target),
            "it exists already",
            todo="Choose another name, or add --force to replace it.",
        )


def replace_file(target: Path, data: bytes) -> None:
    """
    Write a file so that a reader sees the old one or the new one, never a part.

    Raises:
        OutputError: The folder is missing or cannot be written, or the disk is full.
    """
    with drafted(target) as draft:
        draft.write_bytes(data)


@contextmanager
def drafted(target: Path) -> Iterator[Path]:
    """
    Give a name beside the target to write to; the file takes the target's place at the end.

    Raises:
        OutputError: Writing failed, whoever wrote; what stood there before is untouched.
    """
    draft = None
    try:
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=".dateline-", suffix=target.suffix
        )
        os.close(handle)
        draft = Path(name)
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.chmod(0o644)
        draft.replace(target)
    except OSError as error:
        raise OutputError(
            str(target),
            (error.strerror or str(error)).lower().rstrip("."),
            todo="Choose a folder that you may write to, with room on the disk.",
        ) from error
    finally:
        if draft is not None:
            for leftover in draft.parent.glob(f"{draft.name}*"):
                leftover.unlink(missing_ok=True)
