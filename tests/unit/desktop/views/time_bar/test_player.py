"""A frame is shown only when the one before it was drawn."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.views.time_bar.clockwork.player import Player


def test_it_steps_by_itself_when_frames_are_drawn(qtbot: QtBot) -> None:
    player = Player(1)
    with qtbot.waitSignal(player.due):
        player.run(1.0)
    player.stop()
    assert not player.is_running


def test_it_waits_for_a_frame_and_goes_on_once(qtbot: QtBot) -> None:
    player = Player(1)
    told: list[str] = []
    player.due.connect(lambda: told.append("due"))
    player.frame_asked()
    player.run(1.0)
    qtbot.waitUntil(lambda: player._is_late)
    assert told == []
    player.frame_painted()
    assert told == ["due"]
    player.stop()


def test_a_frame_drawn_after_the_stop_starts_nothing(qtbot: QtBot) -> None:
    player = Player(1)
    player.frame_asked()
    player.run(1.0)
    qtbot.waitUntil(lambda: player._is_late)
    player.stop()
    with qtbot.assertNotEmitted(player.due):
        player.frame_painted()
