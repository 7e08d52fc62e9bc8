"""`dateline VERB ...`: parse the arguments, run the verb, and turn errors into exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from geodata.cli.parser import (
    EXIT_BAD_INPUT,
    EXIT_INTERRUPTED,
    EXIT_OK,
    VERBS,
    make_parser,
)
from geodata.cli.saying import finish_saying, warn
from geodata.errors import DatelineError

if TYPE_CHECKING:
    from geodata.cli.verbs.exporting import PictureWriter
    from geodata.cli.verbs.filming import FilmWriter
    from geodata.cli.verbs.storytelling import PlateWriter

__all__ = ["VERBS", "main"]

_FILMS = frozenset({".gif", ".webp", ".mp4"})


def main(
    argv: Sequence[str] | None = None,
    *,
    write_picture: PictureWriter | None = None,
    write_film: FilmWriter | None = None,
    write_plates: PlateWriter | None = None,
) -> int:
    """
    Run one verb and return the exit code.

    0 is done, 1 an export that its project does not support, 2 bad input (one sentence on stderr),
    130 stopped.

    Args:
        argv: Arguments without the program's name; those of the process when None.
        write_picture: How to make a picture, or None where the desktop part is not at hand.
        write_film: How to make a film, or None.
        write_plates: How to make pictures of a story, or None.
    """
    parser = make_parser()
    arguments = parser.parse_args(argv)
    if arguments.verb is None:
        parser.print_help()
        return EXIT_OK
    try:
        if arguments.verb == "export" and arguments.story:
            code = _export_story(arguments, write_plates)
        elif arguments.verb == "export" and arguments.output.suffix.casefold() in _FILMS:
            code = _export_film(arguments, write_film)
        elif arguments.verb == "export":
            code = _export(arguments, write_picture)
        else:
            code = _RUNS[arguments.verb](arguments)
        # What a full disk does not take is told now; at the end of the process nobody would.
        finish_saying()
    except DatelineError as error:
        warn(error)
        return EXIT_BAD_INPUT
    except BrokenPipeError:
        # The reader of a pipe went away (“| head”): that is its right, not an error.
        sys.stderr.close()
        return EXIT_OK
    except KeyboardInterrupt as stop:
        warn(str(stop) or "stopped.")
        return EXIT_INTERRUPTED
    return code


def _import(arguments: argparse.Namespace) -> int:
    from geodata.cli.verbs.importing import run_import

    return run_import(
        arguments.files, arguments.output, title=arguments.title, as_json=arguments.json
    )


def _extract(arguments: argparse.Namespace) -> int:
    from geodata.cli.verbs.extracting import run_extract

    return run_extract(
        arguments.files,
        published=arguments.published,
        published_map=arguments.published_map,
        as_json=arguments.json,
    )


def _info(arguments: argparse.Namespace) -> int:
    from geodata.cli.verbs.informing import run_info

    return run_info(arguments.files, as_json=arguments.json)


def _describe(arguments: argparse.Namespace) -> int:
    from geodata.cli.verbs.describing import run_describe

    return run_describe(
        arguments.files, on=arguments.on, known_by=arguments.known_by, as_json=arguments.json
    )


def _diff(arguments: argparse.Namespace) -> int:
    from geodata.cli.verbs.describing import run_diff

    return run_diff(
        arguments.files,
        arguments.first,
        arguments.second,
        known_by=arguments.known_by,
        is_as_known_then=arguments.as_known_then,
        as_json=arguments.json,
    )


def _export(arguments: argparse.Namespace, write_picture: PictureWriter | None) -> int:
    from geodata.cli.pictures import read_choice

    choice = read_choice(arguments)
    from geodata.cli.verbs.exporting import run_export

    return run_export(
        arguments.files,
        arguments.output,
        on=arguments.on,
        known_by=arguments.known_by,
        choice=choice,
        is_whole=arguments.with_articles,
        may_replace=arguments.force,
        write_picture=write_picture,
    )


def _export_story(arguments: argparse.Namespace, write_plates: PlateWriter | None) -> int:
    from geodata.cli.pictures import read_choice
    from geodata.cli.verbs.storytelling import run_story

    return run_story(
        arguments.files,
        arguments.output,
        is_dark=read_choice(arguments).is_dark,
        may_replace=arguments.force,
        write_plates=write_plates,
    )


def _export_film(arguments: argparse.Namespace, write_film: FilmWriter | None) -> int:
    from geodata.cli.pictures import read_choice
    from geodata.cli.verbs.filming import FilmWish, run_film
    from geodata.export.films import Pace
    from geodata.sheets import FILM_SMALL

    choice = read_choice(arguments)
    is_sized = arguments.preset is not None or arguments.size is not None
    wish = FilmWish(
        first=arguments.first,
        last=arguments.last,
        pace=Pace(arguments.step),
        fps=arguments.fps,
        sheet=choice.sheet if is_sized else FILM_SMALL,
        is_looping=not arguments.once,
        is_as_known_then=arguments.as_known_then,
        known_by=arguments.known_by,
        is_dark=choice.is_dark,
        extent=choice.extent,
    )
    return run_film(
        arguments.files,
        arguments.output,
        wish,
        may_replace=arguments.force,
        write_film=write_film,
    )


def _verify(arguments: argparse.Namespace) -> int:
    from geodata.cli.verbs.verifying import run_verify

    return run_verify(arguments.file, arguments.project, as_json=arguments.json)


def _geocode(arguments: argparse.Namespace) -> int:
    from geodata.cli.verbs.geocoding import run_geocode

    return run_geocode(
        " ".join(arguments.name),
        limit=arguments.limit,
        is_online=arguments.online,
        as_json=arguments.json,
    )


def _completion(arguments: argparse.Namespace) -> int:
    from geodata.cli.verbs.completing import run_completion

    return run_completion(make_parser(), arguments.shell)


_RUNS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "import": _import,
    "extract": _extract,
    "info": _info,
    "describe": _describe,
    "diff": _diff,
    "verify": _verify,
    "geocode": _geocode,
    "completion": _completion,
}
