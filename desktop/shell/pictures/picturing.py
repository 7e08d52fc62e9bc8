"""From the window to a picture: the dialog, its preview, the file and the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage

from desktop.dialogs.asking import Asking
from desktop.settings.theme import Theme
from desktop.shell.exporting import Exporting
from desktop.shell.main_window import MainWindow
from desktop.shell.message_bar import Tone
from desktop.shell.pictures.kept_choice import KeptChoice
from desktop.shell.session import Session
from desktop.snapshot import Order, Shot, alt_text, shot_of
from desktop.wording.words import slug
from geodata.layers import describe, frame_marks, frame_words, headline
from geodata.mapping import Extent, beyond, extent_of, whole_extent
from geodata.sheets import PictureChoice, Sheet
from geodata.written_days import day_words

if TYPE_CHECKING:
    from desktop.dialogs.picture import PictureDialog, Proposal
    from geodata.services import Project

_KINDS = "PNG picture (*.png);;PDF page (*.pdf)"
_NO_CLAIMS = (
    "There is nothing to draw: no claim was found in these articles. "
    "Add articles that speak of bases, troops or alignment."
)
# Letters of a preview are small enough as it is.
_LEAST_DENSITY = 0.3


class Picturing(QObject):
    """
    Opens the dialog for the frame that the window shows, and carries its orders out.

    Args:
        window: The window.
        session: What is open.
        exporting: Takes and writes pictures.
        theme: Colours and fonts.
        asking: How a target is asked for.
        kept: What was chosen last.
        extent: Tells the part of the world that the window shows, None before it shows any.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        exporting: Exporting,
        theme: Theme,
        asking: Asking,
        kept: KeptChoice,
        extent: Callable[[], Extent | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._exporting = exporting
        self._theme = theme
        self._asking = asking
        self._kept = kept
        self._extent = extent
        self._preview: Order | None = None
        self.dialog: PictureDialog | None = None

    def open(self) -> None:
        """Show the dialog; a project without claims has no picture, and that is said."""
        project = self._session.project
        if project is None:
            return
        if not any(mark.claim_ids for mark in project.marks):
            self._window.messages.tell(_NO_CLAIMS, Tone.WARNING)
            return
        from desktop.dialogs.picture import PictureDialog

        proposal = self._proposal(project)
        dialog = PictureDialog(
            self._theme,
            proposal,
            self._kept.choice,
            shows_all=self._kept.shows_all,
            parent=self._window,
        )
        self.dialog = dialog
        dialog.chosen.connect(partial(self._draw_preview, dialog))
        dialog.save_asked.connect(partial(self._save, dialog))
        dialog.copy_asked.connect(partial(self._copy, dialog))
        dialog.finished.connect(partial(self._on_finished, dialog))
        dialog.open()

    def _proposal(self, project: Project) -> Proposal:
        from desktop.dialogs.picture import Proposal

        session = self._session
        frame = session.on, session.known_by, session.reach
        box = self._extent()
        reported = project.reported_before(session.on, session.known_by)
        titles = (headline(project.marks, *frame, reported=reported), project.title)
        words = describe(project.marks, *frame, reported=reported)
        drawn = frame_marks(project.marks, *frame)
        placed = [m for m in drawn if m.claim_ids and m.layer not in session.hidden]
        is_empty = not placed
        most = extent_of(project.marks)
        whole = whole_extent(placed, most) if beyond(placed, most) else None
        return Proposal(
            titles=tuple(dict.fromkeys(title for title in titles if title)),
            words=words,
            day=_frame_words(session),
            alt=words,
            window=_corners(box),
            whole=_corners(whole),
            warning=_empty_words(project, session.on) if is_empty else "",
        )

    def _shot(self, choice: PictureChoice) -> Shot | None:
        session, project = self._session, self._session.project
        if project is None:
            return None
        shot = shot_of(
            project,
            choice,
            on=session.on,
            known_by=session.known_by,
            hidden=session.hidden,
            reach=session.reach,
        )
        return replace(shot, compare=self._exporting.compare())

    def _draw_preview(self, dialog: PictureDialog) -> None:
        if self._preview is not None:
            self._preview.cancel()
        choice = dialog.choice()
        shot = None if choice is None else self._shot(choice)
        project = self._session.project
        if shot is None or project is None:
            dialog.preview.tell("This size cannot be made.")
            return
        words = alt_text(project, shot)
        small = replace(shot, sheet=_fitting(shot.sheet, dialog))
        self._preview = self._exporting.take(
            small,
            lambda image: dialog.preview.show_image(image, words),
            dialog.preview.tell,
        )

    def _save(self, dialog: PictureDialog) -> None:
        choice = dialog.choice()
        shot, project = (self._shot(choice) if choice else None), self._session.project
        if choice is None or shot is None or project is None:
            return
        name = f"{slug(shot.title or project.title) or 'map'}-{shot.on}.png"
        target = self._asking.target(dialog, "Save the picture", self._kept.folder / name, _KINDS)
        if target is None:
            return
        self._kept.keep(choice, shows_all=dialog.shows_all)
        self._kept.keep_folder(target.parent)
        dialog.set_busy(True)
        self._exporting.write_picture(
            target,
            shot,
            done=partial(self._on_saved, dialog),
            failed=partial(self._on_not_saved, dialog),
        )

    def _on_saved(self, dialog: PictureDialog) -> None:
        if self._is_open(dialog):
            dialog.accept()

    def _is_open(self, dialog: PictureDialog) -> bool:
        # A person may close it while its order is still under way.
        return self.dialog is dialog

    def _on_not_saved(self, dialog: PictureDialog, error: Exception) -> None:
        if self._is_open(dialog):
            dialog.set_busy(False)
            dialog.tell(str(error))
        else:
            self._exporting.failed.emit(error)

    def _copy(self, dialog: PictureDialog) -> None:
        choice = dialog.choice()
        shot, project = (self._shot(choice) if choice else None), self._session.project
        if choice is None or shot is None or project is None:
            return
        self._kept.keep(choice, shows_all=dialog.shows_all)
        words = alt_text(project, shot)
        dialog.set_busy(True)

        def put(image: QImage) -> None:
            data = QMimeData()
            data.setImageData(image)
            data.setText(words)
            QGuiApplication.clipboard().setMimeData(data)
            tell("The picture is on the clipboard, and its text beside it.")

        def tell(what: str) -> None:
            if self._is_open(dialog):
                dialog.set_busy(False)
                dialog.tell(what)

        self._exporting.take(shot, put, tell)

    def _on_finished(self, dialog: PictureDialog, _result: int) -> None:
        if self._preview is not None:
            self._preview.cancel()
        choice = dialog.choice()
        if choice is not None:
            self._kept.keep(choice, shows_all=dialog.shows_all)
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()


def _fitting(sheet: Sheet, dialog: PictureDialog) -> Sheet:
    """Return the sheet with as many pixels as the preview has room for, laid out the same."""
    room = dialog.preview.size() * dialog.devicePixelRatioF()
    share = min(room.width() / sheet.width_px, room.height() / sheet.height_px, 1.0)
    share = max(share, _LEAST_DENSITY / sheet.density)
    return replace(
        sheet,
        width_px=round(sheet.width_px * share),
        height_px=round(sheet.height_px * share),
        density=sheet.density * share,
    )


def _corners(box: Extent | None) -> tuple[float, float, float, float] | None:
    return None if box is None else (box.west, box.south, box.east, box.north)


def _frame_words(session: Session) -> str:
    on, known_by, reach = session.on, session.known_by, session.reach
    days = frame_words(on, reach)
    days = f"{days[:1].upper()}{days[1:]}"
    is_same = on == known_by and reach.is_one_day
    return f"{days}, as known {'that day' if is_same else f'on {day_words(known_by)}'}"


def _empty_words(project: Project, on: date) -> str:
    axis = project.axis
    words = "This map is empty: no claim speaks of these dates, or its layers are off."
    if not axis.first_day <= on <= axis.last_day:
        words = (
            f"This map is empty: the articles speak of {day_words(axis.first_day)} to "
            f"{day_words(axis.last_day)}."
        )
    return words
