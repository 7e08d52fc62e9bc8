"""What the window needs of a project, made off its thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.services import Project, Resources


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a job hands over: a project, the same with no source muted, and the page's data."""

    project: Project
    whole: Project
    page_data: bytes


def compiled(project: Project, before: Project | None, resources: Resources) -> Compiled:
    """
    Return a project with what is drawn of it.

    Args:
        project: What is to be shown.
        before: The project with no source muted as it was a step earlier, or None.
        resources: Gazetteer and language model.
    """
    from geodata.mapping import extent_of, page_data
    from geodata.services import page_content

    whole = _whole_of(project, before, resources)
    # The map stays where it is while sources are muted and heard again.
    content = replace(page_content(project, resources), extent=extent_of(whole.marks))
    return Compiled(project, whole, page_data(content))


def _whole_of(project: Project, before: Project | None, resources: Resources) -> Project:
    """Return the project with no source muted, compiled only if it is not at hand."""
    from geodata.services import with_muted

    if not project.muted:
        return project
    if before is not None and before.sources == project.sources:
        return before
    return with_muted(project, frozenset(), resources)
