"""The story panel shows the chosen bookmark's words, or that there is none."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.settings.theme import Theme
from desktop.views.story import StoryPanel
from geodata.domain.stories import Bookmark, BookmarkId, Caption, Story

DAY = date(2024, 5, 19)


def told(number: int, words: str = "") -> Bookmark:
    return Bookmark(BookmarkId(f"b{number}"), f"Heading {number}", DAY, DAY, caption=Caption(words))


# What a person does: two bookmarks, a caption for each.
STEPS: tuple[Story, ...] = (
    (),
    (told(1),),
    (told(1, "They leave."),),
    (told(1, "They leave."), told(2)),
    (told(1, "They leave."), told(2, "They left.")),
)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> StoryPanel:
    panel = StoryPanel(theme)
    qtbot.addWidget(panel)
    return panel


def shown(panel: StoryPanel) -> tuple[str, str]:
    return panel.heading, panel.caption.caption.text


def test_after_undo_and_redo_the_words_are_those_of_the_chosen_bookmark(panel: StoryPanel) -> None:
    for story in (*STEPS, *reversed(STEPS), *STEPS, *reversed(STEPS)):
        panel.set_story(story, ())
        current = panel.current
        if story:
            assert current is not None
            assert shown(panel) == (current.title, current.caption.text)
        else:
            assert current is None
            assert shown(panel) == ("", "")


def test_without_a_bookmark_nothing_can_be_typed(panel: StoryPanel) -> None:
    assert not panel.caption.isEnabled()
    panel.set_story(STEPS[-1], ())
    assert panel.caption.isEnabled()
    panel.set_story((), ())
    assert not panel.caption.isEnabled()


def test_the_map_stays_where_it_is_when_a_step_is_taken_back_from_the_list(
    panel: StoryPanel, qtbot: QtBot
) -> None:
    """Choosing the row anew after an undo is no wish to go there."""
    panel.set_story(STEPS[-1], ())
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.focus_list()
    assert panel.isAncestorOf(QApplication.focusWidget())
    with qtbot.assertNotEmitted(panel.chosen):
        for story in (*reversed(STEPS), *STEPS):
            panel.set_story(story, ())
