"""Keeps the panels, the map and the session in step: what one does, the others show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from desktop.settings.theme import Theme
from desktop.shell.choosing import moment_for_claim
from desktop.shell.main_window import MainWindow
from desktop.shell.session import Session
from desktop.views.changes import ChangesPanel
from desktop.views.claims import ClaimsPanel
from desktop.views.layers import LayersPanel
from desktop.views.reader import ReaderPanel
from desktop.views.said_line import SaidLine
from desktop.views.sources import SourcesPanel
from desktop.views.story import StoryPanel
from desktop.views.time_bar import TimeBar
from desktop.webmap.view import MapView
from geodata.domain.claims import Claim, ClaimId, Review
from geodata.domain.documents import DocumentId
from geodata.domain.layers import Layer
from geodata.domain.mentions import PlaceMention
from geodata.domain.times import Reach
from geodata.layers import Anchor, Mark, change_days, describe, frame_marks, layer_totals
from geodata.mapping import beyond

if TYPE_CHECKING:
    from geodata.services import Project

# Words and counts may lag behind the hand by this much; the map may not.
_WORDS_AFTER_MS = 30


@dataclass(frozen=True, slots=True)
class Players:
    """Everything that the conductor keeps in step."""

    window: MainWindow
    map_view: MapView
    time_bar: TimeBar
    said_line: SaidLine
    sources: SourcesPanel
    layers: LayersPanel
    reader: ReaderPanel
    claims: ClaimsPanel
    changes: ChangesPanel
    story: StoryPanel


class Conductor(QObject):
    """
    Joins session and panels. It holds no state of its own but what is late.

    Args:
        session: What is open.
        theme: Light or dark.
        players: What is kept in step.
    """

    def __init__(self, session: Session, theme: Theme, players: Players) -> None:
        super().__init__(players.window)
        self._session = session
        self._theme = theme
        self._players = players
        self._looked_at: tuple[object, ...] = ()
        self._on_map: tuple[Mark, ...] = ()
        self._words_late = QTimer(self)
        self._words_late.setSingleShot(True)
        self._words_late.setInterval(_WORDS_AFTER_MS)
        self._words_late.timeout.connect(self.show_words)
        self._join_session()
        self._join_players()
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _join_session(self) -> None:
        session = self._session
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.restated.connect(self._on_restated)
        session.added.connect(self._on_added)
        session.time_changed.connect(self._on_time)
        session.reach_changed.connect(self._on_reach)
        session.hidden_changed.connect(self._on_hidden)
        session.mark_selected.connect(self._on_mark)
        session.claim_selected.connect(self._on_claim)

    def _join_players(self) -> None:
        session, players = self._session, self._players
        players.time_bar.reach_changed.connect(session.set_reach)
        players.time_bar.time_changed.connect(session.set_time)
        players.layers.visibility_changed.connect(session.hide)
        players.sources.muted_changed.connect(session.mute)
        players.sources.source_selected.connect(self._on_source_picked)
        players.claims.claim_selected.connect(self._on_claim_picked)
        players.claims.claim_shown.connect(lambda chosen: session.select_claim(ClaimId(chosen)))
        players.reader.claim_clicked.connect(self._on_claim_picked)
        players.reader.place_clicked.connect(self._on_place_picked)
        players.map_view.mark_picked.connect(self._on_mark_picked)
        players.map_view.painted.connect(players.time_bar.frame_painted)
        players.map_view.view_moved.connect(self._on_view)
        players.window.status.show_all_asked.connect(players.map_view.fit_all)

    # The project

    def _on_opened(self, project: Project | None) -> None:
        players = self._players
        players.window.set_has_project(project is not None)
        players.time_bar.set_axis(None)
        players.reader.show_document(None)
        if project is None:
            self._clear()
            return
        # Another project: nothing of the former one's solo and mutes is kept.
        players.sources.set_sources((), muted=frozenset())
        self._show_project(project)
        players.time_bar.set_time(self._session.on, self._session.known_by)
        players.map_view.set_time(self._session.on, self._session.known_by)
        players.sources.set_known_by(self._session.known_by)
        players.map_view.fit()
        self._show_source(project.sources[0].document.id)
        self.show_words()

    def _on_changed(self, project: Project) -> None:
        self._show_project(project)
        clock = self._players.time_bar.clock
        if clock is not None:
            # The axis of what is left may be shorter than it was.
            self._session.set_time(clock.on, clock.known_by)
        self._restate_reader(project)
        current = self._players.reader.document_id
        if current:
            self._show_source(current)
        self.show_words()

    def _restate_reader(self, project: Project) -> None:
        """Let the reader show the article as it stands, or the first where it is gone."""
        current = self._players.reader.document_id
        sources = {source.document.id: source for source in project.sources}
        if current in sources:
            self._players.reader.restate_document(sources[current].extraction)
        elif project.sources:
            self._show_source(project.sources[0].document.id)

    def _on_restated(self, project: Project) -> None:
        """Show at once how the claims stand; the map follows with `changed`."""
        players, claims = self._players, project.claims
        if not players.claims.restate_claims(claims):
            self._show_claims(project)
        self._count_claims(project)
        players.sources.set_sources(project.sources, failures=project.failures)
        players.window.sources.set_count(str(len(project.sources)))
        self._restate_reader(project)

    def _on_added(self, number: int, *_what: object) -> None:
        project = self._session.project
        if project is not None and number > 0:
            self._show_source(project.sources[-number].document.id)

    def _show_project(self, project: Project) -> None:
        players = self._players
        players.sources.set_sources(project.sources, failures=project.failures)
        self._show_claims(project)
        players.time_bar.set_axis(self._session.axis)
        # The axis told the bar its own days.
        self._looked_at = ()
        players.map_view.set_data(self._session.page_data)
        window = players.window
        window.sources.set_count(str(len(project.sources)))
        self._count_claims(project)

    def _show_claims(self, project: Project) -> None:
        numbers = {source.document.id: source.number for source in project.sources}
        made = self._session.made
        effects = made.effects if made else {}
        self._players.claims.set_claims(
            project.claims, numbers, project.facts, project.origins, effects
        )

    def _count_claims(self, project: Project) -> None:
        window = self._players.window
        claims = project.claims
        window.claims.set_count(str(len(claims)))
        to_review = sum(claim.review is Review.SUGGESTED for claim in claims)
        window.status.set_counts(len(claims), to_review)

    def _clear(self) -> None:
        players = self._players
        players.map_view.clear()
        players.sources.set_sources((), muted=frozenset())
        players.claims.set_claims((), {})
        players.said_line.set_words("")
        players.layers.set_counts({}, {})
        players.window.sources.set_count("")
        players.window.claims.set_count("")
        players.window.status.set_counts(None)
        players.window.status.set_marks(None)
        self._on_map = ()
        players.window.status.set_elsewhere(0)
        players.window.status.clear_view()

    # The frame

    def _on_time(self, on: date, known_by: date) -> None:
        self._players.map_view.set_time(on, known_by)
        self._players.sources.set_known_by(known_by)
        clock = self._players.time_bar.clock
        if clock is not None and (clock.on, clock.known_by) != (on, known_by):
            self._players.time_bar.set_time(on, known_by)
        if not self._words_late.isActive():
            self._words_late.start()

    def _on_reach(self, reach: Reach) -> None:
        self._players.map_view.set_reach(reach)
        if not self._words_late.isActive():
            self._words_late.start()

    def _on_hidden(self, hidden: frozenset[Layer]) -> None:
        self._players.map_view.set_layers(frozenset(Layer) - hidden)
        self._players.layers.set_hidden(hidden)
        self.show_words()

    def show_words(self) -> None:
        """Say the frame in words and numbers."""
        project = self._session.project
        if project is None:
            return
        session, made = self._session, self._session.made
        on, known_by, reach = session.on, session.known_by, session.reach
        drawn = frame_marks(project.marks, on, known_by, reach)
        players = self._players
        hidden = session.hidden
        self._tell_changes(project, known_by)
        players.said_line.set_words(
            describe(drawn, on, known_by, reach, reported=project.reported_before(on, known_by))
        )
        shown = [mark for mark in drawn if mark.claim_ids]
        players.layers.set_counts(layer_totals(drawn), made.totals if made else {})
        players.layers.set_marks(drawn)
        players.claims.show_frame(frozenset(i for mark in shown for i in mark.claim_ids))
        visible = [mark for mark in shown if mark.layer not in hidden]
        unplaced = sum(mark.anchor is Anchor.NONE for mark in visible)
        players.window.status.set_marks(len(visible) - unplaced, unplaced)
        self._on_map = tuple(mark for mark in visible if mark.anchor is not Anchor.NONE)
        self._tell_elsewhere()

    def _on_view(self, lat: float, lon: float, zoom: float) -> None:
        # While the window is torn down the map outlives the status bar, and may still move.
        if not isValid(self._players.window.status):
            return
        self._players.window.status.set_view(lat, lon, zoom)
        self._tell_elsewhere()

    def _tell_elsewhere(self) -> None:
        view = self._players.map_view.extent
        number = 0 if view is None else len(beyond(self._on_map, view))
        self._players.window.status.set_elsewhere(number)

    def _tell_changes(self, project: Project, known_by: date) -> None:
        """Look at all marks only when what there is, is known or is shown has changed."""
        hidden = self._session.hidden
        looked_at = (id(project), known_by, hidden)
        if looked_at == self._looked_at:
            return
        self._looked_at = looked_at
        shown = [mark for mark in project.marks if mark.layer not in hidden]
        self._players.time_bar.set_changes(change_days(shown, known_by))

    def _on_theme(self) -> None:
        self._players.map_view.set_background(self._theme.colours.map.sea)
        self._players.map_view.set_theme(is_dark=self._theme.is_dark)

    # The selection

    def _on_source_picked(self, document_id: str) -> None:
        self._show_source(DocumentId(document_id))

    def _show_source(self, document_id: DocumentId) -> None:
        project = self._session.project
        if project is None:
            return
        if self._players.reader.document_id != document_id:
            source = project.source(document_id)
            self._players.reader.show_document(source.extraction, source.number)
        self._players.sources.select(document_id)
        is_muted = document_id in project.muted
        self._players.claims.show_article(document_id, is_muted=is_muted)

    def _on_mark_picked(self, mark_id: str | None) -> None:
        self._session.select_mark(mark_id)
        if mark_id is not None:
            # In a narrow window the two share a place, and a mark asks for its sentence.
            self._players.window.reader.raise_()

    def _on_mark(self, mark_id: str | None) -> None:
        project = self._session.project
        # The page may still name a mark of the project as it was before a source was muted.
        marks = project.marks if project else ()
        mark = next((mark for mark in marks if mark.id == mark_id), None)
        if project is None or mark is None:
            self._players.claims.open_mark("", ())
            return
        claims = [project.claim(claim_id) for claim_id in mark.claim_ids]
        beside = [project.claim(claim_id) for claim_id in mark.context_ids]
        self._players.claims.open_mark(mark.words, claims, beside)
        if mark.passages:
            passage = mark.passages[0]
            self._show_source(passage.document_id)
            self._players.reader.show_span(passage.span)
        if claims:
            self._read(claims[0])

    def _on_claim_picked(self, claim_id: str) -> None:
        project = self._session.project
        if project is None:
            return
        claim = project.claim(ClaimId(claim_id))
        self._session.select_claim(claim.id)
        self._players.time_bar.pause()
        moment = moment_for_claim(
            project.marks,
            claim,
            on=self._session.on,
            known_by=self._session.known_by,
            last_known=project.last_known,
        )
        if moment is None:
            self._players.map_view.select(None)
            return
        self._session.set_time(moment.on, moment.known_by)
        self._players.map_view.select(moment.mark_id)

    def _on_place_picked(self, mention: PlaceMention) -> None:
        if mention.place is not None:
            self._players.map_view.show_place(mention.place)

    def _on_claim(self, claim_id: ClaimId | None) -> None:
        project = self._session.project
        self._players.claims.open_claim(claim_id)
        if project is not None and claim_id is not None:
            self._read(project.claim(claim_id))

    def _read(self, claim: Claim) -> None:
        self._show_source(claim.document_id)
        self._players.reader.show_claim(claim)
