"""Words that would be code: in every field of an article they stay words, in every export that is shown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html

from geodata.domain.layers import Layer
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.spans import Span
from geodata.domain.times import ONE_DAY, Days
from geodata.export import write_data, write_html
from geodata.layers import Anchor, Form, Mark, Moment
from geodata.mapping import (
    Opening,
    PageContent,
    PageQuote,
    PageRegion,
    PageSource,
    PageStory,
    StoryNote,
    StoryStep,
    build_page,
)
from geodata.services import Project, export_data, export_html, open_project
from tests.helpers.builders import a_mark
from tests.helpers.reader import Reader
from tests.unit.geodata.export.export_content import (
    hostile_claim,
    hostile_document,
    hostile_mark,
    made_content,
)

pytestmark = pytest.mark.page
RUN = "window.hacked=1"
HOSTILE = {
    "script": f"<script>{RUN}</script>",
    "picture": f'<img src=x onerror="{RUN}">',
    "drawing": f"<svg/onload={RUN}>",
    "end of script": f"</script><script>{RUN}</script>",
    "end of noscript": f"</noscript><script>{RUN}</script>",
    "end of title": f"</title></head><body onload={RUN}>",
    "end of style": f"</style><script>{RUN}</script>",
    "attribute": f"\" autofocus onfocus={RUN} x='",
    "comment": f"--><script>{RUN}</script><!--",
    "address": f"javascript:{RUN}",
    "template": "{{ this.__class__ }}{% raise %}${window.hacked=1}",
    "slot": "<!--dateline:body-->",
    "entity": f"&lt;script&gt;{RUN}&lt;/script&gt;",
    "separators": f"\u2028{RUN}\u2029//",
    "style": "</p><style>@import 'http://evil.example/x.css';body{background:url(//evil.example)}</style>",
}
ON = date(2024, 5, 15)


def page_of(words: str) -> PageContent:
    """Return a page whose every text is these words."""
    given = {
        "words": words,
        "report": words,
        "standing": words,
        "label": words,
        "place_name": words,
        "fact_id": words,
        "actor": words,
        "code": words[:3],
    }
    base: list[Mark] = [
        a_mark(f"mark {words}", **given, valid=Days(date(2024, 5, 10), date(2024, 5, 20))),
        a_mark("later", **given, valid=Days(date(2024, 5, 20), None), state="withdrawing"),
        a_mark(
            "base", **{**given, "fact_id": "b"}, layer=Layer.BASES, form=Form.BASE, state="operates"
        ),
        a_mark("nowhere", **{**given, "fact_id": "n"}, anchor=Anchor.NONE, lon=None, lat=None),
        replace(
            a_mark("region", **{**given, "fact_id": "r"}, layer=Layer.REGIONS, form=Form.REGION),
            state="",
            claim_ids=(),
            place_id="region:x",
            anchor=Anchor.REGION,
        ),
    ]
    ring = ((5.0, 12.0), (9.0, 12.0), (9.0, 18.0), (5.0, 12.0))
    claim = base[0].claim_ids[0]
    return PageContent(
        title=words,
        marks=tuple(base),
        sources=(PageSource(1, base[0].document_ids[0], words, words, ON),),
        quotes=(PageQuote(claim, 1, words, Count(3, 3, Qualifier.EXACT, words, Span(0, 1))),),
        regions=(PageRegion("region:x", words, (ring,)),),
        on=ON,
        known_by=ON,
    )


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_runs_on_the_page_and_nothing_is_asked_for(browser, words, tmp_path):
    target = tmp_path / "hostile.html"
    moments = Moment(ON, date(2024, 6, 1)), Moment(date(2024, 5, 25), date(2024, 6, 1))
    write_html(page_of(words), target, Opening(ON, date(2024, 6, 1), compare=moments))
    reader = Reader(browser, target)
    page = reader.page
    page.wait_for_selector(".dl-entry")
    for selector in (".dl-keys button >> nth=0", "button.dl-signs >> nth=0"):
        page.focus(selector)
        page.keyboard.press("Enter")
        assert page.is_visible(".dl-popup")
        page.keyboard.press("Escape")
    page.hover(".leaflet-container")
    assert page.evaluate("window.hacked") is None
    assert reader.requests == [target.as_uri()]
    foreign = (
        "img, iframe, object, embed, a[href], link, [onload], [onerror], [onfocus], base, form"
    )
    assert page.eval_on_selector_all(foreign, "all => all.map(e => e.outerHTML)") == []
    assert " ".join(words.split()) in " ".join(page.inner_text("h1").split())
    plain = Reader(browser, target, javascript=False)
    assert plain.requests == [target.as_uri()]
    assert plain.page.eval_on_selector_all(foreign, "all => all.map(e => e.outerHTML)") == []


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_runs_in_a_story(browser, words, tmp_path):
    content = page_of(words)
    step = StoryStep(words, ON, ON, ONE_DAY, frozenset(), None, ((words, 1),), words)
    note = StoryNote(1, words, words, words)
    target = tmp_path / "story.html"
    story = PageStory(words, (step, step), (note, StoryNote(2, trouble=words)), (content,))
    target.write_text(build_page(content, mode="story", story=story), encoding="utf-8")
    for javascript in (True, False):
        reader = Reader(browser, target, javascript=javascript)
        if javascript:
            assert reader.page.evaluate("window.hacked") is None
        assert reader.requests == [target.as_uri()]
        foreign = "img, iframe, object, embed, link, [onload], [onerror], [onfocus], base, form"
        assert reader.page.eval_on_selector_all(foreign, "all => all.map(e => e.outerHTML)") == []
        links = reader.page.eval_on_selector_all(
            "a[href]", "all => all.map(e => e.getAttribute('href'))"
        )
        assert all(link.startswith("#") for link in links)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_description_of_kml_holds_no_markup_but_line_breaks(words, tmp_path):
    source = hostile_document("document", words, 1)
    claim = hostile_claim("claim", source, words)
    target = tmp_path / "out.kml"
    write_data(made_content((hostile_mark("mark", claim, words),), (claim,), (source,)), target)
    tree = etree.parse(target)
    descriptions = [item.text for item in tree.findall(".//{*}description")]
    assert descriptions
    for text in descriptions:
        shown = html.fragment_fromstring(text, create_parent="div")
        assert {element.tag for element in shown.iter()} <= {"div", "br"}
    # Google Earth shows the name of a place mark as text; there is no balloon of our own.
    assert not tree.findall(".//{*}BalloonStyle")


FIELDS = ("title", "outlet", "author", "url", "text", "file name")


@pytest.fixture
def project(resources, tmp_path: Path, request: pytest.FixtureRequest) -> Project:
    field = request.param
    words = f"{HOSTILE['end of script']}{HOSTILE['picture']}"
    values = {"title": "Niger", "outlet": "El Faro", "author": "A", "url": "https://x.example/"}
    body = "About 120 French soldiers left Gao, Mali, on 2 March 2023."
    if field == "text":
        body = f"{words} {body} {words}"
    elif field in values:
        values[field] = words
    head = "\n".join(f"{name}: {json.dumps(text)}" for name, text in values.items())
    name = "<img src=x onerror=alert(1)>.md" if field == "file name" else "article.md"
    (tmp_path / name).write_text(f"---\n{head}\ndate: 2023-03-04\n---\n\n{body}\n", "utf-8")
    return open_project([tmp_path / name], resources)


@pytest.mark.parametrize("project", FIELDS, indirect=True)
def test_no_field_of_an_article_becomes_code(browser, project, resources, tmp_path):
    target = tmp_path / "out.html"
    export_html(project, resources, target, Opening(date(2023, 3, 3), project.last_known))
    reader = Reader(browser, target)
    reader.page.wait_for_selector(".dl-told h2")
    assert reader.page.evaluate("window.hacked") is None
    assert reader.requests == [target.as_uri()]
    assert reader.page.query_selector("img") is None
    export_data(project, resources, tmp_path / "out.kml")
    for item in etree.parse(tmp_path / "out.kml").findall(".//{*}description"):
        shown = html.fragment_fromstring(item.text, create_parent="div")
        assert {element.tag for element in shown.iter()} <= {"div", "br"}
