"""The one place where everything long-lived is made and joined."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from desktop.dialogs.asking import Asking, person
from desktop.jobs import Job, Runner
from desktop.settings.dates import Dates
from desktop.settings.theme import Theme
from desktop.shell.actions import Actions, ActionSpec
from desktop.shell.commands import file_actions, help_actions, preferences_action, view_actions
from desktop.shell.conductor import Conductor, Players
from desktop.shell.exporting import Exporting
from desktop.shell.film.commands import film_action
from desktop.shell.main_window import MainWindow, Panels
from desktop.shell.memory import Memory
from desktop.shell.pictures import Gallery, Stage, make_gallery
from desktop.shell.project.article_commands import article_actions
from desktop.shell.project.commands import claim_actions, edit_actions
from desktop.shell.project.desk import Desk, make_desk
from desktop.shell.project.joining import join_workbench
from desktop.shell.project.recent import RecentMenu
from desktop.shell.session import Session
from desktop.shell.story.commands import story_actions
from desktop.shell.story.publishing import StoryPublishing
from desktop.shell.story.telling import Storytelling
from desktop.shell.time.commands import time_actions
from desktop.shell.time.comparing import Comparing
from desktop.shell.time.describing import Telling, telling_actions
from desktop.shell.verbs import Verbs
from desktop.snapshot import Studio
from desktop.views.changes import ChangesPanel
from desktop.views.claims import ClaimsPanel
from desktop.views.empty import EmptyState
from desktop.views.layers import LayersPanel
from desktop.views.reader import ReaderPanel
from desktop.views.said_line import SaidLine
from desktop.views.sources import SourcesPanel
from desktop.views.story import StoryPanel
from desktop.views.time_bar import TimeBar, read_typed
from desktop.webmap.guard import Guard
from desktop.webmap.template import kept_template
from desktop.webmap.view import MapView
from desktop.wording.naming import Wording
from geodata.timeline import load_actors

if TYPE_CHECKING:
    from geodata.services import Project, Resources

# After the map has come to rest, and before anybody has found the menu.
_WARM_AFTER_MS = 4_000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class App:
    """What lives as long as the window."""

    window: MainWindow
    session: Session
    verbs: Verbs
    players: Players
    theme: Theme
    guard: Guard
    runner: Runner
    exporting: Exporting
    conductor: Conductor
    desk: Desk
    gallery: Gallery

    def keep_camera_warm(self) -> None:
        """Open the camera once the first project has stood a while, so that a picture is quick."""
        warm = QTimer(self.window)
        warm.setSingleShot(True)
        warm.setInterval(_WARM_AFTER_MS)
        warm.timeout.connect(self.gallery.studio.warm_up)
        self.session.opened.connect(lambda project: warm.start() if project else warm.stop())

    def close(self) -> None:
        """Stop what runs and give the window back, the page before its profile."""
        self.runner.cancel_all()
        self.gallery.studio.close()
        self.runner.wait()
        self.desk.file.close()
        self.window.close()
        self.window.deleteLater()
        # No event loop runs any more that would do it.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def build(
    application: QApplication,
    *,
    paths: Sequence[Path] = (),
    settings: QSettings | None = None,
    resources: Resources | None = None,
    asking: Asking | None = None,
    keeping_in: Path | None = None,
) -> App:
    """
    Make the window and all that it needs; nothing is read before the window is painted.

    Args:
        application: The application.
        paths: Articles and folders to open; none opens what was open last, at first the sample.
        settings: Where layout and theme are kept.
        resources: Gazetteer and language model; those of the program when not given.
        asking: How files are asked for; dialogs when not given.
        keeping_in: Where unsaved decisions, pasted articles, the log and what saves time are kept; the system's place when not given.
    """
    memory = Memory(settings or QSettings("Dateline", "Dateline"))
    theme, dates = Theme(application, memory.scheme), Dates(memory.dates)
    guard, runner = Guard(), Runner()
    kept_in = keeping_in / "cache" if keeping_in else _cache_folder()
    session = Session(runner, resources, kept_in=kept_in / "read")
    wording = Wording(load_actors())
    players = _make_players(theme, guard, wording)
    window = players.window
    _adopt(window, guard, runner, session)
    asking, folder = asking or person(), keeping_in or data_folder()
    desk = make_desk(
        players,
        session,
        runner,
        theme=theme,
        wording=wording,
        asking=asking,
        journals=folder / "journals",
    )
    comparing = Comparing(session, window, players.map_view, players.changes)
    stage = Stage(session, players, theme, comparing)
    gallery = make_gallery(stage, runner, guard, asking, memory.settings, kept_in / "page")
    verbs = Verbs(window, session, gallery.exporting, desk.verbs, theme, asking, folder)
    told = _told_actions(session, runner, gallery.studio, desk, players, theme=theme, asking=asking)
    more = (*told, preferences_action(theme, dates, memory, kept_in / "read", window))
    specs = (*_actions(verbs, desk, gallery, players, theme, comparing), *more)
    window.set_actions(Actions(specs, theme, window))
    window.set_has_project(False)
    conductor = Conductor(session, theme, players)
    _join_dates(dates, memory, session, conductor)
    app = App(
        *(window, session, verbs, players, theme, guard, runner, gallery.exporting),
        *(conductor, desk, gallery),
    )
    _join(app, memory)
    memory.restore(window)
    window.first_painted.connect(
        lambda: QTimer.singleShot(0, lambda: _begin(app, memory, paths, kept_in))
    )
    return app


def _adopt(window: MainWindow, guard: Guard, runner: Runner, session: Session) -> None:
    for owned in (guard, runner, session):
        owned.setParent(window)
    # Before anybody tells of what is opened.
    session.opened.connect(lambda _project: window.messages.clear())


def _make_players(theme: Theme, guard: Guard, wording: Wording) -> Players:
    map_view = MapView(guard)
    time_bar = TimeBar(theme, read_typed)
    said_line = SaidLine(theme)
    sources, layers = SourcesPanel(theme), LayersPanel(theme)
    reader, claims = ReaderPanel(theme), ClaimsPanel(theme, wording)
    changes, story = ChangesPanel(theme), StoryPanel(theme)
    panels = Panels(
        *(map_view, said_line, EmptyState(theme), time_bar, sources, layers, reader, claims),
        changes,
        story,
    )
    window = MainWindow(theme, panels)
    shown = (map_view, time_bar, said_line, sources, layers, reader, claims, changes, story)
    return Players(window, *shown)


def _actions(
    verbs: Verbs,
    desk: Desk,
    gallery: Gallery,
    players: Players,
    theme: Theme,
    comparing: Comparing,
) -> tuple[ActionSpec, ...]:
    return (
        *file_actions(verbs, desk.verbs, gallery.picturing, players.window),
        *edit_actions(desk.workbench, verbs.show_history),
        *view_actions(players.window, players.map_view, theme),
        *article_actions(desk, players),
        *claim_actions(players.claims),
        *time_actions(players.time_bar, comparing),
        *help_actions(verbs),
    )


def _told_actions(
    session: Session,
    runner: Runner,
    studio: Studio,
    desk: Desk,
    players: Players,
    *,
    theme: Theme,
    asking: Asking,
) -> tuple[ActionSpec, ...]:
    telling = Storytelling(session, desk.workbench, players)
    desk.file.settling.connect(players.story.caption.tell)
    publishing = StoryPublishing(session, runner, studio, theme, asking, players.window)
    described = telling_actions(Telling(session, players.window, players.map_view))
    return (
        film_action(session, studio, theme, asking, players),
        *described,
        *story_actions(telling, publishing, players.story, players.window),
    )


def _join(app: App, memory: Memory) -> None:
    window, verbs = app.window, app.verbs
    join_workbench(app.players, app.session, app.desk)
    app.desk.file.failed.connect(verbs.tell_error)
    app.desk.file.saved.connect(lambda path: _remember(memory, [path]))
    RecentMenu(window.recent_menu, memory, lambda path: verbs.open([path]))
    verbs.picture_given.connect(app.gallery.returning.open)
    window.empty.open_clicked.connect(verbs.ask_and_open)
    window.empty.sample_clicked.connect(verbs.open_sample)
    app.guard.refusal.connect(lambda _: window.status.set_refused(len(app.guard.refused)))
    app.players.map_view.failed.connect(verbs.tell_map_failed)
    app.players.map_view.tiles_changed.connect(
        lambda tiles: window.status.set_online(tiles.title if tiles else "")
    )
    app.players.map_view.link_asked.connect(verbs.open_link)
    app.theme.changed.connect(lambda: memory.keep_scheme(app.theme.choice))
    app.session.opened.connect(lambda project: _remember(memory, _paths_of(app, project)))
    window.closing.connect(lambda: memory.keep(window))
    window.closing.connect(app.runner.cancel_all)


def _join_dates(dates: Dates, memory: Memory, session: Session, conductor: Conductor) -> None:
    dates.setParent(conductor)
    dates.changed.connect(lambda: memory.keep_dates(dates.choice))
    dates.changed.connect(session.word_again)


def _paths_of(app: App, project: Project | None) -> Sequence[Path]:
    """Return what to open at the next start: the project's file, else its articles."""
    if project is None:
        return []
    return app.session.paths if app.desk.file.path is None else [app.desk.file.path]


def _remember(memory: Memory, paths: Sequence[Path]) -> None:
    memory.keep_paths(paths)
    if len(paths) == 1:
        memory.keep_recent(paths[0])


def data_folder() -> Path:
    """Return where the program keeps unsaved decisions, pasted articles and its log."""
    return Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    )


def _cache_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation))


def _begin(app: App, memory: Memory, paths: Sequence[Path], kept_in: Path) -> None:
    """Start what takes long, now that the window is on the screen: web engine, then articles."""
    theme: Literal["light", "dark"] = "dark" if app.theme.is_dark else "light"
    if paths or memory.is_first_start or memory.last_paths():
        app.window.set_reading()
    page = Job("Building the map page", lambda _ticket: kept_template(theme, kept_in / "page"))
    page.finished.connect(app.players.map_view.start)
    page.failed.connect(app.verbs.tell_error)
    # One after the other: two threads that import would only take turns, and the engine, which
    # has processes of its own, would start later.
    page.ended.connect(lambda _: _open_first(app, memory, paths))
    app.runner.start(page)


def _open_first(app: App, memory: Memory, paths: Sequence[Path]) -> None:
    if app.desk.verbs.offer_recovery():
        return
    if memory.is_first_start and not paths:
        app.verbs.open_sample()
    else:
        app.verbs.open(paths or memory.last_paths())
