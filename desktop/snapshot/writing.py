"""From a project to a picture in one call, for the command line: with or without a display."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.snapshot.camera import Camera
from desktop.snapshot.png import frame_texts, save_png
from desktop.snapshot.shot import Shot
from desktop.snapshot.waiting import picture
from desktop.webmap.guard import Guard
from desktop.webmap.requirements import check_sandbox
from desktop.webmap.scheme import register_scheme
from desktop.webmap.template import PageTemplate, empty_template, kept_template
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.times import ONE_DAY, Reach
from geodata.export import Manifest
from geodata.layers import describe, headline, moments_between
from geodata.mapping import Extent, page_data
from geodata.sheets import PictureChoice, Sheet

if TYPE_CHECKING:
    from geodata.services import Project, Resources


def shot_of(
    project: Project,
    choice: PictureChoice | None = None,
    *,
    on: date,
    known_by: date,
    hidden: frozenset[Layer] = OFF_AT_FIRST,
    reach: Reach = ONE_DAY,
) -> Shot:
    """
    Return the picture of a project on a day as known by another.

    Args:
        project: What it shows.
        choice: Size, texts, theme and parts; what it leaves open is proposed.
        on: The day.
        known_by: The known date.
        hidden: Layers that are switched off.
        reach: Days around the day that are taken in.
    """
    choice = choice or PictureChoice()
    title, words = choice.title, choice.words
    reported = project.reported_before(on, known_by)
    if title is None:
        told = headline(project.marks, on, known_by, reach, reported=reported)
        title = told or project.title
    if words is None:
        words = describe(project.marks, on, known_by, reach, reported=reported)
    return Shot(
        on,
        known_by,
        title=title,
        words=words,
        sheet=choice.sheet,
        is_dark=choice.is_dark,
        hidden=hidden,
        reach=reach,
        extent=None if choice.extent is None else Extent(*choice.extent),
        without=choice.without,
        compare=moments_between(choice.since, on, known_by),
    )


def alt_text(project: Project, shot: Shot) -> str:
    """Return the frame in words, for those who cannot see it."""
    frame = shot.on, shot.known_by, shot.reach
    reported = project.reported_before(shot.on, shot.known_by)
    return describe(project.marks, *frame, reported=reported)


def picture_manifest(project: Project, shot: Shot) -> Manifest:
    """Return what a picture of a project shows and rests on."""
    from geodata.services import frame_manifest

    extent = shot.extent
    return frame_manifest(
        project,
        on=shot.on,
        known_by=shot.known_by,
        hidden=shot.hidden,
        reach=shot.reach,
        extent=(extent.west, extent.south, extent.east, extent.north) if extent else None,
        is_dark=shot.is_dark,
        compared=shot.compare,
    )


def picture_texts(project: Project, shot: Shot) -> dict[str, str]:
    """Return what the file of a picture says of itself: heading, words, dates, and what it rests on."""
    manifest = picture_manifest(project, shot)
    title = shot.title or project.title
    return frame_texts(title, alt_text(project, shot), shot.on, shot.known_by, manifest)


def save_picture(image: QImage, target: Path, texts: Mapping[str, str], sheet: Sheet) -> None:
    """
    Write a picture; the ending decides whether as PNG or as PDF. May run on any thread.

    Raises:
        OutputError: The target cannot be written.
    """
    if target.suffix.casefold() == ".pdf":
        from desktop.snapshot.pdf import save_pdf

        save_pdf(image, target, texts, sheet)
    else:
        save_png(image, target, texts, sheet.dpi)


def write_picture(
    project: Project,
    resources: Resources,
    target: Path,
    choice: PictureChoice | None = None,
    *,
    on: date,
    known_by: date,
    hidden: frozenset[Layer] = OFF_AT_FIRST,
    camera: Camera | None = None,
) -> None:
    """
    Write the map of one frame as a PNG, or as a PDF where the name ends so.

    Works without a display: where no application runs yet, one is made off the screen.

    Args:
        project: What to show.
        resources: For the polygons of regions.
        target: File to write; an old one is replaced only when the new one is complete.
        choice: Size, texts, theme and parts.
        on: The day.
        known_by: The known date.
        hidden: Layers that are switched off.
        camera: Takes it and stays open; one is opened and closed when not given.

    Raises:
        OutputError: The target cannot be written.
        PageError: The page could not be painted.
        SandboxUnavailable: The web engine cannot start under this account.
    """
    from geodata.services import page_content

    shot = shot_of(project, choice, on=on, known_by=known_by, hidden=hidden)
    own = camera or open_camera()
    try:
        own.set_content(page_data(page_content(project, resources)))
        image = picture(own, shot)
    finally:
        if camera is None:
            close_camera(own)
    save_picture(image, target, picture_texts(project, shot), shot.sheet)


def open_camera() -> Camera:
    """
    Return a camera where no window is open; where no application runs yet, one is made.

    Raises:
        SandboxUnavailable: The web engine cannot start under this account.
    """
    check_sandbox()
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        register_scheme()
        _keep(QApplication(["dateline"]))
        template = kept_template("light", _kept_in(), "snapshot")
    else:
        template = _built_template()
    return Camera(template, Guard())


def close_camera(camera: Camera) -> None:
    """Give the page back now: no event loop runs any more that would do it before the end."""
    camera.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


_kept: list[QApplication] = []


def _keep(application: QApplication) -> None:
    application.setApplicationName("Dateline")
    _kept[:] = [application]


def _kept_in() -> Path:
    where = QStandardPaths.StandardLocation.CacheLocation
    return Path(QStandardPaths.writableLocation(where)) / "page"


@cache
def _built_template() -> PageTemplate:
    return empty_template("light", "snapshot")
