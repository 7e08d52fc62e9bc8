"""How long each format takes and how large it gets: the sample, and 10,000 made-up episodes."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from geodata.domain.claims import Claim, ClaimId  # noqa: E402
from geodata.domain.documents import Document, DocumentId, Publication  # noqa: E402
from geodata.domain.episodes import CountRange  # noqa: E402
from geodata.domain.spans import Span  # noqa: E402
from geodata.domain.times import Days, on_day  # noqa: E402
from geodata.export import (  # noqa: E402
    ExportContent,
    Manifest,
    NumberedDocument,
    installed_exporters,
    write_data,
    write_html,
)
from geodata.layers import Mark  # noqa: E402
from geodata.mapping import Opening, PageContent, PageQuote, PageSource  # noqa: E402
from geodata.services import (  # noqa: E402
    default_resources,
    export_content,
    open_project,
    page_content,
    sample_folder,
)
from tests.helpers.builders import a_claim, a_mark  # noqa: E402

FIRST = date(2023, 1, 1)
EPISODES, ARTICLES = 10_000, 500
SENTENCE = "The last {} of the soldiers left the base at the edge of the desert in week {} of it. "


def main() -> None:
    """Print seconds and bytes of each format, best of two runs; the first warms libraries up."""
    resources = default_resources()
    sample = open_project([sample_folder()], resources)
    content, page = made_up()
    rows = (
        ("sample", export_content(sample, resources), page_content(sample, resources)),
        (f"{EPISODES:,} episodes", content, page),
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, data, map_page in rows:
            print(f"{name}: {len(data.marks):,} marks, {len(data.claims):,} claims")
            for suffix in installed_exporters().suffixes:
                target = Path(folder) / f"out{suffix}"
                _print(suffix, target, lambda d=data, t=target: write_data(d, t))
            target = Path(folder) / "out.html"
            day = FIRST + timedelta(days=400)
            _print(
                ".html",
                target,
                lambda p=map_page, t=target, d=day: write_html(p, t, Opening(d, date(2026, 1, 1))),
            )
            _print_interactive(target)


def _print_interactive(target: Path) -> None:
    """Print how long Chromium's main thread works until the map is painted, best of three."""
    from playwright.sync_api import sync_playwright

    from tests.helpers.reader import CHROMIUM

    if CHROMIUM is None:
        print("  no Chromium is installed: when the page is interactive is not measured")
        return
    ready = (
        "() => window.dateline && dateline.isSettled && dateline.isSettled() && dateline.frameNo()"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        found = []
        for _ in range(3):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            session = page.context.new_cdp_session(page)
            # The thread's own time: other work of this machine does not count.
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto(target.as_uri(), wait_until="commit")
            page.wait_for_function(ready, polling=10)
            values = session.send("Performance.getMetrics")["metrics"]
            busy = next(v["value"] for v in values if v["name"] == "TaskDuration")
            found.append((page.evaluate("performance.now()") / 1000, busy))
            page.close()
        browser.close()
    wall, busy = min(found)
    print(f"  .html      interactive after {wall:.2f} s, of which the page works {busy:.2f} s")


def _print(suffix: str, target: Path, act: Callable[[], object]) -> None:
    try:
        act()
    except Exception as error:  # noqa: BLE001 - an extra that is not installed is told and passed by
        print(f"  {suffix:10s} {error}")
        return
    started = time.perf_counter()
    act()
    seconds = time.perf_counter() - started
    print(f"  {suffix:10s} {seconds:7.2f} s {target.stat().st_size / 1e6:8.2f} MB")


def made_up() -> tuple[ExportContent, PageContent]:
    """Return 10,000 troops in as many places, each with a claim of one of 500 articles."""
    sources = tuple(_source(number) for number in range(1, ARTICLES + 1))
    claims = tuple(_claim(number, sources[number % ARTICLES]) for number in range(EPISODES))
    marks = tuple(_mark(number, claim) for number, claim in enumerate(claims))
    manifest = Manifest("0", "Made up")
    content = ExportContent(manifest, marks, claims, sources, lambda _mark: None)
    return content, _page(content)


def _source(number: int) -> NumberedDocument:
    day = FIRST + timedelta(days=number)
    published = Publication(day, on_day(day), is_stated=True)
    text = "".join(
        _sentence(number % ARTICLES + at * ARTICLES) for at in range(EPISODES // ARTICLES)
    )
    document = Document(DocumentId(f"d{number}"), f"{number}.txt", f"Article {number}", text)
    return NumberedDocument(number, replace(document, outlet="The Courier", published=published))


def _claim(number: int, source: NumberedDocument) -> Claim:
    # Where the sentence of this claim begins: those before it in the article are as long as they are.
    own = number % ARTICLES
    start = sum(len(_sentence(own + at * ARTICLES)) for at in range(number // ARTICLES))
    day = FIRST + timedelta(days=number % 700)
    return a_claim(
        f"claim-{number}",
        document_id=source.document.id,
        evidence=(Span(start, start + len(_sentence(number)) - 1),),
        begins=on_day(day),
        reported=source.document.published.within,
    )


def _sentence(number: int) -> str:
    # No two are the same, as in articles.
    return SENTENCE.format(number * 7 % 9973, number)


def _mark(number: int, claim: Claim) -> Mark:
    day = FIRST + timedelta(days=number % 700)
    count, place = number * 7 % 9973, f"Place {number}"
    return a_mark(
        f"mark-{number}",
        fact_id=f"fact-{number // 3}",
        lon=-16 + number % 500 / 10,
        lat=2 + number // 500,
        claim_ids=(ClaimId(claim.id),),
        document_ids=(claim.document_id,),
        valid=Days(day, day + timedelta(days=30)),
        place_id=f"geonames:{number}",
        place_name=place,
        count=CountRange(count, count),
        words=f"US forces in {place}, Niger: {count}, present, attested on {day}; 1 source.",
        report=f"One source places US forces ({count}) in {place}, Niger, on {day}.",
        standing=f"present, {count}",
    )


def _page(content: ExportContent) -> PageContent:
    sources = tuple(
        PageSource(
            source.number,
            source.document.id,
            source.document.title,
            source.document.outlet or "",
            source.document.published.best,
        )
        for source in content.sources
    )
    quotes = tuple(
        PageQuote(
            claim.id, content.sources_by_id[claim.document_id].number, _sentence(number).strip()
        )
        for number, claim in enumerate(content.claims)
    )
    return PageContent("Made up", content.marks, sources, quotes)


if __name__ == "__main__":
    main()
