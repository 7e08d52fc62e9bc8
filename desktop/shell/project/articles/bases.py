"""Ties words of the articles to bases, as a person decides on the suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.settings.theme import Theme
from desktop.shell.conductor import Players
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from desktop.wording.words import plural
from geodata.domain.edits import TieBases, WordsOfBase
from geodata.domain.facilities import FacilityMention
from geodata.domain.mentions import PlaceMention, Role
from geodata.domain.places import Candidate, Place, PlaceKind

if TYPE_CHECKING:
    from desktop.dialogs.bases import BasesDialog
    from geodata.services.bases import BaseLink


class Bases(QObject):
    """
    Opens the suggestions and makes a step of each decision.

    Args:
        session: What is open.
        workbench: What changes it.
        theme: Colours and fonts.
        players: The reader shows the words, the map the place.
    """

    def __init__(
        self, session: Session, workbench: Workbench, theme: Theme, players: Players
    ) -> None:
        super().__init__(players.window)
        self._session = session
        self._workbench = workbench
        self._theme = theme
        self._players = players
        self._dialog: BasesDialog | None = None
        for signal in (session.restated, session.changed, session.opened):
            signal.connect(lambda _project: self._fill())

    def show(self) -> BasesDialog | None:
        """Show which words may speak of one base."""
        if self._session.project is None:
            return None
        if self._dialog is not None:
            self._dialog.close()
        from desktop.dialogs.bases import BasesDialog

        dialog = BasesDialog(self._theme, self._players.window)
        dialog.tie_asked.connect(self._tie)
        dialog.part_asked.connect(self._part)
        dialog.other_asked.connect(self._ask_other)
        dialog.looked_at.connect(self._look_at)
        dialog.destroyed.connect(self._forget)
        self._dialog = dialog
        self._fill()
        dialog.show()
        dialog.activateWindow()
        dialog.tree.setFocus()
        return dialog

    def _forget(self) -> None:
        self._dialog = None

    def _fill(self) -> None:
        if self._dialog is None:
            return
        from geodata.services.bases import base_links

        project = self._session.project
        sources = project.sources if project is not None else ()
        numbers = {source.document.id: source.number for source in sources}
        self._dialog.show_links(() if project is None else base_links(project), numbers)

    def _tie(self, one: BaseLink) -> None:
        place = one.link.place
        text = f"Tie {plural(len(one.link.mentions), 'mention')} to {place.name}"
        self._workbench.decide(text, TieBases(_words(one.link.mentions), place))

    def _part(self, mention: FacilityMention) -> None:
        name = mention.place.name if mention.place else "a base"
        text = f"Part “{mention.text}” from {name}"
        self._workbench.decide(text, TieBases(_words([mention]), None))

    def _ask_other(self, mentions: Sequence[FacilityMention]) -> None:
        from desktop.dialogs.place_chooser import PlaceChooser, Reach
        from geodata.services.bases import bases_near

        first = mentions[0]
        resources = self._session.resources
        near = bases_near(first.place, resources) if first.place else ()
        own = (first.place,) if first.place and first.place.kind is PlaceKind.BASE else ()
        places = tuple(dict.fromkeys((*own, *near)))
        candidates = tuple(
            Candidate(p, 1 / (n + 2), "a base near there") for n, p in enumerate(places)
        )
        words = (
            first.text if len(mentions) == 1 else f"{first.text}” and {len(mentions) - 1} more “"
        )
        asked = PlaceMention(first.span, words.strip(" “"), Role.LOCATION, None, candidates)
        chooser = PlaceChooser(
            self._theme, asked, resources.gazetteer.find, Reach(1, 1, 0), self._players.window
        )
        chooser.for_all.hide()
        chooser.looked_at.connect(self._players.map_view.show_place)
        chooser.accepted.connect(lambda: self._tie_to(mentions, chooser.choice().place))
        chooser.finished.connect(chooser.deleteLater)
        chooser.show()

    def _tie_to(self, mentions: Sequence[FacilityMention], place: Place | None) -> None:
        name = place.name if place is not None else "no base that is known"
        text = f"Tie {plural(len(mentions), 'mention')} to {name}"
        self._workbench.decide(text, TieBases(_words(mentions), place))

    def _look_at(self, mention: FacilityMention) -> None:
        self._players.sources.source_selected.emit(mention.document)
        self._players.reader.show_span(mention.span)


def _words(mentions: Sequence[FacilityMention]) -> tuple[WordsOfBase, ...]:
    return tuple(WordsOfBase(one.document, one.span, one.text) for one in mentions)
