"""A PDF as a desktop program prints it: real fonts, wrapped lines, several pages."""

from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument

from geodata.documents import read_document
from tests.helpers import made_up_files as made_up


def test_a_printed_page_becomes_running_text(qapp, tmp_path):
    path = tmp_path / "printed.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setResolution(96)
    document = QTextDocument()
    words = f"<h1>{made_up.TITLE}</h1>" + f"<p>{made_up.FIRST}</p><p>{made_up.SECOND}</p>" * 8
    document.setHtml(words)
    document.setPageSize(writer.pageLayout().paintRectPixels(96).size().toSizeF())
    document.print_(writer)
    read = read_document(path)
    assert read.title == made_up.TITLE
    assert read.text.count(made_up.FIRST) == 8
    assert read.text.count(made_up.SECOND) == 8
