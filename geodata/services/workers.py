"""Many files over worker processes, bounded by cores and memory; few files in this process."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.errors import ReadingFailed
from geodata.services.one_file import FileRead, Given, read_files
from geodata.services.resources import Resources

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

# To start a worker takes about as long as to read a few dozen articles.
FEW_FILES = 8
_FILES_A_PIECE = 4
_WORKER_BYTES = 600_000_000
_POLL_S = 0.2

_Piece = tuple[Path, ...]
_worker_resources: Resources | None = None


def workers_for(number_of_files: int) -> int:
    """Return how many processes to read with: 1 for few files, else one a core that memory allows."""
    if number_of_files < FEW_FILES:
        return 1
    pieces = -(-number_of_files // _FILES_A_PIECE)
    return max(1, min(_cores(), _free_bytes() // _WORKER_BYTES, pieces))


def read_here(
    files: Sequence[Path], given: Given, resources: Resources
) -> Generator[FileRead | None, None, None]:
    """Yield what came of each file, one after the other, in this process."""
    for path in files:
        yield from read_files((path,), given, resources)


def read_in_workers(
    files: Sequence[Path], given: Given, resources: Resources, workers: int
) -> Generator[FileRead | None, None, None]:
    """
    Yield what came of each file as it is done, in any order, and None now and then while waiting.

    A worker that dies takes its pool along. The pieces that were under way are then read again
    file by file, each alone in its pool, so that the one that kills is told as a failure of that
    file and all others are read. Closing the iterator stops the workers.
    """
    waiting = deque(files[i : i + _FILES_A_PIECE] for i in range(0, len(files), _FILES_A_PIECE))
    pieces: deque[_Piece] = deque(tuple(piece) for piece in waiting)
    suspects: deque[_Piece] = deque()
    while pieces or suspects:
        alone = bool(suspects)
        queue, number = (suspects, 1) if alone else (pieces, workers)
        lost = yield from _read_until_broken(queue, given, resources, number, alone=alone)
        if alone:
            for piece in lost:
                why = "the process that read it died"
                yield FileRead(piece[0], failures=(ReadingFailed(piece[0].name, why),))
        else:
            suspects.extend((path,) for piece in lost for path in piece)


def _read_until_broken(
    queue: deque[_Piece], given: Given, resources: Resources, number: int, *, alone: bool
) -> Generator[FileRead | None, None, list[_Piece]]:
    """Read pieces until none is left or the pool breaks; return those that were under way then."""
    from concurrent.futures import FIRST_COMPLETED, wait
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(resources, number)
    running: dict[Future[tuple[FileRead, ...]], _Piece] = {}
    try:
        while queue or running:
            while queue and len(running) < (1 if alone else 2 * number):
                piece = queue.popleft()
                running[pool.submit(_work, piece, given)] = piece
            done, _ = wait(running, timeout=_POLL_S, return_when=FIRST_COMPLETED)
            if not done:
                yield None
            for future in done:
                yield from future.result()
                del running[future]
    except BrokenProcessPool:
        return list(running.values())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return []


def _pool(resources: Resources, number: int) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Each worker has a core of its own; numeric libraries that help themselves to more only
    # get in each other's way. Workers take these over when they start.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")
    return ProcessPoolExecutor(
        max_workers=number,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start_worker,
        initargs=(resources,),
    )


def _start_worker(resources: Resources) -> None:
    global _worker_resources  # noqa: PLW0603 - a worker keeps its gazetteer and model open
    # Ctrl+C is for the process that the person started: it stops the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker_resources = resources


def _work(piece: _Piece, given: Given) -> tuple[FileRead, ...]:
    assert _worker_resources is not None
    return read_files(piece, given, _worker_resources)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _free_bytes() -> int:
    """Return the memory that can be had, or plenty where the system does not tell."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        return next(1024 * int(line.split()[1]) for line in lines if line.startswith("MemAvail"))
    except (OSError, StopIteration, ValueError):
        return 8 * _WORKER_BYTES
