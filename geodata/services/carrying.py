"""What a job made of one state of a project, done to another state of it."""

from __future__ import annotations

from dataclasses import replace

from geodata.domain.documents import DocumentId
from geodata.domain.extractions import Extraction
from geodata.services.decisions import shared_start
from geodata.services.editing import saved_form
from geodata.services.projects import Project
from geodata.store import SavedProject


def carried_on(base: Project, made: Project, now: Project) -> SavedProject:
    """Return what `carried_over` makes of three projects."""
    return carried_over(saved_form(base), saved_form(made), saved_form(now))


def carried_over(base: SavedProject, made: SavedProject, now: SavedProject) -> SavedProject:
    """
    Return what stands now with what a job changed, and nothing else of what the job held.

    What a person undid, took out or renamed while the job ran stays so. An article that was read
    anew is taken unless the present one is another one by now, of another date for example.

    Args:
        base: The project when the job began.
        made: What the job made of it.
        now: The project when the job ended.
    """
    return replace(
        now,
        title=now.title if made.title == base.title else made.title,
        extractions=_read(base, made, now),
        edits=(*now.edits, *made.edits[shared_start(base.edits, made.edits) :]),
    )


def _read(base: SavedProject, made: SavedProject, now: SavedProject) -> tuple[Extraction, ...]:
    was, new = _by_id(base), _by_id(made)
    kept = tuple(_newer(one, was, new) for one in now.extractions)
    known = {one.document.id for one in (*base.extractions, *now.extractions)}
    return (*kept, *(one for one in made.extractions if one.document.id not in known))


def _newer(
    one: Extraction, was: dict[DocumentId, Extraction], new: dict[DocumentId, Extraction]
) -> Extraction:
    key = one.document.id
    if key not in was or key not in new or new[key] is was[key]:
        return one
    return new[key] if one.document == was[key].document else one


def _by_id(state: SavedProject) -> dict[DocumentId, Extraction]:
    return {one.document.id: one for one in state.extractions}
