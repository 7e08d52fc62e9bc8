"""Verbs and options of the command line, declared; what they do is imported when they run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from geodata import __version__
from geodata.cli.pictures import add_picture_options

EXIT_OK, EXIT_NOT_SUPPORTED, EXIT_BAD_INPUT, EXIT_INTERRUPTED = 0, 1, 2, 130
VERBS = (
    "import",
    "extract",
    "info",
    "describe",
    "diff",
    "export",
    "verify",
    "geocode",
    "completion",
)
SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")

_EXITS = (
    "Exit codes: 0 done; 1 a file is not supported by its project (verify); 2 something could "
    "not be done, told in one sentence on stderr; 130 stopped."
)
_ARTICLES = "article, folder or project file (.gpkg)"


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are one sentence that says what to do."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}. See “{self.prog} --help”.", file=sys.stderr)
        raise SystemExit(EXIT_BAD_INPUT)


if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Verbs: TypeAlias = _SubParsersAction[Parser]


def make_parser() -> Parser:
    """Return the parser; `verb` of what it parses is the verb's name, or None."""
    parser = Parser(
        prog="dateline",
        description="Reads news articles offline and maps what they claim through time. "
        "Without a verb it opens the window; file or folder names after it are opened there.",
        epilog=_EXITS,
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    parser.set_defaults(verb=None)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", parser_class=Parser)
    for add in (
        _add_import,
        _add_extract,
        _add_info,
        _add_describe,
        _add_diff,
        _add_export,
        _add_verify,
        _add_geocode,
        _add_completion,
    ):
        add(verbs)
    return parser


def _verb(verbs: Verbs, name: str, help_: str, description: str) -> Parser:
    verb = verbs.add_parser(name, help=help_, description=description)
    verb.set_defaults(verb=name)
    return verb


def _add_files(verb: Parser, words: str = _ARTICLES) -> None:
    verb.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words)


def _add_json(verb: Parser) -> None:
    verb.add_argument("--json", action="store_true", help="print one JSON object")


def _add_known_by(verb: Parser) -> None:
    verb.add_argument("--known-by", metavar="DATE", help="leave out what was published after it")


def _add_import(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "import",
        "read articles into a project file",
        "Reads articles and saves them as a project, or adds them to the project that is there; "
        "decisions in it are kept.",
    )
    _add_files(verb, "article or folder")
    verb.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="project.gpkg"
    )
    verb.add_argument("--title", metavar="TEXT", help="what to call the project")
    _add_json(verb)


def _add_extract(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "extract",
        "read places, dates and claims from articles",
        "Reads places, dates and claims from articles and prints them.",
    )
    _add_files(verb)
    verb.add_argument("--published", metavar="DATE", help="when every article appeared")
    verb.add_argument(
        "--published-map", type=Path, metavar="FILE", help="JSON object: file name to ISO date"
    )
    _add_json(verb)


def _add_info(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "info",
        "tell what a project holds",
        "Tells what a project or some articles hold: counts, dates, sources, review.",
    )
    _add_files(verb)
    _add_json(verb)


def _add_describe(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "describe",
        "tell the map of one date in sentences",
        "Tells the map of one date in sentences, each with the numbers of its sources.",
    )
    _add_files(verb)
    verb.add_argument(
        "--on", metavar="DATE", help="date of the map; that of the newest source if not given"
    )
    _add_known_by(verb)
    _add_json(verb)


def _add_diff(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "diff",
        "tell what differs between two dates",
        "Tells what appeared, ended or changed from one date to another, each with a quote and a "
        "sentence to copy.",
    )
    verb.add_argument("first", metavar="DATE", help="first date")
    verb.add_argument("second", metavar="DATE", help="second date")
    _add_files(verb)
    _add_known_by(verb)
    verb.add_argument(
        "--as-known-then",
        action="store_true",
        help="compare what could be read on each of the two dates, rather than what is known by now",
    )
    _add_json(verb)


def _add_export(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "export",
        "write a map (PNG, PDF, HTML) or data (.gpkg, .geojson, .kml, .csv, .parquet)",
        "Writes what the articles say. The ending of the target decides: .png and .pdf are pictures, .html "
        "a page with slider and evidence, all on one date; .gpkg, .geojson, .kml and "
        ".parquet hold what is drawn on all dates, or with --on on one, and .csv its claims.",
    )
    _add_files(verb)
    verb.add_argument(
        "--on",
        metavar="DATE",
        help="date of the map; for a map that of the newest source if not given, for data all",
    )
    _add_known_by(verb)
    verb.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="map.png, map.kml, …"
    )
    add_picture_options(verb)
    verb.add_argument(
        "--with-articles",
        action="store_true",
        help="for .gpkg: the whole project, articles and decisions too, not its layers alone",
    )
    verb.add_argument(
        "--story",
        action="store_true",
        help="write the project's story, as a page that scrolls through its bookmarks (HTML)",
    )
    verb.add_argument("--force", action="store_true", help="replace the target if it exists")


def _add_verify(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "verify",
        "tell whether a project still supports a published file",
        "Reads what an exported file says it rests on, and compares it with a project. Exit code "
        "0: supported; 1: not; 2: that cannot be told.",
    )
    verb.add_argument("file", type=Path, metavar="FILE", help="map.png, map.html, data.kml, …")
    verb.add_argument(
        "-p",
        "--project",
        type=Path,
        required=True,
        metavar="FILE",
        help="project file, or folder of articles",
    )
    _add_json(verb)


def _add_geocode(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "geocode",
        "look a place name up in the offline gazetteer",
        "Looks a place name up, most likely place first. Nothing is sent anywhere unless --online "
        "is given.",
    )
    verb.add_argument("name", nargs="+", metavar="NAME", help="for example: Agadez, Niger")
    verb.add_argument(
        "--limit", type=_at_least_one, default=5, metavar="N", help="how many places at most (5)"
    )
    verb.add_argument(
        "--online",
        action="store_true",
        help="ask OpenStreetMap's Nominatim; this sends the name there",
    )
    _add_json(verb)


def _add_completion(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "completion",
        "print the script that completes verbs and files in a shell",
        "Prints a script for your shell, for example: dateline completion bash > "
        "~/.local/share/bash-completion/completions/dateline",
    )
    verb.add_argument("shell", choices=SHELLS, help="which shell")


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
