"""From values and a template to a PDF that a screen reader and an archive can read.

Values go in as data and never as source, so that no sign in a name or a text can act as mark-up.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

from schakel.base.refusal import Refusal

HERE = Path(__file__).parent
SJABLONEN = HERE / "sjablonen"

_UNKNOWN_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')


def render(sjabloon: str, values: Mapping[str, Any]) -> bytes:
    """Return the letter as PDF. The same template and values give the same bytes.

    :param sjabloon: name of a template, with its version
    :raises Refusal: if a sign is not in the type of the letter, or the letter cannot be made
    """
    try:
        made = typst.compile(
            SJABLONEN / f"{sjabloon}.typ",
            root=SJABLONEN,
            font_paths=_fonts(),
            sys_inputs={"brief": json.dumps(values)},
            # Keeps its looks for as long as the archive; can be read aloud in order.
            pdf_standards=["a-2a", "ua-1"],
            format="pdf",
        )
    except typst.TypstError as failed:
        raise Refusal(_why(str(failed))) from failed
    return made


@cache
def _fonts() -> typst.Fonts:
    """Return our own fonts and no other: a letter looks the same wherever it is made."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"]
    )


def _why(message: str) -> str:
    unknown = _UNKNOWN_SIGN.search(message)
    if unknown is None:
        return "De brief kan zo niet worden gemaakt. Meld dit aan de functioneel beheerder."
    return (
        f"Het teken ‘{unknown[1]}’ kan niet in de brief staan. Schrijf het in gewone letters "
        "van ons alfabet; accenten mogen."
    )
