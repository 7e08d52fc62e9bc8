"""A PDF as a desktop program prints it: real fonts, wrapped lines, several pages."""

import pytest
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

from geodata.documents import read_document
from tests.helpers import made_up_files as made_up


@pytest.mark.parametrize("size", [8, 9, 10, 11, 12])
def test_a_printed_page_becomes_running_text(qapp, tmp_path, size):
    path = tmp_path / "printed.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setResolution(96)
    document = QTextDocument()
    # Wherever the pages break, and whatever line begins the next one.
    document.setDefaultFont(QFont("DejaVu Sans", size))
    # Each its own words: what stands in one place of every page would be a running head.
    told = [
        " ".join(f"{word}{name}" for word in sentence.split())
        for name in "abcdefgh"
        for sentence in (made_up.FIRST, made_up.SECOND)
    ]
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in told)
    document.setHtml(f"<h1>{made_up.TITLE}</h1>{paragraphs}")
    document.setPageSize(writer.pageLayout().paintRectPixels(96).size().toSizeF())
    document.print_(writer)
    read = read_document(path)
    assert read.title == made_up.TITLE
    assert [sentence for sentence in told if sentence not in read.text] == []
