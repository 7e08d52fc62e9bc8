"""The story of a project: what its citations rest on, and the files that tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from geodata.domain.claims import Claim, ClaimId, Review
from geodata.domain.documents import DocumentId
from geodata.domain.stories import CITATION, Bookmark, Caption, citation_numbers
from geodata.errors import NoStory
from geodata.export import Manifest, write_story_html
from geodata.layers import day_words, describe, frame_marks
from geodata.mapping import (
    Line,
    PageContent,
    PageStory,
    StoryNote,
    StoryStep,
    Theme,
    extent_of,
)
from geodata.services.exports.manifests import whole_manifest
from geodata.services.projects import Project, Source, with_muted
from geodata.services.publishing import page_content
from geodata.services.resources import Resources


@dataclass(frozen=True, slots=True)
class Cited:
    """
    A claim that a story cites, as it stands now.

    Args:
        claim_id: Which one.
        number: As it stands in the captions, from 1.
        claim: The claim, or None where the project has it no longer.
        source: Its article, or None.
        quote: Its words, or empty.
        trouble: Why nothing may be rested on it, as a sentence; empty where it stands.
    """

    claim_id: ClaimId
    number: int
    claim: Claim | None
    source: Source | None
    quote: str
    trouble: str

    @property
    def words(self) -> str:
        """Quote, outlet and date, or what is wrong."""
        if self.source is None or self.trouble:
            return self.trouble
        return f"“{self.quote}” {_who(self.source)}, {_when(self.source)}."


def cited_claims(project: Project) -> tuple[Cited, ...]:
    """Return what the story cites, in the order of the numbers."""
    found: dict[ClaimId, tuple[Claim, Source]] = {
        claim.id: (claim, source)
        for source in project.sources
        for claim in source.extraction.claims
    }
    return tuple(
        _cited(claim_id, number, found, project.muted)
        for claim_id, number in citation_numbers(project.story).items()
    )


def story_troubles(project: Project) -> tuple[str, ...]:
    """Return one sentence for each citation that nothing may be rested on."""
    troubles = {cited.claim_id: cited for cited in cited_claims(project) if cited.trouble}
    return tuple(
        f"“{bookmark.title}” cites [{troubles[claim_id].number}]: {troubles[claim_id].trouble}"
        for bookmark in project.story
        for claim_id in dict.fromkeys(bookmark.caption.cited)
        if claim_id in troubles
    )


def story_page(project: Project, resources: Resources) -> PageStory:
    """
    Return what the page of a story shows.

    Raises:
        NoStory: The project holds none.
    """
    check_story(project)
    choices = tuple(dict.fromkeys(bookmark.muted for bookmark in project.story))
    projects = {muted: with_muted(project, muted, resources) for muted in choices}
    numbers = citation_numbers(project.story)
    return PageStory(
        title=project.title,
        steps=tuple(
            _step(bookmark, projects[bookmark.muted], choices.index(bookmark.muted), numbers)
            for bookmark in project.story
        ),
        notes=tuple(_note(cited) for cited in cited_claims(project)),
        contents=_contents([projects[muted] for muted in choices], resources),
    )


def check_story(project: Project) -> None:
    """
    Refuse a project without a story.

    Raises:
        NoStory: It holds no bookmark.
    """
    if not project.story:
        raise NoStory(project.title)


def export_story(
    project: Project, resources: Resources, target: Path, *, is_dark: bool = False
) -> tuple[str, ...]:
    """
    Write the story as one page that scrolls; it requests nothing.

    Returns:
        What is wrong with its citations, see `story_troubles`; the page marks these places.

    Raises:
        NoStory: The project holds none.
        OutputError: The target cannot be written.
    """
    page = story_page(project, resources)
    theme: Theme = "dark" if is_dark else "light"
    write_story_html(page, target, theme=theme, manifest=story_manifest(project, resources))
    return story_troubles(project)


def story_manifest(project: Project, resources: Resources) -> Manifest:
    """Return what a story rests on: the claims that it cites, and those that its maps show."""
    ids = {cited.claim_id: None for cited in cited_claims(project) if not cited.trouble}
    for bookmark in project.story:
        shown = with_muted(project, bookmark.muted, resources)
        marks = frame_marks(shown.marks, bookmark.on, bookmark.known_by, bookmark.reach)
        drawn = (mark for mark in marks if mark.layer not in bookmark.hidden)
        ids.update(dict.fromkeys(claim_id for mark in drawn for claim_id in mark.claim_ids))
    return whole_manifest(project, ids, on=None, known_by=None)


def caption_lines(caption: Caption, numbers: Mapping[ClaimId, int]) -> tuple[Line, ...]:
    """Return a caption paragraph by paragraph: words, and the numbers of what they cite."""
    cited = iter(caption.cited)
    return tuple(
        tuple(_parts(line, cited, numbers)) for line in caption.text.split("\n") if line.strip()
    )


def _parts(
    line: str, cited: Iterator[ClaimId], numbers: Mapping[ClaimId, int]
) -> Iterator[str | int]:
    first, *rest = line.split(CITATION)
    if first:
        yield first
    for words in rest:
        yield numbers[next(cited)]
        if words:
            yield words


def _cited(
    claim_id: ClaimId,
    number: int,
    found: Mapping[ClaimId, tuple[Claim, Source]],
    muted: frozenset[DocumentId],
) -> Cited:
    if claim_id not in found:
        trouble = "The claim is no longer in the project, so nothing supports this."
        return Cited(claim_id, number, None, None, "", trouble)
    claim, source = found[claim_id]
    trouble = ""
    if claim.review is Review.REJECTED:
        trouble = f"The claim was rejected, so source {source.number} does not support this."
    elif claim.document_id in muted:
        trouble = f"Source {source.number}, which this rests on, is muted."
    quote = " ".join(claim.evidence[0].quote(source.document.text).split())
    return Cited(claim_id, number, claim, source, quote, trouble)


def _note(cited: Cited) -> StoryNote:
    if cited.source is None or cited.claim is None or cited.trouble:
        return StoryNote(cited.number, trouble=cited.trouble)
    return StoryNote(
        cited.number,
        cited.quote,
        _who(cited.source),
        _when(cited.source),
        is_reviewed=cited.claim.review is not Review.SUGGESTED,
    )


def _who(source: Source) -> str:
    document = source.document
    return ": ".join(part for part in (document.outlet or "", document.title) if part)


def _when(source: Source) -> str:
    published = source.document.published
    if published.best is None:
        return "undated"
    return f"{'' if published.is_stated else 'about '}{day_words(published.best)}"


def _step(
    bookmark: Bookmark, shown: Project, content: int, numbers: Mapping[ClaimId, int]
) -> StoryStep:
    marks = [mark for mark in shown.marks if mark.layer not in bookmark.hidden]
    return StoryStep(
        title=bookmark.title,
        on=bookmark.on,
        known_by=bookmark.known_by,
        reach=bookmark.reach,
        hidden=bookmark.hidden,
        view=bookmark.view,
        lines=caption_lines(bookmark.caption, numbers),
        told=describe(
            marks,
            bookmark.on,
            bookmark.known_by,
            bookmark.reach,
            reported=shown.reported_before(bookmark.on, bookmark.known_by),
        ),
        content=content,
    )


def _contents(projects: list[Project], resources: Resources) -> tuple[PageContent, ...]:
    """Return the maps' contents with one extent, so that no step moves the map unasked."""
    extent = extent_of(mark for shown in projects for mark in shown.marks)
    return tuple(replace(page_content(shown, resources), extent=extent) for shown in projects)


def source_words(project: Project, caption: Caption) -> str:
    """Return a caption as plain text that cites sources by number, as a picture lists them."""
    found = {
        claim.id: (claim, source.number)
        for source in project.sources
        for claim in source.extraction.claims
    }

    def sign(claim_id: ClaimId) -> str:
        claim, number = found.get(claim_id, (None, 0))
        stands = claim is not None and claim.review is not Review.REJECTED
        return f"[{number}]" if stands else "[no source]"

    first, *rest = caption.text.split(CITATION)
    cited = zip(caption.cited, rest, strict=True)
    text = first + "".join(f" {sign(one)}{words}" for one, words in cited)
    return " ".join(text.split())
