"""
The camera: loads the page at a fixed size off the screen, and takes its picture.

A page that says “painted” has handed its frame on; when it arrives here is another matter. So the
camera puts a stamp on the corner of the page, waits until the stamp is in the picture, takes it
off, and waits until it is gone: frames come in order, so that picture holds all that was painted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWebEngineWidgets import QWebEngineView

from desktop.webmap.guard import Guard
from desktop.webmap.template import PageTemplate, make_template
from desktop.webmap.web_map import PageSource, WebMap
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.times import ONE_DAY, Reach
from geodata.mapping import DATA_PATH, Asset, Opening, PageContent, page_assets, page_data
from geodata.mapping.messages import Message, Painted, Theme

# No symbol, ground or letter of the page has this colour.
_STAMP_COLOUR = QColor("#00ff7f")
_STAMP_PX = 8
_MOST_FRAMES = 240
_PATIENCE_MS = 60_000
_PUT_STAMP = f"""
const stamp = document.createElement('div'); stamp.id = 'camera-stamp';
Object.assign(stamp.style, {{position: 'fixed', right: 0, bottom: 0, zIndex: 2147483647,
    width: '{_STAMP_PX}px', height: '{_STAMP_PX}px', background: '{_STAMP_COLOUR.name()}'}});
document.body.append(stamp)"""
_TAKE_STAMP = "document.getElementById('camera-stamp')?.remove()"


@dataclass(frozen=True, slots=True)
class Picture:
    """
    What to take a picture of.

    Args:
        content: What the page shows.
        on: Its day.
        known_by: Its known date.
        is_dark: Whether in the dark theme.
        hidden: Layers that are switched off.
        words: The frame in words, drawn under the title.
        width_px: Width in CSS pixels.
        height_px: Height in CSS pixels.
        scale: Device pixels a CSS pixel, 0.25 to 5.
        reach: Days around the day that are taken in.
    """

    content: PageContent
    on: date
    known_by: date
    is_dark: bool = False
    hidden: frozenset[Layer] = OFF_AT_FIRST
    words: str = ""
    width_px: int = 1920
    height_px: int = 1080
    scale: float = 1.0
    reach: Reach = ONE_DAY


class Camera(QObject):
    """
    Takes one picture. Afterwards either `taken` or `failed` has come, once.

    Args:
        picture: What to take.
        guard: Refuses and counts what would leave this machine.
        parent: Owner.
    """

    taken = Signal(QImage)
    failed = Signal(str)

    def __init__(self, picture: Picture, guard: Guard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._frames = 0
        self._is_stamp_put = False
        self._is_stamp_seen = False
        self._is_done = False
        data = partial(page_data, picture.content)
        files = {**page_assets(), DATA_PATH: Asset("application/octet-stream", data)}
        template = _template(picture)
        self._map = WebMap(PageSource(template.for_load, files), guard, self)
        self._map.received.connect(self._on_received)
        self._map.failed.connect(self._fail)
        self._map.page.frame_passed.connect(self._on_frame)
        self._view = _hidden_view(self._map, picture)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(
            lambda: self._fail(f"The page was not painted within {_PATIENCE_MS // 1000} s.")
        )

    def take(self) -> None:
        """Load the page and take the picture."""
        self._patience.start()
        self._view.show()
        self._map.load()

    def close(self) -> None:
        """Give back view and page; the camera is of no use afterwards."""
        self._view.close()
        self._view.deleteLater()
        self.deleteLater()

    def _on_received(self, message: Message) -> None:
        if not isinstance(message, Painted) or self._is_stamp_put:
            return
        if (message.on, message.known) == (self._picture.on, self._picture.known_by):
            self._is_stamp_put = True
            self._map.page.run_and_paint(_PUT_STAMP)

    def _on_frame(self) -> None:
        if self._is_done:
            return
        self._frames += 1
        image = self._view.grab().toImage()
        if not self._is_stamp_seen:
            self._is_stamp_seen = _is_stamped(image)
            self._map.page.run_and_paint(_TAKE_STAMP if self._is_stamp_seen else "")
        elif not _is_stamped(image):
            self._is_done = True
            self._patience.stop()
            # Not from inside the engine's own call: who hears it may give the page back at once,
            # and the engine would return into what is gone.
            QTimer.singleShot(0, partial(self.taken.emit, _trimmed(image, self._picture)))
        elif self._frames < _MOST_FRAMES:
            self._map.page.run_and_paint("")
        if self._frames >= _MOST_FRAMES:
            self._fail("The picture did not arrive from the web engine.")

    def _fail(self, what: str) -> None:
        if not self._is_done:
            self._is_done = True
            self._patience.stop()
            QTimer.singleShot(0, partial(self.failed.emit, what))


def _template(picture: Picture) -> PageTemplate:
    opening = Opening(picture.on, picture.known_by, picture.hidden, picture.words, picture.reach)
    theme: Theme = "dark" if picture.is_dark else "light"
    return make_template(picture.content, mode="snapshot", theme=theme, opening=opening)


def _hidden_view(web_map: WebMap, picture: Picture) -> QWebEngineView:
    view = QWebEngineView()
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.setPage(web_map.page)
    # The zoom is what sets device pixels a CSS pixel, whatever the screen's own ratio is.
    ratio = view.devicePixelRatioF()
    view.resize(_size(picture, picture.scale / ratio))
    view.setZoomFactor(picture.scale / ratio)
    return view


def _size(picture: Picture, factor: float) -> QSize:
    return QSize(round(picture.width_px * factor), round(picture.height_px * factor))


def _is_stamped(image: QImage) -> bool:
    found = image.pixelColor(image.width() - 3, image.height() - 3)
    distance = sum(
        abs(a - b)
        for a, b in zip(found.getRgb()[:3], _STAMP_COLOUR.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return distance < 24


def _trimmed(image: QImage, picture: Picture) -> QImage:
    image.setDevicePixelRatio(1.0)
    return image.copy(QRect(0, 0, *_size(picture, picture.scale).toTuple()))
