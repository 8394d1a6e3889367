"""Chromium, headless, by the WebDriver protocol (W3C): enough of it to open a page, run a script, press keys and look."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
#: why there is no browser, for tests that are skipped
MISSING = None if CHROMIUM and DRIVER else "no Chromium with its driver here (Debian: apt-get install chromium chromium-driver)"
#: the key of that name, as the protocol writes it
ESCAPE = "\ue00c"


class Browser:
    """One window."""

    def __init__(self, server: str, session: str) -> None:
        self._url = f"{server}/session/{session}"

    def open(self, file: Path) -> None:
        _ask("POST", f"{self._url}/url", {"url": file.resolve().as_uri()})

    def run(self, script: str, *arguments: object) -> Any:
        """What the script, the body of a function, returns."""
        return _ask("POST", f"{self._url}/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script: str) -> Any:
        """What the script hands to `arguments[0]`."""
        return _ask("POST", f"{self._url}/execute/async", {"script": script, "args": []})

    def press(self, *keys: str) -> None:
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        _ask("POST", f"{self._url}/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def emulate(self, **features: str) -> None:
        """Media and their features as the page is to see them: `media="print"`, `prefers_color_scheme="dark"`."""
        named = [{"name": key.replace("_", "-"), "value": value} for key, value in features.items() if key != "media"]
        command = {"cmd": "Emulation.setEmulatedMedia", "params": {"media": features.get("media", ""), "features": named}}
        _ask("POST", f"{self._url}/goog/cdp/execute", command)

    def log(self) -> list[str]:
        """What the page has logged as errors: scripts that failed, requests that its policy refused."""
        return [entry["message"] for entry in _ask("POST", f"{self._url}/se/log", {"type": "browser"})]

    def screenshot(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(_ask("GET", f"{self._url}/screenshot")))


@contextmanager
def browser() -> Iterator[Browser]:
    """A window of a browser of its own, which ends with the block."""
    assert CHROMIUM
    assert DRIVER
    driver = subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert driver.stdout
        port = next(line.rsplit(" ", 1)[1].strip(". \n") for line in driver.stdout if "started successfully on port" in line)
        server = f"http://127.0.0.1:{port}"
        options = {
            "binary": CHROMIUM,
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,900"],
        }
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        session = _ask("POST", f"{server}/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        yield Browser(server, session)
        _ask("DELETE", f"{server}/session/{session}")
    finally:
        driver.terminate()
        driver.wait()


def _ask(method: str, url: str, body: object = None, tries: int = 3) -> Any:
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=120) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        raise RuntimeError(error.read().decode()[:2000]) from error
    except urllib.error.URLError:
        if not tries:
            raise
        time.sleep(0.5)
        return _ask(method, url, body, tries - 1)
