"""The manifest in the files that carry it: put into a page, taken from any of them."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from geodata.export.manifest import NAME, Manifest, NoManifest, manifest_json, parse_manifest

MANIFEST_FILE = f"{NAME}.json"
"""As a PDF names the attachment that carries it."""

_PNG = b"\x89PNG\r\n\x1a\n"
_NONE = "it carries no manifest: Dateline did not write it, or another program stripped it"
_MAX_TEXT_BYTES = 64 * 1024 * 1024  # of a compressed chunk, which may claim to be far larger


def with_manifest(page: str, manifest: Manifest | None) -> str:
    """Return an HTML page with the manifest as a block of data that no browser runs."""
    if manifest is None:
        return page
    # The text is ASCII JSON; without “<” nothing in it can end the block.
    text = manifest_json(manifest).replace("<", "\\u003c")
    block = f'<script type="application/json" id="{NAME}">{text}</script>\n'
    head, joint, tail = page.rpartition("</body>")
    return f"{head}{block}{joint}{tail}" if joint else page + block


def read_manifest(path: Path) -> Manifest:
    """
    Return what a published file says that it rests on.

    Raises:
        NoManifest: It carries none that can be read; the message says why.
        OSError: The file cannot be read.
    """
    take = _TAKERS.get(path.suffix.casefold())
    if take is None:
        known = ", ".join(_TAKERS)
        raise NoManifest(f"files of this type carry no manifest; those of type {known} do")
    text = take(path)
    if text is None:
        raise NoManifest(_NONE)
    return parse_manifest(text)


def _from_png(path: Path) -> str | None:
    data = path.read_bytes()
    if not data.startswith(_PNG):
        raise NoManifest("it is not a PNG picture")
    for kind, body in _chunks(data):
        key, _, rest = body.partition(b"\0")
        if kind in {b"tEXt", b"zTXt", b"iTXt"} and key == NAME.encode():
            return _chunk_text(kind, rest)
    return None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield type and body of each chunk (PNG specification, third edition, 5.3)."""
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk_text(kind: bytes, rest: bytes) -> str:
    try:
        if kind == b"tEXt":
            return rest.decode("latin-1")
        if kind == b"zTXt":
            return _inflated(rest[1:]).decode("latin-1")
        is_compressed = rest[:1] == b"\x01"
        text = rest[2:].split(b"\0", 2)[2]
        return (_inflated(text) if is_compressed else text).decode()
    except (ValueError, LookupError, zlib.error) as error:
        raise NoManifest("the manifest in it is damaged") from error


def _inflated(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _MAX_TEXT_BYTES)


def _from_html(path: Path) -> str | None:
    from lxml import html

    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        tree = html.document_fromstring(path.read_bytes(), parser=parser)
    except (ValueError, html.etree.ParserError) as error:
        raise NoManifest("it is not a web page") from error
    found = tree.xpath("//script[@id=$name]", name=NAME)
    return str(found[-1].text or "") if found else None


def _from_geojson(path: Path) -> str | None:
    try:
        values = json.loads(path.read_bytes())
        own = values.get(NAME)
    except (ValueError, AttributeError, RecursionError) as error:
        raise NoManifest("it is not GeoJSON") from error
    return None if own is None else json.dumps(own)


def _from_kml(path: Path) -> str | None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        tree = etree.fromstring(path.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        raise NoManifest("it is not KML") from error
    found = tree.xpath("//*[local-name()='Data'][@name=$name]/*[local-name()='value']", name=NAME)
    return str(found[0].text or "") if found else None


def _from_geopackage(path: Path) -> str | None:
    import pyogrio

    try:
        if "manifest" not in [name for name, _ in pyogrio.list_layers(path)]:
            return None
        table = pyogrio.read_dataframe(path, layer="manifest", read_geometry=False)
        return str(table["manifest"][0])
    except (RuntimeError, LookupError) as error:
        raise NoManifest("it is not a GeoPackage") from error


def _from_pdf(path: Path) -> str | None:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        found = PdfReader(path).attachments.get(MANIFEST_FILE)
        return found[0].decode() if found else None
    except (PyPdfError, ValueError, LookupError, TypeError) as error:
        raise NoManifest("it is not a PDF that can be read") from error


def _from_gif(path: Path) -> str | None:
    from geodata.export.films.film import COMMENT_START

    comment = _info(path, "comment", "a GIF picture")
    text = comment.decode(errors="replace") if isinstance(comment, bytes) else ""
    return text.removeprefix(COMMENT_START) if text.startswith(COMMENT_START) else None


def _from_webp(path: Path) -> str | None:
    from lxml import etree

    from geodata.export.films.webp import XMP_NAMESPACE

    packet = _info(path, "xmp", "a WebP picture")
    if not isinstance(packet, bytes) or not packet:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        tree = etree.fromstring(packet, parser)
    except etree.XMLSyntaxError:
        return None
    found = tree.xpath("//@d:manifest", namespaces={"d": XMP_NAMESPACE})
    return str(found[0]) if found else None


def _info(path: Path, name: str, what: str) -> object:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as image:
            return image.info.get(name)
    except (UnidentifiedImageError, SyntaxError, ValueError) as error:
        raise NoManifest(f"it is not {what}") from error


def _from_mp4(path: Path) -> str | None:
    from geodata.export.films.mp4 import read_box

    return read_box(path)


_TAKERS: dict[str, Callable[[Path], str | None]] = {
    ".png": _from_png,
    ".pdf": _from_pdf,
    ".html": _from_html,
    ".htm": _from_html,
    ".gif": _from_gif,
    ".webp": _from_webp,
    ".mp4": _from_mp4,
    ".geojson": _from_geojson,
    ".kml": _from_kml,
    ".gpkg": _from_geopackage,
}
