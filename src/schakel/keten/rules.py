"""What the chain may decide without law or database."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.base.refusal import Refusal


class Vorm(StrEnum):
    """The legal form of a sharing agreement."""

    WETTELIJK = "wettelijke_verstrekking"
    OPDRACHT = "opdracht"
    CONVENANT = "convenant"
    EIGEN_VERZOEK = "eigen_verzoek"

    @property
    def label(self) -> str:
        return {
            "wettelijke_verstrekking": "wettelijke verstrekking",
            "opdracht": "opdracht",
            "convenant": "convenant",
            "eigen_verzoek": "eigen verzoek van de inburgeraar",
        }[self.value]


class SoortOpdracht(StrEnum):
    """The links of the line of assignment, from the top down."""

    BESTUURSOPDRACHT = "bestuursopdracht"
    UITVOERINGSPLAN = "uitvoeringsplan"
    WERKAFSPRAAK = "werkafspraak"


class SoortBesluit(StrEnum):
    """The decisions of which the register says who may take them."""

    PIP = "pip"

    @property
    def label(self) -> str:
        return {"pip": "PIP vaststellen"}[self.value]


class Grondslag(StrEnum):
    """How whoever decides came by the power to do so."""

    COLLEGE = "college"
    OVERGEDRAGEN = "overgedragen"
    MANDAAT = "mandaat"
    ONDERMANDAAT = "ondermandaat"

    @property
    def label(self) -> str:
        return {
            "college": "het college zelf",
            "overgedragen": "overgedragen bevoegdheid",
            "mandaat": "mandaat",
            "ondermandaat": "ondermandaat",
        }[self.value]

    @property
    def is_namens(self) -> bool:
        """True if the letter must say on whose behalf it is signed."""
        return self in {Grondslag.MANDAAT, Grondslag.ONDERMANDAAT}


class Staat(StrEnum):
    """How far an open end of the chain is."""

    OPEN = "open"
    LOOPT = "loopt"
    AFGEROND = "afgerond"


def is_in_force(
    *,
    vorm: Vorm,
    van: date,
    tot: date | None,
    ondertekend_op: date | None,
    voorlopig_tot: date | None,
    op: date,
) -> bool:
    """True if an agreement of this form opens anything on the day `op`.

    `tot` and `voorlopig_tot` are exclusive. Wettelijke verstrekking runs without a signature; the
    other forms run once signed, or for as long as they are provisionally bekrachtigd.
    """
    return not not_in_force(
        vorm=vorm,
        van=van,
        tot=tot,
        ondertekend_op=ondertekend_op,
        voorlopig_tot=voorlopig_tot,
        op=op,
    )


def not_in_force(
    *,
    vorm: Vorm,
    van: date,
    tot: date | None,
    ondertekend_op: date | None,
    voorlopig_tot: date | None,
    op: date,
) -> str:
    """Return in Dutch why an agreement opens nothing on the day `op`; "" when it is in force.

    The days are as in `is_in_force`.
    """
    if op < van:
        return f"De afspraak begint op {van:%d-%m-%Y}."
    if tot is not None and op >= tot:
        return f"De afspraak eindigde op {tot:%d-%m-%Y}."
    if vorm is Vorm.WETTELIJK or (ondertekend_op is not None and ondertekend_op <= op):
        return ""
    if voorlopig_tot is None:
        return "De afspraak is nog niet ondertekend."
    if op < voorlopig_tot:
        return ""
    return f"De afspraak is niet ondertekend, en gold voorlopig tot {voorlopig_tot:%d-%m-%Y}."


@dataclass(frozen=True, slots=True, kw_only=True)
class BevoegdheidGegevens:
    """Who may take a sort of decision for a gemeente, and what stands under the letter.

    :param gemeente: CBS code (four digits)
    :param namens: as it stands under the letter; needed for mandaat and ondermandaat
    :param bezwaar_adres: where a bezwaar goes, line by line
    :param tot: exclusive, or None when it has no end yet
    :param bron: the decision or article on which it rests
    """

    gemeente: str
    soort: SoortBesluit
    grondslag: Grondslag
    orgaan: str
    ondertekenaar: str
    functie: str
    organisatie: str
    bezwaar_bij: str
    bezwaar_adres: tuple[str, ...]
    van: date
    bron: str
    tot: date | None = None
    namens: str = ""
    rechtbank: str = ""


_NODIG = {
    "orgaan": "wie beslist",
    "ondertekenaar": "wie ondertekent",
    "functie": "welke functie de ondertekenaar heeft",
    "organisatie": "bij welke organisatie de ondertekenaar werkt",
    "bezwaar_bij": "bij wie men bezwaar maakt",
    "bron": "op welk besluit of artikel dit rust",
}


def require_complete_bevoegdheid(gegevens: BevoegdheidGegevens) -> None:
    """Let a row pass with which a letter can be signed.

    :raises Refusal: if something is missing, or it would end before it starts
    """
    for field, what in _NODIG.items():
        if not getattr(gegevens, field).strip():
            raise Refusal(f"Vul in {what}.", field=field)
    if not any(line.strip() for line in gegevens.bezwaar_adres):
        raise Refusal("Vul in naar welk adres een bezwaar gaat.", field="bezwaar_adres")
    if gegevens.grondslag.is_namens and not gegevens.namens.strip():
        raise Refusal(
            f"Bij {gegevens.grondslag.label} staat onder de brief namens wie is getekend. "
            "Vul dat in.",
            field="namens",
        )
    if gegevens.tot is not None and gegevens.tot <= gegevens.van:
        raise Refusal(
            "De einddatum ligt niet na de begindatum. Pas een van beide aan.", field="tot"
        )
