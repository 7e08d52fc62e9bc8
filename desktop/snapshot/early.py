"""
The picture of the command line: the web engine starts first, and loads while articles are read.

Starting the engine and reading a project take about as long; they need different processes.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QTimer

from desktop.jobs import Sweeper
from desktop.snapshot.camera import Camera
from desktop.snapshot.writing import close_camera, open_camera, write_picture
from geodata.sheets import PictureChoice

if TYPE_CHECKING:
    from types import FrameType

    from geodata.services import Project, Resources

_Result = TypeVar("_Result")
# Python hears of Ctrl+C only while it runs; Qt's loop alone would not let it.
_LISTEN_MS = 10


class EarlyCamera:
    """
    Writes one picture with a camera that was opened before anything was read.

    Raises:
        SandboxUnavailable: The web engine cannot start under this account.
    """

    def __init__(self) -> None:
        self._camera: Camera | None = open_camera()

    def beside(self, work: Callable[[], _Result]) -> _Result:
        """
        Carry work out on a thread while the page loads; what it raises is raised here.

        Raises:
            KeyboardInterrupt: Ctrl+C was pressed.
        """
        loop = QEventLoop()
        done: list[_Result] = []
        failed: list[BaseException] = []

        def carry_out() -> None:
            try:
                done.append(work())
            except BaseException as error:  # noqa: BLE001 - it is raised again where it is waited for
                failed.append(error)

        def stop(_signal: int, _frame: FrameType | None) -> None:
            failed.append(KeyboardInterrupt())

        def listen() -> None:
            if done or failed:
                loop.quit()

        thread = threading.Thread(target=carry_out, daemon=True)
        before = signal.signal(signal.SIGINT, stop)
        timer = QTimer()
        timer.timeout.connect(listen)
        timer.start(_LISTEN_MS)
        sweeper = Sweeper()
        sweeper.hurry(is_busy=True)
        thread.start()
        try:
            loop.exec()
        finally:
            timer.stop()
            sweeper.stop()
            signal.signal(signal.SIGINT, before)
        if failed:
            raise failed[0]
        return done[0]

    def __call__(
        self,
        project: Project,
        resources: Resources,
        target: Path,
        choice: PictureChoice,
        *,
        on: date,
        known_by: date,
    ) -> None:
        """
        Write the picture.

        Raises:
            OutputError: The target cannot be written.
            PageError: The page could not be painted.
        """
        write_picture(
            project, resources, target, choice, on=on, known_by=known_by, camera=self._camera
        )

    def close(self) -> None:
        """Give the engine back; it has to go before the program ends."""
        if self._camera is not None:
            close_camera(self._camera)
            self._camera = None
