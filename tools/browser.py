"""The browser of tests, benchmarks and screenshots: the system's Chromium, which asks nobody for anything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, sync_playwright

_FLAGS: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The one that KAIPU_CHROMIUM names, else the first that is found."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_path(), args=_FLAGS)
        yield browser
        browser.close()


def _path() -> str | None:
    names = (os.environ.get("KAIPU_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)
