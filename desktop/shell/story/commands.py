"""The actions of the story: the menu Story, and how it is exported."""

from __future__ import annotations

from functools import partial

from desktop.shell.actions import ActionSpec
from desktop.shell.main_window import MainWindow
from desktop.shell.story.publishing import StoryPublishing
from desktop.shell.story.telling import Storytelling
from desktop.views.story import StoryPanel


def story_actions(
    telling: Storytelling, publishing: StoryPublishing, panel: StoryPanel, window: MainWindow
) -> tuple[ActionSpec, ...]:
    """Return what stands in the menu Story."""
    rows = (
        ("story.add", "&Add this view", telling.add, "B", "Keep date, place, layers and sources"),
        ("story.update", "&Update to this view", panel.update_current, "Shift+B", ""),
        ("story.cite", "&Cite the selected claim", telling.cite, "Ctrl+Shift+C", ""),
        ("story.next", "&Next bookmark", partial(panel.step, 1), "N", ""),
        ("story.previous", "&Previous bookmark", partial(panel.step, -1), "P", ""),
        ("story.up", "Move bookmark &earlier", partial(panel.shift, -1), "", ""),
        ("story.down", "Move bookmark &later", partial(panel.shift, 1), "", ""),
        ("story.rename", "&Rename bookmark", panel.rename, "", ""),
        ("story.remove", "&Delete bookmark", panel.remove_current, "", ""),
        ("story.show", "&Show the story", window.show_story, "", ""),
        (
            "export.story_page",
            "Export as &web page…",
            publishing.export_page,
            "",
            "Export the story as one page that scrolls and needs no network",
        ),
        (
            "export.story_pictures",
            "Export as p&ictures…",
            publishing.export_pictures,
            "",
            "Export every bookmark as a PNG picture",
        ),
    )
    opening = {"story.next", "story.up", "story.show", "export.story_page"}
    return tuple(
        ActionSpec(
            action_id,
            title,
            "Story",
            run,
            keys=(keys,) if keys else (),
            tip=tip,
            opens_group=action_id in opening,
            needs_project=True,
        )
        for action_id, title, run, keys, tip in rows
    )
