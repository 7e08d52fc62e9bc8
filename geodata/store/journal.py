"""
What happened since the last save, line by line, so that nothing is lost when the program dies.

The first line says which file the journal belongs to; each further line is one change as JSON and
is on the disk before the next one begins. A last line that was cut off is left out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from geodata.domain.documents import DocumentId
from geodata.domain.edits import Edit
from geodata.domain.extractions import Extraction
from geodata.domain.stories import Story
from geodata.errors import ProjectDamaged
from geodata.store.coding import decode, encode
from geodata.store.contents import SavedProject, SavedView


@dataclass(frozen=True, slots=True)
class Recovered:
    """
    What a journal brings back.

    Args:
        project: As it was after the last change that reached the disk.
        path: The file it was saved in, or None for one that never was.
        changes: How many changes were not in that file.
    """

    project: SavedProject
    path: Path | None
    changes: int


class Journal:
    """
    Writes the changes of one open project.

    Args:
        path: The journal's own file; it is made anew.
        project_path: The file that the project was saved in, or None.
        base: The project as it is there; one that never was saved begins empty.

    Raises:
        OSError: The folder cannot be written.
    """

    def __init__(self, path: Path, project_path: Path | None, base: SavedProject) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w", encoding="utf-8")
        self._before = base
        self._append({"project": None if project_path is None else str(project_path.resolve())})
        if project_path is None:
            self._before = SavedProject("")
            self.note(base)

    def note(self, after: SavedProject) -> None:
        """Put down how the project changed since the last note; it is safe when this returns."""
        change = _change(self._before, after)
        if change:
            self._append(change)
        self._before = after

    def close(self, *, is_kept: bool = False) -> None:
        """End the journal; what it holds is saved elsewhere unless it is to be kept."""
        self._file.close()
        if not is_kept:
            self.path.unlink(missing_ok=True)

    def _append(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def journal_target(path: Path) -> Path | None:
    """
    Return the file that a journal belongs to, or None for a project that was never saved.

    Raises:
        ProjectDamaged: The journal has no readable first line.
    """
    lines = _lines(path)
    if not lines or "project" not in lines[0]:
        raise ProjectDamaged(path.name, reason="the journal has no first line")
    target = lines[0]["project"]
    return None if target is None else Path(target)


def recover(path: Path, base: SavedProject | None) -> Recovered:
    """
    Return the project as its journal left it.

    Args:
        path: The journal.
        base: The saved project that the journal belongs to; None where it was never saved.

    Raises:
        ProjectDamaged: The journal does not fit the project or cannot be read.
    """
    target = journal_target(path)
    project, changes = base or SavedProject(""), 0
    try:
        for line in _lines(path)[1:]:
            project = _changed(project, line)
            changes += 1
    except (LookupError, ValueError, TypeError, AttributeError, ExceptionGroup) as error:
        raise ProjectDamaged(path.name, reason=f"change {changes + 1} is unreadable") from error
    return Recovered(project, target, changes)


def _lines(path: Path) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    # Not `splitlines`, which also breaks at letters that a title may hold, such as U+0085.
    for line in path.read_bytes().decode("utf-8", errors="replace").split("\n"):
        try:
            lines.append(json.loads(line))
        except ValueError:
            break  # the program died while it wrote this one
    return lines


def _change(before: SavedProject, after: SavedProject) -> dict[str, Any]:
    """Return only what differs; articles and edits that both hold are not written again."""
    change: dict[str, Any] = {}
    if after.title != before.title:
        change["title"] = after.title
    if after.muted != before.muted:
        change["muted"] = sorted(after.muted)
    if after.view != before.view:
        change["view"] = encode(after.view, SavedView)
    if after.story != before.story:
        change["story"] = encode(after.story, Story)
    if after.extractions != before.extractions:
        known = {e.document.id: e for e in before.extractions}
        change["documents"] = [e.document.id for e in after.extractions]
        change["read"] = [
            encode(e, Extraction) for e in after.extractions if known.get(e.document.id) != e
        ]
    if after.edits != before.edits:
        kept = _shared(before.edits, after.edits)
        change["kept"] = kept
        change["edits"] = [encode(edit, Edit) for edit in after.edits[kept:]]
    return change


def _shared(one: Sequence[Edit], two: Sequence[Edit]) -> int:
    """Return how many edits two ledgers begin with in common; undo keeps them as they are."""
    shared = 0
    for a, b in zip(one, two, strict=False):
        if a is not b and a != b:
            break
        shared += 1
    return shared


def _changed(project: SavedProject, change: dict[str, Any]) -> SavedProject:
    if "title" in change:
        project = replace(project, title=change["title"])
    if "muted" in change:
        project = replace(project, muted=frozenset(DocumentId(d) for d in change["muted"]))
    if "view" in change:
        project = replace(project, view=decode(change["view"], SavedView))
    if "story" in change:
        project = replace(project, story=decode(change["story"], Story))
    if "documents" in change:
        known = {e.document.id: e for e in project.extractions}
        read: list[Extraction] = [decode(text, Extraction) for text in change["read"]]
        known.update({e.document.id: e for e in read})
        ordered = tuple(known[DocumentId(d)] for d in change["documents"])
        project = replace(project, extractions=ordered)
    if "edits" in change:
        added: list[Edit] = [decode(text, Edit) for text in change["edits"]]
        project = replace(project, edits=(*project.edits[: change["kept"]], *added))
    return project
