"""What an export of a project rests on, and whether the project still supports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from geodata import __version__
from geodata.domain.claims import ClaimId
from geodata.domain.documents import DocumentId
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.plain_text import plain
from geodata.domain.times import ONE_DAY, Reach
from geodata.export import Manifest, ManifestClaim, ManifestSource, Statement
from geodata.layers import Mark, Moment, frame_marks
from geodata.services.projects import Project


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    Whether a project supports what a file shows.

    Args:
        problems: What the file shows and the project no longer does; none: it is supported.
        notes: What else differs, and takes nothing from what is shown.
    """

    problems: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def is_supported(self) -> bool:
        """Whether all that the file shows still stands."""
        return not self.problems


def frame_manifest(
    project: Project,
    *,
    on: date,
    known_by: date,
    hidden: Iterable[str] = OFF_AT_FIRST,
    reach: Reach = ONE_DAY,
    extent: tuple[float, float, float, float] | None = None,
    is_dark: bool | None = None,
    compared: Iterable[Moment] = (),
) -> Manifest:
    """
    Return what the map of one frame shows and rests on.

    Args:
        project: What is shown.
        on: The day.
        known_by: The known date.
        hidden: Layers that are switched off.
        reach: Days around the day that are taken in.
        extent: West, south, east, north in degrees, or None for all that is told.
        is_dark: Whether in the dark theme, or None where that was not told.
        compared: The two maps whose differences are marked, or none.
    """
    off = frozenset(map(Layer, hidden))
    marks = _drawn(project, on, known_by, reach, off)
    ids = dict.fromkeys(claim_id for mark in marks for claim_id in mark.claim_ids)
    return Manifest(
        version=__version__,
        title=project.title,
        on=on,
        known_by=known_by,
        days_before=reach.before,
        days_after=reach.after,
        hidden=tuple(sorted(layer.value for layer in off)),
        extent=extent,
        theme=None if is_dark is None else "dark" if is_dark else "light",
        muted=tuple(sorted(project.muted)),
        compared=tuple((moment.on, moment.known_by) for moment in compared),
        statements=tuple(Statement(m.fact_id, m.words, m.claim_ids) for m in marks),
        **_rests_on(project, ids),
    )


def whole_manifest(
    project: Project, claim_ids: Iterable[ClaimId], *, on: date | None, known_by: date | None
) -> Manifest:
    """Return what a file of data rests on: the given claims, of all days where `on` is None."""
    return Manifest(
        version=__version__,
        title=project.title,
        on=on,
        known_by=known_by,
        **_rests_on(project, claim_ids),
    )


def check_manifest(manifest: Manifest, project: Project) -> Verdict:
    """Compare what a file rests on with a project as it stands now."""
    problems = [*_sources(manifest, project), *_claims(manifest, project)]
    notes: list[str] = []
    if manifest.statements and manifest.on and manifest.known_by:
        changed, further = _statements(manifest, project, manifest.on, manifest.known_by)
        problems += changed
        notes += further
    if manifest.version != __version__:
        notes.append(f"Dateline {manifest.version} wrote the file; this is {__version__}.")
    return Verdict(tuple(problems), tuple(notes))


def _drawn(
    project: Project, on: date, known_by: date, reach: Reach, hidden: frozenset[Layer]
) -> tuple[Mark, ...]:
    marks = frame_marks(project.marks, on, known_by, reach)
    return tuple(mark for mark in marks if mark.claim_ids and mark.layer not in hidden)


class _Basis(TypedDict):
    claims: tuple[ManifestClaim, ...]
    sources: tuple[ManifestSource, ...]


def _rests_on(project: Project, claim_ids: Iterable[ClaimId]) -> _Basis:
    wanted = frozenset(claim_ids)
    claims: list[ManifestClaim] = []
    sources: list[ManifestSource] = []
    for source in project.sources:
        found = [claim for claim in source.extraction.claims if claim.id in wanted]
        claims += [ManifestClaim(c.id, c.document_id, c.review.value) for c in found]
        if found:
            document = source.document
            sources.append(
                ManifestSource(
                    source.number,
                    document.id,
                    document.sha256,
                    document.title,
                    document.outlet,
                    document.published.best,
                )
            )
    return {"claims": tuple(claims), "sources": tuple(sources)}


def _sources(manifest: Manifest, project: Project) -> Iterator[str]:
    now = {source.document.id: source.document for source in project.sources}
    titles = {plain(source.document.title) for source in project.sources}
    for source in manifest.sources:
        named = f"Source {source.number}, “{source.title}”"
        document = now.get(DocumentId(source.document_id))
        if document is None:
            # The id is made of the bytes, so that a changed file is another article.
            what = "has other bytes now" if source.title in titles else "is not in the project"
            yield f"{named}, {what}."
        elif document.id in project.muted:
            yield f"{named}, is muted in the project."
        elif document.sha256 != source.sha256:
            yield f"{named}, has other bytes now."
        elif document.published.best != source.published:
            before, after = source.published or "no date", document.published.best or "no date"
            yield f"{named}, was dated {before} and is dated {after} now."


def _claims(manifest: Manifest, project: Project) -> Iterator[str]:
    now = {claim.id: claim for source in project.sources for claim in source.extraction.claims}
    present = {source.document.id for source in project.sources}
    for told in manifest.claims:
        claim = now.get(ClaimId(told.id))
        if claim is None:
            if told.document_id in present:
                yield f"Claim {told.id} is no longer read from its article."
        elif claim.review.value != told.review:
            yield f"Claim {told.id} was {told.review} and is {claim.review.value} now."


def _statements(
    manifest: Manifest, project: Project, on: date, known_by: date
) -> tuple[list[str], list[str]]:
    reach = Reach(manifest.days_before, manifest.days_after)
    known = {layer.value for layer in Layer}
    hidden = frozenset(Layer(name) for name in manifest.hidden if name in known)
    now: dict[str, list[str]] = {}
    for mark in _drawn(project, on, known_by, reach, hidden):
        now.setdefault(mark.fact_id, []).append(plain(mark.words))
    changed = []
    for told in manifest.statements:
        words = now.get(told.fact_id)
        if words is None:
            changed.append(f"No longer on the map: {told.words}")
        elif told.words not in words:
            changed.append(f"It said: {told.words} The project says now: {' '.join(words)}")
    shown = {told.fact_id for told in manifest.statements}
    further = [
        f"On the map now, and not in the file: {' '.join(words)}"
        for fact_id, words in now.items()
        if fact_id not in shown
    ]
    return changed, further
