"""What changes the project: every change is a step that can be undone, and each has a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.commands import Step
from desktop.jobs import Job, Ticket
from desktop.shell.session import Session
from desktop.wording.naming import Wording
from desktop.wording.words import plural
from geodata.domain.claims import Claim, ClaimId, Review
from geodata.domain.documents import DocumentId, Publication
from geodata.domain.edits import ChangeClaim, Edit, JoinClaims, PartClaims, SetReview
from geodata.domain.spans import Span
from geodata.domain.stories import Story

if TYPE_CHECKING:
    from geodata.services import Project
    from geodata.store import SavedProject

_REVIEW_WORDS = {
    Review.ACCEPTED: "Accept",
    Review.REJECTED: "Reject",
    Review.SUGGESTED: "Put back to review",
}


class Workbench(QObject):
    """
    Decides on claims, articles and dates of the open project.

    Args:
        session: What is open.
        wording: Puts claims into words.
        parent: Owner.
    """

    stepped = Signal()  # the state is another one than before
    reread = Signal(int)  # articles were read again; so many read otherwise now

    def __init__(self, session: Session, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self.history = QUndoStack(self)
        session.opened.connect(self._on_opened)
        session.added.connect(self._on_added)
        session.reread.connect(self._on_reread)
        self.history.indexChanged.connect(self._on_index)
        self._is_clearing = False

    @property
    def state(self) -> SavedProject | None:
        """What a file would hold of the open project, but for how it is looked at."""
        from geodata.services.editing import saved_form

        project = self._session.project
        return None if project is None else saved_form(project)

    def decide(self, text: str, *edits: Edit) -> None:
        """Add decisions to the ledger as one step."""
        before = self.state
        if before is not None and edits:
            after = replace(before, edits=(*before.edits, *edits))
            self._push(text, before, after)

    def review(self, claim_ids: Iterable[ClaimId], review: Review) -> None:
        """Accept or reject claims, or put them back to review; those that are so already stay."""
        claims = [claim for claim in self._claims(claim_ids) if claim.review is not review]
        if claims:
            what = self._short(claims[0]) if len(claims) == 1 else plural(len(claims), "claim")
            self.decide(f"{_REVIEW_WORDS[review]} {what}", SetReview(tuple(claims), review))

    def change(self, before: Claim, after: Claim) -> None:
        """Correct a claim."""
        if before != after:
            self.decide(f"Correct {self._short(before)}", ChangeClaim(before, after))

    def join(self, claim_ids: Iterable[ClaimId]) -> None:
        """Say that claims speak of one thing, though they were read as of several."""
        claims = self._claims(claim_ids)
        kinds = {claim.kind for claim in claims}
        if len(claims) > 1 and len(kinds) == 1:
            text = f"Join {plural(len(claims), 'claim')}"
            self.decide(text, JoinClaims(tuple(claim.id for claim in claims)))

    def part(self, claim_ids: Iterable[ClaimId]) -> None:
        """Say that claims speak of another thing than those they were read together with."""
        claims = self._claims(claim_ids)
        if claims:
            text = f"Part {plural(len(claims), 'claim')} from the others"
            self.decide(text, PartClaims(tuple(claim.id for claim in claims)))

    def remove_sources(self, document_ids: Iterable[DocumentId]) -> None:
        """Take articles out of the project; the decisions on them come back with them."""
        before, gone = self.state, frozenset(document_ids)
        if before is None:
            return
        kept = tuple(e for e in before.extractions if e.document.id not in gone)
        number = len(before.extractions) - len(kept)
        if number and kept:
            text = f"Remove {plural(number, 'article')}"
            self._push(text, before, replace(before, extractions=kept))

    def tell(self, text: str, story: Story, *, stroke: str = "") -> None:
        """
        Tell another story, as one step.

        Args:
            text: What was done.
            story: The whole story.
            stroke: Steps of the same stroke are one: what is typed without leaving the editor.
        """
        before = self.state
        if before is not None and story != before.story:
            self._push(text, before, replace(before, story=story), stroke=stroke)

    def rename(self, title: str) -> None:
        """Give the project another title."""
        before = self.state
        if before is not None and title.strip() and title != before.title:
            self._push("Rename the project", before, replace(before, title=title.strip()))

    def redate(self, document_id: DocumentId, published: Publication) -> None:
        """Read an article again against another publication date; a step once it is read."""
        resources = self._session.resources

        def read(project: Project, _ticket: Ticket) -> Project:
            from geodata.services.editing import redate

            return redate(project, document_id, published, resources)

        self._session.read_again("Change a publication date", read)

    def date_part(self, document_id: DocumentId, span: Span, published: Publication | None) -> None:
        """Read part of an article against a date of its own, or with the rest again."""
        resources = self._session.resources

        def read(project: Project, _ticket: Ticket) -> Project:
            from geodata.services.editing import date_part

            return date_part(project, document_id, span, published, resources)

        text = "Date a part like the rest" if published is None else "Date a part of an article"
        self._session.read_again(text, read)

    def read_again(self, only: frozenset[DocumentId] | None = None) -> Job:
        """Read articles anew from their stored text, all or some; the decisions stay."""
        resources = self._session.resources

        def read(project: Project, ticket: Ticket) -> Project:
            from geodata.services.editing import read_again

            return read_again(
                project,
                resources,
                only=only,
                progress=ticket.step,
                is_cancelled=ticket.is_cancelled,
            )

        text = "Read all articles again" if only is None else "Read an article again"
        return self._session.read_again(text, read)

    def _short(self, claim: Claim) -> str:
        return f"“{self._wording.claim(claim)}”"

    def _claims(self, claim_ids: Iterable[ClaimId]) -> list[Claim]:
        wanted, project = set(claim_ids), self._session.project
        claims = project.claims if project is not None else ()
        return [claim for claim in claims if claim.id in wanted]

    def _push(
        self,
        text: str,
        before: SavedProject,
        after: SavedProject,
        *,
        is_shown: bool = False,
        stroke: str = "",
    ) -> None:
        put = self._session.put
        self.history.push(Step(text, before, after, put, is_shown=is_shown, stroke=stroke))

    def _on_opened(self, _project: Project | None) -> None:
        self._is_clearing = True
        self.history.clear()
        self._is_clearing = False

    def _on_index(self, _index: int) -> None:
        if not self._is_clearing:
            self.stepped.emit()

    def _on_added(self, number: int, _paths: object, _failures: Sequence[object]) -> None:
        after = self.state
        if number and after is not None:
            before = replace(after, extractions=after.extractions[:-number])
            self._push(f"Add {plural(number, 'article')}", before, after, is_shown=True)

    def _on_reread(self, text: str, was: Project) -> None:
        from geodata.services.editing import saved_form

        after = self.state
        if after is None:
            return
        before = replace(saved_form(was), muted=after.muted)
        others = {id(extraction) for extraction in before.extractions}
        number = sum(id(extraction) not in others for extraction in after.extractions)
        if number or after.edits != before.edits:
            self._push(text, before, after, is_shown=True)
        self.reread.emit(number)
