"""What the fields of a claim and their values are called, and what each means."""

from __future__ import annotations

from geodata.domain.claims import ClaimKind, Modality, Status

KINDS = {
    ClaimKind.BASE: "A base",
    ClaimKind.TROOPS: "Troops in a country",
    ClaimKind.ALIGNMENT: "Whom a country sides with",
}
STATUSES = {
    Status.TO_OPEN: "is to open",
    Status.OPENS: "opens",
    Status.OPERATES: "is in use",
    Status.TO_CLOSE: "is to close",
    Status.CLOSES: "closes",
    Status.TO_HAND_OVER: "is to be handed over",
    Status.HANDED_OVER: "is handed over",
    Status.TO_ARRIVE: "are to come",
    Status.ARRIVES: "arrive",
    Status.PRESENT: "are there",
    Status.TO_WITHDRAW: "are to leave",
    Status.WITHDRAWS: "leave",
    Status.TOWARD: "turns toward",
    Status.AWAY: "turns away from",
    Status.COUP: "has a coup",
}
MODALITIES = {
    Modality.ASSERTED: "stated as a fact",
    Modality.ANNOUNCED: "announced",
    Modality.ORDERED: "ordered",
    Modality.AGREED: "agreed",
    Modality.PLANNED: "planned",
    Modality.DEMANDED: "demanded",
    Modality.NEGOTIATED: "under negotiation",
    Modality.DENIED: "denied",
    Modality.REPORTED: "reported by others",
}
OTHER_SIDE = {
    ClaimKind.BASE: "Handed &over to",
    ClaimKind.TROOPS: "",
    ClaimKind.ALIGNMENT: "&Toward or from",
}
SURE = "How sure Dateline is that it read this right, from 0 to 100"
HELP = {
    "kind": "What the claim speaks of: a base, soldiers in a country, or whom a country sides with.",
    "who": "The country, force or group that acts or is there.",
    "status": "What happens. “Is to” and “are to” stand for what is planned and has not happened.",
    "country": "The country in which it happens.",
    "place": "The base or town, where the words name one; else the country as a whole.",
    "other": "The country or group that it turns toward or away from, or that takes the base over.",
    "count": "How many people: the lowest and the highest number that the words allow.",
    "when": "The earliest and the latest day on which it began or happened; an empty end is open.",
    "ends": "When it ended, where the words say so.",
    "deadline": "The day by which it is to be done.",
    "modality": "Whether the source states it as a fact, or speaks of a plan, a demand or a denial.",
    "attribution": "Who is quoted, as in “a US official”.",
}
