"""The program's door: what opens the window, what goes to the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main, opens_window, why_no_window
from desktop.webmap.requirements import SandboxUnavailable, check_sandbox

ROOT = Path(__file__).resolve().parents[3]


def test_nothing_or_existing_paths_open_the_window(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("x")
    assert opens_window([])
    assert opens_window([str(article), str(tmp_path)])
    assert opens_window([str(article), "no-such-file"])
    for arguments in (["extract", str(article)], ["--help"], ["--version"], ["no-such-file"]):
        assert not opens_window(arguments), arguments


def test_a_name_that_is_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-file.txt"]) == 2
    told = capsys.readouterr().err
    assert "“no-such-file.txt”" in told
    assert told.count("\n") == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland are Linux")
def test_without_a_display_one_sentence_says_so() -> None:
    assert "no display" in why_no_window({})
    assert why_no_window({"DISPLAY": ":0"}) == ""
    assert why_no_window({"WAYLAND_DISPLAY": "wayland-0"}) == ""
    assert why_no_window({"QT_QPA_PLATFORM": "offscreen"}) == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland are Linux")
def test_without_a_display_the_exit_code_is_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or __import__("os").geteuid() != 0, reason="root only"
)
def test_root_is_told_that_the_sandbox_cannot_start() -> None:
    with pytest.raises(SandboxUnavailable, match="ordinary user"):
        check_sandbox({})
    check_sandbox({"QTWEBENGINE_DISABLE_SANDBOX": "1"})


def test_the_verbs_start_without_qt() -> None:
    script = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "try:\n    main(['--version'])\nexcept SystemExit as end:\n    assert not end.code\n"
        "heavy = {'PySide6', 'folium', 'geopandas', 'spacy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("dateline ")


def test_the_window_starts_without_what_it_may_never_need() -> None:
    # Each of these was once loaded at every start: what reads articles took a tenth of it.
    script = (
        "import sys\n"
        "import desktop.app, geodata.services\n"
        "late = {'folium', 'geopandas', 'spacy', 'numpy', 'shapely', 'pyogrio', 'PIL', 'rapidfuzz',\n"
        "    'geodata.claims', 'geodata.geoparsing', 'geodata.temporal', 'geodata.export.films',\n"
        "    'desktop.dialogs.picture', 'desktop.dialogs.claim_editor', 'desktop.snapshot.pdf'}\n"
        "print(*sorted(late & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_an_unknown_word_is_one_sentence_and_code_2() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "frobnicate"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
