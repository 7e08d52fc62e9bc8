"""Opening articles: everything that can be read becomes a project, the rest is told."""

from datetime import date

import pytest

from geodata.errors import Cancelled, DuplicateArticle, NoArticles, UnreadableDocument
from geodata.services import add_paths, open_paths, sample_folder, with_muted


def test_the_sample_has_five_sources_and_claims_of_every_kind(sample):
    assert [source.number for source in sample.sources] == [1, 2, 3, 4, 5]
    assert {claim.kind for claim in sample.claims} == {"base", "troops", "alignment"}
    assert sample.failures == ()
    assert sample.marks


def test_every_mark_with_claims_opens_a_sentence(sample):
    for mark in sample.marks:
        for claim_id in mark.claim_ids:
            claim = sample.claim(claim_id)
            text = sample.source(claim.document_id).document.text
            assert claim.evidence[0].quote(text).strip()


def test_opening_tells_progress_and_can_be_stopped(tmp_path, resources):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Report {name}: rain in Lisbon.", encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    open_paths([tmp_path], resources, progress=lambda *step: told.append(step))
    assert told == [(0, 3, "a.txt"), (1, 3, "b.txt"), (2, 3, "c.txt"), (3, 3, "")]
    with pytest.raises(Cancelled):
        open_paths([tmp_path], resources, is_cancelled=lambda: True)


def test_bad_files_are_listed_and_the_rest_goes_on(tmp_path, resources):
    (tmp_path / "good.txt").write_text("Troops left Chad on 3 May 2024.", encoding="utf-8")
    (tmp_path / "copy.txt").write_text("Troops left Chad on 3 May 2024.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    project = open_paths([tmp_path, tmp_path / "missing.txt"], resources)
    assert len(project.sources) == 1
    kinds = [type(error) for error in project.failures]
    assert kinds.count(UnreadableDocument) == 2
    assert kinds.count(DuplicateArticle) == 1


def test_nothing_to_read_is_an_error_with_the_reason(tmp_path, resources):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(UnreadableDocument, match="is empty"):
        open_paths([tmp_path / "empty.txt"], resources)
    with pytest.raises(NoArticles, match="is empty"):
        open_paths([tmp_path / "empty.txt", tmp_path / "none.txt"], resources)


def test_adding_keeps_what_is_there(sample, tmp_path, resources):
    more = tmp_path / "more.txt"
    more.write_text("Chad told French troops on 28 November 2024 to leave.", encoding="utf-8")
    project = add_paths(sample, [more, sample_folder()], resources)
    assert [s.document.name for s in project.sources[:5]] == [
        s.document.name for s in sample.sources
    ]
    assert project.sources[5].document.name == "more.txt"
    assert len(project.failures) == 5  # the sample's own articles, given again


def test_muting_a_source_takes_away_what_only_it_supports(sample, resources):
    last = sample.sources[-1].document
    quiet = with_muted(sample, frozenset({last.id}), resources)
    assert all(last.id not in mark.document_ids for mark in quiet.marks)
    assert len(quiet.sources) == 5
    assert any(last.id in mark.document_ids for mark in sample.marks)
    assert with_muted(quiet, frozenset(), resources).marks == sample.marks


def test_nothing_is_shown_gone_when_only_a_deadline_has_passed(sample):
    late = date(2024, 10, 1)
    drawn = [m for m in sample.marks if m.is_drawn(late, sample.last_known) and m.actor == "US"]
    troops = [m for m in drawn if m.form == "troops"]
    assert troops
    assert all(m.state != "gone" for m in troops)
    assert any(m.certainty == "unconfirmed" for m in troops)


def test_an_empty_folder_does_not_stop_the_files_beside_it(tmp_path, resources):
    empty = tmp_path / "empty"
    empty.mkdir()
    good = tmp_path / "good.txt"
    good.write_text("Troops left Chad on 3 May 2024.", encoding="utf-8")
    project = open_paths([good, empty, tmp_path / "missing.txt"], resources)
    assert [source.document.name for source in project.sources] == ["good.txt"]
    assert sorted(type(error).__name__ for error in project.failures) == [
        "NoArticles",
        "UnreadableDocument",
    ]
    with pytest.raises(NoArticles, match="empty"):
        open_paths([empty], resources)
