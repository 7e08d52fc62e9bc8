"""Exporters of other packages come in by the door that ours use; a broken one stays outside."""

import sys
import tomllib
import types
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from geodata.errors import BrokenPlugin
from geodata.export import Exporter, load_exporters, write_data
from geodata.export.plugs import BUILT_IN, GROUP
from tests.unit.geodata.export.export_content import a_content

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def plugins(monkeypatch):
    module = types.ModuleType("made_up_exporters")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    module.fine = Exporter("Titles", ".titles", lambda c, path: path.write_text(c.manifest.title))
    module.clash = Exporter("Our own KML", ".kml", lambda *_: None)
    module.odd = Exporter("Odd", "kml", lambda *_: None)
    module.number = 7
    return lambda name: EntryPoint(name, f"made_up_exporters:{name}", GROUP)


def test_a_plugin_writes_its_files(plugins, tmp_path):
    exporters = load_exporters([*BUILT_IN, plugins("fine")])
    assert exporters.problems == ()
    write_data(a_content(), tmp_path / "a.TITLES", exporters)
    assert (tmp_path / "a.TITLES").read_text() == "Out of Niger <&> ]]>"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("clash", "are written by “kml” already"),
        ("odd", "are not like “.txt”"),
        ("number", "is no Exporter"),
        ("missing", "AttributeError"),
    ],
)
def test_a_broken_plugin_is_reported_and_left_out(plugins, name, says):
    exporters = load_exporters([*BUILT_IN, plugins(name), plugins("fine")])
    (problem,) = exporters.problems
    assert isinstance(problem, BrokenPlugin)
    assert f"“{name}”" in problem.what
    assert says in problem.what
    assert exporters.of(".titles") is not None
    assert exporters.of(".KML").label == "KML"


def test_the_built_in_exporters_are_the_entry_points_of_the_package():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"][GROUP]
    assert told == {point.name: point.value for point in BUILT_IN}
