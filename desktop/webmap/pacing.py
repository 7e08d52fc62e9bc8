"""Which date goes to the page next: a few on their way, and only the latest of those that wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MOST_UNDER_WAY = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in the two times: the map on day `on` as known by day `known_by`."""

    on: date
    known_by: date


class Pace:
    """
    Sends moments only as fast as the page paints them.

    A hand on the slider makes more dates than a page can paint. All but the latest of those that
    wait are dropped. A page reports a frame some screen refreshes after it has drawn it, so a few
    are let on their way at once: else every frame would take that long.
    """

    def __init__(self) -> None:
        self._sent: list[Moment] = []
        self._waiting: Moment | None = None
        self._wanted: Moment | None = None

    @property
    def wanted(self) -> Moment | None:
        """The latest moment that was asked for, whether painted yet or not."""
        return self._wanted

    @property
    def is_settled(self) -> bool:
        """Whether the page has painted the latest moment."""
        return not self._sent

    def ask(self, moment: Moment) -> Moment | None:
        """Take a wish; return what to send now, or None while the page is at work."""
        if moment == self._wanted:
            return None
        self._wanted = moment
        if len(self._sent) < MOST_UNDER_WAY:
            return self._send(moment)
        self._waiting = moment if moment != self._sent[-1] else None
        return None

    def painted(self, moment: Moment) -> Moment | None:
        """
        Hear what was painted; return what to send next, or None.

        What was sent before it is settled too: a page paints once for several that came together.
        """
        if moment not in self._sent:
            return None
        while moment in self._sent:
            self._sent.pop(0)
        return self._send(self._waiting) if self._waiting else None

    def restart(self) -> Moment | None:
        """Forget what was under way, for a page that is loaded anew; return what to send to it."""
        self._sent.clear()
        return self._send(self._wanted) if self._wanted else None

    def _send(self, moment: Moment) -> Moment:
        self._sent.append(moment)
        self._waiting = None
        return moment
