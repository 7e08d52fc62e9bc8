"""Corrections that need a dialog: a claim, a place, what was missed, and what is known of an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from desktop.settings.theme import Theme
from desktop.shell.conductor import Players
from desktop.shell.project.marking import blank_claim, blank_mention, candidates_of, reach_of
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from desktop.views.reader import Marking
from desktop.wording.naming import Wording
from geodata.domain.claims import Claim, ClaimId
from geodata.domain.documents import DocumentId
from geodata.domain.edits import (
    AddClaim,
    AddDateMention,
    AddPlaceMention,
    ChoosePlace,
    DescribeSource,
)
from geodata.domain.mentions import DateMention, PlaceMention
from geodata.domain.spans import Span
from geodata.domain.times import UncertainDate
from geodata.errors import UnclearDate

if TYPE_CHECKING:
    from desktop.dialogs.claim_editor import ClaimEditor
    from desktop.dialogs.place_chooser import PlaceChooser, Reach
    from desktop.dialogs.publication import SourceEditor
    from geodata.domain.extractions import Extraction

D = TypeVar("D", bound=QDialog)


class Reviewing(QObject):
    """
    Opens dialogs and hands what they say to the workbench, each as one step.

    Args:
        session: What is open.
        workbench: What changes it.
        theme: Colours and fonts.
        wording: Puts claims into words.
        players: The reader tells which article is open, the map shows where a candidate lies.
    """

    def __init__(
        self,
        session: Session,
        workbench: Workbench,
        theme: Theme,
        wording: Wording,
        players: Players,
    ) -> None:
        super().__init__(players.window)
        self._map = players.map_view
        self._reader = players.reader
        self._window = players.window
        self._session = session
        self._workbench = workbench
        self._theme = theme
        self._wording = wording

    def edit(self, claim_id: str) -> ClaimEditor | None:
        """Open the editor of a claim."""
        project = self._session.project
        if project is None:
            return None
        claim = project.claim(ClaimId(claim_id))
        extraction = project.source(claim.document_id).extraction
        editor = self._editor(claim, extraction)
        return self._open(editor, lambda: self._workbench.change(claim, editor.edited()))

    def choose_place(self, mention: PlaceMention) -> PlaceChooser | None:
        """Ask which place a name of the article stands for."""
        extraction = self._extraction()
        project = self._session.project
        if extraction is None or project is None:
            return None
        from desktop.dialogs.place_chooser import Reach

        document_id = extraction.document.id
        reach = Reach(*reach_of(project, ChoosePlace(mention.text, None)))
        chooser = self._chooser(mention, reach)

        def decide() -> None:
            choice = chooser.choice()
            where = (None, None) if choice.is_for_all else (document_id, mention.span)
            name = choice.place.name if choice.place else "not a place"
            edit = ChoosePlace(mention.text, choice.place, *where)
            self._workbench.decide(f"Read “{mention.text}” as {name}", edit)

        return self._open_beside(chooser, decide)

    def mark(self, marking: Marking, span: Span) -> QDialog | None:
        """Ask what some words of the article mean."""
        extraction = self._extraction()
        if extraction is None:
            return None
        how = {
            Marking.PLACE: self._mark_place,
            Marking.DATE: self._mark_date,
            Marking.CLAIM: self._mark_claim,
        }[marking]
        return how(extraction, span)

    def describe(self, document_id: str) -> SourceEditor | None:
        """Open title, outlet and publication date of an article."""
        project = self._session.project
        if project is None:
            return None
        from desktop.dialogs.publication import SourceEditor

        document = project.source(DocumentId(document_id)).document
        editor = SourceEditor(self._theme, document, _read_date(), self._window)

        def decide() -> None:
            described, published = editor.described(), editor.published()
            if described != (document.title, document.outlet):
                edit = DescribeSource(document.id, *described)
                self._workbench.decide("Correct an article's details", edit)
            if published is not None:
                self._workbench.redate(document.id, published)

        return self._open(editor, decide)

    def describe_open(self) -> SourceEditor | None:
        """Open title, outlet and date of the article that the reader shows."""
        document_id = self._reader.document_id
        return None if document_id is None else self.describe(document_id)

    def _mark_place(self, extraction: Extraction, span: Span) -> QDialog:
        from desktop.dialogs.place_chooser import Reach

        words = span.quote(extraction.document.text)
        found = tuple(self._session.resources.gazetteer.find(words))
        mention = blank_mention(extraction, span, found)
        chooser = self._chooser(mention, Reach(1, 1, 0))

        def decide() -> None:
            place = chooser.choice().place
            if place is not None:
                marked = replace(mention, place=place, score=1.0)
                edit = AddPlaceMention(extraction.document.id, marked)
                self._workbench.decide(f"Mark “{words}” as a place", edit)

        return self._open_beside(chooser, decide)

    def _mark_date(self, extraction: Extraction, span: Span) -> QDialog:
        from desktop.dialogs.days import DaysDialog

        words = span.quote(extraction.document.text)
        dialog = DaysDialog(words, _read(words), _read_date(), self._window)

        def decide() -> None:
            when = dialog.value()
            if when is not None:
                marked = DateMention(span, words, when, why="marked by hand")
                edit = AddDateMention(extraction.document.id, marked)
                self._workbench.decide(f"Mark “{words}” as a date", edit)

        return self._open(dialog, decide)

    def _mark_claim(self, extraction: Extraction, span: Span) -> QDialog:
        editor = self._editor(blank_claim(extraction, span), extraction)
        editor.setWindowTitle("Add a claim")

        def decide() -> None:
            claim = editor.edited()
            self._workbench.decide(f"Add “{self._wording.claim(claim)}”", AddClaim(claim))

        return self._open(editor, decide)

    def _editor(self, claim: Claim, extraction: Extraction) -> ClaimEditor:
        from desktop.dialogs.claim_editor import ClaimEditor

        return ClaimEditor(
            self._theme,
            self._wording,
            claim,
            extraction.document.text,
            candidates=candidates_of(claim, extraction),
            find=self._session.resources.gazetteer.find,
            read=_read_date(),
            parent=self._window,
        )

    def _chooser(self, mention: PlaceMention, reach: Reach) -> PlaceChooser:
        from desktop.dialogs.place_chooser import PlaceChooser

        find = self._session.resources.gazetteer.find
        chooser = PlaceChooser(self._theme, mention, find, reach, self._window)
        chooser.looked_at.connect(self._map.show_place)
        chooser.middle_asked.connect(lambda: self._take_middle(chooser))
        return chooser

    def _take_middle(self, chooser: PlaceChooser) -> None:
        middle = self._map.middle
        if middle is not None:
            chooser.take(*middle)

    def _extraction(self) -> Extraction | None:
        project, document_id = self._session.project, self._reader.document_id
        if project is None or document_id is None:
            return None
        return project.source(document_id).extraction

    def _open(self, dialog: D, decide: Callable[[], None]) -> D:
        dialog.accepted.connect(decide)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _open_beside(self, chooser: PlaceChooser, decide: Callable[[], None]) -> PlaceChooser:
        # The map stays in reach: it shows the candidates, and may be moved to a place.
        chooser.accepted.connect(decide)
        chooser.finished.connect(chooser.deleteLater)
        chooser.show()
        corner = self._window.geometry().bottomLeft()
        chooser.move(corner.x() + 20, corner.y() - chooser.height() - 60)
        return chooser


def _read_date() -> Callable[[str], UncertainDate]:
    # Not before a dialog needs it: it loads the grammar of dates.
    from geodata.temporal import read_typed_date

    return read_typed_date


def _read(words: str) -> UncertainDate | None:
    try:
        return _read_date()(words)
    except UnclearDate:
        return None
