"""
What a person can ask of the window, behind menus, keys, buttons and drops.

Dialogs are imported when they are first asked for: the window is to be seen before.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QUndoStack

from desktop.dialogs.asking import Asking
from desktop.dialogs.details import error_dialog, error_words, failures_dialog
from desktop.jobs import Job
from desktop.settings.logs import log_folder
from desktop.settings.theme import Theme
from desktop.shell.exporting import Exporting
from desktop.shell.main_window import MainWindow
from desktop.shell.message_bar import Offer, Tone
from desktop.shell.pictures.returning import pictures_among
from desktop.shell.project.verbs import ENDING, ProjectVerbs
from desktop.shell.session import Session
from desktop.webmap.requirements import web_engine_version
from desktop.wording.words import file_name, plural
from geodata.errors import Cancelled, DatelineError, OutputError

if TYPE_CHECKING:
    from geodata.services import Project


class Verbs(QObject):
    """
    Asks, does, and tells how it went.

    Args:
        window: The window.
        session: What is open.
        exporting: Writes files.
        projects: Project files.
        theme: Colours and fonts.
        asking: How files, folders and links are asked for.
        data_folder: Where pasted articles and the log are kept.
    """

    picture_given = Signal(object)  # Path: it is not read as an article

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        exporting: Exporting,
        projects: ProjectVerbs,
        theme: Theme,
        asking: Asking,
        data_folder: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._exporting = exporting
        self._projects = projects
        self._theme = theme
        self._data_folder = data_folder
        self._asking = asking
        session.opened.connect(self._on_opened)
        session.added.connect(self._on_added)
        session.failed.connect(self.tell_error)
        exporting.began.connect(self._on_export_began)
        exporting.written.connect(self._on_written)
        exporting.failed.connect(self._on_export_failed)
        projects.opening.connect(self._follow)
        window.dropped.connect(self.add)

    # File

    def open(self, paths: Sequence[Path]) -> None:
        """Show a project, or read articles, instead of what is open."""
        projects, articles = self._sorted_out(paths)
        if projects:
            self._projects.open(projects[0])
        elif articles:
            self._projects.leave(lambda: self._follow(self._session.open(articles)))

    def add(self, paths: Sequence[Path]) -> None:
        """Read articles and show them beside what is open; a project is opened."""
        projects, articles = self._sorted_out(paths)
        if projects:
            self._projects.open(projects[0])
        elif articles:
            self._follow(self._session.add(articles))

    def ask_and_open(self) -> None:
        """Ask for articles and open them."""
        self.open(self._asking.files(self._window))

    def ask_and_open_folder(self) -> None:
        """Ask for a folder and open it."""
        folder = self._asking.folder(self._window)
        if folder is not None:
            self.open([folder])

    def ask_and_add(self) -> None:
        """Ask for articles and add them."""
        self.add(self._asking.files(self._window))

    def paste(self) -> None:
        """Add the text of the clipboard as an article; it is kept as a file of its own."""
        text = QGuiApplication.clipboard().text().strip()
        if not text:
            self._window.messages.tell("The clipboard holds no text.", Tone.INFO)
            return
        name = file_name(" ".join(text.split()[:6]))[:60]
        target = self._data_folder / "pasted" / f"{name}.txt"
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"{text}\n", encoding="utf-8")
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            todo = "Free some space, or save the text in a file and add that."
            self.tell_error(OutputError(str(target), reason, todo=todo))
            return
        self.add([target])

    def open_sample(self) -> None:
        """Open the sample."""
        self._projects.leave(lambda: self._follow(self._session.open_sample()))

    def close(self) -> None:
        """Show no project."""
        self._projects.leave(self._session.close)

    def _follow(self, job: Job) -> None:
        self._window.progress.follow(job)
        self._window.set_reading()
        job.ended.connect(self._on_read)

    def _on_read(self, _job: Job) -> None:
        self._window.set_has_project(self._session.project is not None)

    def export_html(self) -> None:
        """Ask where to, and write the project as a page."""
        target = self._ask_target("Export the map as a page", ".html", "Web page (*.html)")
        if target is not None:
            self._exporting.write_html(target)

    def export_data(self) -> None:
        """Ask where to, and write claims and marks as data for other programs."""
        from geodata.export import installed_exporters

        kinds = ";;".join(
            f"{exporter.label} (*{exporter.suffix})" for exporter in installed_exporters().exporters
        )
        target = self._ask_target("Export claims and marks as data", ".gpkg", kinds)
        if target is not None:
            self._exporting.write_data(target)

    def open_link(self, url: QUrl) -> None:
        """Ask, and open a web address outside."""
        self._asking.link(self._window, url)

    # Help

    def show_shortcuts(self) -> None:
        """Show all keys."""
        from desktop.dialogs.shortcuts import ShortcutsDialog

        actions = self._window.actions_by_id
        rows = [
            (spec.plain_menu, spec.plain_title, actions[spec.id].shortcut().toString())
            for spec in actions.specs
            if spec.keys
        ]
        ShortcutsDialog(rows, self._window).open()

    def show_palette(self) -> None:
        """Let everything be found by typing a few letters of it."""
        from desktop.dialogs.palette import Entry, Palette

        actions = self._window.actions_by_id
        entries = [
            Entry(spec.plain_title, spec.plain_menu, actions[spec.id])
            for spec in actions.specs
            if spec.id != "help.palette"
        ]
        Palette(self._theme, entries, self._window).open()

    def show_history(self, history: QUndoStack) -> None:
        """Show every step since the project was opened."""
        from desktop.dialogs.history import HistoryDialog

        HistoryDialog(history, self._window).show()

    def show_logs(self) -> None:
        """Open the folder of the log in the system's file manager."""
        folder = log_folder(self._data_folder)
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def show_guide(self) -> None:
        """Show how the program is used."""
        from desktop.dialogs.guide import GuideDialog

        GuideDialog(self._window).open()

    def show_credits(self) -> None:
        """Show where data and libraries come from."""
        from desktop.dialogs.about import credits_dialog

        credits_dialog(self._window).open()

    def show_about(self) -> None:
        """Show what the program is."""
        from desktop.dialogs.about import about_dialog

        about_dialog(web_engine_version(), self._window).open()

    # How it went

    def tell_error(self, error: Exception) -> None:
        """Say what went wrong, with the details one click away."""
        if isinstance(error, Cancelled):
            return
        self._window.messages.tell(
            error_words(error),
            Tone.ERROR,
            Offer("Details…", lambda: error_dialog(error, self._window).open()),
        )

    def tell_map_failed(self, what: str) -> None:
        """Say that the map page failed."""
        self._window.messages.tell(what, Tone.ERROR)

    def _on_opened(self, project: Project | None) -> None:
        if project is not None:
            self._tell_failures(project, project.failures)

    def _on_added(
        self, number: int, paths: Sequence[Path], failures: Sequence[DatelineError]
    ) -> None:
        project = self._session.project
        if project is None:
            return
        if failures:
            self._tell_failures(project, failures)
        if number:
            alone = Offer("Show only the new ones", lambda: self.open(tuple(paths)))
            self._window.messages.tell(
                f"Added {plural(number, 'article')}.", Tone.INFO, alone, about="added"
            )

    def _tell_failures(self, project: Project, failures: Sequence[DatelineError]) -> None:
        # The list below the sources tells each with its reason, where it is in sight.
        if not failures or self._window.sources.isVisible():
            return
        if len(failures) == 1:
            self._window.messages.tell(str(failures[0]), Tone.WARNING, about="failures")
        else:
            self._window.messages.tell(
                f"{plural(len(failures), 'file')} were left out; "
                f"{plural(len(project.sources), 'article')} open.",
                Tone.WARNING,
                Offer("Show files…", lambda: failures_dialog(failures, self._window).open()),
                about="failures",
            )

    def _on_export_began(self, target: Path) -> None:
        self._window.messages.tell(f"Writing {target.name}…", about="written")

    def _on_export_failed(self, error: Exception) -> None:
        self._window.messages.forget("written")
        self.tell_error(error)

    def _on_written(self, target: Path) -> None:
        folder = QUrl.fromLocalFile(str(target.parent))
        self._window.messages.tell(
            f"Saved {target}.",
            Tone.INFO,
            Offer("Open folder", lambda: QDesktopServices.openUrl(folder)),
            about="written",
        )

    def _ask_target(self, title: str, ending: str, kinds: str) -> Path | None:
        project = self._session.project
        if project is None:
            return None
        proposed = Path.home() / f"{file_name(project.title)} {self._session.on}{ending}"
        return self._asking.target(self._window, title, proposed, kinds)

    def _sorted_out(self, paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Return the project files among some paths, and the articles; a picture is passed on."""
        projects = tuple(path for path in paths if path.suffix.casefold() == ENDING)
        pictures = pictures_among(paths)
        if pictures:
            self.picture_given.emit(pictures[0])
        return projects, tuple(path for path in paths if path not in (*projects, *pictures))
