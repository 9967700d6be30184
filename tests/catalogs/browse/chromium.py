"""Headless Chromium by the W3C WebDriver protocol: six calls of HTTP, so that no package is needed for it."""

import json
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S

_OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]
_KEYS = {"Escape": "\ue00c", "ArrowRight": "\ue014", "Enter": "\ue007"}


class Browser:
    def __init__(self, driver_url: str, profile: Path):
        self._driver = driver_url
        wanted = {
            "goog:chromeOptions": {
                "args": [*_OPTIONS, f"--user-data-dir={profile}", "--window-size=1440,900"]
            },
            "goog:loggingPrefs": {"browser": "ALL"},
        }
        created = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{created['sessionId']}"

    def open(self, url: str) -> None:
        # Only the part after # may differ from the last page, and then a browser does not load it again.
        self._call("POST", f"{self._session}/url", {"url": "about:blank"})
        self._call("POST", f"{self._session}/url", {"url": url})

    def run(self, script: str, *arguments):
        """Run the body of a function in the page and return what it returns."""
        return self._call(
            "POST", f"{self._session}/execute/sync", {"script": script, "args": list(arguments)}
        )

    def texts(self, selector: str) -> list[str]:
        return self.run(
            "return [...document.querySelectorAll(arguments[0])].map(n => n.textContent)", selector
        )

    def count(self, selector: str) -> int:
        return self.run("return document.querySelectorAll(arguments[0]).length", selector)

    def click(self, selector: str) -> None:
        self.run("document.querySelector(arguments[0]).click()", selector)

    def press(self, key: str) -> None:
        value = _KEYS.get(key, key)
        actions = [{"type": action, "value": value} for action in ("keyDown", "keyUp")]
        self._call(
            "POST",
            f"{self._session}/actions",
            {"actions": [{"type": "key", "id": "keys", "actions": actions}]},
        )

    def point_at(self, selector: str) -> None:
        """Move the mouse onto the middle of an element."""
        x, y = self.run(
            "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)]",
            selector,
        )
        move = {"type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport"}
        self._call(
            "POST",
            f"{self._session}/actions",
            {"actions": [{"type": "pointer", "id": "mouse", "actions": [move]}]},
        )

    def console(self) -> list[str]:
        """Return what was written on the console since the last call: errors, and what a policy refused."""
        return [
            line["message"] for line in self._call("POST", f"{self._session}/se/log", {"type": "browser"})
        ]

    def quit(self) -> None:
        self._call("DELETE", self._session)

    def _call(self, method: str, path: str, body: dict | None = None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self._driver + path, data, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                raise AssertionError(f"{method} {path}: {json.load(error)['value']['message']}") from None


@contextmanager
def headless_chromium() -> Iterator[Browser]:
    """Start chromedriver and one browser; skip the test, saying what to install, where they are not there."""
    driver = shutil.which("chromedriver")
    if driver is None:
        pytest.skip(
            "no chromedriver on PATH: the page was NOT looked at (Debian: apt install chromium-driver)"
        )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        log = Path(folder, "driver.log")
        with log.open("w", encoding="utf-8") as output:
            process = subprocess.Popen([driver, "--port=0"], stdout=output, stderr=subprocess.STDOUT)
        try:
            browser = Browser(_address(log, process), Path(folder, "profile"))
            try:
                yield browser
            finally:
                browser.quit()
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE_S)


def _address(log: Path, process: subprocess.Popen) -> str:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and process.poll() is None:
        _, found, rest = log.read_text(encoding="utf-8").partition("successfully on port ")
        if found and "." in rest:
            return f"http://127.0.0.1:{rest.split('.')[0]}"
        time.sleep(0.05)
    raise AssertionError(f"chromedriver did not start: {log.read_text(encoding='utf-8')}")
