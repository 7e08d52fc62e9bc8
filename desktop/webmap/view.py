"""The map as a widget: it is told what to show and when, and tells what was picked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.webmap.guard import Guard
from desktop.webmap.pacing import Moment, Pace
from desktop.webmap.template import PageTemplate
from desktop.webmap.web_map import PageSource, WebMap
from geodata.domain.layers import OFF_AT_FIRST, Layer
from geodata.domain.places import Place, PlaceKind
from geodata.domain.stories import View
from geodata.domain.times import ONE_DAY, Reach
from geodata.mapping import (
    DATA_PATH,
    Asset,
    Extent,
    PageContent,
    extent_of_view,
    page_assets,
    page_data,
)
from geodata.mapping.messages import (
    DataShown,
    Fit,
    MarkHovered,
    MarkPicked,
    Message,
    Painted,
    Select,
    SetCompare,
    SetData,
    SetLayers,
    SetReach,
    SetTheme,
    SetTiles,
    SetTime,
    ShowExtent,
    ShowPlace,
    ShowView,
    Theme,
    ToPage,
    ViewMoved,
    moment_texts,
)
from geodata.mapping.tiles import Tiles

_ZOOM_NEAR = 7
_ZOOMS = {
    PlaceKind.CONTINENT: 3,
    PlaceKind.REGION: 4,
    PlaceKind.COUNTRY: 4,
    PlaceKind.ADMIN1: 6,
    PlaceKind.WATER: 5,
}
_NOTHING = page_data(PageContent("", ()))


class MapView(QWidget):
    """
    The map page in the window.

    The web engine starts with `start`, so that the window can be painted before. After that
    data, time, layers and theme travel as messages. The page is loaded anew only when a person
    chooses online tiles or none: its content policy names the host.

    Args:
        guard: Refuses and counts what would leave this machine.
        parent: Owner.
    """

    ready = Signal()
    painted = Signal(date, date)
    settled = Signal()
    mark_picked = Signal(object)
    mark_hovered = Signal(object)
    view_moved = Signal(float, float, float)
    failed = Signal(str)
    link_asked = Signal(QUrl)
    tiles_changed = Signal(object)  # Tiles, or None

    def __init__(self, guard: Guard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = guard
        self._map: WebMap | None = None
        self._data = _NOTHING
        self._shown_data = b""
        self._data_under_way = 0
        self._pace = Pace()
        self._reach = ONE_DAY
        self._tiles: Tiles | None = None
        self._theme: Theme = "light"
        self._visible = frozenset(Layer) - OFF_AT_FIRST
        self._compare: tuple[str, ...] = ()
        self._selected: str | None = None
        self._is_ready = False
        self._middle: ViewMoved | None = None
        self.setAutoFillBackground(True)
        self.setMinimumSize(240, 160)
        self.setAccessibleName("Map")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)

    @property
    def is_ready(self) -> bool:
        """Whether the page takes messages."""
        return self._is_ready

    @property
    def moment(self) -> Moment | None:
        """The two dates that were asked for last."""
        return self._pace.wanted

    @property
    def is_settled(self) -> bool:
        """Whether the map shows the latest marks and the latest date that it was given."""
        return self._is_ready and self._pace.is_settled and not self._data_under_way

    @property
    def web_map(self) -> WebMap | None:
        """The page behind the widget, or None before the start."""
        return self._map

    @property
    def extent(self) -> Extent | None:
        """The part of the world that is in view, or None before the page has told it."""
        if self._middle is None:
            return None
        middle = self._middle
        return extent_of_view(middle.lat, middle.lon, middle.zoom, self.width(), self.height())

    def set_background(self, colour: str) -> None:
        """Set what is seen before the first frame, as `#RRGGBB`."""
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colour))
        self.setPalette(palette)
        if self._map is not None:
            self._map.page.setBackgroundColor(QColor(colour))

    def start(self, template: PageTemplate) -> None:
        """Start the web engine and load the page; may be called once."""
        assert self._map is None
        self._map = WebMap(PageSource(template.for_load, self._files()), self._guard, self)
        self._map.page.setBackgroundColor(self.palette().color(self.backgroundRole()))
        self._map.ready.connect(self._on_ready)
        self._map.received.connect(self._on_received)
        self._map.failed.connect(self.failed)
        self._map.link_asked.connect(self.link_asked)
        view = QWebEngineView(self)
        view.setPage(self._map.page)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(view)
        self.setFocusProxy(view)
        self._map.load()

    def set_data(self, data: bytes) -> None:
        """
        Show other marks.

        Args:
            data: From `geodata.mapping.page_data`.
        """
        self._data = data
        self._send_data()

    def clear(self) -> None:
        """Show the world without marks."""
        self.set_data(_NOTHING)
        self.fit()

    def set_time(self, on: date, known_by: date) -> None:
        """Show the map of day `on` as known by `known_by`; only the latest wish is painted."""
        moment = self._pace.ask(Moment(on, known_by))
        if moment is not None:
            self._send(SetTime(moment.on, moment.known_by))

    def set_reach(self, reach: Reach) -> None:
        """Take in more days than the one shown, or that one alone."""
        if reach != self._reach:
            self._reach = reach
            self._send(SetReach(reach.before, reach.after))

    def set_layers(self, visible: Iterable[Layer]) -> None:
        """Show these layers and no others."""
        self._visible = frozenset(visible)
        self._send(SetLayers(tuple(sorted(self._visible))))

    @property
    def tiles(self) -> Tiles | None:
        """The online tiles that are drawn, or None: then nothing leaves this machine."""
        return self._tiles

    def set_tiles(self, tiles: Tiles | None) -> None:
        """Draw over online tiles, or over our own land again. Every start begins without."""
        if tiles != self._tiles:
            self._tiles = tiles
            if self._map is not None:
                self._is_ready = False
                self._map.load_with_tiles_of(tiles.host if tiles else "")
            self.tiles_changed.emit(tiles)

    def set_compare(self, moments: Iterable[tuple[date, date]]) -> None:
        """Mark what differs between two maps, each a day and its known date, or nothing."""
        texts = moment_texts(moments)
        if texts != self._compare:
            self._compare = texts
            self._send(SetCompare(texts))

    def set_theme(self, *, is_dark: bool) -> None:
        """Draw in the light or the dark theme."""
        self._theme = "dark" if is_dark else "light"
        self._send(SetTheme(self._theme))

    def select(self, mark_id: str | None) -> None:
        """Mark one as selected, or none."""
        self._selected = mark_id
        self._send(Select(mark_id))

    def fit(self) -> None:
        """Show where most of what the project tells happens."""
        self._send(Fit(is_whole=False))

    def fit_all(self) -> None:
        """Show every mark of the day, however far away."""
        self._send(Fit(is_whole=True))

    def show_extent(self, extent: Extent) -> None:
        """Show a part of the world, as near as it can be shown whole."""
        self._send(ShowExtent(extent.west, extent.south, extent.east, extent.north))

    @property
    def middle(self) -> tuple[float, float] | None:
        """Latitude and longitude of the middle of the map, WGS 84 degrees, or None before it is."""
        view = self._middle
        return None if view is None else (view.lat, view.lon)

    def show_place(self, place: Place) -> None:
        """Bring a place into the middle, near enough to know it by, and name it."""
        zoom = _ZOOMS.get(place.kind, _ZOOM_NEAR)
        self._send(ShowPlace(place.lon, place.lat, zoom, place.name))

    @property
    def view(self) -> View | None:
        """What the map shows, or None before it shows the marks that it was given."""
        now = self._middle
        if now is None or not self._is_ready or self._data_under_way:
            return None
        return View(now.lat, now.lon, now.zoom, self.width(), self.height())

    def show_view(self, view: View) -> None:
        """Show what a map showed before; in a window of another size, all of that and more."""
        self._send(ShowView(view.lat, view.lon, view.zoom, view.width_px, view.height_px))

    def _send(self, message: ToPage) -> None:
        # What is asked for before the page is ready is kept in the fields and sent then.
        if self._map is not None and self._is_ready:
            self._map.send(message)

    def _send_data(self) -> None:
        if self._is_ready and self._data is not self._shown_data:
            self._shown_data = self._data
            self._data_under_way += 1
            self._send(SetData(DATA_PATH))

    def _files(self) -> dict[str, Asset]:
        return {**page_assets(), DATA_PATH: Asset("application/octet-stream", self._serve_data)}

    def _serve_data(self) -> bytes:
        self._shown_data = self._data
        return self._data

    def _on_ready(self) -> None:
        self._is_ready = True
        # Articles may be dropped anywhere, so the window takes them. The engine makes the widget
        # that would take them itself when it loads a page.
        for widget in self.findChildren(QWidget):
            widget.setAcceptDrops(False)
        self._send_data()
        self._send(SetTheme(self._theme))
        self._send(SetLayers(tuple(sorted(self._visible))))
        if self._tiles is not None:
            tiles = self._tiles
            self._send(SetTiles(tiles.url, tiles.attribution, tiles.max_zoom))
        self._send(SetReach(self._reach.before, self._reach.after))
        if self._compare:
            self._send(SetCompare(self._compare))
        moment = self._pace.restart()
        if moment is not None:
            self._send(SetTime(moment.on, moment.known_by))
        if self._selected is not None:
            self._send(Select(self._selected))
        assert self._map is not None
        self._map.page.runJavaScript("JSON.stringify(dateline.view())", self._on_view)
        self.ready.emit()

    def _tell_settled(self) -> None:
        if self.is_settled:
            self.settled.emit()

    def _on_view(self, text: str) -> None:
        # The page moved to its first view before it could tell.
        view = json.loads(text)
        self._on_moved(ViewMoved(view["lat"], view["lon"], view["zoom"]))

    def _on_moved(self, view: ViewMoved) -> None:
        self._middle = view
        self.view_moved.emit(view.lat, view.lon, view.zoom)

    def _on_received(self, message: Message) -> None:
        if isinstance(message, Painted):
            following = self._pace.painted(Moment(message.on, message.known))
            if following is not None:
                self._send(SetTime(following.on, following.known_by))
            self.painted.emit(message.on, message.known)
            self._tell_settled()
        elif isinstance(message, DataShown):
            self._data_under_way -= 1
            self._tell_settled()
        elif isinstance(message, MarkPicked):
            self._selected = message.mark
            self.mark_picked.emit(message.mark)
        elif isinstance(message, MarkHovered):
            self.mark_hovered.emit(message.mark)
        elif isinstance(message, ViewMoved):
            self._on_moved(message)
