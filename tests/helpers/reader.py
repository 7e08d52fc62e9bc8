"""A person who opens an exported page in Chromium, from a file, with the network denied."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


class Reader:
    """A person who opens the exported file."""

    def __init__(
        self,
        browser: Any,
        file: Path,
        *,
        width: int = 1280,
        height: int = 900,
        javascript: bool = True,
    ) -> None:
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=javascript
        )
        context.set_offline(True)
        self.page = context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri())
        if javascript:
            self.page.wait_for_function("window.dateline && window.dateline.isSettled()")

    def _listen(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def drawn(self) -> list[str]:
        ids: list[str] = self.page.evaluate("window.dateline.drawn()")
        return ids

    def goes_to(self, on: date, known_by: date) -> None:
        frame = self.page.evaluate("window.dateline.frameNo()")
        self.page.evaluate("([a, b]) => window.dateline.setTime(a, b)", [str(on), str(known_by)])
        self.page.wait_for_function("n => window.dateline.frameNo() > n", arg=frame)

    def chooses(self, name: str, value: str) -> None:
        frame = self.page.evaluate("window.dateline.frameNo()")
        self.page.select_option(f"select[aria-label='{name}']", value)
        if name == "Days shown":
            self.page.wait_for_function("n => window.dateline.frameNo() > n", arg=frame)

    @property
    def outside_requests(self) -> list[str]:
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]
