"""What a person can do about films."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.dialogs.asking import Asking
from desktop.settings.theme import Theme
from desktop.shell.actions import ActionSpec
from desktop.shell.conductor import Players
from desktop.shell.session import Session
from desktop.snapshot import Studio

if TYPE_CHECKING:
    from desktop.shell.film.exporting import FilmExporting


def film_action(
    session: Session, studio: Studio, theme: Theme, asking: Asking, players: Players
) -> ActionSpec:
    """
    Return what opens the dialog; what makes films is loaded and made when that is first asked for.

    Args:
        session: What is open.
        studio: Takes the pictures.
        theme: An export is as light or dark as the window.
        asking: How files are asked for.
        players: The map tells its view; the window, how it went.
    """
    made: list[FilmExporting] = []

    def ask() -> None:
        if not made:
            from desktop.shell.film.exporting import FilmExporting

            made.append(FilmExporting(session, studio, theme, asking, players))
        made[0].ask()

    return ActionSpec(
        "export.film",
        "As a&nimation…",
        "File/&Export",
        ask,
        tip="Export a range of dates as GIF, WebP or MP4",
        needs_project=True,
    )
