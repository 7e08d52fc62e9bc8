"""The options of `dateline export` that shape a picture."""

from __future__ import annotations

import argparse
import re

from geodata.cli.dates import read_day
from geodata.errors import InputError
from geodata.sheets import (
    FILM_SHEETS,
    SHEETS,
    SLIDE,
    Part,
    PictureChoice,
    Sheet,
    custom_sheet,
)

_SIZE = re.compile(r"(\d+)\s*[x×]\s*(\d+)(?:\s*@\s*(\d+(?:\.\d+)?))?", re.IGNORECASE)


def add_picture_options(verb: argparse.ArgumentParser) -> None:
    """Declare the options."""
    group = verb.add_argument_group("pictures and films")
    sizes = ", ".join(
        f"{s.name} {s.width_px} × {s.height_px}" for s in (*SHEETS.values(), *FILM_SHEETS.values())
    )
    group.add_argument(
        "--preset",
        choices=(*SHEETS, *FILM_SHEETS),
        metavar="NAME",
        help=f"size: {sizes}; slide if not given, for films film-small",
    )
    group.add_argument(
        "--size",
        metavar="WxH[@D]",
        help="a size of your own in pixels, and pixels a CSS pixel: 2000x1200@1.5; "
        "the higher, the larger letters and symbols",
    )
    group.add_argument(
        "--title", metavar="TEXT", help="heading; one is proposed if not given, '' leaves it out"
    )
    group.add_argument(
        "--subtitle", metavar="TEXT", help="line below it; the map in words if not given"
    )
    group.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="colours (.html too)"
    )
    group.add_argument("--dark", action="store_true", help="the same as --theme dark")
    group.add_argument(
        "--without",
        nargs="+",
        choices=tuple(Part),
        default=(),
        metavar="PART",
        help=f"leave out: {', '.join(Part)}",
    )
    group.add_argument(
        "--extent",
        nargs=4,
        type=float,
        metavar=("WEST", "SOUTH", "EAST", "NORTH"),
        help="what the map shows at least, in degrees; where most of it happens if not given",
    )


def read_choice(arguments: argparse.Namespace) -> PictureChoice:
    """
    Return what was chosen.

    Raises:
        UnclearDate: What is to be compared is no date.
        InputError: A size cannot be read or made, two are given, or the extent is no box.
    """
    return PictureChoice(
        sheet=_sheet(arguments),
        title=arguments.title,
        words=arguments.subtitle,
        is_dark=arguments.dark or arguments.theme == "dark",
        without=frozenset(map(Part, arguments.without)),
        extent=_extent(arguments),
        since=read_day(arguments.compare) if arguments.compare else None,
    )


def _extent(arguments: argparse.Namespace) -> tuple[float, float, float, float] | None:
    if arguments.extent is None:
        return None
    west, south, east, north = arguments.extent
    if not (-180 <= west < east <= 180 and -85 <= south < north <= 85):
        raise InputError(
            f"--extent {west:g} {south:g} {east:g} {north:g} is no box on the map.",
            todo="Give west, south, east and north in degrees, for example -6 4 18 24.",
        )
    return west, south, east, north


def _sheet(arguments: argparse.Namespace) -> Sheet:
    if arguments.size is None:
        return {**SHEETS, **FILM_SHEETS}[arguments.preset] if arguments.preset else SLIDE
    if arguments.preset is not None:
        raise InputError("--preset and --size both tell a size.", todo="Give one of them.")
    found = _SIZE.fullmatch(arguments.size.strip())
    if found is None:
        raise InputError(
            f"“{arguments.size}” is no size.", todo="Write it as 2000x1200 or 2000x1200@1.5."
        )
    return custom_sheet(int(found[1]), int(found[2]), float(found[3] or 1))
