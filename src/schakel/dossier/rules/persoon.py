"""Who someone is, as a source gave it, and how a person is found again. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from schakel.base.bsn import Bsn
from schakel.base.refusal import Refusal
from schakel.base.tekst import normaal
from schakel.dossier.events import Precisie

PHONE = re.compile(r"\+?[0-9][0-9\s().-]{5,}")
LONGEST_SORT, MOST_WORDS = 240, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonGegevens:
    """Who someone is, as a source gave it; "" is not known (yet).

    :param bsn: as typed
    :param v_nummer: ten digits, as typed
    :param huishouden: id of the household that the person joins, or None for a new one
    """

    achternaam: str
    voornaam: str = ""
    tussenvoegsel: str = ""
    bsn: str = ""
    v_nummer: str = ""
    huishouden: int | None = None
    telefoon: str = ""
    e_mail: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    woonplaats: str = ""
    klantnummer: str = ""


CONTACT = ("telefoon", "e_mail", "straat", "huisnummer", "postcode", "woonplaats")
INTERN = ("klantnummer",)
"""What is of the organisation itself and of no use to a partner."""


def cijfers(text: str) -> str:
    """Return the digits of a phone number as it is dialled here: +31 and 0031 are a 0."""
    digits = re.sub(r"\D", "", text.strip())
    if text.strip().startswith("+31"):
        return f"0{digits[2:].removeprefix('0')}"
    return f"0{digits[4:].removeprefix('0')}" if digits.startswith("0031") else digits


def zoekwoorden(text: str) -> list[str]:
    """Return the words by which someone is sought; a phone number with spaces is one word."""
    if PHONE.fullmatch(text.strip()):
        return [cijfers(text)]
    return normaal(text).split()[:MOST_WORDS]


def sorteer(achternaam: str, voornaam: str) -> str:
    """Return by what a person stands in a list: the same order on every database."""
    return normaal(f"{achternaam} {voornaam}")[:LONGEST_SORT]


def columns_of(gegevens: PersoonGegevens) -> dict[str, str | None]:
    """Return the columns of a person, cleaned, with those by which he is found.

    :raises Refusal: without a last name, or for a number that cannot be one
    """
    if not normaal(gegevens.achternaam):
        raise Refusal("Vul de achternaam in.", field="achternaam")
    names = ("voornaam", "tussenvoegsel", "achternaam")
    clean = {
        name: " ".join(getattr(gegevens, name).split()) for name in (*names, *CONTACT, *INTERN)
    }
    clean["postcode"] = _postcode(clean["postcode"])
    return {
        **clean,
        "bsn": Bsn.parse(gegevens.bsn).digits if gegevens.bsn.strip() else None,
        "v_nummer": _v_nummer(gegevens.v_nummer),
        "sorteer": sorteer(clean["achternaam"], clean["voornaam"]),
        "zoek_naam": normaal(" ".join(clean[name] for name in names)),
        "zoek_contact": _zoek_contact(clean),
    }


def _zoek_contact(clean: Mapping[str, str]) -> str:
    words = (
        cijfers(clean["telefoon"]),
        normaal(f"{clean['straat']} {clean['huisnummer']}"),
        normaal(clean["postcode"]).replace(" ", ""),
    )
    return " ".join(filter(None, words))


def _v_nummer(text: str) -> str | None:
    digits = re.sub(r"[\s.-]", "", text)
    if not digits:
        return None
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise Refusal(
            "Een V-nummer heeft tien cijfers. Controleer het, of laat het veld leeg als het nog "
            "niet bekend is.",
            field="v_nummer",
        )
    return digits


def _postcode(text: str) -> str:
    compact = re.sub(r"[\s-]", "", text).upper()
    if not compact:
        return ""
    if not re.fullmatch(r"[1-9][0-9]{3}[A-Z]{2}", compact):
        raise Refusal(
            "Een postcode heeft vier cijfers en twee letters, zoals 3441 AB. Controleer hem, of "
            "laat het veld leeg.",
            field="postcode",
        )
    return f"{compact[:4]} {compact[4:]}"


def is_telling(geboren_op: date | None, precisie: Precisie | None) -> bool:
    """True if a birth date says something about who someone is.

    Not when a part of it is unknown, nor on 1 January: that day stands for "unknown" so often that
    it makes strangers alike.
    """
    if geboren_op is None or precisie is not Precisie.DAG:
        return False
    return (geboren_op.month, geboren_op.day) != (1, 1)
