"""What a person decides on a project, and how it comes back from its file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pyogrio
import pytest

from geodata.domain.claims import Claim, Review, Status
from geodata.domain.documents import Publication
from geodata.domain.edits import ChangeClaim, SetReview
from geodata.domain.spans import Span
from geodata.domain.times import on_day
from geodata.errors import Cancelled
from geodata.export.evidence import claim_rows, source_rows
from geodata.services import (
    Project,
    Resources,
    add_paths,
    export_content,
    open_paths,
    page_content,
)
from geodata.services.editing import (
    date_part,
    decide,
    read_again,
    redate,
    revive,
    save,
    saved_form,
    without_sources,
)
from geodata.store import load_project


@pytest.fixture(scope="module")
def chad(tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> Project:
    """Two short articles on Chad."""
    folder = tmp_path_factory.mktemp("chad")
    for name, text in {
        "one": "N'DJAMENA, 28 November 2024. Some 1,000 French troops are stationed in Chad. "
        "Last week 120 French soldiers left Faya.",
        "two": "3 December 2024. France keeps about 1,000 soldiers in Chad.",
    }.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return open_paths([folder], resources)


def claim_of(project: Project, *, status: Status) -> Claim:
    return next(claim for claim in project.claims if claim.status is status)


def test_a_rejected_claim_is_drawn_no_more_and_comes_back_when_the_ledger_is_shorter(
    chad: Project, resources: Resources
) -> None:
    gone = claim_of(chad, status=Status.WITHDRAWS)
    decided = decide(chad, [SetReview((gone,), Review.REJECTED)], resources)
    assert all(gone.id not in mark.claim_ids for mark in decided.marks)
    again = decide(decided, (), resources)
    assert (again.marks, again.claims) == (chad.marks, chad.claims)


def test_an_accepted_claim_makes_its_mark_solid(chad: Project, resources: Resources) -> None:
    claim = claim_of(chad, status=Status.PRESENT)
    decided = decide(chad, [SetReview((claim,), Review.ACCEPTED)], resources)
    marks = [mark for mark in decided.marks if claim.id in mark.claim_ids]
    assert marks
    assert {mark.review for mark in marks} == {Review.ACCEPTED}


def test_a_decision_leaves_the_articles_that_it_does_not_concern_as_they_are(
    chad: Project, resources: Resources
) -> None:
    claim = claim_of(chad, status=Status.WITHDRAWS)
    decided = decide(chad, [SetReview((claim,), Review.ACCEPTED)], resources)
    others = [s for s in chad.sources if s.document.id != claim.document_id]
    for source in others:
        assert decided.source(source.document.id).extraction is source.extraction


def test_another_publication_date_moves_what_was_said_of_last_week(
    chad: Project, resources: Resources
) -> None:
    left = claim_of(chad, status=Status.WITHDRAWS)
    later = Publication(
        date(2025, 1, 29), on_day(date(2025, 1, 29)), "given by hand", is_stated=True
    )
    moved = redate(chad, left.document_id, later, resources)
    again = claim_of(moved, status=Status.WITHDRAWS)
    assert again.reported == on_day(date(2025, 1, 29))
    assert again.begins != left.begins
    assert again.begins.earliest is not None
    assert again.begins.earliest.year == 2025


TWO_DAYS = """Paris says its soldiers stay in Chad

N'DJAMENA, 28 November 2024. Some 1,000 French troops are stationed in Chad.
Last week 120 French soldiers left Faya.

Last week 90 French soldiers left Abeche.
"""


@pytest.fixture
def spliced(tmp_path: Path, resources: Resources) -> Project:
    """One file that holds a paragraph of another day."""
    (tmp_path / "spliced.txt").write_text(TWO_DAYS, encoding="utf-8")
    return open_paths([tmp_path], resources)


def by_count(project: Project) -> dict[int, Claim]:
    return {claim.count.low: claim for claim in project.claims if claim.count}


LATER = Publication(date(2025, 1, 29), on_day(date(2025, 1, 29)), "given by hand", is_stated=True)


def test_a_part_of_another_day_is_read_against_that_day_and_the_rest_is_not(
    spliced: Project, resources: Resources
) -> None:
    before = by_count(spliced)
    document = spliced.sources[0].document
    start = document.text.index("90 French")
    parted = date_part(spliced, document.id, Span(start, start + 2), LATER, resources)
    now = by_count(parted)
    assert now[120] == before[120]
    assert claim_of(parted, status=Status.PRESENT) == claim_of(spliced, status=Status.PRESENT)
    assert now[90].reported == on_day(date(2025, 1, 29))
    assert (now[90].begins.earliest, now[90].begins.latest) == (
        date(2025, 1, 20),
        date(2025, 1, 26),
    )
    assert parted.last_known == date(2025, 1, 29)
    (part,) = parted.sources[0].document.parts
    assert part.span.quote(document.text) == "Last week 90 French soldiers left Abeche."
    assert decide(parted, parted.edits, resources).claims == parted.claims


def test_a_dated_part_outlives_a_new_reading_the_file_and_taking_the_article_out(
    spliced: Project, resources: Resources, tmp_path: Path
) -> None:
    document = spliced.sources[0].document
    start = document.text.index("90 French")
    parted = date_part(spliced, document.id, Span(start, start + 2), LATER, resources)
    again = read_again(parted, resources)
    assert again.read[0] is parted.read[0]
    assert again.claims == parted.claims
    save(parted, saved_form(parted), tmp_path / "p.gpkg", resources)
    loaded = load_project(tmp_path / "p.gpkg")
    assert revive(loaded, resources).claims == parted.claims
    out = without_sources(parted, frozenset({document.id}), resources)
    back = add_paths(out, [tmp_path / "spliced.txt"], resources)
    assert back.claims == parted.claims
    whole = date_part(parted, document.id, Span(start, start + 2), None, resources)
    assert whole.claims == spliced.claims


def test_a_file_for_others_tells_on_which_day_each_claim_was_written(
    spliced: Project, resources: Resources
) -> None:
    document = spliced.sources[0].document
    start = document.text.index("90 French")
    parted = date_part(spliced, document.id, Span(start, start + 2), LATER, resources)
    content = export_content(parted, resources)
    rows = {row["count_low"]: row for row in claim_rows(content)}
    assert rows[90]["published"] == rows[90]["reported_latest"] == "2025-01-29"
    assert rows[120]["published"] == "2024-11-28"
    (source,) = source_rows(content)
    assert str(source["dated_parts"]).endswith(" 2025-01-29")
    quotes = page_content(parted, resources).quotes
    assert {quote.written for quote in quotes if "90" in quote.text} == {date(2025, 1, 29)}
    assert {quote.written for quote in quotes if "120" in quote.text} == {None}


def test_reading_again_can_be_followed_and_stopped(chad: Project, resources: Resources) -> None:
    steps: list[tuple[int, int, str]] = []
    only = chad.sources[1].document.id
    read_again(chad, resources, only={only}, progress=lambda *step: steps.append(step))
    assert steps == [(0, 1, chad.sources[1].document.name)]
    with pytest.raises(Cancelled):
        read_again(chad, resources, is_cancelled=lambda: True)


def test_decisions_outlive_a_new_reading(chad: Project, resources: Resources) -> None:
    claim = claim_of(chad, status=Status.PRESENT)
    edit = ChangeClaim(claim, replace(claim, actor="GB"))
    again = read_again(decide(chad, [edit], resources), resources)
    assert again.claim(claim.id).actor == "GB"
    assert again.claim(claim.id).review is Review.EDITED


def test_a_source_that_is_taken_out_and_comes_back_keeps_its_decisions(
    chad: Project, resources: Resources
) -> None:
    claim = claim_of(chad, status=Status.WITHDRAWS)
    decided = decide(chad, [SetReview((claim,), Review.ACCEPTED)], resources)
    out = without_sources(decided, frozenset({claim.document_id}), resources)
    assert len(out.sources) == len(chad.sources) - 1
    back = revive(replace(saved_form(out), extractions=decided.read), resources)
    assert back.claim(claim.id).review is Review.ACCEPTED


def test_a_saved_project_comes_back_with_its_decisions_and_its_view(
    chad: Project, resources: Resources, tmp_path: Path
) -> None:
    claim = claim_of(chad, status=Status.PRESENT)
    decided = decide(chad, [SetReview((claim,), Review.ACCEPTED)], resources)
    form = saved_form(decided, on=date(2024, 12, 1), known_by=date(2024, 12, 3), hidden=["regions"])
    save(decided, form, tmp_path / "chad.gpkg", resources)
    loaded = load_project(tmp_path / "chad.gpkg")
    assert loaded == form
    again = revive(loaded, resources)
    assert (again.claims, again.marks, again.axis) == (decided.claims, decided.marks, decided.axis)


def test_the_layers_of_the_file_are_the_marks_of_the_project(
    sample: Project, resources: Resources, tmp_path: Path
) -> None:
    target = tmp_path / "niger.gpkg"
    save(sample, saved_form(sample), target, resources)
    for layer in ("bases", "troops", "alignment", "regions"):
        table = pyogrio.read_dataframe(target, layer=layer)
        drawn = {mark.id: mark for mark in sample.marks if mark.layer.value == layer}
        placed = {key for key, mark in drawn.items() if mark.anchor.value != "none"}
        assert set(table["mark_id"]) == placed
        assert table.geometry.is_valid.all()
        for row in table.itertuples():
            start = drawn[row.mark_id].valid.start
            assert str(row.valid_from)[:10] == (start.isoformat() if start else "NaT")
    ground = pyogrio.read_dataframe(target, layer="alignment", where="form = 'ground'")
    assert set(ground.geometry.geom_type) <= {"Polygon", "MultiPolygon"}
