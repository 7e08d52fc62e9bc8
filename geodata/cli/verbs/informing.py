"""`dateline info`: what a project holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geodata.cli.opened import open_given
from geodata.cli.saying import counted, say, say_json
from geodata.domain.claims import ClaimKind, Review
from geodata.services import Project, default_resources, is_project_file
from geodata.store import format_of

SCHEMA = 1


def run_info(paths: Sequence[Path], *, as_json: bool) -> int:
    """
    Print counts, dates, sources, edits and review state.

    Raises:
        DatelineError: Nothing could be read.
    """
    project = open_given(paths, default_resources())
    saved = next((path for path in paths if is_project_file(path)), None)
    values = _values(project, format_of(saved) if saved else None)
    if as_json:
        say_json(values)
    else:
        _print_words(values)
    return 0


def _values(project: Project, form: int | None) -> dict[str, Any]:
    claims = project.claims
    reviews = Counter(claim.review for claim in claims)
    kinds = Counter(claim.kind for claim in claims)
    days = sorted(d for d in (s.document.published.best for s in project.heard) if d)
    return {
        "schema": SCHEMA,
        "title": project.title,
        "format": form,
        "articles": len(project.sources),
        "muted": len(project.muted),
        "claims": len(claims),
        "kinds": {kind.value: kinds[kind] for kind in ClaimKind},
        "review": {review.value: reviews[review] for review in Review},
        "facts": len(project.facts),
        "episodes": len(project.episodes),
        "edits": len(project.edits),
        "first_source": days[0].isoformat() if days else None,
        "last_source": days[-1].isoformat() if days else None,
        "sources": [
            {
                "number": source.number,
                "name": source.document.name,
                "title": source.document.title,
                "outlet": source.document.outlet,
                "published": _iso(source.document.published.best),
                "is_published_stated": source.document.published.is_stated,
                "claims": len(source.extraction.claims),
                "is_muted": source.document.id in project.muted,
                "sha256": source.document.sha256,
            }
            for source in project.sources
        ],
    }


def _print_words(values: dict[str, Any]) -> None:
    say(values["title"])
    form = values["format"]
    say(f"  {f'project file, format {form}' if form else 'articles, not saved as a project'}")
    muted = f", {values['muted']} muted" if values["muted"] else ""
    say(f"  articles  {values['articles']}{muted}")
    if values["first_source"]:
        say(f"  appeared  {values['first_source']} to {values['last_source']}")
    kinds = ", ".join(f"{number} {kind}" for kind, number in values["kinds"].items())
    say(f"  claims    {values['claims']}: {kinds}")
    reviews = ", ".join(f"{number} {review}" for review, number in values["review"].items())
    say(f"  review    {reviews}")
    say(f"  facts     {values['facts']}, drawn in {values['episodes']} episodes")
    say(f"  edits     {values['edits']}")
    for source in values["sources"]:
        day = source["published"] or "undated"
        day = day if source["is_published_stated"] or day == "undated" else f"≈{day}"
        who = f"{source['outlet']}, " if source["outlet"] else ""
        claims = counted(source["claims"], "claim")
        muted = ", muted" if source["is_muted"] else ""
        say(f"  [{source['number']}] {who}{day}: {source['title']} ({claims}{muted})")


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
