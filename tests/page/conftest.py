"""A browser for the tests of exported pages; they skip where there is none."""

from __future__ import annotations

import pytest

from tests.helpers.reader import CHROMIUM


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed on this machine")
    from playwright.sync_api import sync_playwright

    try:
        playwright = sync_playwright().start()
    except Exception as error:  # noqa: BLE001 - a driver that cannot start raises a bare one
        pytest.skip(f"the browser's driver cannot start on this machine: {error}")
    chromium = playwright.chromium.launch(
        executable_path=CHROMIUM,
        # Root has no sandbox; every name lookup is refused, so no request could leave.
        args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"],
    )
    yield chromium
    chromium.close()
    playwright.stop()
