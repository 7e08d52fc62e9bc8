"""The same short article, in our own words, as a file of every kind that can be read."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

TITLE = "Soldiers hand the river fort to the town"
FIRST = (
    "The last forty soldiers left the river fort of Marrow on Friday, and the town council took "
    "the keys. The handover had been agreed in March."
)
SECOND = (
    "The ministry of defence said that no other garrison would close before the end of the year, "
    "and that the barracks would become a school."
)
WORDS = (TITLE, FIRST, SECOND)

WEB_PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Marrow Gazette</title>
<meta property="og:site_name" content="Marrow Gazette">
<meta property="og:title" content="{TITLE}">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "WebSite", "name": "Marrow Gazette"}},
 {{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2024-05-18T21:40:00-05:00",
  "dateModified": "2024-05-20T08:00:00-05:00", "author": [{{"@type": "Person", "name": "Ada Pell"}}],
  "publisher": {{"@type": "Organization", "name": "The Marrow Gazette"}}}}]}}</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article>
<aside><h2>Most read</h2><a href="/x">Ten recipes with beans</a></aside>
<footer>Cookie settings and terms of use</footer></body></html>
"""

FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Marrow Gazette</title><link>https://example.org/</link>
<item><title>{TITLE}</title><guid>a1</guid><link>https://example.org/2024/05/18/fort</link>
 <pubDate>Sat, 18 May 2024 23:30:00 -0500</pubDate>
 <description>&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</description></item>
<item><title>Rain fills the reservoir</title><guid>a2</guid>
 <description>The reservoir is full again.</description></item>
<item><title></title><guid>a3</guid><description></description></item>
</channel></rss>
"""

RICH_TEXT = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}"
    r"{\info{\creatim\yr2024\mo5\dy19\hr9\min5}{\revtim\yr2024\mo5\dy21}}"
    rf"\f0 {TITLE}\par {FIRST}\par {SECOND}\par caf\'e9\par}}"
)


def mail(*, subject: str = TITLE, date: str = "Sat, 18 May 2024 23:30:00 -0500") -> bytes:
    """Return a message whose plain part only points to its HTML part, with an attachment."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Ada Pell <ada@example.org>"
    message["To"] = "desk@example.org"
    message["Date"] = date
    message.set_content("Read this message in a browser.")
    message.add_alternative(f"<p>{FIRST}</p><p>{SECOND}</p>", subtype="html")
    message.add_attachment(
        b"\0\1", maintype="application", subtype="octet-stream", filename="a.bin"
    )
    return message.as_bytes()


def word() -> bytes:
    """Return a Word file that still bears the dates of its template."""
    import docx

    document = docx.Document()
    document.add_heading(TITLE)
    document.add_paragraph(FIRST)
    table = document.add_table(rows=1, cols=1)
    table.rows[0].cells[0].text = SECOND
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def pdf(pages: list[list[str]], about: str = "/CreationDate (D:20240519101500+01'00')") -> bytes:
    """Return a PDF whose pages show the lines, in the simplest form that the format allows."""
    bodies: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    bodies.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        rows = "".join(f"({_escaped(line)}) Tj T* " for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 50 780 Td {rows}ET".encode("latin-1")
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(f"{len(bodies) + 1} 0 R")
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(bodies)
        )
    bodies[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>".encode()
    bodies.append(f"<< {about} >>".encode())
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size, info = len(bodies) + 1, len(bodies)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + trailer % (size, info, start)


def article_pdf() -> bytes:
    """Return the article on two pages, with running heads, page numbers and a divided word."""
    head = "Marrow Gazette, the paper of the river towns"
    return pdf(
        [
            [head, TITLE, "", *_wrapped(FIRST), "", "1 / 2"],
            [head, *_wrapped(SECOND), "2 / 2"],
        ]
    )


def locked_pdf() -> bytes:
    """Return a PDF that opens with a password only."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(article_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def bomb_docx() -> bytes:
    """Return a small archive that unpacks to 300 MB."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(300_000_000))
    return target.getvalue()


def files() -> dict[str, bytes]:
    """Return the article as a file of every kind, by file name."""
    return {
        "fort.txt": "\n\n".join(WORDS).encode(),
        "fort.md": f"---\ntitle: {TITLE}\n---\n\n# {TITLE}\n\n{FIRST}\n\n{SECOND}\n".encode(),
        "fort.html": WEB_PAGE.encode(),
        "fort.pdf": article_pdf(),
        "fort.docx": word(),
        "fort.eml": mail(),
        "fort.rtf": RICH_TEXT.encode(),
        "fort.xml": FEED.encode(),
    }


def _wrapped(text: str) -> list[str]:
    lines, line = [], ""
    for word_ in text.split():
        if len(line) + len(word_) > 60:
            lines.append(line)
            line = ""
        line = f"{line} {word_}".strip()
    return [*lines, line]


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
