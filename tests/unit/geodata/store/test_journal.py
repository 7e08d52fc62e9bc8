"""Whatever happened before the program died comes back, but for a line that was cut off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.errors import ProjectDamaged, ProjectLocked
from geodata.store import Journal, ProjectLock, SavedProject, journal_target, recover
from tests.unit.geodata.store.store_builders import EDITS, a_project, projects


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(projects, min_size=1, max_size=5), st.booleans())
def test_the_last_state_that_was_noted_comes_back(
    tmp_path: Path, states: list[SavedProject], was_saved: bool
) -> None:
    file = tmp_path / "project.gpkg" if was_saved else None
    journal = Journal(tmp_path / "a.journal", file, states[0])
    for state in states[1:]:
        journal.note(state)
    journal.close(is_kept=True)
    found = recover(tmp_path / "a.journal", states[0] if was_saved else None)
    assert found.project == states[-1]
    assert found.path == (file.resolve() if file else None)


def test_a_line_that_was_cut_off_loses_one_change_at_most(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    base = a_project(EDITS[0])
    journal = Journal(path, tmp_path / "p.gpkg", base)
    one, two = a_project(*EDITS[:2]), a_project(*EDITS[:3])
    journal.note(one)
    journal.note(two)
    journal.close(is_kept=True)
    whole = path.read_bytes()
    last = whole.rstrip(b"\n").rfind(b"\n") + 1
    for cut in (last + 1, (last + len(whole)) // 2, len(whole) - 2):
        path.write_bytes(whole[:cut])
        assert recover(path, base).project == one


def test_undo_is_written_as_a_shorter_ledger_and_not_as_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    base = a_project(*EDITS)
    journal = Journal(path, tmp_path / "p.gpkg", base)
    before = path.stat().st_size
    journal.note(a_project(*EDITS[:-1]))
    assert path.stat().st_size - before < 60
    journal.close(is_kept=True)
    assert recover(path, base).project.edits == EDITS[:-1]


def test_a_closed_journal_is_gone(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.journal", None, a_project())
    journal.close()
    assert not list(tmp_path.iterdir())


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    journal = Journal(path, tmp_path / "p.gpkg", a_project())
    before = path.read_bytes()
    journal.note(a_project())
    assert path.read_bytes() == before
    journal.close()


def test_a_journal_of_a_project_that_was_never_saved_says_so(tmp_path: Path) -> None:
    Journal(tmp_path / "a.journal", None, a_project()).close(is_kept=True)
    assert journal_target(tmp_path / "a.journal") is None


@pytest.mark.parametrize("content", ["", "x", '{"kept": 1}\n'])
def test_what_is_no_journal_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.journal"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ProjectDamaged):
        journal_target(path)


def test_a_journal_of_another_project_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    path.write_text(
        '{"project": "/p.gpkg"}\n{"documents": ["nowhere"], "read": []}\n', encoding="utf-8"
    )
    with pytest.raises(ProjectDamaged, match="change 1"):
        recover(path, SavedProject("other"))


def test_a_second_window_is_told_and_the_first_keeps_the_right(tmp_path: Path) -> None:
    path = tmp_path / "p.gpkg"
    first = ProjectLock(path)
    with pytest.raises(ProjectLocked, match=r"p\.gpkg"):
        ProjectLock(path)
    first.release()
    ProjectLock(path).release()
    assert not list(tmp_path.iterdir())


WRITER = """
import sys
import subprocess
import sys
from pathlib import Path
from geodata.store import Journal, ProjectLock
from tests.unit.geodata.store.store_builders import EDITS, a_project
path = Path(sys.argv[1])
lock = ProjectLock(path)
journal = Journal(path, path.with_suffix(".gpkg"), a_project(EDITS[0]))
for number in range(2, 2 + int(sys.argv[2])):
    journal.note(a_project(*EDITS[: number]))
    print(number, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill signal to send")
@pytest.mark.parametrize("changes", [1, 4])
def test_a_program_that_is_killed_loses_no_change_that_it_had_noted(
    tmp_path: Path, changes: int
) -> None:
    path = tmp_path / "a.journal"
    command = [sys.executable, "-c", WRITER, str(path), str(changes)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=Path(__file__).parents[4], **pipes) as writer:
        assert writer.stdout is not None
        for _ in range(changes):
            writer.stdout.readline()
        with pytest.raises(ProjectLocked):
            ProjectLock(path)
        writer.kill()
    found = recover(path, a_project(EDITS[0]))
    assert found.project == a_project(*EDITS[: changes + 1])
    ProjectLock(path).release()
