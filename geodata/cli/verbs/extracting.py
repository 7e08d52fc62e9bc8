"""`dateline extract`: articles -> what was read from them, as JSON or in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from geodata.cli.dates import read_day
from geodata.cli.progress import ProgressLine
from geodata.cli.saying import say, say_json, warn
from geodata.cli.stopping import Stopped
from geodata.cli.verbs.extraction_json import document_json, link_json
from geodata.cli.verbs.origins import facts_and_origins, origins_json, shared_facts_words
from geodata.domain.claims import Claim, Review
from geodata.domain.facilities import FacilityLink
from geodata.errors import DuplicateArticle, UnreadableDocument
from geodata.gazetteer import Gazetteer
from geodata.services import (
    ArticlesRead,
    Extraction,
    Given,
    Resources,
    default_resources,
    is_project_file,
    open_project,
    read_articles,
)
from geodata.services.extraction import suggest_links

SCHEMA = 1
_GIVEN = "Given on the command line."


def run_extract(
    files: Sequence[Path], *, published: str | None, published_map: Path | None, as_json: bool
) -> int:
    """
    Extract every file and print the result on stdout.

    A file that cannot be read is named on stderr and the others go on; the exit code is then 2.
    An article that was given twice is named too, read once, and no reason for that code.

    Raises:
        DatelineError: A date or the date map cannot be read.
        Stopped: Ctrl+C was pressed.
    """
    day = read_day(published) if published else None
    days = _read_map(published_map) if published_map else {}
    resources = default_resources()
    given = Given(published=day, published_by_name=days, why=_GIVEN)
    read = _read(files, resources, given)
    for failure in read.failures:
        warn(failure)
    names = [path.name for path in read.files]
    names += [item.document.name for item in read.extractions]
    unused = sorted(set(days) - set(names))
    if unused:
        warn(f"no file is called {', '.join(unused)}.")
    if not read.extractions:
        return 2
    facts, origins = facts_and_origins(read.extractions)
    links = suggest_links(read.extractions)
    if as_json:
        named = list(_named(read.extractions))
        by_id = {item.document.id: name for name, item in named}
        told = {
            "schema": SCHEMA,
            "documents": {name: document_json(item) for name, item in named},
            "origins": origins_json(origins, by_id),
            "facility_links": [link_json(link, by_id) for link in links],
        }
        say_json(told)
    else:
        for item in read.extractions:
            _print_words(item, resources.gazetteer)
        shared = list(shared_facts_words(facts, origins, resources.gazetteer))
        if shared:
            say("\n  ".join(["told by several articles", *shared]))
        _print_links(links)
    is_whole = all(isinstance(failure, DuplicateArticle) for failure in read.failures)
    return 0 if is_whole else 2


def _read(files: Sequence[Path], resources: Resources, given: Given) -> ArticlesRead:
    saved = [path for path in files if is_project_file(path)]
    before = open_project(saved, resources) if saved else None
    standing = tuple(source.extraction for source in before.sources) if before else ()
    articles = [path for path in files if not is_project_file(path)]
    if saved and not articles:
        return ArticlesRead(tuple(saved), standing, ())
    known = {item.document.id: item.document.name for item in standing}
    line = ProgressLine()
    try:
        read = read_articles(articles, resources, given=given, known=known, progress=line.step)
        return replace(read, extractions=(*standing, *read.extractions))
    except KeyboardInterrupt:
        line.close()
        told = f"after {line.done} of {line.total} files; nothing was printed"
        raise Stopped(f"stopped {told}.") from None
    finally:
        line.close()


def _named(extractions: Sequence[Extraction]) -> Iterator[tuple[str, Extraction]]:
    """Yield each article under its file name, or its whole path where that name is taken."""
    taken: set[str] = set()
    for item in extractions:
        document = item.document
        name = document.name if document.name not in taken else document.path or document.id
        taken.add(name)
        yield name, item


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


def _print_words(item: Extraction, gazetteer: Gazetteer) -> None:
    document = item.document
    published = document.published
    say(f"{document.name}: {document.title}")
    say(f"  published {published.best or 'on an unknown date'}: {published.why}")
    for note in document.notes:
        say(f"  {note}")
    counts = ((item.places, "place name"), (item.dates, "date"), (item.claims, "claim"))
    say("  " + ", ".join(_counted(len(things), word) for things, word in counts))
    for claim in item.claims:
        say(f"  - {_claim_words(claim, gazetteer)}")
        quote = " ".join(claim.evidence[0].quote(document.text).split())
        say(f"      “{quote}”")


def _print_links(links: Sequence[FacilityLink]) -> None:
    if links:
        say("The same base? For you to decide:")
    for link in links:
        words = ", ".join(dict.fromkeys(f"“{mention.text}”" for mention in link.mentions))
        say(f"  - {link.place.name}: {words}, {link.score:.0%} sure")
        say(f"      {link.why}")


def _claim_words(claim: Claim, gazetteer: Gazetteer) -> str:
    def name(code: str | None) -> str:
        country = gazetteer.country(code) if code else None
        return country.name if country else code or "no known country"

    what = f"{name(claim.actor)}: {claim.kind} {claim.status.replace('_', ' ')}"
    target = f" {name(claim.target)}" if claim.target else ""
    where = f", {claim.place.name}" if claim.place else ""
    people = f", {claim.count.text}" if claim.count else ""
    when = claim.begins.earliest or claim.begins.latest or "undated"
    review = "" if claim.review is Review.SUGGESTED else f", {claim.review}"
    return (
        f"{what}{target}, in {name(claim.host)}{where}{people}, {when}, "
        f"{claim.modality}, {claim.confidence:.0%} sure{review}"
    )


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
