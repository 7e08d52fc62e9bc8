"""The actions that change the project: the menus Edit and Claims, and what File says of projects."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QUndoStack

from desktop.shell.actions import ActionSpec
from desktop.shell.project.verbs import ProjectVerbs
from desktop.shell.project.workbench import Workbench
from desktop.views.claims import ClaimsPanel
from geodata.domain.claims import Review

_Keys = QKeySequence.StandardKey


def project_actions(projects: ProjectVerbs) -> tuple[ActionSpec, ...]:
    """Return what the menu File says of project files."""
    return (
        ActionSpec(
            "file.save",
            "&Save project",
            "File",
            projects.save,
            keys=(_Keys.Save,),
            tip="Save articles, claims and decisions in one file",
            icon="content-save-outline",
            opens_group=True,
            needs_project=True,
        ),
        ActionSpec(
            "file.save_as",
            "Save project &as…",
            "File",
            projects.save_as,
            keys=("Ctrl+Shift+S",),
            tip="Save the project in another file",
            needs_project=True,
        ),
        ActionSpec(
            "file.rename",
            "Rename &project…",
            "File",
            projects.rename,
            tip="Give the project another title, as exports and the window name it",
            needs_project=True,
        ),
        ActionSpec(
            "file.revert",
            "&Revert to saved",
            "File",
            projects.revert,
            tip="Give up what was decided since the last save",
        ),
    )


def edit_actions(
    workbench: Workbench, show_history: Callable[[QUndoStack], object]
) -> tuple[ActionSpec, ...]:
    """Return what stands in the menu Edit."""
    history = workbench.history
    return (
        ActionSpec("edit.undo", "&Undo", "Edit", history.undo, keys=("Ctrl+Z",), icon="undo"),
        ActionSpec("edit.redo", "&Redo", "Edit", history.redo, keys=("Ctrl+Shift+Z",), icon="redo"),
        ActionSpec(
            "edit.history",
            "&History…",
            "Edit",
            partial(show_history, history),
            keys=("Ctrl+H",),
            tip="Show every step since the project was opened, and go back to any",
            opens_group=True,
        ),
    )


def claim_actions(claims: ClaimsPanel) -> tuple[ActionSpec, ...]:
    """Return what stands in the menu Claims; single letters, as in every review queue."""
    rows = (
        ("claims.accept", "&Accept", partial(claims.review, Review.ACCEPTED), "A", "check-circle"),
        ("claims.edit", "&Edit…", claims.edit, "E", "pencil-outline"),
        (
            "claims.reject",
            "&Reject",
            partial(claims.review, Review.REJECTED),
            "R",
            "close-circle-outline",
        ),
        (
            "claims.unreview",
            "&Put back to review",
            partial(claims.review, Review.SUGGESTED),
            "U",
            "",
        ),
        ("claims.join", "&Join as one thing", claims.join, "Ctrl+J", ""),
        ("claims.part", "Part fr&om the others", claims.part, "Ctrl+Shift+J", ""),
        ("claims.find", "&Find in claims", claims.focus_search, "Ctrl+F", "magnify"),
        ("claims.next", "&Next claim", partial(claims.step, 1), "J", ""),
        ("claims.previous", "Pre&vious claim", partial(claims.step, -1), "K", ""),
    )
    return tuple(
        ActionSpec(
            action_id,
            title,
            "Claims",
            run,
            keys=(keys,),
            icon=icon,
            opens_group=action_id in {"claims.join", "claims.find"},
            needs_project=True,
        )
        for action_id, title, run, keys, icon in rows
    )
