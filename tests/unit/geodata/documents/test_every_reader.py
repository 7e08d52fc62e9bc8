"""What every reader promises, whichever package it comes from."""

import hashlib
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.documents import installed_readers, read_documents
from geodata.documents.decoding import MAX_FILE_BYTES
from geodata.errors import DatelineError, UnreadableDocument
from tests.helpers import made_up_files

FILES = made_up_files.files()
NAMES = sorted(FILES)
READERS = installed_readers().readers
SUFFIXES = [suffix for reader in READERS for suffix in reader.suffixes]


@cache
def reader_of(name):
    return installed_readers().of("." + name.rpartition(".")[2])


def test_every_reader_has_a_sample_here():
    read = {reader_of(name) for name in NAMES}
    assert [reader.label for reader in READERS if reader not in read] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_article_is_read_whole_and_without_page_furniture(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    document = read_documents(tmp_path / name)[0]
    assert document.title == made_up_files.TITLE
    for words in made_up_files.WORDS:
        assert words in document.text
    assert document.text.count(made_up_files.FIRST) == 1
    for furniture in ("Home", "Cookie", "Ten recipes", "the paper of the river towns", "1 / 2"):
        assert furniture not in document.text


@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_of_the_file_keep_their_hash(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    for document in read_documents(tmp_path / name):
        assert document.sha256 == hashlib.sha256(FILES[name]).hexdigest()
        assert document.path == str((tmp_path / name).resolve())


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_gives_the_same(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    assert read_documents(tmp_path / name) == read_documents(tmp_path / name)


@pytest.mark.parametrize("name", NAMES)
def test_offsets_are_those_of_the_stored_text(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    document = read_documents(tmp_path / name)[0]
    at = document.reading_text.index(made_up_files.SECOND)
    assert document.text[at : at + len(made_up_files.SECOND)] == made_up_files.SECOND


def check_any(path):
    """Read whatever is there: documents with words, or an error that says what to do."""
    told, documents = None, ()
    try:
        documents = read_documents(path)
    except DatelineError as error:
        told = error
    assert documents or (path.name in told.what and told.todo)
    for document in documents:
        assert document.title
        assert any(mark.isalnum() for mark in document.text[document.body_start :])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_and_a_foreign_file_are_told(tmp_path, suffix):
    for data in (b"", b"\n \n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0" * 5000, b"PK\3\4"):
        path = tmp_path / f"odd{suffix}"
        path.write_bytes(data)
        check_any(path)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_was_cut_or_damaged_never_ends_the_program(tmp_path, name, data):
    whole = FILES[name]
    cut = data.draw(st.integers(1, len(whole)))
    at = data.draw(st.integers(0, len(whole) - 1))
    rubbish = data.draw(st.binary(max_size=40))
    (tmp_path / name).write_bytes(whole[:at] + rubbish + whole[at + len(rubbish) : cut])
    check_any(tmp_path / name)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=st.binary(min_size=1, max_size=300))
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_any_bytes_are_read_or_told(tmp_path, suffix, body):
    (tmp_path / f"any{suffix}").write_bytes(body)
    check_any(tmp_path / f"any{suffix}")


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.label)
def test_a_huge_file_is_refused_by_its_size(tmp_path, reader):
    assert reader.max_bytes <= MAX_FILE_BYTES
    path = tmp_path / f"dump{reader.suffixes[0]}"
    with path.open("wb") as file:
        file.truncate(reader.max_bytes + 1)
    with pytest.raises(UnreadableDocument, match=r"dump.* has .* MB"):
        read_documents(path)
