"""Text as it is compared: whatever people typed, in one shape."""

import re
import unicodedata

# Letters with a stroke or of another alphabet part, that no decomposition makes plain.
PLAIN = str.maketrans(
    {
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n",
        "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e",
    }
)  # fmt: skip
APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc\u02be\u02bf]")


def normaal(text: str) -> str:
    """Return the text as it is compared: small plain letters and digits, one space between words.

    An apostrophe joins what stands beside it, any other sign parts it.
    """
    small = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)).casefold()
    letters = (
        letter
        for letter in unicodedata.normalize("NFKD", small)
        if not unicodedata.combining(letter)
    )
    return re.sub(r"[\W_]+", " ", "".join(letters).translate(PLAIN)).strip()
