"""From a project to a PNG in one call, for the command line: with or without a display."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths
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
from geodata.layers import describe
from geodata.mapping import Extent, page_data
from geodata.mapping.sheets import SLIDE, Sheet

if TYPE_CHECKING:
    from geodata.services import Project, Resources


def shot_of(
    project: Project,
    *,
    on: date,
    known_by: date,
    sheet: Sheet = SLIDE,
    is_dark: bool = False,
    hidden: frozenset[Layer] = OFF_AT_FIRST,
    extent: Extent | None = None,
    reach: Reach = ONE_DAY,
) -> Shot:
    """Return the picture of a project on a day as known by another, of `extent` or all that is told."""
    words = describe(project.marks, on, known_by, reach)
    return Shot(
        on,
        known_by,
        title=project.title,
        words=words,
        sheet=sheet,
        is_dark=is_dark,
        hidden=hidden,
        reach=reach,
        extent=extent,
    )


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
    )


def write_png(
    project: Project,
    resources: Resources,
    target: Path,
    *,
    on: date,
    known_by: date,
    is_dark: bool = False,
    hidden: frozenset[Layer] = OFF_AT_FIRST,
    sheet: Sheet = SLIDE,
) -> None:
    """
    Write the map of one frame as a PNG.

    Works without a display: where no application runs yet, one is made off the screen.

    Args:
        project: What to show.
        resources: For the polygons of regions.
        target: File to write; an old one is replaced only when the new one is complete.
        on: The day.
        known_by: The known date.
        is_dark: Whether in the dark theme.
        hidden: Layers that are switched off.
        sheet: Size and density.

    Raises:
        OutputError: The target cannot be written.
        PageError: The page could not be painted.
        SandboxUnavailable: The web engine cannot start under this account.
    """
    from geodata.services import page_content

    shot = shot_of(project, on=on, known_by=known_by, sheet=sheet, is_dark=is_dark, hidden=hidden)
    camera = open_camera()
    try:
        camera.set_content(page_data(page_content(project, resources)))
        image = picture(camera, shot)
    finally:
        close_camera(camera)
    manifest = picture_manifest(project, shot)
    save_png(image, target, frame_texts(shot.title, shot.words, on, known_by, manifest))


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
