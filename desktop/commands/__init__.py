"""What a person can undo."""

from desktop.commands.step import Step

__all__ = ["Step"]
