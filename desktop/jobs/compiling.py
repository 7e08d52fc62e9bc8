"""What the window needs of a project, made off its thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from geodata.domain.claims import ClaimId
from geodata.domain.layers import Layer

if TYPE_CHECKING:
    from geodata.services import Project, Resources


@dataclass(frozen=True, slots=True)
class Compiled:
    """
    What a job hands over.

    Args:
        project: What is shown.
        whole: The same with no source muted.
        page_data: It, as the map page takes it.
        effects: On how many marks each claim has a say.
        totals: How many things each layer shows on all days.
    """

    project: Project
    whole: Project
    page_data: bytes
    effects: Mapping[ClaimId, int]
    totals: Mapping[Layer, int]


def compiled(project: Project, before: Project | None, resources: Resources) -> Compiled:
    """
    Return a project with what is drawn of it.

    Args:
        project: What is to be shown.
        before: The project with no source muted as it was a step earlier, or None.
        resources: Gazetteer and language model.
    """
    from geodata.layers import layer_totals
    from geodata.mapping import extent_of, page_data
    from geodata.services import page_content

    whole = _whole_of(project, before, resources)
    # The map stays where it is while sources are muted and heard again.
    content = replace(page_content(project, resources), extent=extent_of(whole.marks))
    effects = Counter(chain.from_iterable(mark.claim_ids for mark in project.marks))
    return Compiled(project, whole, page_data(content), effects, layer_totals(project.marks))


def _whole_of(project: Project, before: Project | None, resources: Resources) -> Project:
    """Return the project with no source muted, compiled only if it is not at hand."""
    from geodata.services import with_muted

    if not project.muted:
        return project
    if before is not None and before.sources == project.sources:
        return before
    return with_muted(project, frozenset(), resources)


def is_same_state(one: Project, other: Project) -> bool:
    """Say whether nothing was decided, added, taken out or renamed between two states."""
    own, others = ((p.title, p.edits, p.muted, [*map(id, p.read)]) for p in (one, other))
    return own == others
