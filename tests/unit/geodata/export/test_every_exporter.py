"""The contract of every exporter that is installed, ours and those of other packages alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from geodata.errors import OutputError
from geodata.export import Exporter, installed_exporters, write_data
from tests.unit.geodata.export.export_content import a_content, made_content

ROOT = Path(__file__).resolve().parents[4]
EXPORTERS = installed_exporters().exporters


@pytest.fixture(params=EXPORTERS, ids=lambda exporter: exporter.suffix)
def exporter(request) -> Exporter:
    if request.param.suffix == ".parquet" and find_spec("pyarrow") is None:
        pytest.skip("GeoParquet is an extra: pyarrow is not installed")
    return request.param


@pytest.fixture(params=["python", "pyarrow"], autouse=True)
def string_storage(request) -> Iterator[None]:
    """Keep texts as data frames keep them with and without pyarrow, which users need not have."""
    if request.param == "pyarrow" and find_spec("pyarrow") is None:
        pytest.skip("pyarrow is an extra")
    import pandas as pd

    with pd.option_context("mode.string_storage", request.param):
        yield


def test_no_exporter_was_left_out():
    assert installed_exporters().problems == ()
    assert set(installed_exporters().suffixes) >= {".gpkg", ".geojson", ".kml", ".csv", ".parquet"}


def test_it_writes_one_file_and_nothing_beside_it(exporter, tmp_path):
    write_data(a_content(), tmp_path / f"out{exporter.suffix}")
    assert [path.name for path in tmp_path.iterdir()] == [f"out{exporter.suffix}"]
    assert (tmp_path / f"out{exporter.suffix}").stat().st_size > 0


def test_it_replaces_what_is_there(exporter, tmp_path):
    target = tmp_path / f"out{exporter.suffix.upper()}"
    target.write_bytes(b"something older that is no such file")
    write_data(a_content(), target)
    assert b"something older" not in target.read_bytes()


def test_an_empty_project_gives_a_file_without_rows(exporter, tmp_path):
    target = tmp_path / f"out{exporter.suffix}"
    write_data(made_content((), (), ()), target)
    assert target.stat().st_size > 0


def test_a_csv_without_claims_has_its_columns_all_the_same(tmp_path):
    write_data(made_content((), (), ()), tmp_path / "none.csv")
    write_data(a_content(), tmp_path / "some.csv")
    one, two = (tmp_path / f"{name}.csv" for name in ("none", "some"))
    assert one.read_bytes().splitlines() == two.read_bytes().splitlines()[:1]


def test_a_name_with_signs_of_a_pattern_leaves_nothing_behind(exporter, tmp_path, monkeypatch):
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / f"a[1]*?{exporter.suffix}" if os.name == "posix" else tmp_path / "a[1]"
    write_data(a_content(), target)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match="no space left"):
        write_data(a_content(), target)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_the_same_content_gives_the_same_rows_whatever_was_written_before(exporter, tmp_path):
    content = a_content()
    one, two = tmp_path / f"one{exporter.suffix}", tmp_path / f"two{exporter.suffix}"
    write_data(content, one)
    write_data(content, two)
    if exporter.suffix != ".gpkg":  # a GeoPackage notes when it was written
        assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("where", ["missing/out", "folder"])
def test_a_target_that_cannot_be_written_is_told_and_nothing_is_left(exporter, where, tmp_path):
    (tmp_path / f"folder{exporter.suffix}").mkdir()
    with pytest.raises(OutputError) as caught:
        write_data(a_content(), tmp_path / f"{where}{exporter.suffix}")
    assert f"{Path(where).name}{exporter.suffix}" in caught.value.what
    assert [path.name for path in tmp_path.iterdir()] == [f"folder{exporter.suffix}"]


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from geodata.errors import OutputError
from geodata.export import write_data
from tests.unit.geodata.export.export_content import a_content
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
failed = []
for name in sys.argv[1:]:
    content = a_content()
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, resource.RLIM_INFINITY))
    try:
        write_data(content, Path(name))
    except OutputError as error:
        assert name in error.what, error.what
        failed.append(name)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert failed == sys.argv[1:], (failed, sys.argv)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX can bound the size of a file")
def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path):
    # A bound on the size of files fails as a full disk does: in the middle of a write.
    targets = []
    for exporter in EXPORTERS:
        if exporter.suffix != ".parquet" or find_spec("pyarrow"):
            target = tmp_path / f"out{exporter.suffix}"
            target.write_text("precious", encoding="utf-8")
            targets.append(target)
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, *map(str, targets)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert {target.read_text(encoding="utf-8") for target in targets} == {"precious"}
    assert sorted(tmp_path.iterdir()) == sorted(targets)


def test_an_unknown_ending_names_those_that_are_known(tmp_path):
    with pytest.raises(OutputError) as caught:
        write_data(a_content(), tmp_path / "out.shp")
    assert ".shp" in caught.value.what
    assert ".geojson" in caught.value.todo


def test_geoparquet_without_pyarrow_says_how_to_get_it(tmp_path, monkeypatch):
    from geodata.export.exporters import geoparquet

    monkeypatch.setattr(geoparquet, "find_spec", lambda _: None)
    with pytest.raises(OutputError) as caught:
        write_data(a_content(), tmp_path / "out.parquet")
    assert str(tmp_path / "out.parquet") in caught.value.what
    assert "pip install dateline[parquet]" in caught.value.todo
    assert list(tmp_path.iterdir()) == []
