"""From a project to a PNG in one call, for the command line: with or without a display."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.snapshot.camera import Camera, Picture
from desktop.snapshot.png import frame_texts, save_png
from desktop.webmap.guard import Guard
from desktop.webmap.requirements import check_sandbox
from desktop.webmap.scheme import register_scheme
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.times import ONE_DAY, Reach
from geodata.errors import PageError
from geodata.export import Manifest
from geodata.layers import describe
from geodata.mapping import Extent

if TYPE_CHECKING:
    from geodata.services import Project, Resources


def picture_of(
    project: Project,
    resources: Resources,
    *,
    on: date,
    known_by: date,
    is_dark: bool = False,
    hidden: frozenset[Layer] = OFF_AT_FIRST,
    extent: Extent | None = None,
    reach: Reach = ONE_DAY,
) -> Picture:
    """Return the picture of a project on a day as known by another, of `extent` or all that is told."""
    from geodata.services import page_content

    words = describe(project.marks, on, known_by, reach)
    content = page_content(project, resources)
    if extent is not None:
        content = replace(content, extent=extent)
    return Picture(content, on, known_by, is_dark, hidden, words, reach=reach)


def picture_manifest(project: Project, picture: Picture) -> Manifest:
    """Return what a picture of a project shows and rests on."""
    from geodata.services import frame_manifest

    extent = picture.content.extent
    return frame_manifest(
        project,
        on=picture.on,
        known_by=picture.known_by,
        hidden=picture.hidden,
        reach=picture.reach,
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
    scale: float = 1.0,
) -> None:
    """
    Write the map of one frame as a PNG of 1920 by 1080 CSS pixels.

    Works without a display: where no application runs yet, one is made off the screen.

    Args:
        project: What to show.
        resources: For the polygons of regions.
        target: File to write; an old one is replaced only when the new one is complete.
        on: The day.
        known_by: The known date.
        is_dark: Whether in the dark theme.
        hidden: Layers that are switched off.
        scale: Device pixels a CSS pixel, 0.25 to 5.

    Raises:
        OutputError: The target cannot be written.
        PageError: The page could not be painted.
        SandboxUnavailable: The web engine cannot start under this account.
    """
    check_sandbox()
    application = QApplication.instance() or _offscreen_application()
    picture = picture_of(
        project,
        resources,
        on=on,
        known_by=known_by,
        is_dark=is_dark,
        hidden=hidden,
    )
    picture = replace(picture, scale=scale)
    image = _wait_for(Camera(picture, Guard()))
    assert application is not None
    manifest = picture_manifest(project, picture)
    save_png(image, target, frame_texts(project.title, picture.words, on, known_by, manifest))


def _offscreen_application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    register_scheme()
    return QApplication(["dateline"])


def _wait_for(camera: Camera) -> QImage:
    loop = QEventLoop()
    images: list[QImage] = []
    errors: list[str] = []
    camera.taken.connect(images.append)
    camera.failed.connect(errors.append)
    camera.taken.connect(loop.quit)
    camera.failed.connect(loop.quit)
    camera.take()
    if not images and not errors:
        loop.exec()
    camera.close()
    # No event loop runs any more that would do it; the page has to go before the program ends.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if errors:
        raise PageError(errors[0], todo="Try again; if it happens again, report it.")
    return images[0]
