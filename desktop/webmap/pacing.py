"""Which date goes to the page next: one on its way, and only the latest of those that wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in the two times: the map on day `on` as known by day `known_by`."""

    on: date
    known_by: date


class Pace:
    """
    Sends a moment only when the page has painted the one before it.

    A hand on the slider makes more dates than a page can paint. All but the latest are dropped,
    so the map is never more than one frame behind the hand.
    """

    def __init__(self) -> None:
        self._sent: Moment | None = None
        self._waiting: Moment | None = None
        self._wanted: Moment | None = None

    @property
    def wanted(self) -> Moment | None:
        """The latest moment that was asked for, whether painted yet or not."""
        return self._wanted

    @property
    def is_settled(self) -> bool:
        """Whether the page has painted the latest moment."""
        return self._sent is None

    def ask(self, moment: Moment) -> Moment | None:
        """Take a wish; return what to send now, or None while the page is at work."""
        if moment == self._wanted:
            return None
        self._wanted = moment
        if self._sent is None:
            self._sent = moment
            return moment
        self._waiting = moment if moment != self._sent else None
        return None

    def painted(self, moment: Moment) -> Moment | None:
        """Hear what was painted; return what to send next, or None."""
        if moment != self._sent:
            return None
        self._sent, self._waiting = self._waiting, None
        return self._sent

    def restart(self) -> Moment | None:
        """Forget what was under way, for a page that is loaded anew; return what to send to it."""
        self._sent, self._waiting = self._wanted, None
        return self._sent
