"""
How far apart colours look, to eyes of every kind.

Dichromacy: Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB. Distance: CIEDE2000
after Sharma, Wu and Dalal 2005. White point: D65.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Triple = tuple[float, float, float]

VISIONS: dict[str, tuple[Triple, Triple, Triple]] = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124, 0.3576, 0.1805),
    (0.2126, 0.7152, 0.0722),
    (0.0193, 0.1192, 0.9505),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> Triple:
    """Return the linear light of `#RRGGBB`, each part 0..1."""

    def part(at: int) -> float:
        value = int(colour[at : at + 2], 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return part(1), part(3), part(5)


def _times(matrix: tuple[Triple, Triple, Triple], values: Triple) -> Triple:
    first, second, third = (
        sum(weight * value for weight, value in zip(row, values, strict=True)) for row in matrix
    )
    return first, second, third


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, 1..21."""
    low, high = sorted(_times(_TO_XYZ, linear(colour))[1] for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour with a share of another, as the page mixes them."""
    parts = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def _lab(colour: str, vision: str) -> Triple:
    seen = _times(VISIONS[vision], linear(colour))
    held = tuple(min(1.0, max(0.0, part)) for part in seen)
    xyz = _times(_TO_XYZ, (held[0], held[1], held[2]))

    def curve(value: float) -> float:
        return float(value ** (1 / 3)) if value > 216 / 24389 else (841 / 108) * value + 4 / 29

    x, y, z = (curve(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str, vision: str = "all cones") -> float:
    """Return how far apart two colours look: 1 is just seen, 2.3 is seen by everybody."""
    (light1, a1, b1), (light2, a2, b2) = _lab(one, vision), _lab(other, vision)
    chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(chroma**7 / (chroma**7 + 25**7))
    a1, a2 = stretch * a1, stretch * a2
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    light, chroma = (light1 + light2) / 2, (c1 + c2) / 2
    swing = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    by_light = (light2 - light1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * swing)
    blue = radians(60 * exp(-(((hue - 275) / 25) ** 2)))
    tie = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(blue)
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + tie * by_chroma * by_hue)
