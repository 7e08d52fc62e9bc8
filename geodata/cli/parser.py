"""The parser of the command line; what the verbs do is imported when they run."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from geodata import __version__
from geodata.cli import declared

EXIT_OK, EXIT_NOT_SUPPORTED, EXIT_BAD_INPUT, EXIT_INTERRUPTED = 0, 1, 2, 130
VERBS = tuple(verb.name for verb in declared.VERBS)

_EXITS = (
    "Exit codes: 0 done; 1 a file is not supported by its project (verify); 2 something could "
    "not be done, told in one sentence on stderr; 130 stopped."
)


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are one sentence that says what to do."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}. See “{self.prog} --help”.", file=sys.stderr)
        raise SystemExit(EXIT_BAD_INPUT)


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
    for verb in declared.VERBS:
        own = verbs.add_parser(verb.name, help=verb.help, description=verb.description)
        own.set_defaults(verb=verb.name)
        for names, settings in verb.options:
            own.add_argument(*names, **settings)
        if verb.add_more is not None:
            verb.add_more(own)
    return parser
