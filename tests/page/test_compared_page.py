"""Two dates compared on the exported page: signs on the map, list, keys, phone, paper."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image

from geodata.domain.layers import OFF_AT_FIRST
from geodata.layers import Moment, differences
from geodata.mapping import Opening
from geodata.services import export_html
from tests.helpers.reader import Reader

pytestmark = pytest.mark.page
APRIL, MAY, DECEMBER = date(2024, 4, 10), date(2024, 5, 20), date(2024, 12, 1)


@pytest.fixture(scope="module")
def compared(sample, resources, tmp_path_factory):
    target = tmp_path_factory.mktemp("compared") / "niger.html"
    moments = Moment(APRIL, sample.last_known), Moment(MAY, sample.last_known)
    export_html(sample, resources, target, Opening(MAY, sample.last_known, compare=moments))
    return target


def sees(reader: Reader) -> Reader:
    reader.page.wait_for_function("() => document.querySelectorAll('button.dl-signs').length > 0")
    return reader


@pytest.mark.parametrize(
    "days",
    [(date(2023, 7, 1), APRIL), (APRIL, MAY), (MAY, DECEMBER), (date(2023, 1, 1), DECEMBER)],
)
def test_the_page_tells_what_the_program_tells(browser, compared, sample, days):
    reader = Reader(browser, compared)
    known = sample.last_known
    shown = [mark for mark in sample.marks if mark.layer not in OFF_AT_FIRST]
    for knowns in ((known, known), (min(days[0], known), min(days[1], known))):
        first, second = Moment(days[0], knowns[0]), Moment(days[1], knowns[1])
        reader.page.evaluate(
            "moments => dateline.setCompare(moments)",
            [day.isoformat() for moment in (first, second) for day in moment],
        )
        rows = reader.page.eval_on_selector_all(
            ".dl-compare-list h3:not(.dl-compare-group)",
            "rows => rows.map(row => [row.querySelector('.dl-sign').dataset.change,"
            " row.lastChild.textContent])",
        )
        found = differences(shown, first, second)
        assert rows == [[item.change.value, item.sentence] for item in found]


def test_each_kind_of_change_has_a_sign_of_its_own(browser, compared):
    reader = sees(Reader(browser, compared))
    assert reader.complaints == []
    found = reader.page.eval_on_selector_all(
        ".leaflet-container .dl-sign",
        "all => all.map(s => [s.dataset.change, s.firstChild.textContent,"
        " getComputedStyle(s).borderRadius, getComputedStyle(s).backgroundColor])",
    )
    looks = {tuple(row) for row in found}
    assert {change for change, *_ in looks} == {"appeared", "ended", "changed"}
    # Told apart by sign, by shape and by colour, each alone.
    for column in (1, 2, 3):
        assert len({row[column] for row in looks}) == 3
    legend = reader.page.inner_text(".dl-legend-group:first-child")
    assert "10 April 2024 to 20 May 2024" in legend
    assert "new or first told of, " in legend
    assert "ended or no longer told of, " in legend


def test_a_sign_is_reached_and_opened_by_key(browser, compared):
    reader = sees(Reader(browser, compared))
    page = reader.page
    page.focus("button.dl-signs")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label.startswith(("Appeared: ", "First told of: ", "Ended: ", "Changed: "))
    page.keyboard.press("Enter")
    shown = page.inner_text(".dl-popup")
    assert label.split(": ", 1)[1] in shown
    assert page.query_selector(".dl-popup blockquote")
    page.keyboard.press("Escape")
    assert page.is_hidden(".dl-popup")
    # The box of a mark opens as before.
    page.focus(".dl-keys button >> nth=0")
    page.keyboard.press("Enter")
    assert page.is_visible(".dl-popup h2")


def test_dates_are_chosen_and_the_list_follows(browser, compared, sample):
    reader = sees(Reader(browser, compared))
    page = reader.page
    page.fill("input[type=date] >> nth=1", DECEMBER.isoformat())
    # The earlier of the two is the one to start from, whichever field holds it.
    page.fill("input[type=date] >> nth=0", "2024-12-15")
    found = differences(
        [mark for mark in sample.marks if mark.layer not in OFF_AT_FIRST],
        Moment(DECEMBER, sample.last_known),
        Moment(date(2024, 12, 15), sample.last_known),
    )
    assert not found
    assert "Nothing on the map differs" in page.inner_text(".dl-compare")
    page.click(".dl-compare > summary")
    page.wait_for_function("() => document.querySelectorAll('button.dl-signs').length === 0")


def test_on_a_phone_the_list_is_read_without_scrolling_sideways(browser, compared):
    reader = sees(Reader(browser, compared, width=390, height=844))
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
    sizes = reader.page.eval_on_selector_all(
        ".dl-compare input, .dl-compare button, .dl-compare > summary",
        "all => all.map(e => e.getBoundingClientRect().height)",
    )
    assert min(sizes) >= 44


def test_at_a_desk_only_the_list_scrolls(browser, compared):
    page = sees(Reader(browser, compared, width=1440, height=900)).page
    high, window, listed = page.evaluate(
        "[document.scrollingElement.scrollHeight, innerHeight,"
        " document.querySelector('.dl-side').scrollHeight]"
    )
    # The list is longer than the window, so what it hides from the eye could reach below it.
    assert listed > window
    assert high <= window


def test_on_paper_the_map_stands_as_on_the_screen(browser, compared):
    reader = sees(Reader(browser, compared))
    page = reader.page
    page.emulate_media(media="print")
    picture = Image.open(io.BytesIO(page.locator(".dl-map").screenshot())).convert("RGB")
    # A canvas that took another size would be one black field.
    most = max(count for count, _ in picture.getcolors(2**24))
    assert most < 0.5 * picture.width * picture.height
    width = page.evaluate("document.querySelector('.dl-map').getBoundingClientRect().width")
    assert page.is_hidden(".dl-time-buttons")
    assert width > 0


def test_the_map_is_said_once_the_date_rests(browser, compared):
    reader = Reader(browser, compared)
    page = reader.page
    page.wait_for_function(
        "() => document.querySelector('#dl-spoken').textContent.includes('20 May 2024')"
    )
    said = page.inner_text("#dl-spoken", timeout=1000) or page.text_content("#dl-spoken")
    assert "US forces in Niger" in said
    assert page.get_attribute(".leaflet-container", "aria-describedby") == "dl-spoken"
    assert page.get_attribute("#dl-spoken", "role") == "status"


def test_what_a_country_leans_to_is_told_when_its_arrow_is_gone(browser, compared, sample):
    reader = Reader(browser, compared)
    reader.goes_to(DECEMBER, sample.last_known)
    reader.page.wait_for_function(
        "() => [...document.querySelectorAll('.dl-entry h3')]"
        ".some(h => h.textContent.startsWith('Niger leans toward Russia'))"
    )
