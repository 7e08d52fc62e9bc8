"""Pictures one after the other where no event loop runs: on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QImage

from desktop.snapshot.camera import Camera
from desktop.snapshot.shot import Shot
from geodata.errors import PageError


def pictures(camera: Camera, shots: Iterable[Shot]) -> Iterator[QImage]:
    """
    Yield the picture of each shot, in order; the next is taken when it is asked for.

    Raises:
        PageError: The page could not be painted.
    """
    for shot in shots:
        yield picture(camera, shot)


def picture(camera: Camera, shot: Shot) -> QImage:
    """
    Return one picture; events are handled while it is taken.

    Raises:
        PageError: The page could not be painted.
    """
    loop = QEventLoop()
    images: list[QImage] = []
    errors: list[str] = []

    def take(number: int, image: QImage) -> None:
        if number == wanted:
            images.append(image)
            loop.quit()

    def fail(number: int, what: str) -> None:
        if number == wanted:
            errors.append(what)
            loop.quit()

    camera.taken.connect(take)
    camera.failed.connect(fail)
    wanted = camera.shoot(shot)
    loop.exec()
    camera.taken.disconnect(take)
    camera.failed.disconnect(fail)
    if errors:
        raise PageError(errors[0], todo="Try again; if it happens again, report it.")
    return images[0]
