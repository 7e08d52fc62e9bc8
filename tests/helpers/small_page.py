"""A page of a few lines that keeps the protocol, for tests of the road to it."""

from __future__ import annotations

from collections.abc import Callable

from desktop.webmap.web_map import PageSource
from geodata.mapping import Asset
from geodata.mapping.messages import PROTOCOL

_BODY = """<!doctype html><html><head><meta charset="utf-8">
<style>body{margin:0;background:#204060}</style></head><body>
<script nonce="%s">
window.inlineRan = true;
window.heard = [];
new QWebChannel(qt.webChannelTransport, channel => {
  const port = channel.objects.port;
  const say = message => port.from_page(JSON.stringify(message));
  window.say = say;
  window.sayRaw = text => port.from_page(text);
  let frame = 0;
  const paint = (on, known) => say({kind: 'painted', frame: frame++, on, known});
  port.to_page.connect(text => {
    const message = JSON.parse(text);
    window.heard.push(message);
    if (message.kind === 'set-time') paint(message.on, message.known);
  });
  window.paint = paint;
  START
});
</script><script src="/more.js"></script></body></html>"""


_IS_READY = f"say({{kind: 'ready', protocol: {PROTOCOL}}});"


def small_page(start: str = _IS_READY, script: str = "") -> PageSource:
    """Return a page that runs `start` when it is joined, and `script` as a file of its own."""
    body = _BODY.replace("START", start)
    html: Callable[[str], str] = lambda nonce: body.replace("%s", nonce)  # noqa: E731
    return PageSource(html, {"/more.js": Asset("text/javascript", script.encode)})
