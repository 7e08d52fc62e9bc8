"""Joins what decides on the project to the window: title, undo and redo, review, closing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction

from desktop.shell.conductor import Players
from desktop.shell.main_window import MainWindow
from desktop.shell.project.desk import Desk
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session


def join_workbench(players: Players, session: Session, desk: Desk) -> None:
    """Let the window follow the project's decisions and its file."""
    window, file, projects = players.window, desk.file, desk.verbs
    _join_history(window, desk.workbench)
    players.claims.review_asked.connect(desk.workbench.review)
    players.claims.edit_asked.connect(desk.reviewing.edit)
    players.claims.join_asked.connect(desk.workbench.join)
    players.claims.part_asked.connect(desk.workbench.part)
    players.reader.place_asked.connect(desk.reviewing.choose_place)
    players.reader.marking_asked.connect(desk.reviewing.mark)
    players.reader.source_asked.connect(desk.reviewing.describe_open)
    players.sources.edit_asked.connect(desk.reviewing.describe)
    players.sources.reread_asked.connect(desk.rereading.read)
    players.sources.remove_asked.connect(lambda chosen: desk.workbench.remove_sources([chosen]))

    def name_it() -> None:
        project = session.project
        title = "" if project is None else project.title
        window.set_title(title, is_modified=file.is_modified)
        actions = window.actions_by_id
        has_file = file.path is not None and project is not None
        actions["file.revert"].setEnabled(has_file and file.is_modified)

    def may_close() -> bool:
        if not file.is_modified:
            return True
        # Not inside the event: Qt takes no second close while it handles the first.
        projects.leave(partial(QTimer.singleShot, 0, window.close))
        return False

    name_it()
    file.changed.connect(name_it)
    session.changed.connect(lambda _project: name_it())
    window.may_close = may_close


def _join_history(window: MainWindow, workbench: Workbench) -> None:
    history = workbench.history
    for action_id, verb, text_changed, can_changed in (
        ("edit.undo", "&Undo", history.undoTextChanged, history.canUndoChanged),
        ("edit.redo", "&Redo", history.redoTextChanged, history.canRedoChanged),
    ):
        action = window.actions_by_id[action_id]
        action.setEnabled(False)
        can_changed.connect(action.setEnabled)
        text_changed.connect(partial(_name_step, action, verb))


def _name_step(action: QAction, verb: str, text: str) -> None:
    # An ampersand in a claim's words would become a mnemonic.
    words = text.replace("&", "&&")
    action.setText(f"{verb} {words}".rstrip())
