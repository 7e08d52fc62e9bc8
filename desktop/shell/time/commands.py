"""What stands in the menu Time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.shell.actions import ActionSpec
from desktop.shell.time.comparing import Comparing
from desktop.views.time_bar import Mode, TimeBar


def time_actions(time_bar: TimeBar, comparing: Comparing) -> tuple[ActionSpec, ...]:
    """Return what stands in the menu Time."""
    rows: tuple[tuple[str, str, Callable[[], None], tuple[str, ...], bool], ...] = (
        # The second keys are for systems on which the first ones switch the way of typing.
        ("time.play", "&Play or stop", time_bar.toggle_play, ("Ctrl+Space", "Ctrl+P"), False),
        ("time.back", "Step &back", partial(time_bar.step_by, -1), ("Ctrl+,",), True),
        ("time.on", "Step &on", partial(time_bar.step_by, 1), ("Ctrl+.",), False),
        (
            "time.previous",
            "Pre&vious change",
            partial(time_bar.jump_change, -1),
            ("Alt+Left", "Ctrl+Shift+,"),
            False,
        ),
        (
            "time.next",
            "&Next change",
            partial(time_bar.jump_change, 1),
            ("Alt+Right", "Ctrl+Shift+."),
            False,
        ),
        ("time.first", "&First day", partial(time_bar.go_to_end, -1), ("Ctrl+Home",), True),
        ("time.last", "&Last day", partial(time_bar.go_to_end, 1), ("Ctrl+End",), False),
        ("time.go_to", "&Go to date…", time_bar.focus_date, ("Ctrl+G",), True),
        ("time.all", "Show &whole time", partial(time_bar.fit, is_whole=True), (), True),
    )
    icons = {"time.go_to": "calendar-search"}
    return (
        *(
            ActionSpec(
                action_id,
                title,
                "Time",
                run,
                keys=keys,
                icon=icons.get(action_id, ""),
                opens_group=opens_group,
                needs_project=True,
            )
            for action_id, title, run, keys, opens_group in rows
        ),
        *_mode_actions(time_bar),
        *_compare_actions(comparing),
    )


def _compare_actions(comparing: Comparing) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "time.set_a",
            "Set &A here",
            "Time",
            comparing.set_first,
            # Brackets take two keys on several keyboards.
            keys=("[", "Ctrl+1"),
            tip="Take this day as the first of two to compare",
            opens_group=True,
            needs_project=True,
        ),
        ActionSpec(
            "time.set_b",
            "S&et B here and compare",
            "Time",
            comparing.set_second,
            keys=("]", "Ctrl+2"),
            tip="Mark what changed from A to this day, on the map and in a list",
            needs_project=True,
        ),
        ActionSpec(
            "time.changes",
            "List of &changes",
            "Time",
            comparing.show_list,
            keys=("Ctrl+3",),
            tip="Read what appeared, ended or changed from A to B",
            needs_project=True,
        ),
        ActionSpec(
            "time.stop_comparing",
            "Stop co&mparing",
            "Time",
            comparing.stop,
            tip="Take the signs off the map and forget A and B",
            needs_project=True,
        ),
    )


def _mode_actions(time_bar: TimeBar) -> tuple[ActionSpec, ...]:
    titles = {
        Mode.INSTANT: "&One day",
        Mode.WINDOW: "&Window of days",
        Mode.FROM_START: "All &up to the date",
        Mode.TO_END: "All from the date o&n",
    }
    return tuple(
        ActionSpec(
            f"time.{mode.name.lower()}",
            title,
            "Time/Days s&hown",
            partial(_show_mode, time_bar, mode),
            keys=(f"Ctrl+Alt+{number}",),
            needs_project=True,
            is_checked=partial(_is_mode, time_bar, mode),
        )
        for number, (mode, title) in enumerate(titles.items(), start=1)
    )


def _show_mode(time_bar: TimeBar, mode: Mode, _is_checked: bool) -> None:
    time_bar.set_mode(mode)


def _is_mode(time_bar: TimeBar, mode: Mode) -> bool:
    return time_bar.clock is not None and time_bar.clock.mode is mode
