"""The road to the page: messages, content policy, guard. With a small page in the real engine."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from desktop.webmap.guard import Guard, is_allowed
from desktop.webmap.scheme import content_policy
from desktop.webmap.web_map import PageSource, WebMap
from geodata.mapping.messages import Painted, SetTime
from tests.helpers.small_page import small_page

pytestmark = pytest.mark.page
DAY = date(2024, 5, 20)


@contextmanager
def loaded(qtbot: QtBot, source: PageSource) -> Iterator[WebMap]:
    web_map = WebMap(source, Guard())
    with qtbot.waitSignals([web_map.ready, web_map.page.loadFinished], timeout=20_000):
        web_map.load()
    yield web_map
    web_map.deleteLater()


def asked(qtbot: QtBot, web_map: WebMap, script: str) -> object:
    with qtbot.waitCallback(timeout=10_000) as answer:
        web_map.page.runJavaScript(script, answer)
    return answer.args[0]


def test_messages_go_both_ways(qtbot: QtBot) -> None:
    with loaded(qtbot, small_page()) as web_map:
        with qtbot.waitSignal(web_map.received, timeout=10_000) as heard:
            web_map.send(SetTime(DAY, DAY))
        assert heard.args == [Painted(0, DAY, DAY)]
        assert asked(qtbot, web_map, "JSON.stringify(heard)") == (
            '[{"kind":"set-time","on":"2024-05-20","known":"2024-05-20"}]'
        )
        assert web_map.guard.refused == ()


def test_a_message_outside_the_protocol_is_dropped_and_logged(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with loaded(qtbot, small_page()) as web_map:
        received: list[object] = []
        web_map.received.connect(received.append)
        asked(qtbot, web_map, 'sayRaw(\'{"kind": "launch"}\')')
        with qtbot.waitSignal(web_map.received, timeout=10_000):
            asked(qtbot, web_map, "paint('2024-05-20', '2024-05-20')")
        assert received == [Painted(0, DAY, DAY)]
    assert "unknown kind" in caplog.text


def test_another_protocol_stops_with_a_message(qtbot: QtBot) -> None:
    web_map = WebMap(small_page("say({kind: 'ready', protocol: 99});"), Guard())
    with qtbot.waitSignal(web_map.failed, timeout=20_000) as failure:
        web_map.load()
    assert "protocol 99" in failure.args[0]


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ("fetch('http://example.org/f').catch(() => {})", "http://example.org/f"),
        ("new Image().src = 'https://example.org/i.png'; 0", "https://example.org/i.png"),
        ("navigator.sendBeacon('https://example.org/b', 'x')", "https://example.org/b"),
    ],
)
def test_what_would_leave_the_machine_is_refused_and_counted(
    qtbot: QtBot, script: str, address: str
) -> None:
    with loaded(qtbot, small_page()) as web_map:
        with qtbot.waitSignal(web_map.guard.refusal, timeout=10_000):
            web_map.page.runJavaScript(script)
        assert web_map.guard.refused == (address,)


@pytest.mark.parametrize(
    ("script", "what"),
    [
        ("try { eval('window.evalRan = 1') } catch (e) {}", "eval"),
        (
            (
                "document.body.insertAdjacentHTML('beforeend',"
                " '<img src=data:, onerror=\"window.handlerRan = 1\">'); 0"
            ),
            "inline",
        ),
        (
            (
                "const s = document.createElement('script'); s.text = 'window.textRan = 1';"
                " document.body.append(s); 0"
            ),
            "inline",
        ),
    ],
)
def test_the_content_policy_refuses_scripts_that_are_not_ours(
    qtbot: QtBot, script: str, what: str
) -> None:
    with loaded(qtbot, small_page()) as web_map:
        with qtbot.waitSignal(web_map.guard.refusal, timeout=10_000):
            web_map.page.runJavaScript(script)
        assert web_map.guard.refused == (what,)
        ran = "[window.inlineRan, window.evalRan, window.handlerRan, window.textRan]"
        assert asked(qtbot, web_map, f"JSON.stringify({ran})") == "[true,null,null,null]"


def test_without_a_policy_the_guard_stops_the_request_itself(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.webmap.scheme.content_policy", lambda *_: "")
    with loaded(qtbot, small_page()) as web_map:
        with qtbot.waitSignal(web_map.guard.refusal, timeout=10_000):
            web_map.page.runJavaScript("fetch('http://example.org/f').catch(() => {}); 0")
        assert web_map.guard.refused == ("http://example.org/f",)


def test_the_page_stays_where_it_is_and_offers_links_to_the_person(qtbot: QtBot) -> None:
    with loaded(qtbot, small_page()) as web_map:
        with qtbot.waitSignal(web_map.link_asked, timeout=10_000) as link:
            web_map.page.runJavaScript("location.href = 'https://example.org/about'")
        assert link.args == [QUrl("https://example.org/about")]
        with qtbot.waitSignal(web_map.guard.refusal, timeout=10_000) as refusal:
            web_map.page.load(QUrl("https://example.org/typed"))
        assert refusal.args == ["https://example.org/typed"]
        assert asked(qtbot, web_map, "location.href") == "dateline://app/index.html"


def test_a_file_that_is_not_on_the_list_is_not_served(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with loaded(qtbot, small_page()) as web_map:
        script = "fetch('/../../etc/passwd').then(r => say({kind: 'failed', what: '' + r.status}))"
        with qtbot.waitSignal(web_map.failed, timeout=10_000) as failure:
            web_map.page.runJavaScript(script)
        assert failure.args == ["404"]
    assert "not served" in caplog.text


def test_only_get_is_answered(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    with loaded(qtbot, small_page()) as web_map:
        script = "fetch('/more.js', {method: 'POST', body: 'x'})"
        with qtbot.waitSignal(web_map.failed, timeout=10_000) as failure:
            web_map.page.runJavaScript(
                f"{script}.then(r => say({{kind: 'failed', what: '' + r.status}}))"
            )
        assert failure.args == ["403"]
    assert "refused POST" in caplog.text


def test_console_errors_are_logged_as_errors(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    script = "console.error('went wrong'); console.log('a note')"
    with caplog.at_level(logging.INFO), loaded(qtbot, small_page(script=script)):
        levels = {record.getMessage().split(" (")[0]: record.levelname for record in caplog.records}
    assert levels["went wrong"] == "ERROR"
    assert levels["a note"] == "INFO"


def test_only_the_programs_own_addresses_are_allowed() -> None:
    allowed = ["dateline://app/index.html", "data:image/png;base64,", "blob:dateline://app/1"]
    refused = ["http://a.org", "https://a.org", "file:///etc", "ws://a.org", "ftp://a", "qrc:///x"]
    assert [address for address in allowed + refused if is_allowed(QUrl(address))] == allowed


def test_the_policy_survives_lower_casing() -> None:
    policy = content_policy("0a1b2c")
    assert policy == policy.lower()
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
