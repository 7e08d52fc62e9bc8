"""The loop over files: here and in workers, with faults, doubles, progress and a stop."""

from dataclasses import replace
from datetime import date

import pytest

from geodata.errors import Cancelled, DuplicateArticle, ReadingFailed
from geodata.services import Given, open_paths, read_articles
from geodata.services.workers import FEW_FILES, workers_for
from tests.helpers.deadly import DeadlyModel

WORDS = "On {day} May 2024 about {day}00 French soldiers left Chad, the ministry said.\n"


@pytest.fixture
def folder(tmp_path):
    for day in range(1, 11):
        (tmp_path / f"{day:02}.txt").write_text(WORDS.format(day=day), encoding="utf-8")
    return tmp_path


@pytest.fixture
def deadly(resources):
    return replace(resources, language=DeadlyModel())


def names(read):
    return [item.document.name for item in read.extractions]


def test_workers_return_what_one_process_returns_in_the_order_of_the_files(folder, resources):
    here = read_articles([folder], resources, workers=1)
    there = read_articles([folder], resources, workers=2)
    assert names(here) == [f"{day:02}.txt" for day in range(1, 11)]
    assert there == here
    assert all(item.claims for item in here.extractions)


def test_a_file_that_cannot_be_read_is_told_the_same_from_a_worker(folder, resources):
    (folder / "05.txt").write_bytes(b"\x89PNG\0\0")
    here = read_articles([folder], resources, workers=1)
    there = read_articles([folder], resources, workers=2)
    (failure,), (same,) = here.failures, there.failures
    assert "05.txt" in str(failure)
    assert (type(same), str(same), vars(same)) == (type(failure), str(failure), vars(failure))
    assert there.extractions == here.extractions


def test_few_files_start_no_worker():
    assert workers_for(FEW_FILES - 1) == 1
    assert workers_for(10_000) >= 1


def test_a_worker_that_dies_is_the_failure_of_its_file_alone(folder, deadly):
    (folder / "03.txt").write_text("DEADLY words.", encoding="utf-8")
    read = read_articles([folder], deadly, workers=2)
    assert len(read.extractions) == 9
    (failure,) = read.failures
    assert isinstance(failure, ReadingFailed)
    assert failure.name == "03.txt"


def test_an_article_that_provokes_a_fault_is_told_and_the_others_are_read(folder, deadly):
    (folder / "03.txt").write_text("FAULTY words.", encoding="utf-8")
    read = read_articles([folder], deadly, workers=1)
    assert len(read.extractions) == 9
    (failure,) = read.failures
    assert "03.txt" in str(failure)
    assert "on purpose" in str(failure)


def test_doubles_are_told_whether_known_before_or_met_on_the_way(folder, resources):
    (folder / "99.txt").write_text(WORDS.format(day=4), encoding="utf-8")
    first = read_articles([folder / "01.txt"], resources)
    known = {item.document.id: "earlier.txt" for item in first.extractions}
    read = read_articles([folder], resources, known=known)
    assert len(read.extractions) == 9
    told = [(f.name, f.first) for f in read.failures if isinstance(f, DuplicateArticle)]
    assert told == [("01.txt", "earlier.txt"), ("99.txt", "04.txt")]


def test_dates_that_a_person_gave_reach_the_workers(folder, resources):
    given = Given(date(2024, 6, 1), {"02.txt": date(2024, 6, 2)}, why="Given by hand.")
    read = read_articles([folder], resources, given=given, workers=2)
    days = [item.document.published.best for item in read.extractions[:3]]
    assert days == [date(2024, 6, 1), date(2024, 6, 2), date(2024, 6, 1)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stop_between_two_files_raises_and_progress_was_told(folder, resources, workers):
    steps = []
    with pytest.raises(Cancelled):
        read_articles(
            [folder],
            resources,
            progress=lambda done, total, _name: steps.append((done, total)),
            is_cancelled=lambda: bool(steps) and steps[-1][0] >= 2,
            workers=workers,
        )
    assert steps[0] == (0, 10)
    assert steps[-1][0] < 10


def test_opening_a_folder_reads_all_its_files(folder, resources):
    project = open_paths([folder], resources)
    assert len(project.sources) == 10
    assert [source.number for source in project.sources] == list(range(1, 11))
