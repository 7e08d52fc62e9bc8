"""Keeps the map up with decisions that come faster than it is compiled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.jobs.job import Job

if TYPE_CHECKING:
    from geodata.services import Project
    from geodata.store import SavedProject

Compile = Callable[["SavedProject", Callable[["Project"], None]], Job]


class Latest(QObject):
    """
    Compiles the last of the states that are wanted; those passed in the meantime are left out.

    Args:
        compile_: Starts a job on a state, and hands on what it made.
        show: Called with what was made of the last state.
        parent: Owner.
    """

    def __init__(
        self, compile_: Compile, show: Callable[[Project], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._compile = compile_
        self._show = show
        self._wanted: SavedProject | None = None
        self._is_busy = False

    def want(self, state: SavedProject) -> None:
        """Ask for a state instead of the one that was asked for before."""
        self._wanted = state
        if not self._is_busy:
            self._go()

    def forget(self) -> None:
        """Leave it: what is shown holds it already, or it is of a project that was closed."""
        self._wanted = None

    def _go(self) -> None:
        wanted = self._wanted
        assert wanted is not None
        self._is_busy = True
        job = self._compile(wanted, partial(self._on_made, wanted))
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)

    def _on_made(self, wanted: SavedProject, project: Project) -> None:
        if self._wanted is wanted:
            self._wanted = None
            self._show(project)

    def _on_failed(self, _error: Exception) -> None:
        # It would fail again; the next decision tries anew.
        self._wanted = None

    def _on_ended(self, _job: Job) -> None:
        self._is_busy = False
        if self._wanted is not None:
            self._go()
