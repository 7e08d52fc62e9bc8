"""A story in Chromium, from a file, with the network denied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geodata.domain.claims import Claim, ClaimId, ClaimKind
from geodata.domain.stories import CITATION, Bookmark, BookmarkId, Caption, View
from geodata.domain.times import ONE_DAY, Reach
from geodata.export import read_manifest
from geodata.layers import frame_marks
from geodata.services import Project, check_manifest, export_story, with_muted
from tests.helpers.reader import Reader

pytestmark = pytest.mark.page
HOSTILE = '<img src=x onerror="window.hacked = 1"></script><script>window.hacked = 2</script>'
SPRING, DUE = date(2024, 5, 19), date(2024, 10, 1)


def told_troops(project: Project) -> list[Claim]:
    return [claim for claim in project.claims if claim.kind is ClaimKind.TROOPS]


@pytest.fixture(scope="module")
def story(sample: Project) -> Project:
    known, first = sample.last_known, sample.sources[0].document.id
    one, two, three = (claim.id for claim in told_troops(sample)[:3])
    bookmarks = (
        Bookmark(
            BookmarkId("a"),
            "The withdrawal is agreed",
            SPRING,
            known,
            view=View(17.0, 8.0, 6.0, 900.0, 700.0),
            caption=Caption(f"Soldiers leave.{CITATION}{CITATION}\nA date is set.", (one, two)),
        ),
        Bookmark(
            BookmarkId("b"),
            "After the deadline",
            DUE,
            known,
            muted=frozenset({first}),
            caption=Caption(f"Nobody says that they left.{CITATION}{HOSTILE}", (three,)),
        ),
        Bookmark(
            BookmarkId("c"),
            HOSTILE,
            SPRING,
            known,
            reach=Reach(before=60),
            caption=Caption(f"Rests on nothing.{CITATION}", (ClaimId("gone"),)),
        ),
    )
    return replace(sample, story=bookmarks)


@pytest.fixture(scope="module")
def exported(story, resources, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("story") / "story.html"
    export_story(story, resources, target)
    return target


def scrolls_to(reader: Reader, number: int) -> None:
    reader.page.evaluate(
        "n => { const top = document.querySelectorAll('.dl-step')[n].getBoundingClientRect().top;"
        " window.scrollTo(0, top + window.scrollY - window.innerHeight * 0.55); }",
        number,
    )
    reader.page.wait_for_function(
        "n => window.dateline.parts.story.current() === n && window.dateline.isAtRest()", arg=number
    )


def view(reader: Reader) -> tuple[float, float, float]:
    found = reader.page.evaluate("window.dateline.view()")
    return found["lat"], found["lon"], found["zoom"]


def due(project: Project, on: date, reach: Reach = ONE_DAY) -> list[str]:
    marks = frame_marks(project.marks, on, project.last_known, reach)
    return sorted(mark.id for mark in marks if mark.layer != "mentions")


def test_scrolling_leads_the_map_through_dates_articles_and_places(
    browser, exported, story, resources
):
    reader = Reader(browser, exported)
    one = view(reader)
    assert reader.drawn() == due(story, SPRING)
    assert one[:2] == pytest.approx((17.0, 8.0), abs=0.05)  # a pixel
    scrolls_to(reader, 1)
    without = with_muted(story, story.story[1].muted, resources)
    assert reader.drawn() == due(without, DUE)
    assert view(reader)[2] < one[2]
    scrolls_to(reader, 2)
    assert reader.drawn() == due(story, SPRING, Reach(before=60))
    scrolls_to(reader, 0)
    assert reader.drawn() == due(story, SPRING)
    assert view(reader) == pytest.approx(one, abs=0.05)
    assert reader.requests == [exported.as_uri()]
    assert reader.complaints == []
    assert exported.stat().st_size < 4_000_000


def test_the_buttons_lead_from_caption_to_caption(browser, exported):
    reader = Reader(browser, exported)
    reader.page.emulate_media(reduced_motion="reduce")
    for number in (1, 2):
        reader.page.click("button[aria-label='Next caption']")
        reader.page.wait_for_function(
            "n => window.dateline.parts.story.current() === n", arg=number
        )
    assert reader.page.is_disabled("button[aria-label='Next caption']")


def test_every_citation_leads_to_its_quote_and_one_that_is_gone_says_so(browser, exported, story):
    reader = Reader(browser, exported)
    for link in reader.page.query_selector_all(".dl-cite"):
        assert reader.page.query_selector(link.get_attribute("href")) is not None
    claim = told_troops(story)[0]
    text = story.source(claim.document_id).document.text
    note = " ".join(reader.page.inner_text("#note-1").split())
    assert " ".join(claim.evidence[0].quote(text).split()) in note
    assert story.source(claim.document_id).document.title in note
    assert "no longer in the project" in reader.page.inner_text("#note-4")
    assert reader.page.inner_text(".dl-cite.is-troubled") == "[4?]"


def test_words_stay_words(browser, exported):
    reader = Reader(browser, exported)
    for number in (1, 2):
        scrolls_to(reader, number)
    assert reader.page.evaluate("window.hacked") is None
    assert reader.outside_requests == []
    assert reader.page.inner_text("#step-3 h2") == HOSTILE


def test_without_a_script_it_is_a_list_to_read(browser, exported):
    reader = Reader(browser, exported, width=380, javascript=False)
    words = reader.page.inner_text("body")
    for part in ("The withdrawal is agreed", "19 May 2024", "A date is set.", "Sources cited"):
        assert part in words
    assert "US forces in Niger" in words
    assert reader.page.query_selector(".folium-map").bounding_box() is None


def test_on_a_phone_the_map_stays_and_nothing_runs_off_the_side(browser, exported):
    reader = Reader(browser, exported, width=380, height=800)
    scrolls_to(reader, 1)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 380
    stage = reader.page.query_selector(".dl-story-stage").bounding_box()
    caption = reader.page.query_selector("#step-2 h2").bounding_box()
    assert stage["y"] == 0
    assert caption["y"] >= stage["height"]
    assert reader.page.query_selector(".dl-story-step").bounding_box()["height"] >= 44


def test_on_paper_every_caption_has_its_map(browser, exported):
    reader = Reader(browser, exported)
    reader.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    reader.page.emulate_media(media="print")
    pictures = reader.page.query_selector_all(".dl-step img.dl-paper")
    assert len(pictures) == 3
    assert len(reader.page.query_selector_all(".dl-step .dl-legend.dl-paper")) == 3
    assert len({picture.get_attribute("src") for picture in pictures}) == 3
    shades = "p => { const c = document.createElement('canvas'); c.width = c.height = 40;"
    shades += " const x = c.getContext('2d'); x.drawImage(p, 0, 0, 40, 40);"
    shades += " return new Set(new Uint32Array(x.getImageData(0, 0, 40, 40).data.buffer)).size; }"
    for picture in pictures:
        assert picture.bounding_box()["width"] > 100
        assert (
            reader.page.evaluate(
                f"async p => {{ await p.decode(); return ({shades})(p); }}", picture
            )
            > 30
        )
    reader.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert reader.page.query_selector(".dl-paper") is None


def test_a_story_made_dark_is_light_on_paper(browser, story, resources, tmp_path):
    target = tmp_path / "dark.html"
    export_story(story, resources, target, is_dark=True)
    reader = Reader(browser, target)
    reader.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    shade = "async p => { await p.decode(); const c = document.createElement('canvas'); c.width = c.height = 1;"
    shade += " const x = c.getContext('2d'); x.drawImage(p, 0, 0, 1, 1); return x.getImageData(0, 0, 1, 1).data[1]; }"
    for picture in reader.page.query_selector_all(".dl-step img.dl-paper"):
        assert reader.page.evaluate(shade, picture) > 150
    reader.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert reader.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_file_says_what_it_rests_on(exported, story):
    manifest = read_manifest(exported)
    ids = {claim.id for claim in manifest.claims}
    assert {claim.id for claim in told_troops(story)[:3]} <= ids
    assert "gone" not in ids
    assert check_manifest(manifest, story).is_supported
