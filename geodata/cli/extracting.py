"""`dateline extract`: articles -> what was read from them, as JSON or in words."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from geodata.cli.dates import read_day
from geodata.cli.extraction_json import document_json
from geodata.documents import article_paths, read_document
from geodata.errors import DatelineError, InputError, NoArticles, UnreadableDocument
from geodata.services import Extraction, default_resources, extract
from geodata.services.extraction import published_on

SCHEMA = 1
_GIVEN = "Given on the command line."


def run_extract(
    files: Sequence[Path], *, published: str | None, published_map: Path | None, as_json: bool
) -> int:
    """
    Extract every file and print the result on stdout.

    A file that cannot be read is named on stderr and the others go on; the exit code is then 2.

    Raises:
        DatelineError: A date or the date map cannot be read, or no file could be read at all.
    """
    day = read_day(published) if published else None
    days = _read_map(published_map) if published_map else {}
    extractions: list[Extraction] = []
    failures: list[DatelineError] = []
    resources = default_resources()
    for path in article_paths(files):
        try:
            document = read_document(path)
        except InputError as error:
            failures.append(error)
            continue
        given = days.get(path.name, day)
        if given is not None:
            document = published_on(document, given, _GIVEN)
        extractions.append(extract(document, resources))
    for failure in failures:
        print(f"dateline: {failure}", file=sys.stderr)
    if not extractions:
        if failures:
            return 2
        raise NoArticles(", ".join(map(str, files)))
    if as_json:
        documents = {item.document.name: document_json(item) for item in extractions}
        print(json.dumps({"schema": SCHEMA, "documents": documents}, ensure_ascii=False, indent=1))
    else:
        for item in extractions:
            _print_words(item)
    return 2 if failures else 0


def _read_map(path: Path) -> Mapping[str, date]:
    try:
        pairs = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableDocument(
            str(path),
            f"cannot be read as a map of publication dates ({error})",
            todo='Write it as JSON, for example {"article.txt": "2024-05-19"}.',
        ) from error
    if not isinstance(pairs, dict):
        raise UnreadableDocument(
            str(path),
            "is not a JSON object",
            todo='Write it as JSON, for example {"article.txt": "2024-05-19"}.',
        )
    return {str(name): read_day(str(value)) for name, value in pairs.items() if value is not None}


def _print_words(item: Extraction) -> None:
    document = item.document
    published = document.published
    print(f"{document.name}: {document.title}")
    print(f"  published {published.best or 'on an unknown date'}: {published.why}")
    print(f"  {len(item.places)} place names, {len(item.dates)} dates, {len(item.claims)} claims")
    for claim in item.claims:
        place = f" at {claim.place.name}" if claim.place else ""
        target = f" ({claim.target})" if claim.target else ""
        people = f", {claim.count.text}" if claim.count else ""
        when = claim.begins.earliest or claim.begins.latest or "undated"
        print(
            f"  - {claim.kind}: {claim.actor} {claim.status}{target} in {claim.host or 'no known country'}"
            f"{place}{people}, {when}, {claim.modality} ({claim.confidence:.0%})"
        )
        quote = " ".join(claim.evidence[0].quote(document.text).split())
        print(f"      “{quote}”")
