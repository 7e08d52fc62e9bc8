"""Abbreviations that are places only in the right spelling: “US”, “D.C.”, “Calif.”, “TX”."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.gazetteer.inputs.supplement import split_names, table


def code_rows() -> Iterator[tuple[str, str, str]]:
    """
    Yield (spelling, folded full name, standing).

    The standing is `alone` where the spelling is a place by itself, and `after` where it is one
    only after a settlement and a comma (“Springfield, Mo.”).
    """
    for row in table("abbreviations.csv"):
        for spelling in split_names(row["spellings"]):
            yield spelling, row["place"], row["standing"]
