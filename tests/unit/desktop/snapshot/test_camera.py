"""The camera stays open, takes what it is asked for at its own size, and says when it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.snapshot import Camera, Shot, close_camera, pictures
from desktop.snapshot.strip import colour_of
from desktop.webmap.guard import Guard
from desktop.webmap.template import PageTemplate, empty_template
from desktop.webmap.web_map import WebMap
from geodata.domain.facts import FactId
from geodata.domain.times import Days, Reach
from geodata.errors import PageError
from geodata.layers import Anchor
from geodata.mapping import Extent, PageContent, page_data
from geodata.mapping.messages import TakeShot, ToPage
from geodata.sheets import A4, SHEETS, SLIDE, SQUARE, Sheet, custom_sheet
from tests.helpers.builders import a_mark

pytestmark = pytest.mark.page
DAY = date(2024, 5, 20)
PATIENCE_MS = 60_000
CONTENT = page_data(PageContent("US forces in Niger", (a_mark(),)))
SMALL = custom_sheet(960, 540, 0.75)


@pytest.fixture(scope="module")
def template() -> PageTemplate:
    return empty_template("light", "snapshot")


@pytest.fixture
def camera(qtbot: QtBot, template: PageTemplate) -> Iterator[Camera]:
    guard = Guard()
    made = Camera(template, guard)
    made.set_content(CONTENT)
    yield made
    close_camera(made)
    assert guard.refused == ()


def a_shot(**changes: object) -> Shot:
    shot = Shot(DAY, DAY, "US forces in Niger", "US forces at Agadez.", SMALL)
    return replace(shot, **changes)  # type: ignore[arg-type]


def colours(image: QImage) -> set[str]:
    small = image.scaled(160, 90)
    return {
        small.pixelColor(x, y).name() for x in range(small.width()) for y in range(small.height())
    }


def test_a_plate_of_one_day_does_not_keep_the_words_of_the_days_before(camera: Camera) -> None:
    there = {"anchor": Anchor.COUNTRY, "lon": 9.4, "lat": 17.4, "place_name": "Niger"}
    states = (
        a_mark("1", valid=Days(DAY - timedelta(days=20), DAY - timedelta(days=5)), **there),
        a_mark("2", valid=Days(DAY - timedelta(days=5), None), state="withdrawing", **there),
        # With others beside it the plate is wide enough for words beside its title.
        *(a_mark(who, fact_id=FactId(who), actor=who, code=who, **there) for who in ("FR", "RU")),
    )
    camera.set_content(page_data(PageContent("US forces in Niger", states)))
    whole_month, one_day = a_shot(sheet=SLIDE, reach=Reach(before=30)), a_shot(sheet=SLIDE)
    _, alone, _, after = pictures(camera, [one_day, one_day, whole_month, one_day])
    assert after == alone


def test_several_pictures_of_one_page(camera: Camera) -> None:
    shots = [
        a_shot(sheet=SLIDE),
        a_shot(sheet=SQUARE, is_dark=True),
        a_shot(on=DAY - timedelta(days=3650)),
        a_shot(),
    ]
    slide, square, before, now = pictures(camera, shots)
    assert [(i.width(), i.height()) for i in (slide, square, before, now)] == [
        (1920, 1080),
        (1800, 1800),
        (960, 540),
        (960, 540),
    ]
    assert len(colours(slide)) > 100
    assert slide.pixelColor(10, 10).lightness() > 200
    assert square.pixelColor(10, 10).lightness() < 80
    assert before != now
    assert {i.pixelColor(5, i.height() - 1).name() for i in (slide, before, now)} == {"#ffffff"}


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.name)
def test_no_row_of_the_strip_is_in_the_picture(camera: Camera, sheet: Sheet) -> None:
    (image,) = pictures(camera, [a_shot(sheet=sheet)])
    assert (image.width(), image.height()) == (sheet.width_px, sheet.height_px)
    last = image.copy(0, image.height() - 1, image.width(), 1)
    assert {last.pixelColor(x, 0).name() for x in range(0, last.width(), 7)} == {"#ffffff"}


def test_a_picture_does_not_depend_on_those_before_it(camera: Camera) -> None:
    shots = [a_shot(), a_shot(on=DAY + timedelta(days=200), is_dark=True), a_shot(sheet=A4)]
    first, *_, last = pictures(camera, [*shots, a_shot()])
    assert first == last


LONG = "US forces at Agadez, at Niamey, at Dirkou and at more places than a line can hold. " * 2


@pytest.mark.parametrize("sheet", [SMALL, SQUARE], ids=["slide", "square"])
@pytest.mark.parametrize(
    ("before", "words"),
    [("US forces leave.", "US forces at Agadez."), ("US forces leave.", LONG), (LONG, LONG[::-1])],
    ids=["as long", "longer", "both long"],
)
def test_a_picture_that_follows_has_words_of_its_own(
    camera: Camera, sheet: Sheet, before: str, words: str
) -> None:
    later = {"on": DAY + timedelta(days=40), "words": words, "sheet": sheet}
    shots = [
        a_shot(words=before, sheet=sheet),
        a_shot(**later, follows=True),
        a_shot(is_dark=True),
        a_shot(**later),
    ]
    _, following, _, alone = pictures(camera, shots)
    head = 0, 0, sheet.width_px, round(sheet.height_px * (0.13 if sheet is SMALL else 0.16))
    assert following.copy(*head) == alone.copy(*head)


def test_fewer_words_do_not_move_the_map(camera: Camera) -> None:
    shots = [a_shot(words=LONG), a_shot(words="US forces.", follows=True)]
    before, following = pictures(camera, shots)
    assert before != following
    below = 540 // 3, 540 // 2
    assert before.copy(0, below[0], 640, below[1]) == following.copy(0, below[0], 640, below[1])


def test_asked_for_at_once_they_come_in_order(qtbot: QtBot, camera: Camera) -> None:
    came: list[tuple[int, QImage]] = []
    camera.taken.connect(lambda number, image: came.append((number, image)))
    numbers = [camera.shoot(a_shot(is_dark=is_dark)) for is_dark in (False, True, False)]
    qtbot.waitUntil(lambda: len(came) == 3, timeout=PATIENCE_MS)
    assert [number for number, _ in came] == numbers
    assert [image.pixelColor(5, 5).lightness() < 80 for _, image in came] == [False, True, False]
    assert came[0][1] == came[2][1]
    assert camera.is_settled


def test_what_was_lost_on_the_way_is_asked_for_again(
    qtbot: QtBot, template: PageTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    send = WebMap.send

    def lose_some(web_map: WebMap, message: ToPage) -> None:
        if isinstance(message, TakeShot):
            asked.append(message)
        if not isinstance(message, TakeShot) or len(asked) > 1:
            send(web_map, message)

    monkeypatch.setattr(WebMap, "send", lose_some)
    camera = Camera(template, Guard(), patience_ms=5000)
    with qtbot.waitSignal(camera.taken, timeout=PATIENCE_MS):
        camera.shoot(a_shot())
    assert len(asked) > 1
    close_camera(camera)


def test_a_page_that_never_answers_is_told_of(
    qtbot: QtBot, template: PageTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = WebMap.send
    monkeypatch.setattr(
        WebMap, "send", lambda web_map, m: None if isinstance(m, TakeShot) else send(web_map, m)
    )
    camera = Camera(template, Guard(), patience_ms=50)
    with pytest.raises(PageError, match="was not painted"):
        list(pictures(camera, [a_shot()]))
    close_camera(camera)


def test_what_waits_can_be_dropped(qtbot: QtBot, camera: Camera) -> None:
    came: list[int] = []
    camera.taken.connect(lambda number, _image: came.append(number))
    with qtbot.waitSignal(camera.ready, timeout=PATIENCE_MS):
        first = camera.shoot(a_shot())
    camera.shoot(a_shot(is_dark=True))
    camera.drop_waiting()
    with qtbot.waitSignal(camera.settled, timeout=PATIENCE_MS):
        pass
    assert came == [first]


def test_a_content_counts_for_what_is_asked_for_after_it(qtbot: QtBot, camera: Camera) -> None:
    came: list[QImage] = []
    camera.taken.connect(lambda _number, image: came.append(image))
    camera.shoot(a_shot(is_map_alone=True))
    camera.set_content(page_data(PageContent("Nothing", ())))
    camera.shoot(a_shot(is_map_alone=True, extent=Extent(-6, 4, 18, 24)))
    camera.set_content(CONTENT)
    camera.shoot(a_shot(is_map_alone=True))
    qtbot.waitUntil(lambda: len(came) == 3, timeout=PATIENCE_MS)
    assert came[0] == came[2]
    assert came[0] != came[1]


def test_the_extent_asked_for_is_in_the_picture(qtbot: QtBot, camera: Camera) -> None:
    wanted = Extent(-5.0, 10.0, 12.0, 24.0)
    with qtbot.waitSignal(camera.taken, timeout=PATIENCE_MS):
        camera.shoot(a_shot(extent=wanted))
    shown = camera.extent
    assert shown is not None
    assert shown.west <= wanted.west < wanted.east <= shown.east
    assert shown.south <= wanted.south < wanted.north <= shown.north


def test_a_page_that_fails_is_told(camera: Camera) -> None:
    camera.set_content(b"no columns")
    with pytest.raises(PageError):
        list(pictures(camera, [a_shot()]))
    assert camera.broken
    with pytest.raises(PageError):
        list(pictures(camera, [a_shot()]))


def test_neighbouring_shots_have_strips_far_apart() -> None:
    for number in range(1, 63):
        here, there = colour_of(number).getRgb(), colour_of(number + 1).getRgb()
        assert max(abs(a - b) for a, b in zip(here, there, strict=True)) >= 60  # type: ignore[arg-type]
