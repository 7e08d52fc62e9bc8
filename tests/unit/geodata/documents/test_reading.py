"""Files become documents, or a clear error that names the file and says what to do."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.documents import document_from_text, find_articles, read_document
from geodata.documents.decoding import MAX_BYTES
from geodata.errors import NoArticles, UnreadableDocument

FRONT = """---
title: A base changes hands
outlet: unknown
published: 2024-05-10
published_earliest: 2024-05-01
published_latest: 2024-05-18
published_why: It looks back on April as last month.
original: somewhere.txt
---

The base was handed over.
"""


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_text_is_kept_as_stored_with_its_line_ends(tmp_path):
    document = read_document(write(tmp_path, "a.txt", "First line\r\nSecond – line\r\n"))
    assert document.text == "First line\r\nSecond – line\r\n"
    assert document.title == "First line"
    assert document.published.best is None


def test_front_matter_gives_title_date_range_and_reason(tmp_path):
    document = read_document(write(tmp_path, "a.md", FRONT))
    assert document.title == "A base changes hands"
    assert document.outlet is None
    assert document.original == "somewhere.txt"
    assert document.published.best == date(2024, 5, 10)
    assert document.published.within.earliest == date(2024, 5, 1)
    assert document.published.within.latest == date(2024, 5, 18)
    assert "last month" in document.published.why
    assert not document.published.is_stated


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Sandar base: who goes, who stays", "Sandar base: who goes, who stays"),
        ("title: “Out by June”: a pact ends", "“Out by June”: a pact ends"),
        ("title: 'Out: by June'", "Out: by June"),
        ("title: [Opinion] A base: too far", "[Opinion] A base: too far"),
    ],
)
def test_a_title_may_hold_colons_as_headlines_do(tmp_path, line, title):
    document = read_document(
        write(tmp_path, "a.md", f"---\n{line}\n# a note\npublished: 19 May 2024\n---\nText")
    )
    assert document.title == title
    assert document.published.best == date(2024, 5, 19)
    assert document.text[document.body_start :] == "Text"


@pytest.mark.parametrize("words", ["3rd of May, 2026", "May 3, 2026", "3 May 2026", "2026-05-03"])
def test_the_day_of_publication_may_be_written_in_words(tmp_path, words):
    document = read_document(write(tmp_path, "a.md", f"---\npublished: {words}\n---\nText"))
    assert document.published.best == date(2026, 5, 3)


@given(st.text(min_size=1).filter(lambda text: any(c.isalnum() for c in text)))
def test_offsets_of_the_body_stay_those_of_the_file(body):
    document = document_from_text(FRONT + body, name="a.md")
    assert len(document.reading_text) == len(document.text)
    assert document.reading_text[document.body_start :] == document.text[document.body_start :]
    assert document.text[document.body_start :].startswith("The base was handed over.")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("dots.txt", b"... --- ...", "holds no words"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not a text file"),
        ("article.odt", b"PK", "what can be read is .txt, .md"),
        ("article", b"Words", "without an ending"),
        ("broken.md", "---\ntitle: [\nno key\n---\nText", "“no key”, which is not of the form"),
        ("open.md", "---\ntitle: A base\nText", "no second one closes"),
        ("month.md", "---\npublished: 2026-13-45\n---\nText", "“2026-13-45”, which is no day"),
        ("either.md", "---\npublished: 03/04/2026\n---\nText", "could be two"),
        ("date.md", "---\npublished: yesterday\n---\nText", "“yesterday”"),
        (
            "order.md",
            "---\npublished: 2024-01-01\npublished_latest: 2023-01-01\n---\nText",
            "outside its own range",
        ),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, data, says):
    with pytest.raises(UnreadableDocument) as caught:
        read_document(write(tmp_path, name, data))
    assert name in caught.value.what
    assert says in caught.value.what
    assert caught.value.todo


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    for path in (tmp_path / "nowhere.txt", tmp_path):
        with pytest.raises(UnreadableDocument, match=path.name):
            read_document(path)


def test_a_huge_file_is_refused_by_its_size(tmp_path):
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableDocument, match=r"dump.txt” has 5\.0 MB"):
        read_document(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_other_encodings_are_read(tmp_path, encoding):
    text = "La base aérienne de Gao a été rendue à l'armée malienne, dit le général Désiré Koné."
    assert read_document(write(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_folders_are_searched_and_hidden_files_left_out(tmp_path):
    (tmp_path / "sub").mkdir()
    wanted = [write(tmp_path, "b.md", "x"), write(tmp_path, "sub/a.TXT", "x")]
    write(tmp_path, ".hidden.txt", "x")
    write(tmp_path, "README.md", "x")
    write(tmp_path, "map.png", "x")
    assert sorted(find_articles([tmp_path]).files) == sorted(wanted)


def test_a_folder_without_articles_is_named(tmp_path):
    found = find_articles([tmp_path])
    assert found.files == ()
    assert [type(error) for error in found.failures] == [NoArticles]
    assert tmp_path.name in found.failures[0].what


def test_the_same_bytes_have_the_same_identity(tmp_path):
    one, two = (read_document(write(tmp_path, n, "Same text")) for n in ("a.txt", "b.txt"))
    assert one.id == two.id
    assert one.sha256 == two.sha256


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("map.html", b'<p>1,000 troops</p><script id="dateline-manifest">{}</script>'),
        ("map.pdf", b"%PDF-1.4 /F (dateline-manifest.json)"),
        (
            "map.pdf",
            b"%PDF-1.4 /UF (\xfe\xff" + "dateline-manifest.json".encode("utf-16-be") + b")",
        ),
    ],
)
def test_a_map_of_ours_is_no_article(name, data, tmp_path):
    # It quotes articles that may be there already: their claims would count twice.
    with pytest.raises(UnreadableDocument, match="map that Dateline made"):
        read_document(write(tmp_path, name, data))


def test_a_long_title_is_cut_after_a_word(tmp_path):
    long = "The consequences for regional security, and the reactions in capitals near and far " * 2
    title = read_document(write(tmp_path, "a.txt", f"{long}\n\nTroops left.\n")).title
    assert title.endswith("near and far The consequences for …")
    one = read_document(write(tmp_path, "b.txt", f"{'a' * 200}\n\nTroops left.\n")).title
    assert len(one) == 110
