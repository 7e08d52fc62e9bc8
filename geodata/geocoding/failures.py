"""What can go wrong online, in the project's error tree."""

from __future__ import annotations

from geopy import exc

from geodata.errors import ServiceError


class OnlineGeocoderFailed(ServiceError):
    """The online geocoder did not answer as it should."""

    def __init__(self, service: str, reason: str, *, todo: str) -> None:
        super().__init__(f"{service} {reason}.", todo=todo)
        self.service = service
        self.reason = reason


_LATER = "Try again in a few minutes, or look the place up offline."
# First match wins: subclasses stand before what they derive from.
_REASONS: tuple[tuple[type[exc.GeopyError], str, str], ...] = (
    (exc.GeocoderRateLimited, "asked us to slow down", _LATER),
    (exc.GeocoderQuotaExceeded, "refused further look-ups for now", _LATER),
    (exc.GeocoderTimedOut, "took too long to answer", _LATER),
    (exc.GeocoderUnavailable, "cannot be reached", "Check the connection, or work offline."),
    (exc.GeocoderAuthenticationFailure, "refused this program", "Work offline."),
    (exc.GeocoderInsufficientPrivileges, "refused this program", "Work offline."),
    (exc.GeocoderQueryError, "did not understand the name", "Check the spelling of the name."),
    (exc.GeocoderParseError, "gave an answer that cannot be read", _LATER),
)


def translate(service: str, error: exc.GeopyError) -> OnlineGeocoderFailed:
    """Return our error for one of geopy's."""
    for kind, reason, todo in _REASONS:
        if isinstance(error, kind):
            return OnlineGeocoderFailed(service, reason, todo=todo)
    return OnlineGeocoderFailed(service, "failed", todo=_LATER)
