"""What the chain may decide without law or database."""

from datetime import date
from enum import StrEnum


class Vorm(StrEnum):
    """The legal form of a sharing agreement."""

    WETTELIJK = "wettelijke_verstrekking"
    OPDRACHT = "opdracht"
    CONVENANT = "convenant"
    EIGEN_VERZOEK = "eigen_verzoek"


class SoortOpdracht(StrEnum):
    """The links of the line of assignment, from the top down."""

    BESTUURSOPDRACHT = "bestuursopdracht"
    UITVOERINGSPLAN = "uitvoeringsplan"
    WERKAFSPRAAK = "werkafspraak"


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
    if op < van or (tot is not None and op >= tot):
        return False
    if vorm is Vorm.WETTELIJK:
        return True
    signed = ondertekend_op is not None and ondertekend_op <= op
    return signed or (voorlopig_tot is not None and op < voorlopig_tot)
