"""What each file type has of its own: dates, names, and the ways it can fail."""

from datetime import date

import pytest

from geodata.documents import find_articles, installed_readers, read_documents
from geodata.documents.page_text import flow
from geodata.errors import UnreadableDocument
from tests.helpers import made_up_files as made_up


@pytest.fixture
def read(tmp_path):
    def reading(name, data):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_documents(path)

    return reading


def page(head="", body=f"<h1>{made_up.TITLE}</h1><p>{made_up.FIRST}</p><p>{made_up.SECOND}</p>"):
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


def test_a_web_page_tells_outlet_author_and_day_in_its_own_time_zone(read):
    (document,) = read("a.html", made_up.WEB_PAGE)
    assert document.outlet == "The Marrow Gazette"
    assert document.author == "Ada Pell"
    # 21:40 five hours west of Greenwich is the next day in UTC; readers there saw the 18th.
    assert document.published.best == date(2024, 5, 18)
    assert document.published.is_stated
    assert "18 May 2024" in document.published.why


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-18T10:00:00Z">',
        '<meta name="DC.date" content="2024-05-18">',
        '<meta name="pubdate" content="20240518">',
        '<meta name="date" content="May 18, 2024">',
        '<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2024-05-18"}]</script>',
    ],
)
def test_a_page_states_its_day_in_many_ways(read, head):
    (document,) = read("a.html", page(head))
    assert document.published.best == date(2024, 5, 18)
    assert document.published.why


def test_days_that_differ_are_kept_as_a_range_with_their_places(read):
    head = (
        '<meta property="article:published_time" content="2024-05-20">'
        '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-18"}</script>'
    )
    published = read("a.html", page(head))[0].published
    assert published.best == date(2024, 5, 18)
    assert published.within.latest == date(2024, 5, 20)
    assert not published.is_stated
    assert "article:published_time" in published.why


@pytest.mark.parametrize(
    "told", ["2024-02-30", "", "soon", "18/05/2024", "9999999999999", "[]", "0000-00-00"]
)
def test_a_day_that_cannot_be_one_is_left_out(read, told):
    head = f'<meta name="date" content="{told}">'
    assert read("a.html", page(head))[0].published.best is None


def test_a_bare_time_and_the_address_are_hints_only(read):
    head = '<link rel="canonical" href="https://example.org/2024/05/18/fort">'
    (document,) = read("a.html", page(head, f"<time datetime='2024-05-19'>x</time>{made_up.FIRST}"))
    assert document.published.best is None
    assert {hint.day for hint in document.hints} == {date(2024, 5, 18), date(2024, 5, 19)}


def test_the_declared_charset_goes_first(read):
    words = "Le général Désiré Koné a rendu la base aérienne de Gao à l’armée malienne jeudi matin."
    markup = page('<meta charset="windows-1252">', f"<h1>Gao</h1><p>{words}</p>" * 1)
    assert words in read("a.html", markup.encode("cp1252"))[0].text
    cyrillic = (
        "Последние солдаты покинули базу в четверг утром, сообщил представитель министерства."
    )
    markup = page('<meta charset="koi8-r">', f"<p>{cyrillic}</p>")
    assert cyrillic in read("b.html", markup.encode("koi8-r"))[0].text


def test_the_outlet_is_read_from_the_title_where_nothing_else_tells_it(read):
    (document,) = read("a.html", page(f"<title>{made_up.TITLE} - Marrow Gazette</title>"))
    assert document.outlet == "Marrow Gazette"


def test_a_dated_heading_stays_above_what_it_dates(read):
    posts = "".join(
        f'<div class="post"><h3>Update {n}</h3><p>Number {n}: {made_up.FIRST}</p></div>'
        for n in range(4)
    )
    text = read("a.html", page("", f"<h1>Live</h1><p>Sunday 19 May 2024</p>{posts}"))[0].text
    assert text.index("Sunday 19 May") < text.index("Number 0") < text.index("Number 3")


def test_the_rows_of_a_table_are_lines_of_words(read):
    rows = (
        "<table><tr><th>Year</th><th>Soldiers</th></tr><tr><td>2020</td><td>400</td></tr></table>"
    )
    body = f"<h1>x</h1><p>{made_up.FIRST}</p>{rows}<p>{made_up.SECOND}</p>"
    text = read("a.html", page("", body))[0].text
    assert "2020, 400" in text
    assert "|" not in text


def test_broken_json_in_a_page_is_no_reason_to_lose_it(read):
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    assert made_up.FIRST in read("a.html", page(head))[0].text


def test_a_page_that_only_a_script_fills_says_what_to_do(read):
    with pytest.raises(UnreadableDocument, match="print it to a PDF"):
        read("a.html", "<html><body><script>render()</script></body></html>")


def test_a_scan_is_told_from_a_damaged_file(read):
    with pytest.raises(UnreadableDocument, match=r"pictures of 2 pages and no text.*OCR"):
        read("scan.pdf", made_up.pdf([[], []]))
    with pytest.raises(UnreadableDocument, match="damaged"):
        read("cut.pdf", b"%PDF-1.7\n1 0 obj")


def test_a_locked_pdf_says_what_to_do(read):
    with pytest.raises(UnreadableDocument, match=r"locked by a password.*print it to a new PDF"):
        read("a.pdf", made_up.locked_pdf())


def test_a_pdf_names_the_pages_that_it_could_not_read(read):
    (document,) = read("a.pdf", made_up.pdf([[made_up.TITLE], []]))
    assert document.notes == ("Pages without text, perhaps pictures, were not read: 2.",)


def test_a_pdf_of_a_book_is_refused(read):
    with pytest.raises(UnreadableDocument, match="has 301 pages"):
        read("book.pdf", made_up.pdf([["Words"]] * 301))


def test_when_a_pdf_was_made_is_a_hint_with_its_reason(read):
    (document,) = read("a.pdf", made_up.article_pdf())
    assert document.published.best is None
    (hint,) = document.hints
    assert (hint.day, hint.earliest, hint.latest) == (date(2024, 5, 19), None, date(2024, 5, 19))
    assert hint.source == "the PDF was made on"


def test_a_divided_word_is_joined_and_a_compound_kept(read):
    lines = [
        "The council of the town received the keys of the old bar-",
        "racks from the soldiers, and the mayor thanked the US-",
        "led mission for the years that it had kept the river open.",
    ]
    text = read("a.pdf", made_up.pdf([lines]))[0].text
    assert "old barracks from" in text
    assert "the US-led mission" in text
    assert "\n" not in text


def test_letters_that_a_font_joins_are_told_apart():
    assert flow(["The o\ufb03cer \ufb01led it."]) == "The officer filed it."


def test_the_day_of_the_word_template_is_no_evidence(read):
    # python-docx fills every new file from a template of 23 December 2013.
    assert read("a.docx", made_up.word())[0].hints == ()


def test_old_locked_and_bursting_word_files_are_told(read):
    with pytest.raises(UnreadableDocument, match="password"):
        read("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(UnreadableDocument, match="unpacks to 300 MB"):
        read("b.docx", made_up.bomb_docx())
    with pytest.raises(UnreadableDocument, match=r"save it as \.docx"):
        read("c.doc", b"\xd0\xcf\x11\xe0")


def test_an_e_mail_tells_sender_and_day_and_its_attachment_is_named(read):
    (document,) = read("a.eml", made_up.mail())
    assert document.author == "Ada Pell"
    assert document.published.best == date(2024, 5, 18)
    assert document.notes == ("An attachment of the e-mail was not read.",)


def test_an_e_mail_that_was_passed_on_only_limits_the_day(read):
    (document,) = read("a.eml", made_up.mail(subject=f"Fwd: {made_up.TITLE}"))
    assert document.published.best is None
    assert document.hints[0].latest == date(2024, 5, 18)


def test_an_e_mail_with_an_impossible_day_is_read(read):
    (document,) = read("a.eml", made_up.mail(date="Sat, 31 Feb 2024 10:00:00 +0000"))
    assert document.published.best is None


def test_a_feed_gives_one_article_an_entry_that_keeps_its_identity(read):
    first, second = read("feed.xml", made_up.FEED)
    assert (first.name, second.name) == ("feed.xml #1", "feed.xml #2")
    assert first.id != second.id
    assert first.published.best == date(2024, 5, 18)
    assert second.published.best is None
    assert first.outlet == "Marrow Gazette"
    # Saved again later with a new entry on top, the old one is the same article still.
    newer = made_up.FEED.replace("<item>", "<item><title>A new report</title></item><item>", 1)
    assert read("later.xml", newer)[1].id == first.id


def test_an_atom_feed_is_read_and_other_xml_refused(read):
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>River news</title><entry><title>Fort</title>'
        f"<published>2024-05-18T10:00:00Z</published><content type='html'>{made_up.FIRST}</content>"
        "</entry></feed>"
    )
    (document,) = read("a.atom", atom)
    assert document.published.best == date(2024, 5, 18)
    assert made_up.FIRST in document.text
    with pytest.raises(UnreadableDocument, match="neither an RSS nor an Atom feed"):
        read("b.xml", "<gpx><trk>Walk</trk></gpx>")


def test_rich_text_keeps_its_accents_and_its_own_day(read):
    (document,) = read("a.rtf", made_up.RICH_TEXT)
    assert "café" in document.text
    assert document.hints[0].latest == date(2024, 5, 21)
    with pytest.raises(UnreadableDocument, match="is no RTF file"):
        read("b.rtf", "plain words")


def test_folders_take_every_type_but_not_the_parts_of_a_saved_page(tmp_path):
    for name, data in made_up.files().items():
        (tmp_path / name).write_bytes(data)
    parts = tmp_path / "fort_files"
    parts.mkdir()
    (parts / "frame.html").write_text("<p>advertisement</p>")
    assert {path.name for path in find_articles([tmp_path]).files} == set(made_up.files())


def test_all_endings_are_told_once():
    suffixes = installed_readers().suffixes
    assert len(set(suffixes)) == len(suffixes)
    assert {".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml", ".rtf", ".xml"} <= set(
        suffixes
    )
