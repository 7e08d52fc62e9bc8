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
    words = f"<h1>{made_up.TITLE}</h1>" + f"<p>{made_up.FIRST}</p><p>{made_up.SECOND}</p>" * 8
    document.setHtml(words)
    document.setPageSize(writer.pageLayout().paintRectPixels(96).size().toSizeF())
    document.print_(writer)
    read = read_document(path)
    assert read.title == made_up.TITLE
    assert read.text.count(made_up.FIRST) == 8
    assert read.text.count(made_up.SECOND) == 8
