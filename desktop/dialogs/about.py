"""Who made what: the program, its version, the data and the libraries it stands on."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from desktop.dialogs.details import DetailsDialog
from geodata import __version__

_WHAT = (
    "Dateline reads news articles offline and maps what they claim through time, with the "
    "sentence behind every mark. This program makes no network connections."
)
_CREDITS_HEAD = "Data and libraries that Dateline is made with. Nothing is fetched at run time."
# Checked against the licences that the packages themselves carry.
_DATA = (
    ("Places", "GeoNames", "CC BY 4.0", "geonames.org"),
    ("Basemap", "Natural Earth", "public domain", "naturalearthdata.com"),
)
_LIBRARIES = (
    ("Qt and PySide6 (with QtWebEngine)", "LGPL 3"),
    ("Leaflet", "BSD 2-Clause"),
    ("folium, branca", "MIT"),
    ("geopandas, shapely, pandas", "BSD 3-Clause"),
    ("geopy", "MIT"),
    ("spaCy and its English model", "MIT"),
    ("QtAwesome", "MIT"),
    ("Material Design Icons", "Apache 2.0"),
)


def about_dialog(web_engine_version: str, parent: QWidget) -> DetailsDialog:
    """Return what the program is, with a block of versions to copy."""
    versions = (
        f"Dateline {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}, web engine {web_engine_version}",
        platform.platform(),
    )
    return DetailsDialog("About Dateline", _WHAT, "\n".join(versions), parent)


def credits_dialog(parent: QWidget) -> DetailsDialog:
    """Return where data and libraries come from, and their licences."""
    data = [f"{what}: {name}, {licence}, {where}" for what, name, licence, where in _DATA]
    libraries = [f"{name}: {licence}" for name, licence in _LIBRARIES]
    text = "\n".join(["Data", *data, "", "Libraries", *libraries])
    return DetailsDialog("Data and licences", _CREDITS_HEAD, text, parent)
