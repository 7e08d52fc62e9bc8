"""
The camera: one page off the screen that stays open and takes one picture after the other.

It serves every output that shows the map (PNG, PDF, the preview, films): what the page draws for a
shot is what its `map` dress draws in the window. Dates, sizes, themes and layers may differ from
shot to shot without loading anything anew.

In the window, where an event loop runs:

    camera = Camera(template, guard, parent)     # template: kept_template("light", folder, "snapshot")
    camera.set_content(page_data(content))       # bytes; again whenever the project changes
    camera.taken.connect(lambda number, image: ...)
    camera.failed.connect(lambda number, what: ...)
    number = camera.shoot(Shot(on, known_by, title=..., words=..., sheet=SLIDE))
    camera.shoot(replace(shot, on=next_day, follows=True))   # queued; pictures come in order
    camera.drop_waiting()                        # what has not begun is forgotten
    camera.close()

Without a loop of one's own, as on the command line:

    for image in pictures(camera, shots):        # desktop/snapshot/waiting.py
        ...
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWebEngineWidgets import QWebEngineView

from desktop.settings.interpreter import keep_constants_alive
from desktop.snapshot.shot import Shot
from desktop.snapshot.strip import NUMBERS, STRIP_PX, cut_off, is_of
from desktop.webmap.guard import Guard
from desktop.webmap.template import PageTemplate
from desktop.webmap.web_map import PageSource, WebMap
from geodata.mapping import DATA_PATH, Asset, Extent, PageContent, page_assets, page_data
from geodata.mapping.messages import Message, SetData, ShotPainted

_MOST_FRAMES = 240
_PATIENCE_MS = 10_000
_TRIES = 3
_NOTHING = page_data(PageContent("", ()))


class Camera(QObject):
    """
    Takes pictures of one content, in the order in which they are asked for.

    Args:
        template: The page without marks, of mode `snapshot`.
        guard: Refuses and counts what would leave this machine.
        parent: Owner.
        patience_ms: For so long it waits for a picture before it asks again; then for twice as long.
    """

    ready = Signal()
    taken = Signal(int, QImage)
    failed = Signal(int, str)
    settled = Signal()  # nothing waits and nothing is under way

    def __init__(
        self,
        template: PageTemplate,
        guard: Guard,
        parent: QObject | None = None,
        *,
        patience_ms: int = _PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        keep_constants_alive()
        self._content = self._data = _NOTHING
        self._served = b""
        self._waiting: deque[tuple[int, Shot, bytes]] = deque()
        self._now: tuple[int, Shot] | None = None
        self._last = 0
        self._frames = self._tries = 0
        self._is_painted = False
        self._is_ready = False
        self._broken = ""
        self._extent: Extent | None = None
        self._map = WebMap(PageSource(template.for_load, self._files()), guard, self)
        self._map.ready.connect(self._on_ready)
        self._map.received.connect(self._on_received)
        self._map.failed.connect(self._on_page_failed)
        self._map.page.frame_passed.connect(self._on_frame)
        self._view = _hidden_view(self._map)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience_ms = patience_ms
        self._patience.timeout.connect(self._on_waited_long)
        self._view.show()
        self._map.load()

    @property
    def is_ready(self) -> bool:
        """Whether the page is loaded."""
        return self._is_ready

    @property
    def broken(self) -> str:
        """Why this camera can take no more pictures, or empty."""
        return self._broken

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits and nothing is under way."""
        return self._now is None and not self._waiting

    @property
    def extent(self) -> Extent | None:
        """What the map of the last picture shows, or None before there is one."""
        return self._extent

    def set_content(self, data: bytes) -> None:
        """
        Show other marks in what is asked for from now on; what waits is not touched.

        Args:
            data: From `geodata.mapping.page_data`.
        """
        self._content = data
        if self._now is None and not self._waiting:
            # Ahead of the first shot, so that the page has them when it is asked for.
            self._show(data)

    def shoot(self, shot: Shot) -> int:
        """Ask for a picture; return the number under which it comes, or under which it fails."""
        self._last += 1
        self._waiting.append((self._last, shot, self._content))
        # Never from inside this call: who asks does not know the number yet.
        QTimer.singleShot(0, self, self._go_on)
        return self._last

    def drop_waiting(self) -> None:
        """Forget what has not begun; nothing comes of it."""
        self._waiting.clear()

    def close(self) -> None:
        """Give back view and page; the camera is of no use afterwards."""
        self._waiting.clear()
        self._now = None
        self._patience.stop()
        self._view.close()
        self._view.deleteLater()
        self.deleteLater()

    def _files(self) -> dict[str, Asset]:
        return {**page_assets(), DATA_PATH: Asset("application/octet-stream", self._serve)}

    def _serve(self) -> bytes:
        self._served = self._data
        return self._data

    def _show(self, data: bytes) -> None:
        self._data = data
        if self._is_ready and self._served is not data:
            self._served = data
            self._map.send(SetData(DATA_PATH))

    def _on_ready(self) -> None:
        self._is_ready = True
        self._show(self._data)
        self.ready.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._broken:
            while self._waiting:
                number, *_ = self._waiting.popleft()
                self.failed.emit(number, self._broken)
        if not self._is_ready or self._now is not None:
            return
        if not self._waiting:
            self.settled.emit()
            return
        number, shot, data = self._waiting.popleft()
        self._now = number, shot
        self._tries = 0
        self._show(data)
        self._resize(shot)
        self._ask()

    def _ask(self) -> None:
        assert self._now is not None
        number, shot = self._now
        self._tries += 1
        self._frames, self._is_painted = 0, False
        self._patience.start(self._tries * self._patience_ms)
        self._map.send(shot.message(number % NUMBERS + 1))

    def _resize(self, shot: Shot) -> None:
        # The zoom is what sets device pixels a CSS pixel, whatever the screen's own ratio is.
        ratio = self._view.devicePixelRatioF()
        width = -int(-shot.sheet.width_px // ratio)
        height = -int(-(shot.sheet.height_px + STRIP_PX) // ratio)
        if self._view.size() != QSize(width, height):
            self._view.resize(width, height)
        self._view.setZoomFactor(shot.sheet.density / ratio)

    def _on_received(self, message: Message) -> None:
        if not isinstance(message, ShotPainted) or self._now is None:
            return
        if message.number == self._now[0] % NUMBERS + 1:
            self._is_painted = True
            self._extent = None if message.extent is None else Extent(*message.extent)
            self._map.page.run_and_paint("")

    def _on_frame(self) -> None:
        if self._now is None or not self._is_painted:
            return
        number, shot = self._now
        self._frames += 1
        image = self._view.grab().toImage()
        if is_of(image, number % NUMBERS + 1):
            whole = cut_off(image, shot.sheet.width_px, shot.sheet.height_px)
            # Not from inside the engine's own call: who hears it may give the page back at once,
            # and the engine would return into what is gone.
            QTimer.singleShot(0, self, lambda: self._end(number, whole))
        elif self._frames < _MOST_FRAMES:
            self._map.page.run_and_paint("")
        else:
            self._fail("The picture did not arrive from the web engine.")

    def _end(self, number: int, image: QImage) -> None:
        if self._now is None or self._now[0] != number:
            return
        self._now = None
        self._patience.stop()
        self.taken.emit(number, image)
        self._go_on()

    def _fail(self, what: str) -> None:
        if self._now is not None:
            number, self._now = self._now[0], None
            self._patience.stop()
            self.failed.emit(number, what)
        self._go_on()

    def _on_waited_long(self) -> None:
        if self._now is not None and self._tries < _TRIES:
            # On a machine under load the engine has been seen to drop the frame that was asked for.
            self._view.update()
            self._ask()
            return
        self._fail(f"The page was not painted, though it was asked {_TRIES} times.")

    def _on_page_failed(self, what: str) -> None:
        # Whatever it was, the page is no longer what it should be.
        self._broken = what
        QTimer.singleShot(0, self, lambda: self._fail(what))


def _hidden_view(web_map: WebMap) -> QWebEngineView:
    view = QWebEngineView()
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.setPage(web_map.page)
    view.resize(960, 540 + STRIP_PX)
    return view
