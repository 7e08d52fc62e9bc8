"""One undoable step: the project before it and after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from geodata.store import SavedProject


_MERGES = 1  # Qt asks two steps of one id whether they are one


class Step(QUndoCommand):
    """
    Leads from one state of the project to another and back.

    Both states are kept whole; they share all that the step left alone.

    Args:
        text: What was done, as the menu says it after “Undo”.
        before: The state to go back to.
        after: The state to go on to.
        put: Shows a state.
        is_shown: Whether `after` is what is shown already.
        stroke: What was done as one; steps of the same stroke that follow each other are one step.
    """

    def __init__(
        self,
        text: str,
        before: SavedProject,
        after: SavedProject,
        put: Callable[[SavedProject], None],
        *,
        is_shown: bool = False,
        stroke: str = "",
    ) -> None:
        super().__init__(text)
        self._before = before
        self.after = after
        self._put = put
        self._is_shown = is_shown
        self.stroke = stroke

    def id(self) -> int:
        return _MERGES if self.stroke else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Step) or other.stroke != self.stroke:
            return False
        self.after = other.after
        return True

    def redo(self) -> None:
        if self._is_shown:
            # The stack calls this once when the step is put on it.
            self._is_shown = False
            return
        self._put(self.after)

    def undo(self) -> None:
        self._put(self._before)
