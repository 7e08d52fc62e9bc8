"""The exported page in Chromium, from a file, with the network denied."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from geodata.domain.layers import OFF_AT_FIRST
from geodata.domain.times import ONE_DAY, Reach
from geodata.layers import frame_marks
from geodata.mapping import Opening
from geodata.services import export_html, open_paths
from tests.helpers.reader import Reader

pytestmark = pytest.mark.page
HOSTILE = (
    "Gao </script><script>window.hacked = 1</script> report, 4 March 2023.\n\n"
    'About 120 French soldiers <img src=x onerror="window.hacked=2"> left Gao, Mali, on 2 March 2023.\n'
)
ON = date(2024, 5, 20)


@pytest.fixture(scope="module")
def exported(sample, resources, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("export") / "niger.html"
    export_html(sample, resources, target, Opening(ON, sample.last_known))
    return target


def test_it_opens_from_a_file_and_asks_for_nothing(browser, exported):
    reader = Reader(browser, exported)
    assert reader.requests == [exported.as_uri()]
    assert reader.complaints == []
    assert exported.stat().st_size < 4_000_000
    assert "20 May 2024" in reader.page.inner_text("body")


def shown(sample, on, known, reach=ONE_DAY):
    drawn = frame_marks(sample.marks, on, known, reach)
    return sorted(mark.id for mark in drawn if mark.layer not in OFF_AT_FIRST)


def test_its_slider_draws_what_the_model_says(browser, exported, sample):
    reader = Reader(browser, exported)
    known = sample.last_known
    for on in (date(2023, 8, 1), date(2024, 4, 20), ON, date(2024, 10, 1)):
        reader.goes_to(on, known)
        assert reader.drawn() == shown(sample, on, known)
    reader.goes_to(ON, date(2024, 4, 30))
    assert reader.drawn() == shown(sample, ON, date(2024, 4, 30))


WATCHES_FOR_BLACK = """() => {
  window.blackFrames = 0;
  window.looks = 0;
  const look = () => {
    const canvas = document.querySelector(".dl-canvases canvas");
    const { data } = canvas.getContext("2d").getImageData(canvas.width - 3, canvas.height - 3, 1, 1);
    const isBlack = data[0] + data[1] + data[2] === 0;
    if (isBlack && getComputedStyle(canvas).visibility !== "hidden") window.blackFrames += 1;
    window.looks += 1;
    requestAnimationFrame(look);
  };
  look();
}"""


def test_no_black_is_seen_while_the_window_takes_another_size(browser, exported):
    reader = Reader(browser, exported)
    reader.page.evaluate(WATCHES_FOR_BLACK)
    for width in (900, 1100, 700):
        reader.page.set_viewport_size({"width": width, "height": 700})
        looks = reader.page.evaluate("window.looks")
        reader.page.wait_for_function("n => window.looks > n + 5", arg=looks)
    assert reader.page.evaluate("window.blackFrames") == 0
    hidden = "getComputedStyle(document.querySelector('.dl-canvases canvas')).visibility"
    assert reader.page.evaluate(hidden) == "visible"


def test_the_slider_moves_by_key(browser, exported):
    reader = Reader(browser, exported)
    reader.chooses("Step", "day")
    before = reader.page.evaluate("window.dateline.frameNo()")
    reader.page.focus("input[aria-label='Date']")
    reader.page.keyboard.press("ArrowRight")
    reader.page.wait_for_function("n => window.dateline.frameNo() > n", arg=before)
    assert "21 May 2024" in reader.page.inner_text("body")


@pytest.mark.parametrize(
    ("mode", "reach"),
    [
        ("window", Reach(before=29)),
        ("start", Reach(before=None)),
        ("end", Reach(after=None)),
        ("day", ONE_DAY),
    ],
)
def test_its_modes_draw_what_the_model_says(browser, exported, sample, mode, reach):
    reader = Reader(browser, exported)
    reader.chooses("Days shown", mode)
    for on in (date(2024, 4, 20), ON):
        reader.goes_to(on, sample.last_known)
        assert reader.drawn() == shown(sample, on, sample.last_known, reach)


def days_shown(reader):
    return reader.page.inner_text(".dl-time-day")


def test_a_window_is_led_by_keys_and_by_its_edges(browser, exported):
    reader = Reader(browser, exported)
    page = reader.page
    page.select_option("select[aria-label='Step']", "day")
    page.select_option("select[aria-label='Days shown']", "window")
    assert days_shown(reader) == "21 Apr to 20 May 2024"
    page.focus("input[aria-label='Window end']")
    page.keyboard.press("ArrowRight")
    assert days_shown(reader) == "22 Apr to 21 May 2024"
    page.keyboard.press("Shift+ArrowRight")
    assert days_shown(reader) == "22 Apr to 22 May 2024"
    page.keyboard.press("Control+ArrowLeft")
    assert days_shown(reader) == "21 Apr to 22 May 2024"
    page.keyboard.press("Shift+Tab")
    start = "document.activeElement.getAttribute('aria-label')"
    assert page.evaluate(start) == "Window start"
    page.keyboard.press("ArrowRight")
    assert days_shown(reader) == "22 Apr to 22 May 2024"
    words = page.get_attribute("input[aria-label='Window start']", "aria-valuetext")
    assert words == "22 April 2024"


def test_a_window_is_dragged_by_its_body_with_its_span(browser, exported):
    reader = Reader(browser, exported)
    page = reader.page
    page.select_option("select[aria-label='Days shown']", "window")
    track = page.query_selector(".dl-track").bounding_box()
    at = page.evaluate(
        """() => { const t = dateline.parts.track, c = document.querySelector('.dl-track'),
        s = document.querySelector('input[aria-label="Window end"]'),
        range = {first: Number(s.min), last: Number(s.max)}, on = Number(s.value);
        return [t.xOf(on - 15, range, c.clientWidth), t.xOf(on, range, c.clientWidth)]; }"""
    )
    page.mouse.move(track["x"] + at[0], track["y"] + 20)
    page.mouse.down()
    page.mouse.move(track["x"] + at[1], track["y"] + 20)
    page.mouse.up()
    assert days_shown(reader) == "6 May to 4 Jun 2024"


# Counts what is written into the open box; whoever reads in it would lose the place.
WATCH = """() => {
  window.written = 0;
  new MutationObserver((all) => { window.written += all.length; })
    .observe(document.querySelector(".dl-popup"), { childList: true, characterData: true, subtree: true });
}"""


def test_an_open_box_is_written_anew_only_where_the_date_changed_it(browser, exported, sample):
    reader = Reader(browser, exported, height=700)
    page, known = reader.page, sample.last_known
    mark = max(
        (m for m in frame_marks(sample.marks, ON, known) if m.form == "troops" and m.valid.start),
        key=lambda m: len(m.claim_ids),
    )
    at = page.evaluate("id => dateline.markPixel(id)", mark.id)
    corner = page.query_selector(".leaflet-container").bounding_box()
    page.mouse.click(corner["x"] + at["x"], corner["y"] + at["y"])
    box = ".dl-popup:not([hidden])"
    assert mark.words in page.inner_text(box)
    page.evaluate("box => document.querySelector(box).scrollTop = 40", box)
    page.focus(".dl-close")
    page.evaluate(WATCH)
    scrolled = page.evaluate("box => document.querySelector(box).scrollTop", box)
    assert scrolled > 0
    for step in range(1, 4):
        reader.goes_to(ON + timedelta(days=step), known)
        page.evaluate("() => new Promise(requestAnimationFrame)")
    assert page.evaluate("window.written") == 0
    assert page.evaluate("box => document.querySelector(box).scrollTop", box) == scrolled
    assert page.evaluate("document.activeElement.className") == "dl-close"
    attested = [day for day in mark.attested if day < ON]
    reader.goes_to(max(mark.valid.start, attested[0]), known)
    page.wait_for_function("window.written > 0")
    assert page.evaluate("box => document.querySelector(box).scrollTop", box) == scrolled
    assert page.evaluate("document.activeElement.className") == "dl-close"
    assert mark.words in page.inner_text(box)


def test_the_evidence_stands_on_the_page(browser, exported, sample):
    reader = Reader(browser, exported)
    # The list follows the map, which is painted first.
    reader.page.wait_for_selector(".dl-entry")
    shown = " ".join(reader.page.inner_text("body").split())
    troops = next(m for m in frame_marks(sample.marks, ON, sample.last_known) if m.form == "troops")
    claim = sample.claim(troops.claim_ids[0])
    text = sample.source(claim.document_id).document.text
    assert " ".join(claim.evidence[0].quote(text).split()) in shown


def test_without_a_script_it_is_a_dated_list_with_quotes(browser, exported, sample):
    reader = Reader(browser, exported, javascript=False)
    shown = " ".join(reader.page.inner_text("body").split())
    for source in sample.sources:
        assert source.document.title in shown
    drawn = {claim_id for mark in sample.marks for claim_id in mark.claim_ids}
    for claim_id in drawn:
        claim = sample.claim(claim_id)
        text = sample.source(claim.document_id).document.text
        assert " ".join(claim.evidence[0].quote(text).split()) in shown


def test_on_a_phone_nothing_runs_off_the_side(browser, exported):
    reader = Reader(browser, exported, width=380, height=800)
    width = reader.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 380
    reader.page.select_option("select[aria-label='Days shown']", "window")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 380
    sizes = reader.page.evaluate(
        "[...document.querySelectorAll('.dl-time button, .dl-time select')]"
        ".map(e => e.getBoundingClientRect().height)"
    )
    # What a finger has to hit.
    assert min(sizes) >= 44
    assert reader.complaints == []


def test_text_of_an_article_stays_text(browser, resources, tmp_path):
    article = tmp_path / "hostile.txt"
    article.write_text(HOSTILE, encoding="utf-8")
    target = tmp_path / "hostile.html"
    project = open_paths([article], resources)
    export_html(project, resources, target, Opening(date(2023, 3, 3), project.last_known))
    reader = Reader(browser, target)
    assert reader.page.evaluate("window.hacked") is None
    assert reader.outside_requests == []
    assert "onerror" not in reader.page.evaluate(
        "[...document.querySelectorAll('img')].map(i => i.outerHTML).join('')"
    )


SHADE = """() => {
  const canvas = document.querySelector(".dl-canvases canvas");
  const small = document.createElement("canvas");
  small.width = small.height = 1;
  const context = small.getContext("2d");
  context.drawImage(canvas, 0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data[1];
}"""


def test_a_page_made_dark_is_light_on_paper_and_dark_again_after_it(
    browser, sample, resources, tmp_path
):
    target = tmp_path / "dark.html"
    export_html(sample, resources, target, Opening(ON, sample.last_known), is_dark=True)
    reader = Reader(browser, target)
    page = reader.page
    assert page.evaluate(SHADE) < 90
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    # The printer looks at once: nothing may wait for a next frame.
    assert page.evaluate(SHADE) > 170
    page.emulate_media(media="print")
    ground = "getComputedStyle(document.querySelector('.dl-page')).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    # Its policy lets no waiting function be read a second time: it waits by itself.
    rest = "while (!dateline.isAtRest()) await new Promise(requestAnimationFrame);"
    page.evaluate(f"async () => {{ {rest} }}")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate(SHADE) < 90


def test_marks_elsewhere_are_told_and_brought_into_view_by_key(browser, exported):
    page = Reader(browser, exported).page
    hint = page.locator("button.dl-elsewhere")
    page.wait_for_function("() => dateline.isAtRest()")
    assert not hint.is_visible()
    page.evaluate("dateline.moveTo(-30, 140, 5)")
    hint.wait_for(state="visible")
    assert hint.inner_text().endswith("marks elsewhere")
    hint.focus()
    page.keyboard.press("Enter")
    hint.wait_for(state="hidden")
    assert page.evaluate("dateline.view().lat") > 0


LINE = """([words, what]) => {
  const line = document.createElement("p");
  line.style.cssText = "font: 16px sans-serif; line-height: 20px; width: 300px; max-height: 40px; overflow: hidden; margin: 0;";
  document.body.append(line);
  if (what === "title") dateline.parts.filling.title(line, 16, words);
  else dateline.parts.filling.shorten(line, words);
  const told = line.textContent;
  line.remove();
  return told;
}"""
LONG = "US forces in Niger: 1,000, leaving; exit scheduled, unconfirmed since 15 September 2024; 5 sources."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "US forces left Niger. " + LONG,
            "US forces left Niger. US forces in Niger: 1,000, leaving …",
        ),
        (
            "US forces left the two bases in Niger, 1 source. " + LONG,
            "US forces left the two bases in Niger, 1 source.",
        ),
        # “exit scheduled” alone would say more than “exit scheduled, unconfirmed”.
        (LONG, "US forces in Niger: 1,000, leaving; exit scheduled, unconfirmed since 15 …"),
        ("The U.S. and its allies " * 9, None),
        ("Short.", "Short."),
    ],
)
def test_words_of_a_picture_end_after_a_sentence_a_part_or_a_word(browser, exported, words, told):
    page = Reader(browser, exported).page
    found = page.evaluate(LINE, [words, "words"])
    assert found == told if told else words.startswith(found.removesuffix(" …"))
    title = page.evaluate(LINE, [words, "title"])
    kept = title.removesuffix(" …")
    assert words.startswith(kept)
    assert kept == words or words[len(kept)] in " ,;:."


def test_after_the_last_source_list_and_tip_say_when_it_was_last_reported(
    browser, exported, sample
):
    reader = Reader(browser, exported)
    page, known = reader.page, sample.last_known
    on = date(2024, 10, 1)
    reader.goes_to(on, known)
    page.wait_for_selector(".dl-told h2:text-is('On this date, as last reported on 20 May 2024')")
    drawn = frame_marks(sample.marks, on, known)
    (mark,) = [mark for mark in drawn if mark.place_name == "Air Base 201" and mark.claim_ids]
    at = page.evaluate("id => dateline.markPixel(id)", mark.id)
    box = page.query_selector(".folium-map").bounding_box()
    page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    page.wait_for_selector(".dl-tip", state="visible")
    assert page.inner_text(".dl-tip") == f"As last reported on 20 May 2024: {mark.words}"
    reader.goes_to(ON, known)
    page.wait_for_selector(".dl-told h2:text-is('On this date')")
