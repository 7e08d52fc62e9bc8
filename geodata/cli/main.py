"""`dateline VERB ...`: parse the arguments, call a service, print, and turn errors into exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from geodata import __version__
from geodata.errors import DatelineError

if TYPE_CHECKING:
    from geodata.cli.exporting import PngWriter

VERBS = ("extract", "export", "geocode")
EXIT_OK, EXIT_BAD_INPUT, EXIT_INTERRUPTED = 0, 2, 130


class _Parser(argparse.ArgumentParser):
    """A parser whose mistakes are one sentence that says what to do."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}. See “{self.prog} --help”.", file=sys.stderr)
        raise SystemExit(EXIT_BAD_INPUT)


def main(argv: Sequence[str] | None = None, *, write_png: PngWriter | None = None) -> int:
    """
    Run one verb and return the exit code: 0 done, 2 bad input (one sentence on stderr).

    Args:
        argv: Arguments without the program's name; those of the process when None.
        write_png: How to write a PNG, or None where the desktop part is not at hand.
    """
    parser = _make_parser()
    arguments = parser.parse_args(argv)
    run: Callable[[argparse.Namespace, PngWriter | None], int] | None = arguments.run
    if run is None:
        parser.print_help()
        return EXIT_OK
    try:
        return run(arguments, write_png)
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        return EXIT_BAD_INPUT
    except BrokenPipeError:
        # The reader of a pipe went away (“| head”): that is its right, not an error.
        sys.stderr.close()
        return EXIT_OK
    except KeyboardInterrupt as stop:
        print(f"dateline: {str(stop) or 'stopped.'}", file=sys.stderr)
        return EXIT_INTERRUPTED


def _make_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="dateline",
        description="Reads news articles offline and maps what they claim through time. "
        "Without a verb it opens the window; file or folder names after it are opened there.",
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    parser.set_defaults(run=None)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", parser_class=_Parser)
    _add_extract(verbs)
    _add_export(verbs)
    _add_geocode(verbs)
    return parser


def _add_extract(verbs: argparse._SubParsersAction[_Parser]) -> None:
    verb = verbs.add_parser(
        "extract",
        help="read places, dates and claims from articles",
        description="Reads places, dates and claims from articles and prints them.",
    )
    verb.add_argument("files", nargs="+", type=Path, metavar="FILE", help="article or folder")
    verb.add_argument("--published", metavar="DATE", help="when every article appeared")
    verb.add_argument(
        "--published-map", type=Path, metavar="FILE", help="JSON object: file name to ISO date"
    )
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    verb.set_defaults(run=_extract)


def _add_export(verbs: argparse._SubParsersAction[_Parser]) -> None:
    verb = verbs.add_parser(
        "export",
        help="write the map of one date as PNG or HTML",
        description="Reads the articles of a folder and writes the map of one date. The ending "
        "of the target decides: .png is a picture, .html a page with slider and evidence.",
    )
    verb.add_argument(
        "project", type=Path, metavar="PROJECT_OR_FOLDER", help="where the articles are"
    )
    verb.add_argument(
        "--on", metavar="DATE", help="date of the map; that of the newest source if not given"
    )
    verb.add_argument("--known-by", metavar="DATE", help="leave out what was published after it")
    verb.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="map.png or map.html"
    )
    verb.add_argument("--dark", action="store_true", help="dark colours")
    verb.add_argument("--force", action="store_true", help="replace the target if it exists")
    verb.set_defaults(run=_export)


def _add_geocode(verbs: argparse._SubParsersAction[_Parser]) -> None:
    verb = verbs.add_parser(
        "geocode",
        help="look a place name up in the offline gazetteer",
        description="Looks a place name up, most likely place first. Nothing is sent anywhere "
        "unless --online is given.",
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
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    verb.set_defaults(run=_geocode)


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _extract(arguments: argparse.Namespace, _write_png: PngWriter | None) -> int:
    from geodata.cli.extracting import run_extract

    return run_extract(
        arguments.files,
        published=arguments.published,
        published_map=arguments.published_map,
        as_json=arguments.json,
    )


def _export(arguments: argparse.Namespace, write_png: PngWriter | None) -> int:
    from geodata.cli.exporting import run_export

    return run_export(
        arguments.project,
        arguments.output,
        on=arguments.on,
        known_by=arguments.known_by,
        is_dark=arguments.dark,
        may_replace=arguments.force,
        write_png=write_png,
    )


def _geocode(arguments: argparse.Namespace, _write_png: PngWriter | None) -> int:
    from geodata.cli.geocoding import run_geocode

    return run_geocode(
        " ".join(arguments.name),
        limit=arguments.limit,
        is_online=arguments.online,
        as_json=arguments.json,
    )
