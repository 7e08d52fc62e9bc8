"""Readers of other packages come in by the door that ours use; a broken one stays outside."""

import sys
import tomllib
import types
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from geodata.documents import Article, Reader, read_documents
from geodata.documents.plugs import BUILT_IN, GROUP, load_readers
from geodata.errors import BrokenPlugin

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def plugins(monkeypatch):
    module = types.ModuleType("made_up_plugins")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    module.fine = Reader(
        "Shouted text", (".loud",), lambda data, _: (Article(data.decode().lower()),)
    )
    module.clash = Reader("Text too", (".txt",), lambda *_: ())
    module.odd = Reader("Odd", ("txt",), lambda *_: ())
    module.number = 7
    return lambda name: EntryPoint(name, f"made_up_plugins:{name}", GROUP)


def test_a_plugin_reads_its_files(plugins, tmp_path):
    readers = load_readers([*BUILT_IN, plugins("fine")])
    assert readers.problems == ()
    (tmp_path / "a.LOUD").write_text("THE FORT IS CLOSED")
    (document,) = read_documents(tmp_path / "a.LOUD", readers)
    assert document.text == "the fort is closed"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("clash", "are read by “plain” already"),
        ("odd", "are not like “.txt”"),
        ("number", "is no Reader"),
        ("missing", "AttributeError"),
    ],
)
def test_a_broken_plugin_is_reported_and_left_out(plugins, name, says):
    readers = load_readers([*BUILT_IN, plugins(name), plugins("fine")])
    (problem,) = readers.problems
    assert isinstance(problem, BrokenPlugin)
    assert f"“{name}”" in problem.what
    assert says in problem.what
    assert readers.of(".loud") is not None
    assert readers.of(".txt").label == "Text"


def test_a_plugin_that_raises_at_import_is_reported():
    readers = load_readers([EntryPoint("gone", "no_such_package:READER", GROUP)])
    assert "ModuleNotFoundError" in readers.problems[0].what


def test_the_built_in_readers_are_the_entry_points_of_the_package():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"][GROUP]
    assert told == {point.name: point.value for point in BUILT_IN}
