"""Claims in a person's words. They never say more than the claim does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLocale

from desktop.wording.words import short_date
from geodata.domain.claims import Claim, ClaimKind, Modality, Status
from geodata.domain.times import UncertainDate
from geodata.timeline import Actors

_ANGLO_SHORT = {"US": "US", "GB": "UK", "AE": "UAE"}
_BASE_VERBS = {
    Status.TO_OPEN: "to open",
    Status.OPENS: "opens",
    Status.OPERATES: "operates",
    Status.TO_CLOSE: "to close",
    Status.CLOSES: "closes",
    Status.TO_HAND_OVER: "to hand over",
    Status.HANDED_OVER: "handed over",
}
_TROOPS_VERBS = {
    Status.TO_ARRIVE: "to come to",
    Status.ARRIVES: "arriving in",
    Status.PRESENT: "in",
    Status.TO_WITHDRAW: "to leave",
    Status.WITHDRAWS: "leaving",
}
_VOICES = {
    Modality.DENIED: "Denied",
    Modality.DEMANDED: "Demanded",
    Modality.NEGOTIATED: "In talks",
    Modality.REPORTED: "Reported",
}


@lru_cache(maxsize=1024)
def country_name(code: str) -> str:
    """Return the name of a country by its ISO 3166-1 alpha-2 code, or the word as it is."""
    if code in _ANGLO_SHORT or not (len(code) == 2 and code.isascii() and code.isupper()):
        return _ANGLO_SHORT.get(code, code)
    territory = QLocale.codeToTerritory(code)
    is_named = territory != QLocale.Country.AnyTerritory
    return QLocale.territoryToString(territory) if is_named else code


def claim_when(claim: Claim) -> str:
    """Return the date column of a claim: its deadline where it has one, else when it begins."""
    due = claim.deadline
    if due and due.is_known:
        return short_date(UncertainDate(None, due.latest or due.earliest, due.precision))
    return short_date(claim.begins) if claim.begins.is_known else "no date"


@dataclass(frozen=True, slots=True)
class Wording:
    """
    Puts claims into words.

    Args:
        actors: What countries and organisations are called.
    """

    actors: Actors

    def name_of(self, actor: str) -> str:
        """Return how an actor is called inside a sentence."""
        if actor in _ANGLO_SHORT:
            return _ANGLO_SHORT[actor]
        return self.actors.name_of(actor, country_name(actor))

    def adjective_of(self, actor: str) -> str:
        """Return what stands before “troops”."""
        return self.actors.adjective_of(actor, country_name(actor))

    def claim(self, claim: Claim) -> str:
        """Return what a claim says, in a few words, with the voice where it changes the sense."""
        said = {
            ClaimKind.BASE: self._base,
            ClaimKind.TROOPS: self._troops,
            ClaimKind.ALIGNMENT: self._alignment,
        }[claim.kind](claim)
        said = said[0].upper() + said[1:]
        voice = _VOICES.get(claim.modality)
        return f"{voice}: {said}" if voice else said

    def _base(self, claim: Claim) -> str:
        where = f"a base in {country_name(claim.host)}" if claim.host else "a base"
        base = claim.place.name if claim.place else where
        receiver = f" to {self.name_of(claim.target)}" if claim.target else ""
        return f"{self.name_of(claim.actor)} {_BASE_VERBS[claim.status]} {base}{receiver}"

    def _troops(self, claim: Claim) -> str:
        host = country_name(claim.host) if claim.host else "an unnamed country"
        where = f"{claim.place.name}, {host}" if claim.place else host
        verb = "gone from" if claim.event.endswith("completed") else _TROOPS_VERBS[claim.status]
        return f"{self.adjective_of(claim.actor)} troops {verb} {where}"

    def _alignment(self, claim: Claim) -> str:
        if claim.status is Status.COUP:
            return f"Coup in {country_name(claim.host or claim.actor)}"
        way = "turns toward" if claim.status is Status.TOWARD else "turns away from"
        target = self.name_of(claim.target) if claim.target else "an unnamed side"
        return f"{self.name_of(claim.actor)} {way} {target}"
