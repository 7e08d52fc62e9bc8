"""The command line as a person types it: output on stdout, mistakes in one sentence on stderr."""

import json
from pathlib import Path

import pytest

from geodata import __version__
from geodata.cli import main
from geodata.cli.main import VERBS
from geodata.services import sample_folder
from tests.helpers import made_up_files

ARTICLE = (
    "Lisbon, 4 March 2023. The last 120 Portuguese soldiers left Mali on 2 March 2023, "
    "the defence ministry said.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "exit.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def fails_with(capsys, *argv: object) -> str:
    """Run a command that must fail with exit code 2 and one sentence that is no traceback."""
    try:
        code = main([str(a) for a in argv])
    except SystemExit as stop:
        code = stop.code
    shown = capsys.readouterr()
    assert code == 2
    assert "Traceback" not in shown.err
    assert shown.err.startswith("dateline")
    assert len(shown.err.strip().splitlines()) == 1
    return shown.err


def test_version_and_help(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert __version__ in capsys.readouterr().out
    for verb in VERBS:
        with pytest.raises(SystemExit) as stop:
            main([verb, "--help"])
        assert stop.value.code == 0
        assert f"dateline {verb}" in capsys.readouterr().out


def test_extract_prints_the_documented_json(article, capsys):
    assert main(["extract", str(article), "--published", "2023-03-04", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["schema"] == 1
    document = printed["documents"]["exit.txt"]
    assert document["published"]["date"] == "2023-03-04"
    text = article.read_text(encoding="utf-8")
    for mention in document["mentions"] + document["dates"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    assert {"ML"} <= {m["country"] for m in document["mentions"]}
    claim = next(c for c in document["claims"] if c["kind"] == "troops")
    assert (claim["actor"], claim["country"], claim["status"]) == ("PT", "ML", "withdraws")
    assert (claim["count_min"], claim["count_max"]) == (120, 120)
    assert claim["date_start"] == "2023-03-02"
    assert text[claim["evidence_start"] : claim["evidence_end"]].startswith("The last 120")


def test_a_web_page_and_a_feed_come_with_the_text_that_offsets_count(tmp_path, capsys):
    (tmp_path / "exit.html").write_text(made_up_files.WEB_PAGE, encoding="utf-8")
    (tmp_path / "feed.xml").write_text(made_up_files.FEED, encoding="utf-8")
    assert main(["extract", str(tmp_path), "--json"]) == 0
    documents = json.loads(capsys.readouterr().out)["documents"]
    assert set(documents) == {"exit.html", "feed.xml #1", "feed.xml #2"}
    page = documents["exit.html"]
    assert page["outlet"] == "The Marrow Gazette"
    assert page["author"] == "Ada Pell"
    assert page["dates"]
    for date in page["dates"]:
        assert page["text"][date["start"] : date["end"]] == date["text"]


def test_dates_can_come_from_a_map(article, tmp_path, capsys):
    dates = tmp_path / "dates.json"
    dates.write_text('{"exit.txt": "2023-03-05"}', encoding="utf-8")
    assert main(["extract", str(article), "--published-map", str(dates), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["documents"]["exit.txt"]["published"]["date"] == "2023-03-05"


def test_one_bad_file_does_not_stop_the_others(article, tmp_path, capsys):
    bad = tmp_path / "picture.txt"
    bad.write_bytes(b"\x89PNG\0\0")
    code = main(["extract", str(bad), str(article), "--json"])
    shown = capsys.readouterr()
    assert code == 2
    assert "picture.txt" in shown.err
    assert list(json.loads(shown.out)["documents"]) == ["exit.txt"]


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["extract", "nowhere.txt"], "nowhere.txt"),
        (["extract"], "FILE"),
        (["conquer"], "conquer"),
        (["export", "nowhere", "-o", "map.png"], "nowhere"),
        (["export", "."], "-o"),
        (["geocode", "Xyzzyqwv"], "Xyzzyqwv"),
        (["geocode", "Niger", "--limit", "0"], "must be 1 or more"),
    ],
)
def test_mistakes_are_told_in_one_sentence(argv, says, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert says in fails_with(capsys, *argv)


def test_bad_dates_are_named(article, tmp_path, capsys):
    assert "someday" in fails_with(capsys, "extract", article, "--published", "someday")
    assert "31 June" in fails_with(
        capsys, "export", tmp_path, "--on", "31 June 2024", "-o", tmp_path / "m.html"
    )
    broken = tmp_path / "dates.json"
    broken.write_text("{", encoding="utf-8")
    assert "dates.json" in fails_with(capsys, "extract", article, "--published-map", broken)


def test_bad_targets_are_refused_before_any_work(tmp_path, capsys):
    folder = sample_folder()
    taken = tmp_path / "taken.html"
    taken.write_text("precious", encoding="utf-8")
    assert "exists already" in fails_with(capsys, "export", folder, "-o", taken)
    assert taken.read_text(encoding="utf-8") == "precious"
    assert ".pdf" in fails_with(capsys, "export", folder, "-o", tmp_path / "map.pdf")
    assert "folder" in fails_with(capsys, "export", folder, "-o", tmp_path)
    assert "gone" in fails_with(capsys, "export", folder, "-o", tmp_path / "gone" / "map.html")
    assert "desktop part" in fails_with(capsys, "export", folder, "-o", tmp_path / "map.png")


def test_a_folder_without_articles_is_told(tmp_path, capsys):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "empty" in fails_with(capsys, "export", empty, "-o", tmp_path / "map.html")


def test_export_writes_one_page_that_asks_for_nothing(tmp_path, capsys):
    target = tmp_path / "map.html"
    assert main(["export", str(sample_folder()), "--on", "2024-05-19", "-o", str(target)]) == 0
    assert str(target) in capsys.readouterr().out
    page = target.read_text(encoding="utf-8")
    assert "Agadez" in page
    assert "<script src" not in page
    assert main(["export", str(sample_folder()), "-o", str(target), "--force"]) == 0


def test_geocode_tells_niger_from_nigeria(capsys):
    assert main(["geocode", "Niger", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)["places"][0]
    assert first["name"].startswith("Niger")
    assert not first["name"].startswith("Nigeria")
    assert 14 < first["lat"] < 21
    assert main(["geocode", "Agadez,", "Niger"]) == 0
    assert capsys.readouterr().out.split()[0].startswith("16.9")
