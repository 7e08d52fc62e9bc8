"""Which words of a project's articles may speak of one base, and what was decided of them."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.domain.edits import TieBases
from geodata.domain.facilities import FacilityLink
from geodata.domain.places import Place, PlaceKind
from geodata.services.extraction import suggest_links
from geodata.services.projects import Project
from geodata.services.resources import Resources


@dataclass(frozen=True, slots=True)
class BaseLink:
    """
    Words that seem to speak of one base.

    Args:
        link: The words, the base and the reason.
        is_decided: Whether a person decided on all of the words.
    """

    link: FacilityLink
    is_decided: bool


def base_links(project: Project) -> tuple[BaseLink, ...]:
    """Return the suggestions over all articles that are not muted, open ones first."""
    decided = {
        (words.document_id, words.span)
        for edit in project.edits
        if isinstance(edit, TieBases)
        for words in edit.words
    }
    links = [
        BaseLink(link, all((m.document, m.span) in decided for m in link.mentions))
        for link in suggest_links(source.extraction for source in project.heard)
    ]
    return tuple(sorted(links, key=lambda one: one.is_decided))


def bases_near(place: Place, resources: Resources) -> tuple[Place, ...]:
    """Return the bases that the gazetteer knows within half a degree of a place."""
    around = resources.gazetteer.near(place.lat, place.lon)
    return tuple(one for one in around if one.kind is PlaceKind.BASE)
