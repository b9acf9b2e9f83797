"""To which of the two groups of the Wi2021 someone belongs."""

from collections.abc import Callable
from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.lijsten import Doelgroep, StatusReferent, Verblijfsvergunning
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

ASIELVERGUNNING = Artikel("Wi2021", "13", lid="1", onder="a")
GEZINSLID = Artikel("Wi2021", "13", lid="1", onder="b")
OVERIG = Artikel("Wi2021", "19")
VOLGENS_DUO = Artikel("Bi", "9.4", lid="2", onder="a")

DOEL_GEZINSLID = "gezinslid"
BESCHERMD = frozenset(
    {
        StatusReferent.ASIEL_BEPAALD,
        StatusReferent.ASIEL_ONBEPAALD,
        StatusReferent.EU_LTR_BESCHERMING,
    }
)

Keuze = tuple[Doelgroep | None, Stap]


def doelgroep(
    *,
    vergunning: Verblijfsvergunning | None,
    doel: str,
    status_referent: StatusReferent | None,
    volgens_duo: Doelgroep | None = None,
    op: date,
) -> Uitkomst[Doelgroep | None]:
    """Return the group, or None when it cannot be told (art. 13 lid 1 and 19 Wi2021).

    What DUO recorded wins: it keeps the rights of an asielstatushouder after a change of permit.

    :param vergunning: the permit that the person holds on `op`; None when that is not known
    :param doel: purpose of a regular permit; `gezinslid` is the family member, "" is not known
    :param status_referent: of the person whom the family member joins, on `op`; None if not known
    :param volgens_duo: the group that DUO recorded
    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    """
    value, keuze = VERSIES.on(op)(vergunning, doel, status_referent)
    keuzes: tuple[Stap, ...] = (keuze,)
    if volgens_duo:
        keuzes = _volgens_duo(volgens_duo, value, keuze)
        value = volgens_duo
    tekst = f"De doelgroep is {value.label}." if value else "De doelgroep is nog niet te bepalen."
    return Uitkomst(
        value=value,
        grounds=grounds_of(keuzes),
        stappen=(
            versie_stap(VERSIES, op),
            *_feiten(vergunning, doel, status_referent),
            *keuzes,
            Stap(soort=StapSoort.UITKOMST, tekst=tekst),
        ),
        op=op,
        geldig_tot=VERSIES.next_change(op),
    )


def _sinds_2022(
    vergunning: Verblijfsvergunning | None, doel: str, status_referent: StatusReferent | None
) -> Keuze:
    if vergunning is Verblijfsvergunning.ASIEL_BEPAALD:
        return Doelgroep.ASIELSTATUSHOUDER, keuze_stap(
            "Wie een asielvergunning voor bepaalde tijd heeft, is asielstatushouder.",
            ASIELVERGUNNING,
        )
    if vergunning is Verblijfsvergunning.REGULIER_BEPAALD:
        return _regulier(doel, status_referent)
    return None, keuze_stap(
        "Bij deze vergunning noemt de wet geen doelgroep. Neem de doelgroep over van DUO."
        if vergunning
        else "De verblijfsvergunning is niet bekend. Neem de doelgroep over van DUO.",
        ASIELVERGUNNING,
    )


VERSIES: Dated[Callable[[Verblijfsvergunning | None, str, StatusReferent | None], Keuze]] = Dated(
    bron=Artikel("Wi2021", "13", lid="1"),
    versions={date(2022, 1, 1): _sinds_2022},
)


def _regulier(doel: str, status_referent: StatusReferent | None) -> Keuze:
    kan_gezinslid_zijn = doel in {DOEL_GEZINSLID, ""}
    kan_beschermd_zijn = status_referent is None or status_referent in BESCHERMD
    if kan_gezinslid_zijn and kan_beschermd_zijn:
        return _misschien_gezinslid(doel, status_referent)
    tekst = (
        "Deze vergunning is niet die van een gezinslid, dus telt de status van de referent niet."
        if status_referent in BESCHERMD
        else "Wie een reguliere vergunning voor bepaalde tijd heeft en geen gezinslid is van "
        "iemand met bescherming, hoort bij de gezins- en overige migranten."
    )
    # A work permit at a protected person: that art. 13 asks for a family permit is our reading.
    return Doelgroep.GEZINSMIGRANT_OVERIG, keuze_stap(
        tekst,
        OVERIG,
        zekerheid=Zekerheid.AFGELEID if status_referent in BESCHERMD else Zekerheid.GELEZEN,
    )


def _misschien_gezinslid(doel: str, status_referent: StatusReferent | None) -> Keuze:
    if doel and status_referent:
        return Doelgroep.ASIELSTATUSHOUDER, keuze_stap(
            "Een gezinslid met een reguliere vergunning is asielstatushouder als de referent "
            f"deze status heeft: {status_referent.label}.",
            GEZINSLID,
        )
    ontbreekt = "het verblijfsdoel" if not doel else "de status van de referent"
    return None, keuze_stap(
        f"Om de doelgroep te bepalen ontbreekt {ontbreekt}. Vul dit aan, of neem de doelgroep "
        "over van DUO.",
        GEZINSLID,
    )


def _volgens_duo(duo: Doelgroep, eigen: Doelgroep | None, keuze: Stap) -> tuple[Stap, ...]:
    """Give the step that DUO's record is followed, and our own reading where it differs."""
    feit = feit_stap("volgens_duo", f"DUO heeft als doelgroep vastgelegd: {duo.label}.", None)
    if eigen in {duo, None}:
        return feit, keuze_stap("De doelgroep die DUO vastlegt, wordt gevolgd.", VOLGENS_DUO)
    tekst = (
        "De vergunning wijst op de andere doelgroep. De doelgroep die DUO vastlegt, wordt gevolgd."
    )
    return feit, keuze, keuze_stap(tekst, VOLGENS_DUO, zekerheid=Zekerheid.AFGELEID)


def _feiten(
    vergunning: Verblijfsvergunning | None, doel: str, status_referent: StatusReferent | None
) -> tuple[Stap, ...]:
    referent = status_referent.label if status_referent else "niet bekend"
    regulier = vergunning is Verblijfsvergunning.REGULIER_BEPAALD
    feit = feit_stap(
        "vergunning",
        f"De verblijfsvergunning is: {vergunning.label if vergunning else 'niet bekend'}.",
        None,
    )
    if not regulier:
        return (feit,)
    return (
        feit,
        feit_stap(
            "doel", f"Het verblijfsdoel is: {doel.replace('_', ' ') or 'niet bekend'}.", None
        ),
        feit_stap("status_referent", f"De status van de referent is: {referent}.", None),
    )
