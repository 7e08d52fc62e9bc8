"""How the window stands: all that decides what its map shows, taken down and put back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.settings.theme import SchemeChoice, Theme
from desktop.shell.conductor import Players
from desktop.shell.session import Session
from desktop.shell.time.comparing import Comparing
from geodata.domain.documents import DocumentId
from geodata.domain.layers import Layer
from geodata.domain.times import ONE_DAY, Reach
from geodata.export import Manifest
from geodata.layers import Moment
from geodata.mapping import Extent

if TYPE_CHECKING:
    from geodata.services import Project


@dataclass(frozen=True, slots=True)
class Standing:
    """
    What the map of the window shows, and how.

    Args:
        on: The day.
        known_by: The known date.
        reach: Days around the day that are taken in.
        hidden: Layers that are off.
        muted: Articles that are left out.
        extent: The part of the world; None for all that is told.
        scheme: Light, dark or as the system; None leaves it as it is.
        compared: The two maps whose differences are marked, or none.
    """

    on: date
    known_by: date
    reach: Reach
    hidden: frozenset[Layer]
    muted: frozenset[DocumentId]
    extent: Extent | None
    scheme: SchemeChoice | None
    compared: tuple[Moment, ...]


def standing_of(manifest: Manifest) -> Standing | None:
    """Return how a picture stood, or None where its file holds all days."""
    if manifest.on is None or manifest.known_by is None:
        return None
    names = {layer.value for layer in Layer}
    before, after = manifest.days_before, manifest.days_after
    # A window of ours has one open end at most, or days before.
    reach = ONE_DAY if before == 0 and after == 0 else Reach(before, after)
    return Standing(
        on=manifest.on,
        known_by=manifest.known_by,
        reach=reach,
        hidden=frozenset(Layer(name) for name in manifest.hidden if name in names),
        muted=frozenset(map(DocumentId, manifest.muted)),
        extent=None if manifest.extent is None else Extent(*manifest.extent),
        scheme=None if manifest.theme is None else SchemeChoice(manifest.theme),
        compared=tuple(Moment(*days) for days in manifest.compared),
    )


@dataclass(frozen=True, slots=True)
class Stage:
    """The parts of the window that decide what its map shows."""

    session: Session
    players: Players
    theme: Theme
    comparing: Comparing

    def standing(self) -> Standing:
        """Return how the window stands."""
        session, project = self.session, self.session.project
        return Standing(
            on=session.on,
            known_by=session.known_by,
            reach=session.reach,
            hidden=session.hidden,
            muted=project.muted if project else frozenset(),
            extent=self.players.map_view.extent,
            scheme=self.theme.choice,
            compared=self.comparing.moments,
        )

    def put(self, wanted: Standing) -> None:
        """Let the window stand as it did; articles that are not open cannot be left out."""
        session, project = self.session, self.session.project
        if project is None:
            return
        here = {source.document.id for source in project.sources}
        muted = wanted.muted & here
        if muted != project.muted:
            self._leave_out(muted, wanted)
        session.hide(wanted.hidden)
        self.players.time_bar.show_frame(wanted.on, wanted.known_by, wanted.reach)
        self.comparing.put(wanted.compared)
        self._look_at(wanted.extent)
        if wanted.scheme is not None and self._looks_other(wanted.scheme):
            self.theme.choose(wanted.scheme)

    def _leave_out(self, muted: frozenset[DocumentId], wanted: Standing) -> None:
        players, session = self.players, self.session

        def look(_project: Project) -> None:
            session.changed.disconnect(look)
            # With other articles the axis is another, and the map goes where these lead it.
            players.time_bar.show_frame(wanted.on, wanted.known_by, wanted.reach)
            self._look_at(wanted.extent)

        session.changed.connect(look)
        players.sources.set_muted(muted)
        session.mute(muted)

    def _look_at(self, extent: Extent | None) -> None:
        if extent is None:
            self.players.map_view.fit()
        else:
            self.players.map_view.show_extent(extent)

    def _looks_other(self, scheme: SchemeChoice) -> bool:
        if scheme is SchemeChoice.SYSTEM:
            return self.theme.choice is not scheme
        return self.theme.is_dark != (scheme is SchemeChoice.DARK)
