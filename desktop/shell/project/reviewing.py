"""Corrections that need a dialog: every field of a claim."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.dialogs.claim_editor import ClaimEditor
from desktop.settings.theme import Theme
from desktop.shell.main_window import MainWindow
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from desktop.wording.naming import Wording
from geodata.domain.claims import Claim, ClaimId
from geodata.domain.extractions import Extraction
from geodata.domain.places import Place, PlaceKind

_COARSE = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION})


class Reviewing(QObject):
    """
    Opens editors and hands what they say to the workbench.

    Args:
        window: The window.
        session: What is open.
        workbench: What changes it.
        theme: Colours and fonts.
        wording: Puts claims into words.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        workbench: Workbench,
        theme: Theme,
        wording: Wording,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workbench = workbench
        self._theme = theme
        self._wording = wording

    def edit(self, claim_id: str) -> ClaimEditor | None:
        """Open the editor of a claim; what is saved there becomes one step."""
        project = self._session.project
        if project is None:
            return None
        from geodata.temporal import read_typed_date

        claim = project.claim(ClaimId(claim_id))
        extraction = project.source(claim.document_id).extraction
        editor = ClaimEditor(
            self._theme,
            self._wording,
            claim,
            extraction.document.text,
            candidates=candidates_of(claim, extraction),
            find=self._session.resources.gazetteer.find,
            read=read_typed_date,
            parent=self._window,
        )
        editor.accepted.connect(lambda: self._workbench.change(claim, editor.edited()))
        editor.finished.connect(editor.deleteLater)
        editor.open()
        return editor


def candidates_of(claim: Claim, extraction: Extraction) -> tuple[Place, ...]:
    """Return the places that names in a claim's evidence may stand for, likeliest first."""
    found: dict[str, Place] = {}
    for mention in extraction.places:
        if any(span.holds(mention.span) for span in claim.evidence):
            for candidate in mention.candidates:
                if candidate.place.kind not in _COARSE:
                    found.setdefault(candidate.place.id, candidate.place)
    return tuple(found.values())
