"""The options of `dateline export` that shape a film."""

from __future__ import annotations

import argparse


def add_film_options(verb: argparse.ArgumentParser) -> None:
    """Declare the options; size, theme and extent are those of pictures."""
    film = verb.add_argument_group("films (.gif, .webp, .mp4)")
    film.add_argument("--from", dest="first", metavar="DATE", help="first day of the film")
    film.add_argument("--to", dest="last", metavar="DATE", help="last day of the film")
    film.add_argument(
        "--step",
        choices=("day", "week", "month", "change"),
        default="week",
        help="how far apart its pictures are (week)",
    )
    film.add_argument("--fps", type=float, default=4.0, metavar="N", help="pictures a second (4)")
    film.add_argument("--once", action="store_true", help="do not start again at the end")
    film.add_argument(
        "--as-known-then",
        action="store_true",
        help="show each day as it was known on it, rather than as it is known by now",
    )
