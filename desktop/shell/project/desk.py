"""Makes what works on the open project, and joins it to the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.dialogs.asking import Asking
from desktop.jobs import Runner
from desktop.settings.theme import Theme
from desktop.shell.conductor import Players
from desktop.shell.project.articles.bases import Bases
from desktop.shell.project.articles.parts import Parts
from desktop.shell.project.articles.rereading import Rereading
from desktop.shell.project.doubles import Doubles
from desktop.shell.project.file import ProjectFile
from desktop.shell.project.reviewing import Reviewing
from desktop.shell.project.verbs import ProjectVerbs
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from desktop.wording.naming import Wording


@dataclass(frozen=True, slots=True)
class Desk:
    """
    What works on the open project.

    Args:
        workbench: What changes it.
        file: Where it is kept.
        verbs: What a person asks of its file.
        reviewing: Corrections that need a dialog.
        parts: Parts of an article with a day of their own.
        rereading: Reads articles anew.
        bases: Ties words to bases.
    """

    workbench: Workbench
    file: ProjectFile
    verbs: ProjectVerbs
    reviewing: Reviewing
    parts: Parts
    rereading: Rereading
    bases: Bases


def make_desk(
    players: Players,
    session: Session,
    runner: Runner,
    *,
    theme: Theme,
    wording: Wording,
    asking: Asking,
    journals: Path,
) -> Desk:
    """Make the desk; it lives as long as the window."""
    window = players.window
    workbench = Workbench(session, wording, window)
    Doubles(window, session, workbench, runner)
    file = ProjectFile(session, workbench, runner, journals, window)
    return Desk(
        workbench,
        file,
        ProjectVerbs(window, session, workbench, file, asking),
        Reviewing(session, workbench, theme, wording, players),
        Parts(session, workbench, runner, theme, players),
        Rereading(session, workbench, players),
        Bases(session, workbench, theme, players),
    )
