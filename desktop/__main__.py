"""
The program `dateline`: a verb goes to the command line, all else opens the window.

Qt is imported only where it is needed, so that the verbs start fast.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.snapshot.early import EarlyCamera
    from geodata.export.films import FilmPlan
    from geodata.services import Project, Resources

EXIT_OK, EXIT_NOT_STARTED = 0, 2


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run the program and return its exit code: 0 done, 2 bad input or no display.

    Args:
        argv: Arguments without the program's name; those of the process when None.
    """
    if getattr(sys, "frozen", False):
        # A worker of a packed program starts here too, and must not become a second window.
        from multiprocessing import freeze_support

        freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    is_window = opens_window(arguments)
    reason = why_no_window(os.environ) if is_window else ""
    is_painted = _makes_picture(arguments) or _paints_many(arguments) if arguments else False
    if not reason and (is_window or is_painted):
        reason = _why_no_engine()
    if reason:
        print(f"dateline: {reason}", file=sys.stderr)
        return EXIT_NOT_STARTED
    if is_window:
        return _run_window([Path(name) for name in arguments])
    from geodata.cli.main import VERBS
    from geodata.cli.main import main as run_verb

    if arguments[0] not in VERBS and not arguments[0].startswith("-"):
        print(
            f"dateline: “{arguments[0]}” is no file or folder here, and no verb. "
            f"Check its spelling; the verbs are {', '.join(VERBS)}.",
            file=sys.stderr,
        )
        return EXIT_NOT_STARTED
    if not _makes_picture(arguments):
        return run_verb(arguments, write_film=_write_film, write_plates=_write_plates)
    camera = _early_camera()
    try:
        return run_verb(arguments, write_picture=camera)
    finally:
        camera.close()


def opens_window(arguments: Sequence[str]) -> bool:
    """Say whether the arguments ask for the window: none, or names with at least one that exists."""
    from geodata.cli.main import VERBS

    if not arguments:
        return True
    if arguments[0] in VERBS or any(word.startswith("-") for word in arguments):
        return False
    return any(Path(word).exists() for word in arguments)


def why_no_window(environment: Mapping[str, str]) -> str:
    """Return why a window cannot be opened here and what to do, or nothing where it can."""
    is_x11_or_wayland = sys.platform.startswith("linux")
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if is_x11_or_wayland and not any(environment.get(name) for name in names):
        return (
            "There is no display to open a window on. Run it in a desktop session, "
            "or use “dateline export” and “dateline extract”, which need none."
        )
    return ""


def _makes_picture(arguments: Sequence[str]) -> bool:
    is_one = arguments[0] == "export" and "--story" not in arguments
    return is_one and _target(arguments).casefold().endswith((".png", ".pdf"))


def _paints_many(arguments: Sequence[str]) -> bool:
    if arguments[0] != "export":
        return False
    target = _target(arguments).casefold()
    is_story_in_pictures = "--story" in arguments and not target.endswith((".html", ".htm"))
    return is_story_in_pictures or target.endswith((".gif", ".webp", ".mp4"))


def _target(arguments: Sequence[str]) -> str:
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word in {"-o", "--output"}:
            return following
        if word.startswith(("-o", "--output=")):
            return word.removeprefix("--output=").removeprefix("-o")
    return ""


def _why_no_engine() -> str:
    """Return why the web engine cannot start, before articles are read in vain."""
    from desktop.webmap.requirements import SandboxUnavailable, check_sandbox

    try:
        check_sandbox()
    except SandboxUnavailable as error:
        return str(error)
    return ""


def _run_window(paths: Sequence[Path]) -> int:
    from desktop.settings.interpreter import spare_imports

    spare_imports()
    from desktop.webmap.quiet import keep_quiet
    from desktop.webmap.scheme import register_scheme

    keep_quiet()
    register_scheme()
    from PySide6.QtWidgets import QApplication

    application = QApplication(["dateline"])
    application.setApplicationName("Dateline")
    from desktop.app import build, data_folder
    from desktop.jobs import let_the_window_move
    from desktop.settings.logs import keep_log

    keep_log(data_folder())
    app = build(application, paths=paths)
    app.keep_camera_warm()
    let_the_window_move(app.runner)
    app.window.show()
    code = application.exec()
    app.close()
    application.processEvents()
    return code


def _early_camera() -> EarlyCamera:
    from desktop.settings.interpreter import spare_imports

    spare_imports()
    from desktop.snapshot.early import EarlyCamera
    from desktop.webmap.quiet import keep_quiet

    keep_quiet()
    return EarlyCamera()


def _write_film(
    project: Project,
    resources: Resources,
    target: Path,
    plan: FilmPlan,
    *,
    progress: Callable[[int, int, str], None],
    told: Callable[[int, int], None],
) -> None:
    from desktop.snapshot.filming import write_animation
    from desktop.webmap.quiet import keep_quiet

    keep_quiet()
    write_animation(project, resources, target, plan, progress=progress, told=told)


def _write_plates(
    project: Project,
    resources: Resources,
    folder: Path,
    *,
    is_dark: bool,
    may_replace: bool,
    progress: Callable[[int, int, str], None],
) -> tuple[Path, ...]:
    from desktop.snapshot.plates import write_story_pictures
    from desktop.webmap.quiet import keep_quiet

    keep_quiet()
    return write_story_pictures(
        project, resources, folder, is_dark=is_dark, may_replace=may_replace, progress=progress
    )


if __name__ == "__main__":
    sys.exit(main())
