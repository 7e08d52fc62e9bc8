"""Legend symbols: the map's own symbols, drawn small from the same lengths and colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.settings.palette import mixed
from desktop.settings.theme import Theme
from desktop.views.hatching import hatch
from geodata.domain.episodes import Certainty


@dataclass(frozen=True, slots=True)
class Ink:
    """What a symbol is drawn with: a painter on a box, in a theme."""

    painter: QPainter
    theme: Theme
    box: QRectF

    def write(
        self, words: str, box: QRectF, colour: str, size_px: float, *, halo: str = ""
    ) -> None:
        """Write a code in a box, with a halo where a stroke runs behind it."""
        font = self.theme.font("micro")
        font.setPointSizeF(font.pointSizeF() * size_px / self.theme.tokens.fonts["micro"][0])
        font.setWeight(QFont.Weight.Bold)
        self.painter.setFont(font)
        if halo:
            self.painter.setPen(QColor(halo))
            for shift in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
                self.painter.drawText(box.translated(shift), Qt.AlignmentFlag.AlignCenter, words)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


Draw = Callable[[Ink], None]
_FAINT = 0.4


class LegendSymbol(QWidget):
    """
    One symbol of the legend.

    Args:
        theme: Colours and lengths.
        draw: Draws it.
        size: Its box.
        parent: Owner.
    """

    def __init__(
        self, theme: Theme, draw: Draw, size: QSize, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draw = draw
        self._is_faint = False
        self.setFixedSize(size)
        theme.changed.connect(self.update)

    def set_faint(self, is_faint: bool) -> None:
        """Draw it as what is not on the map now, or in full."""
        self._is_faint = is_faint
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(_FAINT if self._is_faint else 1.0)
            self._draw(Ink(painter, self._theme, QRectF(self.rect())))


def ground(pole: str | None, second: str | None = None) -> Draw:
    """Return a drawing of a country's ground: its pole's chip, a hatch where sources differ."""

    def draw(ink: Ink) -> None:
        colours = ink.theme.colours
        box = ink.box.adjusted(1, 1, -1, -1)
        fill = QColor(colours.map.land)
        if pole:
            fill = mixed(colours.pole[pole].fill, colours.map.land, colours.choropleth_strength)
        ink.painter.setPen(QPen(QColor(colours.map.border), 1))
        ink.painter.setBrush(fill)
        ink.painter.drawRoundedRect(box, 2, 2)
        if second:
            hatch(ink.painter, box, 5, QColor(colours.pole[second].strong))
        elif pole:
            chip = QRectF(0, 0, 13, 13)
            chip.moveCenter(box.center())
            _chip(ink, chip, pole, is_solid=True)

    return draw


def shift(tail: str, head: str, certainty: Certainty = Certainty.ATTESTED) -> Draw:
    """
    Return a drawing of a shift: from the pole left (hollow) to the pole approached.

    A dashed outline is only intended; a question mark stands on one whose day is uncertain.
    """

    def draw(ink: Ink) -> None:
        sizes, box = ink.theme.tokens.symbol, ink.box
        middle = box.center().y()
        side = sizes.chip - 2
        _chip(ink, QRectF(1, middle - side / 2, side, side), tail, is_solid=False)
        end = QRectF(box.right() - side - 1, middle - side / 2, side, side)
        left, right = side + 3, end.left() - 2
        neck = right - sizes.shift_head[0]
        half_from, half_to = sizes.shift_from / 2, sizes.shift_to / 2
        half_head = sizes.shift_head[1] / 2
        outline = (
            (left, -half_from),
            (neck, -half_to),
            (neck, -half_head),
            (right, 0),
            (neck, half_head),
            (neck, half_to),
            (left, half_from),
        )
        colours = ink.theme.colours
        is_planned = certainty is Certainty.PLANNED
        strong = QColor(colours.pole[head].strong)
        pen = QPen(strong, 1.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.4, 1.8])
        ink.painter.setPen(pen if is_planned else Qt.PenStyle.NoPen)
        ink.painter.setBrush(QColor(colours.map.halo) if is_planned else strong)
        ink.painter.drawPolygon(QPolygonF([QPointF(x, middle + y) for x, y in outline]))
        if certainty is Certainty.POSSIBLE:
            badge = QRectF(0, 0, 11, 11)
            badge.moveCenter(QPointF((left + neck) / 2, middle))
            ink.painter.setPen(QPen(QColor(colours.map.ink), 1.1))
            ink.painter.setBrush(QColor(colours.map.halo))
            ink.painter.drawEllipse(badge)
            ink.write("?", badge, colours.map.ink, 7.6)
        _chip(ink, end, head, is_solid=True)

    return draw


def troops_range(actor: str) -> Draw:
    """Return a drawing of a count's range: disc low, ring high, a tick for each source."""

    def draw(ink: Ink) -> None:
        colours = ink.theme.colours.actor[actor]
        painter = ink.painter
        middle = QPointF(ink.box.center().x() + 2, ink.box.center().y() + 2)
        ring = min(ink.box.width(), ink.box.height()) / 2 - 7
        painter.setPen(QPen(QColor(colours.stroke), ink.theme.tokens.symbol.outline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, ring, ring)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.fill))
        painter.drawEllipse(middle, ring - 3.6, ring - 3.6)
        painter.setPen(QPen(QColor(ink.theme.colours.ui.text), 1.9))
        for turn_deg in (198, 213, 228, 243, 258):
            painter.save()
            painter.translate(middle)
            painter.rotate(turn_deg)
            painter.drawLine(QPointF(ring + 3.6, 0), QPointF(ring + 7.4, 0))
            painter.restore()
        side = ring - 3.6
        ink.write(
            actor, QRectF(middle.x() - side, middle.y() - side, 2 * side, 2 * side), colours.on, 9.6
        )

    return draw


def troops_unknown(actor: str) -> Draw:
    """Return a drawing of troops of unknown number: dotted edge, a question mark."""

    def draw(ink: Ink) -> None:
        sizes = ink.theme.tokens.symbol
        colours = ink.theme.colours
        pen = QPen(QColor(colours.actor[actor].stroke), sizes.unknown_width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([value / sizes.unknown_width for value in sizes.unknown_dash])
        side = sizes.unknown_radius * 2 - 3
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(ink.box.center() - QPointF(2, 1))
        ink.painter.setPen(pen)
        ink.painter.setBrush(mixed(colours.actor[actor].fill, colours.ui.panel, sizes.gone_fill))
        ink.painter.drawEllipse(disc)
        ink.write(actor, disc, colours.ui.text, 8)
        badge = QRectF(disc.right() - 8, disc.bottom() - 8, 10, 10)
        ink.painter.setPen(QPen(QColor(colours.ui.text), 1))
        ink.painter.setBrush(QColor(colours.ui.panel))
        ink.painter.drawEllipse(badge)
        ink.write("?", badge, colours.ui.text, 7.6)

    return draw


def chevrons() -> Draw:
    """Return a drawing of the way out: solid while leaving, dashed while planned."""

    def draw(ink: Ink) -> None:
        ui = ink.theme.colours.ui
        middle = ink.box.center().y()
        for left, is_planned in ((2.0, False), (15.0, True)):
            shape = QPolygonF(
                [QPointF(left + x, middle + y) for x, y in ((0.0, -6.5), (8.0, 0.0), (0.0, 6.5))]
            )
            pen = QPen(QColor(ui.text), 1.2)
            if is_planned:
                pen.setDashPattern([v / 1.2 for v in ink.theme.tokens.symbol.planned_dash])
            ink.painter.setPen(pen)
            ink.painter.setBrush(QColor(ui.panel if is_planned else ui.text))
            ink.painter.drawPolygon(shape)

    return draw


def chevrons_in() -> Draw:
    """Return a drawing of the way in: a chevron that stands before a circle."""

    def draw(ink: Ink) -> None:
        ui = ink.theme.colours.ui
        middle = ink.box.center().y()
        ink.painter.setPen(QPen(QColor(ui.text), 1.2))
        ink.painter.setBrush(QColor(ui.text))
        ink.painter.drawPolygon(
            QPolygonF(
                [QPointF(2 + x, middle + y) for x, y in ((0.0, -5.0), (6.5, 0.0), (0.0, 5.0))]
            )
        )
        ink.painter.setBrush(QColor(ui.panel))
        ink.painter.drawEllipse(QPointF(17.0, middle), 6.0, 6.0)

    return draw


def troops_gone(actor: str) -> Draw:
    """Return a drawing of troops that have left: pale, struck."""

    def draw(ink: Ink) -> None:
        colours = ink.theme.colours
        disc = QRectF(0, 0, 19, 19)
        disc.moveCenter(ink.box.center())
        ink.painter.setPen(QPen(QColor(colours.actor[actor].stroke), 1.8))
        ink.painter.setBrush(
            mixed(colours.actor[actor].fill, colours.ui.panel, ink.theme.tokens.symbol.gone_fill)
        )
        ink.painter.drawEllipse(disc)
        ink.painter.drawLine(disc.bottomLeft(), disc.topRight())
        ink.write(actor, disc, colours.ui.text, 8, halo=colours.ui.panel)

    return draw


def base(actor: str, state: str) -> Draw:
    """
    Return a drawing of a base.

    Args:
        actor: Code of the operator.
        state: `operates`, `to_open`, `to_close`, `closed` or `suggested`.
    """

    def draw(ink: Ink) -> None:
        sizes, colours = ink.theme.tokens.symbol, ink.theme.colours
        inks = colours.actor[actor]
        square = QRectF(0, 0, sizes.base_size - 3, sizes.base_size - 3)
        square.moveCenter(ink.box.center())
        pen = QPen(QColor(inks.stroke), sizes.outline)
        fill, code = QColor(inks.fill), inks.on
        if state == "to_open":
            pen.setDashPattern([v / sizes.outline for v in sizes.base_dash])
        if state in {"to_open", "closed"}:
            fill, code = mixed(inks.fill, colours.ui.panel, sizes.gone_fill), colours.ui.text
        if state == "suggested":
            fill, code = QColor(colours.map.halo), inks.stroke
        ink.painter.setPen(pen)
        ink.painter.setBrush(fill)
        ink.painter.drawRoundedRect(square, sizes.base_radius, sizes.base_radius)
        _base_sign(ink, square, state, inks.stroke)
        halo = colours.ui.panel if state == "closed" else ""
        ink.write(actor, square, code, sizes.base_code - 0.8, halo=halo)

    return draw


def _base_sign(ink: Ink, square: QRectF, state: str, stroke: str) -> None:
    sizes, colours = ink.theme.tokens.symbol, ink.theme.colours
    painter = ink.painter
    if state == "closed":
        painter.setPen(QPen(QColor(stroke), sizes.outline))
        painter.drawLine(square.bottomLeft() + QPointF(-2, 2), square.topRight() + QPointF(2, -2))
    elif state == "to_close":
        corner, reach = square.bottomRight(), square.width() * 0.55
        cut = [corner + QPointF(2, 2), corner + QPointF(2, -reach), corner + QPointF(-reach, 2)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ui.panel))
        painter.drawPolygon(QPolygonF(cut))
        pen = QPen(QColor(stroke), 1.5)
        pen.setDashPattern([v / 2 for v in sizes.base_dash])
        painter.setPen(pen)
        painter.drawLine(cut[1] + QPointF(-2, 0), cut[2] + QPointF(0, -2))
    elif state == "suggested":
        painter.setPen(QPen(QColor(colours.ui.text), 1.3))
        painter.setBrush(QColor(colours.ui.panel))
        painter.drawEllipse(square.topLeft(), sizes.suggested_badge, sizes.suggested_badge)


def reference_base() -> Draw:
    """Return a drawing of a base that no claim speaks of: a small outline with a dot."""

    def draw(ink: Ink) -> None:
        sizes, ui = ink.theme.tokens.symbol, ink.theme.colours.ui
        square = QRectF(0, 0, sizes.reference_size, sizes.reference_size)
        square.moveCenter(ink.box.center())
        ink.painter.setPen(QPen(QColor(ui.text2), sizes.reference_outline))
        ink.painter.setBrush(Qt.BrushStyle.NoBrush)
        ink.painter.drawRoundedRect(square, 1.5, 1.5)
        ink.painter.setPen(Qt.PenStyle.NoPen)
        ink.painter.setBrush(QColor(ui.text2))
        ink.painter.drawEllipse(square.center(), 1.4, 1.4)

    return draw


def region() -> Draw:
    """Return a drawing of a region without agreed edges: a stipple that thins out."""

    def draw(ink: Ink) -> None:
        colour = QColor(ink.theme.colours.map.region)
        ink.painter.setPen(Qt.PenStyle.NoPen)
        middle = ink.box.center()
        for column in range(-4, 5):
            for row in range(-2, 3):
                at = middle + QPointF(column * 4.4 + (row % 2) * 2.2, row * 3.6)
                colour.setAlphaF(max(0.12, 0.85 - abs(column) * 0.14 - abs(row) * 0.16))
                ink.painter.setBrush(colour)
                ink.painter.drawEllipse(at, 0.95, 0.95)

    return draw


def _chip(ink: Ink, box: QRectF, pole: str, *, is_solid: bool) -> None:
    colours = ink.theme.colours.pole[pole]
    strong, radius = QColor(colours.strong), ink.theme.tokens.symbol.chip_radius - 0.6
    ink.painter.setPen(QPen(strong, 1.4))
    ink.painter.setBrush(strong if is_solid else QColor(ink.theme.colours.map.halo))
    ink.painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), radius, radius)
    ink.write(pole, box, colours.on if is_solid else colours.strong, 9)


def mention() -> Draw:
    """Return a drawing of a place that is spoken of without a claim."""

    def draw(ink: Ink) -> None:
        colours = ink.theme.colours.map
        ink.painter.setPen(QPen(QColor(colours.ink), 1.4))
        ink.painter.setBrush(QColor(colours.halo))
        ink.painter.drawEllipse(ink.box.center(), 5.6, 5.6)
        ink.painter.setBrush(QColor(colours.ink))
        ink.painter.drawEllipse(ink.box.center(), 1.2, 1.2)

    return draw
