"""The facts of an arrival: permit, housing, registration, and what DUO says of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from schakel.demo.keten import Keten
from schakel.demo.regio.dagen import BEGIN_WET, heard, plus
from schakel.demo.regio.mensen import (
    LANDEN_VAN_ASIEL,
    LANDEN_VAN_GEZINNEN,
    Burgerzaken,
    Dagen,
    Loop,
    Mens,
    Scholing,
    Soort,
    casus_van,
    geboren,
    jaren,
    scholing,
)
from schakel.demo.region import Nieuwkomer
from schakel.dossier.queries import events
from schakel.wet.lijsten import Doelgroep, StatusReferent, Verblijfsvergunning, Wet

ASIEL = events.VergunningGranted(
    vergunning=Verblijfsvergunning.ASIEL_BEPAALD, doel="", status_referent=None
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhaal:
    """One life in the region: who comes where and when, and how it goes.

    :param naam: its own, also the seed of all that is by chance in it
    :param brp: day of the registration in the BRP
    :param loop: writes the course, after the facts of the arrival
    :param gezin: `naam` of an earlier story whose household is joined, or ""
    :param vergunning: the day of the permit, or None for one that goes with the rest
    :param duo: False when DUO has not told anything yet
    """

    naam: str
    gemeente: str
    soort: Soort
    brp: date
    loop: Loop
    gezin: str = ""
    vergunning: date | None = None
    leeftijd: int | None = None
    scholing: Scholing | None = None
    toegewezen: bool = True
    duo: bool = True


def kom_aan(
    verhaal: Verhaal,
    *,
    rng: Random,
    keten: Keten,
    burgerzaken: Burgerzaken,
    familie: Mens | None,
) -> Mens:
    """Return the person of a story, with all facts of the arrival planned."""
    dagen = _dagen(verhaal, rng, familie)
    herkomst = _herkomst(rng, verhaal.soort, familie)
    born, precisie = geboren(rng, verhaal.soort, verhaal.brp, verhaal.leeftijd)
    young, learned = rng.random() < 0.3, scholing(rng, verhaal.soort, jaren(born, verhaal.brp))
    gezin = None if familie is None else familie.nieuw
    mens = Mens(
        nieuw=Nieuwkomer(
            gegevens=burgerzaken.gegevens(
                rng, herkomst=herkomst, gemeente=verhaal.gemeente, gezin=gezin
            ),
            gemeente=verhaal.gemeente,
            opened_on=dagen.opened_on,
            wie=casus_van(verhaal.gemeente, verhaal.brp),
            toegewezen=verhaal.toegewezen,
            gezin=gezin,
        ),
        keten=keten,
        rng=rng,
        soort=verhaal.soort,
        brp=verhaal.brp,
        dagen=dagen,
        telt=max(dagen.telt, dagen.opened_on),
        geboren=born,
        precisie=precisie,
        scholing=verhaal.scholing or learned,
        kleine_kinderen=young,
        herkomst=herkomst,
    )
    _facts(mens, dagen)
    if verhaal.duo:
        _told_by_duo(mens, dagen)
    return mens


def _dagen(verhaal: Verhaal, rng: Random, familie: Mens | None) -> Dagen:
    """Return the days of the arrival; who comes together has the same, and nobody joins early."""
    dagen = _DAGEN[verhaal.soort](rng, verhaal.brp)
    if verhaal.vergunning is not None:
        dagen = replace(dagen, vergunning=verhaal.vergunning)
    if familie is None:
        return dagen
    if (familie.brp, familie.soort) == (verhaal.brp, verhaal.soort):
        return familie.dagen
    return replace(dagen, opened_on=max(dagen.opened_on, familie.dagen.opened_on))


def _herkomst(rng: Random, soort: Soort, familie: Mens | None) -> str:
    if familie is not None and soort is not Soort.OUDE_WET:
        return familie.herkomst
    asiel = soort.is_asiel or soort is Soort.OUDE_WET
    return rng.choice(LANDEN_VAN_ASIEL if asiel else LANDEN_VAN_GEZINNEN)


def _asiel(rng: Random, brp: date) -> Dagen:
    """After the permit one waits in the azc for a house; the termijn counts from the BRP."""
    longest = 260 if brp.year > BEGIN_WET.year else 60
    vergunning = max(brp - timedelta(days=rng.randint(50, longest)), BEGIN_WET + timedelta(days=4))
    kennisgeving = vergunning + timedelta(days=rng.randint(6, 16))
    opened_on = max(brp - timedelta(days=rng.randint(20, 48)), kennisgeving)
    return Dagen(vergunning, kennisgeving, plus(opened_on, 0), brp)


def _nareis(rng: Random, brp: date) -> Dagen:
    vergunning = brp - timedelta(days=rng.randint(3, 14))
    kennisgeving = brp + timedelta(days=rng.randint(4, 18))
    return Dagen(vergunning, kennisgeving, plus(brp, rng.randint(0, 5)), kennisgeving)


def _gezin(rng: Random, brp: date) -> Dagen:
    vergunning = brp + timedelta(days=rng.randint(-6, 8))
    kennisgeving = max(brp, vergunning) + timedelta(days=rng.randint(10, 30))
    return Dagen(vergunning, kennisgeving, plus(brp, rng.randint(9, 20)), kennisgeving)


def _oude_wet(rng: Random, brp: date) -> Dagen:
    """Here for years, on the first permit; the dossier is opened because the family comes."""
    first, last = brp - timedelta(days=1_750), BEGIN_WET - timedelta(days=70)
    vergunning = first + timedelta(days=rng.randint(0, (last - first).days))
    return Dagen(vergunning, vergunning, plus(brp, 0), brp)


_DAGEN: dict[Soort, Callable[[Random, date], Dagen]] = {
    Soort.ASIEL: _asiel,
    Soort.NAREIS: _nareis,
    Soort.NAREIS_REGULIER: _nareis,
    Soort.GEZIN: _gezin,
    Soort.OVERIG: _gezin,
    Soort.OUDE_WET: _oude_wet,
}


def _facts(mens: Mens, dagen: Dagen) -> None:
    """Plan what the casusregisseur records of the arrival."""
    nieuw, wie = mens.nieuw, mens.nieuw.wie
    born = events.PersonBorn(precisie=mens.precisie)
    nieuw.feit(born, mens.geboren, recorded=nieuw.opened_on, wie=wie)
    nieuw.feit(_vergunning(mens), dagen.vergunning, recorded=plus(dagen.vergunning, 1), wie=wie)
    registered = dagen.vergunning + timedelta(days=40) if _is_oud(mens) else mens.brp
    if mens.soort is Soort.ASIEL:
        housed = events.HousingAssigned(gemeente=mens.gemeente)
        nieuw.feit(housed, nieuw.opened_on, wie=wie)
    brp = events.BRPRegistered(gemeente=mens.gemeente)
    nieuw.feit(brp, registered, recorded=mens.later(registered, 0, 4), wie=wie)


def _is_oud(mens: Mens) -> bool:
    return mens.soort is Soort.OUDE_WET


def _vergunning(mens: Mens) -> events.VergunningGranted:
    if mens.soort in {Soort.ASIEL, Soort.NAREIS, Soort.OUDE_WET}:
        return ASIEL
    doel, referent = {
        Soort.NAREIS_REGULIER: ("gezinslid", StatusReferent.ASIEL_BEPAALD),
        Soort.GEZIN: ("gezinslid", StatusReferent.NEDERLANDER),
        Soort.OVERIG: ("niet_tijdelijk_overig", None),
    }[mens.soort]
    if mens.soort is Soort.GEZIN and mens.kans(0.1):
        referent = StatusReferent.EU_LTR
    if mens.soort is Soort.OVERIG and mens.kans(0.5):
        doel = "geestelijke_bedienaar"
    return events.VergunningGranted(
        vergunning=Verblijfsvergunning.REGULIER_BEPAALD, doel=doel, status_referent=referent
    )


def _told_by_duo(mens: Mens, dagen: Dagen) -> None:
    """Plan the kennisgeving, and which law, group and begin DUO recorded."""
    begin = dagen.kennisgeving
    # Of who is not known here yet DUO tells nothing; and while it is silent nothing of anyone.
    told = max(heard(begin), heard(mens.nieuw.opened_on - timedelta(days=1)))
    if _is_oud(mens):
        law = events.WetDetermined(wet=Wet.WI2013)
        mens.nieuw.feit(law, mens.nieuw.opened_on, recorded=told)
        return
    groep = Doelgroep.ASIELSTATUSHOUDER
    if not mens.soort.is_asiel:
        groep = Doelgroep.GEZINSMIGRANT_OVERIG
    for event in (
        events.PlichtBegun(),
        events.WetDetermined(wet=Wet.WI2021),
        events.DoelgroepDetermined(doelgroep=groep),
        events.KennisgevingSent(),
    ):
        mens.nieuw.feit(event, begin, recorded=told)
