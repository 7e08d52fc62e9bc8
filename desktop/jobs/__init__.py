"""Work that takes long runs here, beside the window, with progress and a way to stop it."""

from desktop.jobs.courtesy import let_the_window_move
from desktop.jobs.job import Job, Ticket
from desktop.jobs.runner import Runner

__all__ = ["Job", "Runner", "Ticket", "let_the_window_move"]
