"""Join the vendored look of Schakel: component CSS, design tokens, htmx and fonts.

Run by `make vendor`, only to upgrade. Needs npm; the result is committed, so nobody else does.
It never takes tokens of Utrecht, Rijkshuisstijl, Amsterdam or RVO: those are proprietary.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import shutil
import subprocess  # npm is a command, there is no library for it
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "vendor"
STATIC = ROOT / "src/schakel/web/static/web"
TARGET = STATIC / "vendor"
OWN_CSS = STATIC / "schakel.css"

TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT = "@fontsource/noto-sans"
HTMX = "htmx.org"
FREE_LICENCES = {"EUPL-1.2", "MIT", "0BSD", "OFL-1.1"}
FONT_WEIGHTS = ("400", "700")
FONT_SUBSETS = ("latin-ext", "latin")

# Classes that imitate a state for documentation, and parts of components that no screen uses.
# A rule of which every selector is dropped disappears.
UNUSED = re.compile(
    r"--(hover|active|focus|focus-visible|visited|pressed|placeholder|forced-colors|distanced"
    r"|busy|telephone|hidden|visible(?!-on-focus)|ready|hint|box-content|current-hover"
    r"|alternate-(even|odd|row-color)|row-(hover|focus-within)|oneline|fixed|html-span"
    r"|[a-z-]+-size|placeholder-(ltr|rtl)|checked(?=\b)|sticky-(block|inline)|submit)(?![a-z-])"
    r"|__(placeholder|header-cell-button|header-cell:has|figcaption|data--truncate)"
    r"|utrecht-table__(row|cell|header-cell|container|footer)"
    r"|denhaag-process-steps__(step-header-toggle|sub-step)|denhaag-icon|__connector|--nested"
)
KEEP = re.compile(
    r"denhaag-step-marker--(?!nested)[a-z-]+$|__step-heading--"
    r"|utrecht-radio-button--html-input|utrecht-table__(header-)?cell--numeric"
)

ALWAYS = re.compile(
    r"--basis-(color-(default|info|positive|negative|warning)-(?!inverse)|color-action-|text-|focus-)"
)

HEADER = """\
/* Joined by scripts/vendor.py; do not edit by hand, run `make vendor`.
 * Components of the NL Design System community: (c) Frameless B.V., (c) Gemeente Utrecht,
 * (c) Gemeente Den Haag; tokens "Voorbeeld": (c) NL Design System Community; all EUPL-1.2.
 * Shortened: comments, unused states and unused tokens were left out. Noto Sans: OFL-1.1.
 * The texts of the licences are in LICENSES. From:
%s
 */
"""


def run_npm(folder: Path) -> Path:
    """Install the pinned packages in a folder of its own; return node_modules."""
    for name in ("package.json", "package-lock.json"):
        if (SOURCE / name).exists():
            shutil.copy(SOURCE / name, folder / name)
    shutil.copy(ROOT / ".npmrc", folder / ".npmrc")
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("vendor: npm is not installed; only needed to upgrade the look.")
    subprocess.run(
        [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=folder,
        check=True,
    )
    return folder / "node_modules"


def packages(modules: Path) -> dict[str, str]:
    """Return name and version of each direct dependency; stop on a licence that is not free."""
    wanted = json.loads((SOURCE / "package.json").read_text())["dependencies"]
    found = {}
    for name in sorted(wanted):
        package = json.loads((modules / name / "package.json").read_text())
        if package["version"] != wanted[name]:
            sys.exit(f"vendor: {name} is {package['version']}, pinned is {wanted[name]}.")
        if package.get("license") not in FREE_LICENCES:
            sys.exit(f"vendor: {name} has licence {package.get('license')!r}.")
        found[name] = package["version"]
    return found


def blocks(css: str) -> list[tuple[str, str]]:
    """Split CSS without comments in (prelude, body) pairs at the outer level."""
    found, start, depth, opened = [], 0, 0, 0
    for place, char in enumerate(css):
        if char == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif char == "}":
            depth -= 1
            if depth == 0:
                found.append((css[start:opened].strip(), css[opened + 1 : place].strip()))
                start = place + 1
    return found


def split_selectors(prelude: str) -> list[str]:
    """Split at the commas that are not inside brackets."""
    parts, depth, current = [], 0, ""
    for char in prelude:
        depth += (char in "([") - (char in ")]")
        if char == "," and depth == 0:
            parts.append(current.strip())
            current = ""
        else:
            current += char
    return [*parts, current.strip()]


def tighten(text: str) -> str:
    """Take out white space that has no meaning."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s*([{};,])\s*", r"\1", text)
    text = re.sub(r"([a-z-]): ", r"\1:", text)
    return re.sub(r"\(\s+|\s+\)", lambda m: m.group().strip(), text).strip(" ;")


def is_used(selector: str) -> bool:
    return UNUSED.search(selector) is None or KEEP.search(selector) is not None


def prune(css: str) -> str:
    """Return the rules that our screens can use, one a line."""
    lines = []
    for prelude, body in blocks(re.sub(r"/\*.*?\*/", "", css, flags=re.S)):
        if prelude.startswith("@"):
            inner = prune(body)
            if inner:
                lines.append(f"{tighten(prelude)}{{\n{inner}\n}}")
            continue
        selectors = [s for s in split_selectors(prelude) if is_used(s)]
        body = tighten(body)
        if selectors and body:
            lines.append(f"{tighten(','.join(selectors))}{{{body}}}")
    return "\n".join(lines)


def tokens_for(css: str, theme: str) -> str:
    """Return the theme with only the tokens that this CSS asks for, directly or indirectly.

    The basic ones stay always, so that a change of schakel.css needs no `make vendor`.
    """
    prelude, body = blocks(re.sub(r"/\*.*?\*/", "", theme, flags=re.S))[0]
    values = dict(re.findall(r"(--[\w-]+)\s*:\s*([^;]+);", body))
    queue = re.findall(r"var\(\s*(--[\w-]+)", css)
    queue += [name for name in values if ALWAYS.match(name)]
    needed: set[str] = set()
    while queue:
        name = queue.pop()
        if name in values and name not in needed:
            needed.add(name)
            queue += re.findall(r"var\(\s*(--[\w-]+)", values[name])
    lines = [f"{name}:{tighten(value)};" for name, value in values.items() if name in needed]
    return prelude + "{\n" + "\n".join(lines) + "\n}"


def font_faces(modules: Path) -> str:
    """Copy the fonts and return their @font-face rules."""
    rules = []
    (TARGET / "fonts").mkdir()
    for weight in FONT_WEIGHTS:
        css = re.sub(r"/\*.*?\*/", "", (modules / FONT / f"{weight}.css").read_text(), flags=re.S)
        for subset in FONT_SUBSETS:
            name = f"noto-sans-{subset}-{weight}-normal.woff2"
            body = next(body for _, body in blocks(css) if f"/{name}" in body)
            letters = re.search(r"unicode-range:\s*([^;]+)", body)
            if letters is None:
                sys.exit(f"vendor: no unicode-range for {name}.")
            shutil.copy(modules / FONT / "files" / name, TARGET / "fonts" / name)
            rules.append(
                "@font-face{font-family:'Noto Sans';font-style:normal;font-display:swap;"
                f"font-weight:{weight};src:url(fonts/{name}) format('woff2');"
                f"unicode-range:{tighten(letters[1])}}}"
            )
    return "\n".join(rules)


def copy_licences(modules: Path) -> None:
    """One file per licence holder; the EUPL packages share one text."""
    folder = TARGET / "LICENSES"
    folder.mkdir()
    shutil.copy(modules / TOKENS / "LICENSE.md", folder / "voorbeeld-design-tokens-EUPL-1.2.md")
    shutil.copy(modules / "@utrecht/button-css/LICENSE.md", folder / "utrecht-css-EUPL-1.2.md")
    denhaag = modules / "@gemeente-denhaag/process-steps/LICENSE.md"
    shutil.copy(denhaag, folder / "denhaag-process-steps-EUPL-1.2.md")
    shutil.copy(modules / HTMX / "LICENSE", folder / "htmx-0BSD.txt")
    shutil.copy(modules / FONT / "LICENSE", folder / "noto-sans-OFL-1.1.txt")


def build(modules: Path) -> str:
    """Write everything to the static folder and return a line about the sizes."""
    versions = packages(modules)
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    components = [n for n in versions if n.startswith(("@utrecht/", "@gemeente-denhaag/"))]
    css = "\n".join(prune((modules / n / "dist/index.css").read_text()) for n in components)
    theme = tokens_for(css + OWN_CSS.read_text(), (modules / TOKENS / "dist/theme.css").read_text())
    if re.search(r"url\(|@import|https?:", css + theme):
        sys.exit("vendor: the joined CSS asks for a file; the content security policy refuses it.")
    origin = "\n".join(f" *   {name} {version}" for name, version in versions.items())
    text = "\n".join([HEADER % origin + font_faces(modules), theme, css, ""])
    (TARGET / "nlds.css").write_text(text)
    shutil.copy(modules / HTMX / "dist/htmx.min.js", TARGET / "htmx.min.js")
    copy_licences(modules)
    size = len(gzip.compress(text.encode(), mtime=0))
    return f"nlds.css: {len(text)} bytes, {size} gzipped; {theme.count(';')} tokens"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", type=Path, help="use this node_modules, do not run npm")
    modules = parser.parse_args().modules
    with tempfile.TemporaryDirectory() as folder:
        if modules is None:
            modules = run_npm(Path(folder))
            lock = (Path(folder) / "package-lock.json").read_text()
            if '"resolved"' in lock:
                sys.exit("vendor: package-lock.json holds addresses; it may not be committed.")
            (SOURCE / "package-lock.json").write_text(lock)
        print(build(modules))


if __name__ == "__main__":
    main()
