"""Refuse what must not be in this repository: addresses of package indexes, paths of one machine.

Looks at every file that git knows or would add. Prints one line per finding, exit code 1 if any.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

REFUSED_TEXT = {
    "address of a package index": re.compile(
        r"https?://\S*/simple\b|(?:pypi\.org|pythonhosted\.org)/(?:packages|simple)"
        r"|registry\.npmjs\.org|--(?:extra-index-url|index-url|find-links)\b"
    ),
    "path of one machine": re.compile(
        r"(?<![\w.:/-])(?:/(?:root|work)/\w|/home/\w+/|/Users/\w+/|/opt/(?:wheels|pypi)|[A-Z]:\\Users\\)"
    ),
    "mark of an unfinished merge": re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE),
}
REFUSED_NAMES = {
    "uv.lock": "names the index of whoever made it: lock with `make lock`",
    "pylock.toml": "names the index of whoever made it: lock with `make lock`",
    ".env": "settings of one machine, perhaps secrets",
}


def files_of_the_repository(root: Path) -> list[Path]:
    """Return the files that are in git or would be, as paths from the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
    )
    return [Path(name) for name in sorted(set(listed.stdout.split("\0"))) if name]


def findings(root: Path, files: Iterable[Path]) -> Iterator[str]:
    """Yield `file:line: what is wrong` for each thing that may not be there."""
    for name in files:
        if name.name in REFUSED_NAMES:
            yield f"{name}:1: {REFUSED_NAMES[name.name]}"
        path = root / name
        if not path.is_file():  # removed but not yet committed, or a link to nowhere
            continue
        content = path.read_bytes()
        if b"\0" in content[:8000]:
            continue
        text = content.decode(errors="replace")
        for what, pattern in REFUSED_TEXT.items():
            for found in pattern.finditer(text):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{name}:{line}: {what}: {found.group().strip()}"


def main() -> int:
    """Print the findings of this repository."""
    found = list(findings(ROOT, files_of_the_repository(ROOT)))
    print("\n".join(found) or "No addresses of package indexes, no paths of one machine.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
