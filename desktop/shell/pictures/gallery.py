"""Makes what has to do with pictures, and joins it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from desktop.dialogs.asking import Asking
from desktop.jobs import Job, Runner
from desktop.shell.exporting import Exporting
from desktop.shell.pictures.kept_choice import KeptChoice
from desktop.shell.pictures.picturing import Picturing
from desktop.shell.pictures.returning import Returning
from desktop.shell.pictures.standing import Stage
from desktop.snapshot import Studio
from desktop.webmap.guard import Guard
from desktop.webmap.template import PageTemplate, kept_template


@dataclass(frozen=True, slots=True)
class Gallery:
    """
    What has to do with pictures.

    Args:
        studio: Takes them.
        exporting: Writes them, and other files.
        picturing: The dialog.
        returning: From a picture back to its view.
    """

    studio: Studio
    exporting: Exporting
    picturing: Picturing
    returning: Returning


def make_gallery(
    stage: Stage,
    runner: Runner,
    guard: Guard,
    asking: Asking,
    settings: QSettings,
    kept_in: Path,
) -> Gallery:
    """
    Make the gallery; it lives as long as the window.

    Args:
        stage: What decides what the map shows.
        runner: Where pages are built and files written.
        guard: Counts what the off-screen page is refused.
        asking: How a target is asked for.
        settings: Where the last choice is kept.
        kept_in: Where pages are kept for the next start.
    """
    players, session, theme = stage.players, stage.session, stage.theme
    window = players.window
    studio = _make_studio(stage, runner, guard, kept_in)
    exporting = Exporting(session, runner, studio, theme, lambda: stage.comparing.moments, window)
    picturing = Picturing(
        *(window, session, exporting, theme, asking),
        KeptChoice(settings),
        lambda: players.map_view.extent,
    )
    return Gallery(studio, exporting, picturing, Returning(window, stage))


def _make_studio(stage: Stage, runner: Runner, guard: Guard, kept_in: Path) -> Studio:
    def build(take: Callable[[PageTemplate], None]) -> None:
        job = Job("Preparing pictures", lambda _: kept_template("light", kept_in, "snapshot"))
        job.finished.connect(take)
        job.failed.connect(lambda error: studio.tell_failed(str(error)))
        job.cancelled.connect(lambda: studio.tell_failed("The picture was cancelled."))
        runner.start(job)

    studio = Studio(build, guard, stage.players.window)
    return studio
