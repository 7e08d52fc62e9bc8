"""
The picture as a PDF of one page, as large in print as its sheet says.

The page is the picture itself, without loss. Title, date and alternative text lie beneath it as
text: they can be searched, copied and read aloud. What the picture rests on is attached.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPageSize, QPainter, QPdfWriter

from geodata.errors import OutputError
from geodata.export import MANIFEST_FILE, NAME, replace_file
from geodata.sheets import Sheet

_TEXT_PT = 9
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:description>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
<xmp:CreatorTool>{software}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def save_pdf(image: QImage, target: Path, texts: Mapping[str, str], sheet: Sheet) -> None:
    """
    Write the picture whole or not at all: what stood there before stays until it is complete.

    Args:
        image: The picture.
        target: The file.
        texts: What it says of itself, from `frame_texts`.
        sheet: Its size in print.

    Raises:
        OutputError: The target cannot be written.
    """
    if target.is_dir():
        raise OutputError(str(target), "it is a folder", todo="Give the name of a file in it.")
    replace_file(target, _page(image, texts, sheet))


def _page(image: QImage, texts: Mapping[str, str], sheet: Sheet) -> bytes:
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(texts["Title"])
    writer.setCreator(texts["Software"])
    writer.setDocumentXmpMetadata(_metadata(texts))
    if NAME in texts:
        writer.addFileAttachment(MANIFEST_FILE, texts[NAME].encode(), "application/json")
    writer.setResolution(sheet.dpi)
    size = QSizeF(sheet.width_mm, sheet.height_mm)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "Picture", exact))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    with QPainter(writer) as painter:
        page = QRectF(0, 0, sheet.width_px, sheet.height_px)
        _write_beneath(painter, texts, page)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        painter.drawImage(page, image)
    buffer.close()
    return bytes(made.data())


def _write_beneath(painter: QPainter, texts: Mapping[str, str], page: QRectF) -> None:
    font = QFont(painter.font())
    font.setPointSizeF(_TEXT_PT)
    painter.setFont(font)
    lines = [
        texts["Title"],
        f"{texts['Valid on']}, as known on {texts['Known by']}",
        texts["Description"],
        texts["Copyright"],
    ]
    edge = page.width() / 40
    inside = page.adjusted(edge, edge, -edge, -edge)
    painter.drawText(inside, Qt.TextFlag.TextWordWrap.value, "\n".join(lines))


def _metadata(texts: Mapping[str, str]) -> bytes:
    return _XMP.format(
        title=escape(texts["Title"]),
        words=escape(texts["Description"]),
        rights=escape(texts["Copyright"]),
        software=escape(texts["Software"]),
    ).encode()
