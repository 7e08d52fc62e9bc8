"""What is open in the window: one project, two dates, the layers that are off, the selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job, Runner, Ticket
from desktop.jobs.compiling import Compiled, compiled, is_same_state
from desktop.jobs.latest import Latest
from geodata.domain.claims import ClaimId
from geodata.domain.documents import DocumentId
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.stories import Story
from geodata.domain.times import ONE_DAY, Reach
from geodata.errors import Cancelled

if TYPE_CHECKING:
    from geodata.services import Project, Resources
    from geodata.store import SavedProject, SavedView
    from geodata.timeline import Axis


class Session(QObject):
    """
    Holds the state that several parts of the window share, and changes it in jobs.

    The services that read articles are imported by the first job: they need most of the start-up
    time, and the window is to be seen before.

    Args:
        runner: Where long work runs.
        resources: Gazetteer and language model; those of the program when not given.
        parent: Owner.
    """

    opened = Signal(object)  # Project: another one, or None when it was closed
    changed = Signal(object)  # Project: the same one, compiled anew
    restated = Signal(object)  # Project: its claims stand otherwise; what is drawn follows soon
    story_changed = Signal(object)  # Story
    time_changed = Signal(object, object)  # on: date, known by: date
    reach_changed = Signal(object)  # Reach
    hidden_changed = Signal(object)  # frozenset[Layer]
    mark_selected = Signal(object)  # mark id, or None
    claim_selected = Signal(object)  # ClaimId, or None
    reread = Signal(str, object)  # what was done, Project: as it was before
    failed = Signal(object)  # Exception
    added = Signal(int, object, object)  # new sources, paths that were given, new failures

    def __init__(
        self,
        runner: Runner,
        resources: Resources | None,
        parent: QObject | None = None,
        *,
        kept_in: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._resources, self._kept_in = resources, kept_in
        self._project: Project | None = None
        self._made: Compiled | None = None
        self._on = self._known_by = date.min
        self._reach = ONE_DAY
        self._hidden: frozenset[Layer] = OFF_AT_FIRST
        self._mark_id: str | None = None
        self._paths: tuple[Path, ...] = ()
        self._latest = Latest(self._compile, self._on_changed, self)

    @property
    def project(self) -> Project | None:
        """What is open, or None."""
        return self._project

    @property
    def resources(self) -> Resources:
        """Gazetteer and language model."""
        if self._resources is None:
            from geodata.services import default_resources

            self._resources = default_resources(self._kept_in)
        return self._resources

    @property
    def axis(self) -> Axis | None:
        """The open project's axis over the days of all sources, whatever is muted."""
        if self._project is None or self._made is None:
            return None
        whole = self._made.whole.axis
        return replace(self._project.axis, first_day=whole.first_day, last_day=whole.last_day)

    @property
    def page_data(self) -> bytes:
        """The open project as data for the map page."""
        return b"" if self._made is None else self._made.page_data

    @property
    def made(self) -> Compiled | None:
        """What was made of the open project off the window's thread, or None."""
        return self._made

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files and folders that were asked for."""
        return self._paths

    @property
    def on(self) -> date:
        """The day shown."""
        return self._on

    @property
    def known_by(self) -> date:
        """Sources up to this day are read."""
        return self._known_by

    @property
    def reach(self) -> Reach:
        """The days around the day shown that the map takes in."""
        return self._reach

    @property
    def hidden(self) -> frozenset[Layer]:
        """The layers that are off."""
        return self._hidden

    @property
    def mark_id(self) -> str | None:
        """The selected mark, or None."""
        return self._mark_id

    def open(self, paths: Sequence[Path]) -> Job:
        """Read articles and show them instead of what is open."""
        return self._open(lambda: paths)

    def open_sample(self) -> Job:
        """Read the sample and show it instead of what is open."""

        def paths() -> Sequence[Path]:
            from geodata.services import sample_folder

            return (sample_folder(),)

        return self._open(paths)

    def _open(self, paths_of: Callable[[], Sequence[Path]]) -> Job:
        given: list[Path] = []

        def work(ticket: Ticket) -> Project:
            from geodata.services import open_paths

            given.extend(paths_of())
            return open_paths(
                given, self.resources, progress=ticket.step, is_cancelled=ticket.is_cancelled
            )

        return self._start("Reading articles", work, partial(self._on_opened, given))

    def add(self, paths: Sequence[Path]) -> Job:
        """Read articles and show them beside what is open."""
        if self._project is None:
            return self.open(paths)

        def work(project: Project, ticket: Ticket) -> Project:
            from geodata.services import add_paths

            return add_paths(
                project,
                paths,
                self.resources,
                progress=ticket.step,
                is_cancelled=ticket.is_cancelled,
            )

        return self._start_on("Reading articles", work, partial(self._on_added, tuple(paths)))

    def mute(self, muted: frozenset[DocumentId]) -> None:
        """Leave some sources out of map, time bar and claims."""
        if self._project is None or muted == self._project.muted:
            return

        def work(project: Project, _ticket: Ticket) -> Project:
            from geodata.services import with_muted

            return with_muted(project, muted, self.resources)

        self._start_on("Compiling the timeline", work, self._on_muted)

    def open_saved(self, load: Callable[[], SavedProject]) -> Job:
        """Show a project that was saved, instead of what is open; nothing is read again."""

        def work(_ticket: Ticket) -> Project:
            from geodata.services.editing import revive

            saved = load()
            views.append(saved.view)
            return revive(saved, self.resources)

        views: list[SavedView] = []
        return self._start("Opening the project", work, partial(self._on_revived, views))

    def put(self, saved: SavedProject) -> None:
        """Show another state of the open project: its claims at once, its map once compiled."""
        from geodata.services.editing import differs_in_story_alone, restate

        if self._project is None:
            return
        if differs_in_story_alone(self._project, saved):
            self._tell(saved.story)
            return
        self._project = restate(self._project, saved)
        self.restated.emit(self._project)
        self.story_changed.emit(saved.story)
        self._latest.want(replace(saved, muted=self._project.muted))

    def read_again(self, text: str, read: Callable[[Project, Ticket], Project]) -> Job:
        """Read articles again by `read`, off the window's thread; `text` names it in the history."""
        return self._start_on("Reading again", read, partial(self._on_reread, text))

    def word_again(self) -> None:
        """Put everything into words anew, dates as they are written now."""
        from geodata.services import worded_again

        def work(project: Project, _ticket: Ticket) -> Project:
            return worded_again(project, self.resources)

        if self._project is not None:
            self._start_on("Writing the dates", work, self._on_worded, is_anew=True)

    def close(self) -> None:
        """Show no project."""
        self._project = self._made = None
        self._latest.forget()
        self._paths = ()
        self._mark_id = None
        self.opened.emit(None)

    def set_time(self, on: date, known_by: date) -> None:
        """Show another day, or know more or less."""
        if (on, known_by) != (self._on, self._known_by):
            self._on, self._known_by = on, known_by
            self.time_changed.emit(on, known_by)

    def set_reach(self, reach: Reach) -> None:
        """Take in more days around the day shown, or fewer."""
        if reach != self._reach:
            self._reach = reach
            self.reach_changed.emit(reach)

    def hide(self, hidden: frozenset[Layer]) -> None:
        """Switch layers off and on."""
        if hidden != self._hidden:
            self._hidden = hidden
            self.hidden_changed.emit(hidden)

    def select_mark(self, mark_id: str | None) -> None:
        """Select a mark with all its claims, or nothing."""
        self._mark_id = mark_id
        self.mark_selected.emit(mark_id)

    def select_claim(self, claim_id: ClaimId | None) -> None:
        """Select one claim, or none."""
        self.claim_selected.emit(claim_id)

    def _start(
        self,
        title: str,
        work: Callable[[Ticket], Project],
        done: Callable[[Project], None],
        *,
        is_anew: bool = False,
    ) -> Job:
        def compile_all(ticket: Ticket) -> Compiled:
            former = None if is_anew or self._made is None else self._made.whole
            return compiled(work(ticket), former, self.resources)

        def take(made: Compiled) -> None:
            self._made = made
            done(made.project)

        job = Job(title, compile_all)
        job.finished.connect(take)
        job.failed.connect(self.failed)
        self._runner.start(job)
        return job

    def _tell(self, story: Story) -> None:
        """Take another story over; nothing that is drawn depends on it."""
        assert self._project is not None
        self._project = replace(self._project, story=story)
        self.story_changed.emit(story)

    def _start_on(
        self,
        title: str,
        work: Callable[[Project, Ticket], Project],
        done: Callable[[Project, Project], None],
        *,
        is_anew: bool = False,
    ) -> Job:
        """Start work on what is open when it runs; `done` gets that, and what was made of it."""
        held: list[Project] = []

        def on_present(ticket: Ticket) -> Project:
            if self._project is None:
                raise Cancelled("Work on a project that was closed")
            held.append(self._project)
            return work(held[0], ticket)

        return self._start(title, on_present, lambda made: done(held[0], made), is_anew=is_anew)

    def _compile(self, wanted: SavedProject, done: Callable[[Project], None]) -> Job:
        def work(_ticket: Ticket) -> Project:
            from geodata.services.editing import revive

            return revive(wanted, self.resources, before=self._project)

        return self._start("Compiling the timeline", work, done)

    def _on_opened(
        self, paths: Sequence[Path], project: Project, view: SavedView | None = None
    ) -> None:
        self._project = project
        self._latest.forget()
        self._paths = tuple(paths)
        self._mark_id = None
        on, known_by = (view.on, view.known_by) if view else (None, None)
        self._on, self._known_by = on or project.default_day, known_by or project.last_known
        self.opened.emit(project)

    def _on_revived(self, views: Sequence[SavedView], project: Project) -> None:
        """Show a saved project as it was looked at when it was saved."""
        # Before it is opened, while there is none: a large one is put into words once, not twice.
        self._project = None
        self.hide(frozenset(layer for layer in Layer if layer.value in views[-1].hidden))
        self._on_opened([], project, views[-1])

    def _on_added(self, paths: tuple[Path, ...], base: Project, made: Project) -> None:
        before = self._project
        if before is None:
            return  # closed in the meantime
        self._paths += paths
        had_all = self._known_by >= before.last_known
        after = self._take(base, made, before)
        if had_all:
            # Who read all sources wants to read the new ones too.
            self.set_time(self._on, made.last_known)
        known = {item.document.id for item in before.read}
        number = sum(item.document.id not in known for item in after.read)
        self.added.emit(number, paths, [f for f in made.failures if f not in before.failures])

    def _on_reread(self, text: str, base: Project, made: Project) -> None:
        before = self._project
        own = {item.document.id for item in made.read}
        if before is None or own.isdisjoint(item.document.id for item in before.read):
            self.failed.emit(Cancelled("Reading a project again that was closed"))
            return
        self._take(base, made, before)
        self.reread.emit(text, before)

    def _on_muted(self, base: Project, made: Project) -> None:
        if self._project is not None and is_same_state(base, self._project):
            self._on_changed(made)
        elif self._project is not None:
            from geodata.services.editing import saved_form

            self._project = replace(self._project, muted=made.muted)
            self._latest.want(saved_form(self._project))

    def _on_worded(self, base: Project, made: Project) -> None:
        if self._project is not None and is_same_state(base, self._project):
            self._on_changed(made)
        else:
            self.word_again()

    def _take(self, base: Project, made: Project, now: Project) -> Project:
        """Take over what a job did, and keep what a person did meanwhile; return the outcome."""
        if is_same_state(base, now):
            self._on_changed(made)
        else:
            from geodata.services.carrying import carried_on

            self._project = replace(now, failures=made.failures)
            self.put(carried_on(base, made, now))
        return self._project or made

    def _on_changed(self, project: Project) -> None:
        if self._project is not None:
            # No job changes the story, and a person may have while it ran.
            project = replace(project, story=self._project.story)
        # It holds all that was wanted, or this would not be what is shown.
        self._latest.forget()
        self._project = project
        self.changed.emit(project)
