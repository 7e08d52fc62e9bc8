"""Saved e-mail."""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from geodata.documents.article import Article, Reader
from geodata.documents.dates import StatedDay, day_of, publication_of
from geodata.documents.markup.blocks import text_of_html, tidy
from geodata.documents.readers.web_page import with_headline
from geodata.domain.documents import DateHint
from geodata.errors import UnreadableDocument

_PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr|rv)\s*:", re.IGNORECASE)
# A plain part shorter than this share of the HTML part only says “view it in your browser”.
_FULL_SHARE = 0.5


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """
    Read the words of a message, its subject as the headline; attachments are left out.

    Raises:
        UnreadableDocument: It is no e-mail, or holds no words.
    """
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    subject, sender, sent = (_header(message, key) for key in ("Subject", "From", "Date"))
    if not (subject or sender or sent):
        raise UnreadableDocument(
            name,
            "has none of the lines that head an e-mail",
            todo="Save the message anew from the mail program, then add it again.",
        )
    body = _body(message)
    if not any(character.isalnum() for character in body):
        raise UnreadableDocument(
            name,
            "is an e-mail without words",
            todo="If the article is an attachment, save that by itself, then add it.",
        )
    day = day_of(sent)
    is_passed_on = bool(_PASSED_ON.match(subject))
    stated = (StatedDay(day, "The e-mail's Date line"),) if day and not is_passed_on else ()
    passed_on = (DateHint(day, None, day, "the e-mail was passed on on"),) if day else ()
    return (
        Article(
            with_headline(subject, body),
            title=subject,
            author=parseaddr(sender)[0] or sender,
            published=publication_of(stated),
            hints=passed_on if is_passed_on else (),
            notes=_notes(message),
        ),
    )


def _header(message: EmailMessage, key: str) -> str:
    try:
        return tidy(str(message.get(key) or "")).replace("\n\n", " ")
    except Exception:  # noqa: BLE001 - the standard library's header parser raises on odd bytes
        raw = next(
            (value for name, value in message.raw_items() if name.lower() == key.lower()), ""
        )
        return tidy(str(raw)).replace("\n\n", " ")


def _body(message: EmailMessage) -> str:
    plain, rich = _part(message, "plain"), text_of_html(_part(message, "html"))
    plain = _paragraphs(plain)
    return plain if len(plain) >= _FULL_SHARE * len(rich) else rich


def _part(message: EmailMessage, kind: str) -> str:
    pieces = []
    for part in message.walk():
        is_wanted = part.get_content_type() == f"text/{kind}"
        if not is_wanted or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            pieces.append(_decoded(payload, part.get_content_charset()))
    return "\n\n".join(pieces)


def _decoded(payload: bytes, charset: str | None) -> str:
    for encoding in (charset, "utf-8"):
        try:
            return payload.decode(encoding or "utf-8")
        except (LookupError, ValueError):
            continue
    return payload.decode("cp1252", errors="replace")


def _paragraphs(text: str) -> str:
    """Return plain text with its wrapped lines joined and one blank line a paragraph."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return tidy("\n\n".join(_joined(block) for block in blocks))


def _joined(block: str) -> str:
    lines = block.split("\n")
    # Mail programs wrap near column 72; a list or an address has short lines.
    is_wrapped = len(lines) > 1 and max(len(line) for line in lines) > 55
    return (" " if is_wrapped else "\n").join(lines)


def _notes(message: EmailMessage) -> tuple[str, ...]:
    count = sum(part.get_content_disposition() == "attachment" for part in message.walk())
    if not count:
        return ()
    what = "An attachment" if count == 1 else f"{count} attachments"
    return (f"{what} of the e-mail {'was' if count == 1 else 'were'} not read.",)


READER = Reader("E-mail", (".eml",), read)
