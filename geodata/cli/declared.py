"""Verbs and their options as data: what the parser, the completion and the guide are made from."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from geodata.cli.films import add_film_options
from geodata.cli.pictures import add_picture_options

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")


class Option(NamedTuple):
    """One argument or option, as `add_argument` of argparse takes it."""

    names: tuple[str, ...]
    settings: Mapping[str, Any]


class Verb(NamedTuple):
    """
    One verb.

    Args:
        name: What is typed.
        help: One line, in the list of verbs.
        description: What it does, in its own help.
        options: Its arguments, in order.
        add_more: Adds what stands in a group of its own, or None.
    """

    name: str
    help: str
    description: str
    options: tuple[Option, ...]
    add_more: Callable[[argparse.ArgumentParser], None] | None = None


def _option(*names: str, **settings: Any) -> Option:
    return Option(names, settings)


def _switch(name: str, help_: str) -> Option:
    return _option(name, action="store_true", help=help_)


def _date(name: str, help_: str) -> Option:
    return _option(name, metavar="DATE", help=help_)


def _files(words: str = "article, folder or project file (.gpkg)") -> Option:
    return _option("files", nargs="+", type=Path, metavar="FILE", help=words)


def _output(words: str) -> Option:
    return _option("-o", "--output", type=Path, required=True, metavar="FILE", help=words)


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


_JSON = _switch("--json", "print one JSON object")
_KNOWN_BY = _date("--known-by", "leave out what was published after it")


def _add_shapes(verb: argparse.ArgumentParser) -> None:
    add_picture_options(verb)
    add_film_options(verb)


VERBS = (
    Verb(
        "import",
        "read articles into a project file",
        "Reads articles and saves them as a project, or adds them to the project that is there; "
        "decisions in it are kept.",
        (
            _files("article or folder"),
            _output("project.gpkg"),
            _option("--title", metavar="TEXT", help="what to call the project"),
            _JSON,
        ),
    ),
    Verb(
        "extract",
        "read places, dates and claims from articles",
        "Reads places, dates and claims from articles and prints them.",
        (
            _files(),
            _date("--published", "when every article appeared"),
            _option(
                "--published-map",
                type=Path,
                metavar="FILE",
                help="JSON object: file name to ISO date",
            ),
            _JSON,
        ),
    ),
    Verb(
        "info",
        "tell what a project holds",
        "Tells what a project or some articles hold: counts, dates, sources, review.",
        (_files(), _JSON),
    ),
    Verb(
        "describe",
        "tell the map of one date in sentences",
        "Tells the map of one date in sentences, each with the numbers of its sources; what "
        "somebody accepted comes first.",
        (
            _files(),
            _date("--on", "date of the map; that of the newest source if not given"),
            _KNOWN_BY,
            _JSON,
        ),
    ),
    Verb(
        "diff",
        "tell what differs between two dates",
        "Tells what appeared, ended or changed from the earlier of two dates to the later, each "
        "in a sentence to copy, with the words of an article.",
        (
            _option("first", metavar="DATE", help="one date"),
            _option("second", metavar="DATE", help="the other"),
            _files(),
            _KNOWN_BY,
            _switch(
                "--as-known-then",
                "compare what could be read on each of the two dates, rather than what is "
                "known by now",
            ),
            _JSON,
        ),
    ),
    Verb(
        "export",
        "write a map (PNG, PDF, HTML), a film (GIF, WebP, MP4) or data (.gpkg, .kml, .csv, …)",
        "Writes what the articles say. The ending of the target decides: .png and .pdf are "
        "pictures, .html a page with slider and evidence, all on one date; .gif, .webp and .mp4 are "
        "films over many; .gpkg, .geojson, .kml "
        "and .parquet hold what is drawn on all dates, or with --on on one, and .csv its claims.",
        (
            _files(),
            _date(
                "--on",
                "date of the map; for a map that of the newest source if not given, for data all",
            ),
            _KNOWN_BY,
            _date("--compare", "mark on the map what differs from this date (.png, .pdf, .html)"),
            _output("map.png, map.kml, …"),
            _switch(
                "--with-articles",
                "for .gpkg: the whole project, articles and decisions too, not its layers alone",
            ),
            _switch(
                "--story",
                "write the project's story: as a page that scrolls where the target ends in .html, as "
                "PNG pictures where it is a folder",
            ),
            _switch("--force", "replace the target if it exists"),
        ),
        _add_shapes,
    ),
    Verb(
        "verify",
        "tell whether a project still supports a published file",
        "Reads what an exported file says it rests on, and compares it with a project. Exit code "
        "0: supported; 1: not; 2: that cannot be told.",
        (
            _option("file", type=Path, metavar="FILE", help="map.png, map.html, data.kml, …"),
            _option(
                *("-p", "--project"),
                type=Path,
                required=True,
                metavar="FILE",
                help="project file, or folder of articles",
            ),
            _JSON,
        ),
    ),
    Verb(
        "geocode",
        "look a place name up in the offline gazetteer",
        "Looks a place name up, most likely place first. Nothing is sent anywhere unless --online "
        "is given.",
        (
            _option("name", nargs="+", metavar="NAME", help="for example: Agadez, Niger"),
            _option(
                "--limit",
                type=_at_least_one,
                default=5,
                metavar="N",
                help="how many places at most (5)",
            ),
            _switch("--online", "ask OpenStreetMap's Nominatim; this sends the name there"),
            _JSON,
        ),
    ),
    Verb(
        "completion",
        "print the script that completes verbs and files in a shell",
        "Prints a script for your shell, for example: dateline completion bash > "
        "~/.local/share/bash-completion/completions/dateline",
        (_option("shell", choices=SHELLS, help="which shell"),),
    ),
)
