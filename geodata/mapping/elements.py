"""Our two elements of a folium map. They hold options; the drawing is in resources/page."""

# ruff: noqa: TID253
# The room imports this module only while it builds a page, so that folium costs no start-up time.

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from branca.element import Element, MacroElement
from jinja2 import Template


class Slot(Element):
    """
    A mark in the page that is filled after folium has rendered it.

    branca runs what it is given through a template engine, twice; text of documents and of
    scripts must not go through one.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = "Slot"
        self.text = f"<!--dateline:{name}-->"
        self._template = Template("{{ this.text }}")


class Basemap(MacroElement):
    """The basemap: `options.folder` is where its files are, or empty where they are in the page."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "dateline.useBasemap({{ this._parent.get_name() }}, {{ this.options|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Basemap"
        self.options = dict(options)


class TimeLayer(MacroElement):
    """The marks and the page around them; the options are read by `dateline.start`."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "dateline.start({{ this._parent.get_name() }}, {{ this.options|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "TimeLayer"
        self.options = dict(options)
