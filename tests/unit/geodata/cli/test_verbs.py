"""The verbs on projects: import, info, describe, diff, export, verify, completion."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pyogrio
import pytest

from geodata.cli import main
from geodata.cli.main import VERBS
from geodata.domain.claims import ClaimId, Review
from geodata.domain.edits import SetReview
from geodata.domain.stories import CITATION, Bookmark, BookmarkId, Caption
from geodata.export.films import FilmPlan
from geodata.services import Resources, open_project, sample_folder
from geodata.services.editing import decide, save, saved_form
from geodata.store import ProjectLock, load_project
from geodata.store.schema import FORMAT_VERSION

ARTICLE = (
    "Lisbon, 4 March 2023. The last 120 Portuguese soldiers left Mali on 2 March 2023, "
    "the defence ministry said.\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """The sample, imported once."""
    path = tmp_path_factory.mktemp("project") / "niger.gpkg"
    assert main(["import", str(sample_folder()), "-o", str(path)]) == 0
    return path


def run(capsys, *argv: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([str(word) for word in argv])
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err
    return code, shown.out, shown.err


def test_import_adds_to_a_project_and_tells_what_it_read_skipped_and_failed(
    project, tmp_path, capsys
):
    target = tmp_path / "more.gpkg"
    shutil.copy(project, target)
    (tmp_path / "exit.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\0\0")
    known = next(sample_folder().glob("1-*.md"))
    articles = (tmp_path / "exit.txt", tmp_path / "bad.txt", known)
    code, out, err = run(capsys, "import", *articles, "-o", target, "--json")
    told = json.loads(out)
    assert code == 2
    assert told["read"] == ["exit.txt"]
    assert known.name in told["skipped"][0]
    assert "bad.txt" in told["failed"][0]
    assert told["articles"] == 6
    assert "bad.txt" in err
    assert [e.document.name for e in load_project(target).extractions][-1] == "exit.txt"
    assert not list(tmp_path.glob(".*"))


def test_import_keeps_what_a_person_decided(project, resources, tmp_path, capsys):
    target = tmp_path / "decided.gpkg"
    kept = _with_review(project, target, resources, Review.REJECTED)
    (tmp_path / "exit.txt").write_text(ARTICLE, encoding="utf-8")
    code, _, _ = run(capsys, "import", tmp_path / "exit.txt", "-o", target, "--title", "Two exits")
    assert code == 0
    assert load_project(target).title == "Two exits"
    again = open_project([target], resources)
    assert again.claim(kept).review is Review.REJECTED


def test_import_never_replaces_what_is_no_project(tmp_path, capsys):
    target = tmp_path / "other.gpkg"
    target.write_text("precious", encoding="utf-8")
    code, _, err = run(capsys, "import", sample_folder(), "-o", target)
    assert code == 2
    assert "other.gpkg" in err
    assert target.read_text(encoding="utf-8") == "precious"
    code, _, err = run(capsys, "import", sample_folder(), "-o", tmp_path / "project.txt")
    assert code == 2
    assert ".gpkg" in err


def test_info_counts_what_a_project_holds(project, capsys):
    code, out, _ = run(capsys, "info", project, "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["format"], told["articles"], told["edits"]) == (FORMAT_VERSION, 5, 0)
    assert sum(told["kinds"].values()) == told["claims"] == told["review"]["suggested"]
    assert told["last_source"] == "2024-05-20"
    code, out, _ = run(capsys, "info", project)
    assert f"project file, format {FORMAT_VERSION}" in out
    assert out.count("\n  [") == 5


def test_describe_tells_each_statement_with_sources_and_review(project, capsys):
    code, out, _ = run(capsys, "describe", project, "--on", "2024-05-20")
    assert code == 0
    assert out.splitlines()[1] == "Suggested, not reviewed"
    first = out.splitlines()[2]
    assert first.startswith("- US forces in Niger: 900 to 1,100 or more")
    assert first.endswith("[1, 2, 3, 4, 5]")
    assert "[4] USNewsMag.com, 20 May 2024" in out
    code, out, _ = run(capsys, "describe", project, "--on", "2024-05-20", "--json")
    told = json.loads(out)
    texts = {e.document.name: e.document.text for e in load_project(project).extractions}
    names = {source["number"]: source["name"] for source in told["sources"]}
    for statement in told["statements"]:
        assert statement["unreviewed"] == len(statement["evidence"])
        for item in statement["evidence"]:
            text = texts[names[item["source"]]][item["start"] : item["end"]]
            assert " ".join(text.split()) == item["quote"]


def test_describe_knows_only_what_was_published_by_then(project, capsys):
    _, out, _ = run(
        capsys, "describe", project, "--on", "2024-05-20", "--known-by", "2024-05-01", "--json"
    )
    told = json.loads(out)
    assert told["sources"]
    assert all(source["published"] <= "2024-05-01" for source in told["sources"])
    _, out, _ = run(capsys, "describe", project, "--on", "1990")
    assert "No claim in these articles speaks of this date" in out


def test_an_accepted_claim_is_no_longer_told_as_not_reviewed(project, resources, tmp_path, capsys):
    target = tmp_path / "accepted.gpkg"
    saved = open_project([project], resources)
    decided = decide(saved, [SetReview(saved.claims, Review.ACCEPTED)], resources)
    save(decided, saved_form(decided), target, resources)
    _, out, _ = run(capsys, "describe", target, "--on", "2024-05-20")
    assert "not reviewed" not in out


def test_a_day_after_the_last_source_is_described_as_last_reported(project, capsys):
    words = "describe", project, "--on"
    later = run(capsys, *words, "2024-08-05")[1].splitlines()[0]
    assert later.endswith("; last reported on 20 May 2024")
    assert "last reported" not in run(capsys, *words, "2024-05-20")[1]


def test_diff_tells_changes_with_a_quote_each(project, capsys):
    code, out, _ = run(capsys, "diff", "2024-04-10", "2024-05-20", project, "--json")
    told = json.loads(out)
    assert code == 0
    changes = {item["change"] for item in told["changes"]}
    assert {"first_told", "changed"} <= changes
    for item in told["changes"]:
        assert item["sentence"].endswith(".")
        newest = item["after"] or item["before"]
        assert newest["evidence"]
        assert newest["words"]
    sentences = [item["sentence"] for item in told["changes"]]
    assert len(sentences) == len(set(sentences))
    # The earlier of the two is the one to start from, whichever is named first.
    code, back, _ = run(capsys, "diff", "2024-05-20", "2024-04-10", project, "--json")
    assert back == out
    _, out, _ = run(capsys, "diff", "2024-04-10", "2024-05-20", project)
    quotes = [line for line in out.splitlines() if line.startswith("    “")]
    assert quotes
    assert len(quotes) == len(set(quotes))
    assert out.count("First told of") == 1
    _, out, _ = run(capsys, "diff", "2024-05-20", "2024-05-20", project)
    assert "Nothing on the map differs." in out


def test_diff_can_compare_what_was_known_on_each_of_the_two_days(project, capsys):
    words = ("diff", "2024-04-21", "2024-05-20", project, "--as-known-then", "--json")
    told = json.loads(run(capsys, *words)[1])
    assert told["known_by"] == ["2024-04-21", "2024-05-20"]
    sources = {source["number"]: source["published"] for source in told["sources"]}
    for item in told["changes"]:
        if item["before"]:
            days = {sources[row["source"]] for row in item["before"]["evidence"]}
            assert max(days) <= "2024-04-21"


def test_every_format_is_written_by_its_ending_from_a_project(project, tmp_path, capsys):
    for ending in ("html", "gpkg", "geojson", "kml", "csv"):
        target = tmp_path / f"out.{ending}"
        code, out, _ = run(capsys, "export", project, "-o", target)
        assert (code, out) == (0, f"Wrote {target}\n")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = {e.document.sha256: e.document.text for e in load_project(project).extractions}
    for row in rows:
        quote = texts[row["sha256"]][int(row["evidence_start"]) : int(row["evidence_end"])]
        assert row["quote"] == quote
    troops = pyogrio.read_dataframe(tmp_path / "out.gpkg", layer="troops")
    saved = pyogrio.read_dataframe(project, layer="troops")
    assert list(troops["mark_id"]) == list(saved["mark_id"])


def test_data_of_one_day_hold_what_the_map_of_that_day_shows(project, tmp_path, capsys):
    target = tmp_path / "day.geojson"
    run(capsys, "export", project, "--on", "2024-05-20", "-o", target)
    features = json.loads(target.read_text(encoding="utf-8"))["features"]
    assert features
    for feature in features:
        own = feature["properties"]
        assert (own["valid_from"] or "") <= "2024-05-20T00:00:00Z"
        assert own["valid_to"] is None or own["valid_to"] > "2024-05-20T00:00:00Z"


def test_data_as_known_by_a_day_hold_nothing_that_was_published_later(project, tmp_path, capsys):
    target = tmp_path / "known.csv"
    run(capsys, "export", project, "--known-by", "2024-05-01", "-o", target)
    with target.open(encoding="utf-8-sig", newline="") as file:
        days = {row["published"] for row in csv.DictReader(file)}
    assert days == {"2024-04-20"}
    target = tmp_path / "known.geojson"
    run(capsys, "export", project, "--known-by", "2024-05-01", "-o", target)
    for feature in json.loads(target.read_text(encoding="utf-8"))["features"]:
        for row in feature["properties"]["evidence"]:
            assert row["published"] == "2024-04-20" or row["claim_id"] is None


def test_an_export_never_takes_the_place_of_a_project(project, capsys):
    before = project.read_bytes()
    code, _, err = run(capsys, "export", project, "-o", project, "--force")
    assert code == 2
    assert "it is a project" in err
    assert project.read_bytes() == before


def test_the_whole_project_can_be_exported_with_its_articles(project, tmp_path, capsys):
    target = tmp_path / "whole.gpkg"
    code, _, _ = run(capsys, "export", project, "-o", target, "--with-articles")
    assert code == 0
    assert load_project(target).extractions == load_project(project).extractions
    layers = tmp_path / "layers.gpkg"
    run(capsys, "export", project, "-o", layers)
    text = load_project(project).extractions[0].document.text
    assert text.encode()[:2000] not in layers.read_bytes()
    code, _, err = run(capsys, "export", project, "-o", tmp_path / "a.kml", "--with-articles")
    assert code == 2
    assert "--with-articles" in err


def test_import_waits_for_nobody_who_has_the_project_open(project, tmp_path, capsys):
    target = tmp_path / "open.gpkg"
    shutil.copy(project, target)
    lock = ProjectLock(target)
    code, _, err = run(capsys, "import", sample_folder(), "-o", target)
    lock.release()
    assert code == 2
    assert "open in another window" in err


def test_two_projects_at_once_are_refused(project, tmp_path, capsys):
    other = tmp_path / "other.gpkg"
    shutil.copy(project, other)
    code, _, err = run(capsys, "info", project, other)
    assert code == 2
    assert "other.gpkg" in err


def test_extract_takes_a_project(project, capsys):
    code, out, _ = run(capsys, "extract", project, "--json")
    assert code == 0
    documents = json.loads(out)["documents"]
    assert len(documents) == 5
    assert {claim["review"] for d in documents.values() for claim in d["claims"]} == {"suggested"}


def test_verify_says_what_no_longer_stands(project, resources, tmp_path, capsys):
    page = tmp_path / "map.html"
    run(capsys, "export", project, "--on", "2024-05-20", "-o", page)
    code, out, _ = run(capsys, "verify", page, "-p", project)
    assert code == 0
    assert "supports" in out
    rejected = tmp_path / "rejected.gpkg"
    claim_id = _with_review(project, rejected, resources, Review.REJECTED)
    code, out, _ = run(capsys, "verify", page, "-p", rejected)
    assert code == 1
    assert "no longer supports" in out
    assert f"Claim {claim_id} was suggested and is rejected now." in out
    assert "It said: US forces in Niger" in out
    code, out, _ = run(capsys, "verify", page, "-p", rejected, "--json")
    assert json.loads(out)["verdict"] == "not supported"


def test_verify_tells_a_source_that_is_gone_or_has_other_bytes(
    project, resources, tmp_path, capsys
):
    data = tmp_path / "data.kml"
    run(capsys, "export", project, "-o", data)
    saved = load_project(project)
    first, *others = saved.extractions
    fewer = open_project([project], resources)
    form = replace(saved, extractions=tuple(others))
    save(fewer, form, tmp_path / "fewer.gpkg", resources)
    code, out, _ = run(capsys, "verify", data, "-p", tmp_path / "fewer.gpkg")
    assert code == 1
    assert f"“{first.document.title}”, is not in the project." in out
    changed = replace(first, document=replace(first.document, sha256="0" * 64))
    form = replace(saved, extractions=(changed, *others))
    save(fewer, form, tmp_path / "changed.gpkg", resources)
    code, out, _ = run(capsys, "verify", data, "-p", tmp_path / "changed.gpkg")
    assert code == 1
    assert f"“{first.document.title}”, has other bytes now." in out


def test_verify_says_when_it_cannot_tell(project, tmp_path, capsys):
    page = tmp_path / "other.html"
    page.write_text("<p>Hello", encoding="utf-8")
    for file, against in ((page, project), (tmp_path / "gone.png", project), (page, page)):
        code, out, err = run(capsys, "verify", file, "-p", against)
        assert (code, out) == (2, "")
        assert err.startswith("dateline: “")


def test_an_article_can_neither_steer_a_terminal_nor_run_in_any_export(tmp_path, capsys):
    script = "<script>alert(1)</script>"
    (tmp_path / "bad.txt").write_text(
        f"---\ntitle: \"=cmd|' /C calc'!A0 {script}\"\noutlet: '+{script}'\npublished: 2023-03-04\n---\n"
        "Lisbon. The last 120 Portuguese soldiers left Mali on 2 March 2023, the defence ministry "
        f"said {script} \x1b]0;owned\x07\x1b[31m.\n",
        encoding="utf-8",
    )
    for argv in (
        ("describe", tmp_path / "bad.txt"),
        ("describe", tmp_path / "bad.txt", "--json"),
        ("diff", "2023-03-01", "2023-03-05", tmp_path / "bad.txt"),
        ("info", tmp_path / "bad.txt"),
        ("extract", tmp_path / "bad.txt"),
    ):
        code, out, err = run(capsys, *argv)
        assert code == 0
        assert "120" in out or argv[0] == "info"
        assert not set(out + err) & {"\x1b", "\x07"}
    for ending in ("html", "kml", "csv", "geojson", "gpkg"):
        code, _, _ = run(capsys, "export", tmp_path / "bad.txt", "-o", tmp_path / f"out.{ending}")
        assert code == 0
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    kml = (tmp_path / "out.kml").read_text(encoding="utf-8")
    assert script not in page
    assert script not in kml
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (row, *_) = csv.DictReader(file)
    assert script in row["quote"]
    assert row["title"].startswith("'=cmd")
    assert row["outlet"].startswith("'+")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh", "powershell"])
def test_completion_names_every_verb(shell, capsys):
    code, out, _ = run(capsys, "completion", shell)
    assert code == 0
    for verb in VERBS:
        assert verb in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_itself_can_read_the_completion(shell, tmp_path, capsys):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    _, out, _ = run(capsys, "completion", shell)
    script = tmp_path / "completion"
    script.write_text(out, encoding="utf-8")
    done = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def _with_review(project: Path, target: Path, resources: Resources, review: Review) -> str:
    """Save the project with all claims of one mark decided, and return one of them by its id."""
    saved = open_project([project], resources)
    mark = next(m for m in saved.marks if m.words.startswith("US forces in Niger: 900 to 1,100"))
    claims = tuple(saved.claim(claim_id) for claim_id in mark.claim_ids)
    decided = decide(saved, [SetReview(claims, review)], resources)
    save(decided, saved_form(decided), target, resources)
    return claims[0].id


def _fact(item: dict) -> str:
    return (item["after"] or item["before"])["fact"]


class Studio:
    """Takes no picture, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.plans: list[FilmPlan] = []

    def film(self, _project, _resources, target, plan, *, progress, told) -> None:
        self.plans.append(plan)
        told(1_400_000)
        progress(0, len(plan.days), "first")
        target.write_bytes(b"film")


def films(capsys, studio: Studio, *argv: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([str(word) for word in argv], write_film=studio.film)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_a_film_runs_over_the_days_that_were_asked_for(project, tmp_path, capsys):
    studio, target = Studio(), tmp_path / "film.gif"
    words = ("--from", "1 March 2024", "--to", "2024-05-31", "--step", "month", "--size", "640x360")
    code, out, err = films(capsys, studio, "export", project, "-o", target, *words, "--once")
    assert (code, out) == (0, f"Wrote {target}\n")
    assert "4 pictures, about 1.4 MB." in err
    plan = studio.plans[0]
    assert [str(day) for day in plan.days] == [
        "2024-03-01",
        "2024-04-01",
        "2024-05-01",
        "2024-05-31",
    ]
    assert (plan.sheet.width_px, plan.is_looping, str(plan.known_by)) == (640, False, "2024-05-20")
    code, _, err = films(capsys, studio, "export", project, "-o", target)
    assert code == 2
    assert "exists already" in err
    films(capsys, studio, "export", project, "-o", target, "--force", "--as-known-then")
    assert studio.plans[1].known_by is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--size", "huge"), "is no size"),
        (("--fps", "900"), "cannot be shown"),
        (("--from", "2024-06-01", "--to", "2024-05-01"), "cannot run"),
        (("--from", "soon"), "soon"),
    ],
)
def test_a_film_that_cannot_be_made_is_told_and_not_begun(project, tmp_path, capsys, words, told):
    studio, target = Studio(), tmp_path / "film.webp"
    code, _, err = films(capsys, studio, "export", project, "-o", target, *words)
    assert code == 2
    assert told in err
    assert studio.plans == []
    assert not target.exists()


def test_a_story_is_exported_and_what_its_citations_lost_is_told(
    project, resources, tmp_path, capsys
):
    code, _, err = run(capsys, "export", project, "--story", "-o", tmp_path / "story.html")
    assert code == 2
    assert "holds no story" in err
    held = open_project([project], resources)
    caption = Caption(f"They leave.{CITATION}", (ClaimId("gone"),))
    story = (Bookmark(BookmarkId("a"), "One", held.default_day, held.last_known, caption=caption),)
    told = replace(held, story=story)
    save(told, saved_form(told), tmp_path / "told.gpkg", resources)
    target = tmp_path / "story.html"
    code, out, err = run(capsys, "export", tmp_path / "told.gpkg", "--story", "-o", target)
    assert (code, out) == (0, f"Wrote {target}\n")
    assert "“One” cites [1]: The claim is no longer in the project" in err
    assert "They leave." in target.read_text("utf-8")
    code, _, err = run(
        capsys, "export", tmp_path / "told.gpkg", "--story", "-o", tmp_path / "a.pdf"
    )
    assert code == 2
    assert "folder of pictures" in err
