"""Find the system's Chromium: the one in CHROMIUM, or else the first on the path."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HOW_TO_GET_IT = (
    "install Chromium (Debian: apt-get install chromium fonts-noto-core), or set CHROMIUM"
)


def find_chromium() -> str | None:
    """Return the path of a Chromium to drive, or None."""
    if given := os.environ.get("CHROMIUM"):
        return shutil.which(given)
    return next((path for name in NAMES if (path := shutil.which(name))), None)
