"""Work that takes long runs here, beside the window, with progress and a way to stop it."""

from desktop.jobs.courtesy import let_the_window_move
from desktop.jobs.job import Job, Ticket
from desktop.jobs.runner import Runner
from desktop.jobs.sweeping import Sweeper

__all__ = ["Job", "Runner", "Sweeper", "Ticket", "let_the_window_move"]
