"""Targets that cannot be written, and dates and articles with nothing to tell: told, and nothing half-written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from geodata.cli import main

ROOT = Path(__file__).resolve().parents[4]
ENDINGS = (".html", ".gpkg", ".geojson", ".kml", ".csv")
SAYS_SOMETHING = "About 120 French soldiers left Gao, Mali, on 2 March 2023.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    path = folder / "exit.md"
    path.write_text(f"---\ndate: 2023-03-04\n---\n\n{SAYS_SOMETHING}", encoding="utf-8")
    return path


def run(capsys, *argv: object) -> tuple[int, str, str]:
    code = main([str(word) for word in argv])
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err
    return code, shown.out, shown.err


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_existing_file_is_replaced_only_when_asked(article, ending, tmp_path, capsys):
    target = tmp_path / f"out{ending}"
    target.write_text("precious", encoding="utf-8")
    code, out, err = run(capsys, "export", article, "-o", target)
    assert (code, out) == (2, "")
    assert "it exists already" in err
    assert "--force" in err
    assert target.read_text(encoding="utf-8") == "precious"
    code, out, _ = run(capsys, "export", article, "-o", target, "--force")
    assert code == 0
    assert target.read_bytes() != b"precious"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_that_is_missing_is_told_before_anything_is_read(
    article, ending, tmp_path, capsys
):
    code, _, err = run(capsys, "export", article, "-o", tmp_path / "none" / f"out{ending}")
    assert code == 2
    assert "its folder does not exist" in err
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("verb", ["info", "describe"])
def test_a_full_disk_behind_stdout_is_told(article, verb, unbuffered):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "geodata.cli", verb, str(article)],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "standard output" in done.stderr
    assert "no space left" in done.stderr
    assert "Traceback" not in done.stderr


BOUNDED = """
import resource, signal, sys
from geodata.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX can bound the size of a file")
def test_a_full_disk_leaves_what_was_there(article, tmp_path):
    # A bound on the size of files fails as a full disk does: in the middle of a write.
    target = tmp_path / "out.html"
    target.write_text("precious", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BOUNDED, "export", str(article), "-o", str(target), "--force"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "out.html" in done.stderr
    assert target.read_text(encoding="utf-8") == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "out.html"]


@pytest.mark.parametrize("day", ["1850-01-01", "9999-12-31"])
def test_a_date_outside_the_project_is_told(article, day, tmp_path, capsys):
    target = tmp_path / "out.html"
    code, out, err = run(capsys, "export", article, "--on", day, "--known-by", "1900", "-o", target)
    assert code == 0
    assert "is empty" in err
    assert day in err
    assert target.exists()
    code, out, _ = run(capsys, "describe", article, "--on", day, "--known-by", "1900")
    assert code == 0
    assert "No claim in these articles speaks of this date" in out
    code, out, _ = run(capsys, "diff", day, day, article)
    assert code == 0
    assert "Nothing on the map differs." in out


@pytest.mark.parametrize("day", ["tomorrowish", "2024-13-40"])
@pytest.mark.parametrize("option", ["--on", "--known-by", "--compare"])
def test_what_is_no_date_is_told(article, day, option, tmp_path, capsys):
    target = tmp_path / "out.html"
    code, _, err = run(capsys, "export", article, option, day, "-o", target)
    assert code == 2
    assert day in err
    assert not target.exists()


def test_articles_without_any_claim_are_told_and_no_picture_is_made(tmp_path, capsys):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "cakes.txt").write_text("The bakery sold 40 cakes on 4 March 2023.\n", "utf-8")
    code, _, err = run(capsys, "export", folder, "-o", tmp_path / "out.html")
    assert code == 0
    assert "is empty" in err
    code, out, _ = run(capsys, "describe", folder)
    assert code == 0
    assert "No claim" in out

    def no_picture(*_: object, **__: object) -> None:
        raise AssertionError("there is nothing to paint")

    words = ["export", str(folder), "-o", str(tmp_path / "out.png")]
    assert main(words, write_picture=no_picture) == 2
    assert "nothing to draw" in capsys.readouterr().err
    assert not (tmp_path / "out.png").exists()


def test_signs_of_what_differs_are_for_maps_only(article, tmp_path, capsys):
    code, _, err = run(
        capsys, "export", article, "--compare", "2023-01-01", "-o", tmp_path / "out.csv"
    )
    assert code == 2
    assert "dateline diff" in err
    target = tmp_path / "out.html"
    code, _, _ = run(
        *(capsys, "export", article, "--on", "2023-03-04", "--compare", "2023-01-01"),
        *("-o", target),
    )
    assert code == 0
    assert '"compare": ["2023-01-01", ' in target.read_text(encoding="utf-8")
