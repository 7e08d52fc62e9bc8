"""The window's own camera: opened once, kept warm, shared by all that needs a picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.snapshot.camera import Camera
from desktop.snapshot.shot import Shot
from desktop.webmap.guard import Guard
from desktop.webmap.template import PageTemplate

Build = Callable[[Callable[[PageTemplate], None]], None]
"""Builds the page of mode `snapshot` beside the window, and hands it over on its thread."""


class Order:
    """
    A picture that was asked for.

    Args:
        taken: Called with the picture.
        failed: Called with what went wrong.
    """

    def __init__(self, taken: Callable[[QImage], object], failed: Callable[[str], object]) -> None:
        self.taken = taken
        self.failed = failed
        self.is_cancelled = False

    def cancel(self) -> None:
        """Hear nothing of it any more; it is left out where it has not begun."""
        self.is_cancelled = True


class Studio(QObject):
    """
    Opens the camera when it is first needed, or earlier, and opens another when that one fails.

    Args:
        build: How the page is built.
        guard: Refuses and counts what would leave this machine.
        parent: Owner.
    """

    def __init__(self, build: Build, guard: Guard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._guard = guard
        self._template: PageTemplate | None = None
        self._is_building = False
        self._camera: Camera | None = None
        self._waiting: list[tuple[Order, Shot, bytes]] = []
        self._under_way: dict[int, Order] = {}

    @property
    def camera(self) -> Camera | None:
        """The camera, or None before it is open."""
        return self._camera

    def warm_up(self) -> None:
        """Open the camera, so that the next picture need not wait for it."""
        if self._camera is not None or self._is_building:
            return
        if self._template is not None:
            self._open(self._template)
            return
        self._is_building = True
        self._build(self._open)

    def shoot(
        self,
        data: bytes,
        shot: Shot,
        taken: Callable[[QImage], object],
        failed: Callable[[str], object],
    ) -> Order:
        """
        Ask for a picture.

        Args:
            data: The content, from `geodata.mapping.page_data`.
            shot: What it shows.
            taken: Called with the picture, later.
            failed: Called with what went wrong, later.
        """
        order = Order(taken, failed)
        self._waiting.append((order, shot, data))
        self.warm_up()
        self._go_on()
        return order

    def tell_failed(self, what: str) -> None:
        """Hear that the page could not be built."""
        self._is_building = False
        waiting, self._waiting = self._waiting, []
        for order, *_ in waiting:
            if not order.is_cancelled:
                order.failed(what)

    def close(self) -> None:
        """Give the camera back."""
        self._waiting.clear()
        self._under_way.clear()
        if self._camera is not None:
            self._camera.close()
            self._camera = None

    def _open(self, template: PageTemplate) -> None:
        self._is_building = False
        self._template = template
        self._camera = Camera(template, self._guard, self)
        self._camera.taken.connect(self._on_taken)
        self._camera.failed.connect(self._on_failed)
        self._camera.settled.connect(self._go_on)
        self._go_on()

    def _go_on(self) -> None:
        # One at a time, so that what is cancelled meanwhile is never begun.
        if self._camera is None or self._under_way:
            return
        while self._waiting:
            order, shot, data = self._waiting.pop(0)
            if not order.is_cancelled:
                self._camera.set_content(data)
                self._under_way[self._camera.shoot(shot)] = order
                return

    def _on_taken(self, number: int, image: QImage) -> None:
        order = self._under_way.pop(number, None)
        if order is not None and not order.is_cancelled:
            order.taken(image)
        self._go_on()

    def _on_failed(self, number: int, what: str) -> None:
        order = self._under_way.pop(number, None)
        if self._camera is not None and self._camera.broken:
            self._camera.close()
            self._camera = None
        if order is not None and not order.is_cancelled:
            order.failed(what)
        if self._waiting:
            self.warm_up()
        self._go_on()
