"""Messages survive the port, and nothing else gets through it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from geodata.errors import PageError
from geodata.mapping.messages import (
    DataShown,
    Failed,
    Fit,
    MarkHovered,
    MarkPicked,
    Message,
    Painted,
    Ready,
    Select,
    SetCompare,
    SetData,
    SetLayers,
    SetReach,
    SetTheme,
    SetTiles,
    SetTime,
    ShotPainted,
    ShowExtent,
    ShowView,
    TakeShot,
    ViewMoved,
    read,
    to_text,
)

DAY = date(2024, 5, 20)
EXAMPLES: list[Message] = [
    SetTime(DAY, DAY),
    SetReach(29, 0),
    SetReach(None, 0),
    SetLayers(("alignment", "troops")),
    SetCompare(("2024-04-10", "2024-05-20", "2024-05-20", "2024-05-20")),
    SetCompare(()),
    Select("mark:1"),
    Select(None),
    SetTheme("dark"),
    SetData("/data/episodes.bin"),
    SetTiles("https://tile.example/{z}/{x}/{y}.png", "© Example", 19),
    SetTiles(None, "", 0),
    Fit(is_whole=True),
    ShowView(17.5, 8.25, 5.5, 812, 533.5),
    Ready(1),
    DataShown(),
    Painted(7, DAY, DAY),
    MarkPicked("mark:1", 10.5, 20),
    MarkPicked(None, 0, 0),
    MarkHovered(None, 1, 2),
    ViewMoved(16.5, 8.25, 5.5),
    TakeShot(
        *(3, 1920, 1080, 1.5, "page", ("time",), "Niger", "“words”", DAY, DAY, None, 0),
        *(("bases",), "dark", (-6.5, 4.0, 18.25, 24.0), True, ("2024-04-10", "2024-05-20") * 2),
    ),
    ShowExtent(-6.5, 4.0, 18.25, 24.0),
    ShotPainted(3, (-6.5, 4.0, 18.25, 24.0)),
    ShotPainted(3, None),
    Failed("“x” is broken"),
]


@pytest.mark.parametrize("message", EXAMPLES, ids=repr)
def test_a_message_survives(message: Message) -> None:
    assert read(to_text(message)) == message


def test_dates_travel_as_iso_and_the_kind_stands_in_the_text() -> None:
    assert json.loads(to_text(SetTime(DAY, DAY))) == {
        "kind": "set-time",
        "on": "2024-05-20",
        "known": "2024-05-20",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "{}",
        '{"kind": "explode"}',
        '{"kind": ["fit"]}',
        '{"kind": "fit", "is_whole": true, "more": 1}',
        '{"kind": "ready"}',
        '{"kind": "ready", "protocol": "1"}',
        '{"kind": "ready", "protocol": true}',
        '{"kind": "set-time", "on": "20 May", "known": "2024-05-20"}',
        '{"kind": "set-time", "on": 3, "known": "2024-05-20"}',
        '{"kind": "set-reach", "before": "1", "after": 0}',
        '{"kind": "set-reach", "before": true, "after": 0}',
        '{"kind": "set-theme", "theme": "sepia"}',
        '{"kind": "set-layers", "visible": "troops"}',
        '{"kind": "set-layers", "visible": [1]}',
        '{"kind": "mark-picked", "mark": 3, "x": 1, "y": 2}',
    ],
)
def test_what_is_not_in_the_protocol_is_refused(text: str) -> None:
    with pytest.raises(PageError) as caught:
        read(text)
    assert caught.value.todo
