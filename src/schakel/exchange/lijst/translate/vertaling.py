"""A row of the list as facts of ours. Pure: whoever is known already is for the actions to see."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tekst import normaal
from schakel.dossier import events as feiten
from schakel.exchange.lijst import waarden
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Ernst, Gegeven, Rij, Soort, Vertaling
from schakel.exchange.lijst.translate.lezer import Lezer
from schakel.exchange.lijst.translate.traject import over_traject
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep

T = TypeVar("T")

ONBEKENDE_GEMEENTE = "0000"
TWEEDE_AANWEZIGE, OPMERKING = "tweede_aanwezige", "opmerking"

NAMEN = {
    "voornaam": Kolom.VOORNAAM,
    "tussenvoegsel": Kolom.TUSSENVOEGSEL,
    "achternaam": Kolom.ACHTERNAAM,
}
LENGTE = {"voornaam": 80, "tussenvoegsel": 20, "achternaam": 120}


def vertaling(
    rij: Rij, *, vandaag: date, gemeenten: Mapping[str, str], bereik: frozenset[str]
) -> Vertaling:
    """Return a row in our words, with all that is wrong or doubtful in the row itself.

    :param gemeenten: names by CBS code
    :param bereik: codes of the gemeenten for which rows may come in
    """
    lezer = Lezer(rij=rij, vandaag=vandaag)
    persoon = _persoon(lezer)
    gemeente = _gemeente(lezer, gemeenten, bereik)
    groep = lezer.lees(Kolom.DOELGROEP, waarden.doelgroep, Soort.KEUZE, Ernst.FOUT)
    dagen = _dagen(lezer)
    geboren = _geboren(lezer)
    told = [day for kolom, day in dagen.items() if day and kolom is not Kolom.LBT_GEPLAND]
    sinds = min(told, default=vandaag)
    code = gemeente or ONBEKENDE_GEMEENTE
    found = {
        **({} if geboren is None else {Kolom.GEBOREN: geboren}),
        **_over_persoon(lezer, code, groep, dagen, sinds),
        **over_traject(lezer, code, dagen),
        **_opmerking(lezer),
    }
    order = list(Kolom)
    return Vertaling(
        regel=rij.regel,
        klantnr=lezer.tekst(Kolom.KLANTNR),
        persoon=persoon,
        gemeente=gemeente,
        sinds=sinds,
        feiten=found,
        meldingen=sorted(lezer.meldingen, key=lambda one: order.index(one.kolom)),
    )


def _persoon(lezer: Lezer) -> dict[str, str]:
    names = {name: " ".join(lezer.tekst(kolom).split()) for name, kolom in NAMEN.items()}
    for name, kolom in NAMEN.items():
        if len(names[name]) > LENGTE[name]:
            lezer.fout(
                kolom,
                Soort.VERPLICHT,
                f"Dit is langer dan {LENGTE[name]} tekens. Kort het in.",
            )
    if not normaal(names["achternaam"]):
        lezer.fout(Kolom.ACHTERNAAM, Soort.VERPLICHT, "Vul de achternaam in.")
    bsn = lezer.lees(Kolom.BSN, waarden.bsn, Soort.BSN, Ernst.FOUT)
    if bsn == "":
        lezer.twijfel(
            Kolom.BSN,
            Soort.ONTBREEKT,
            "Zonder BSN wordt deze persoon minder zeker herkend. Vul het aan als het bekend is.",
        )
    v_nummer = lezer.lees(Kolom.V_NUMMER, waarden.v_nummer, Soort.ONBEGREPEN, Ernst.TWIJFEL)
    return {
        **names,
        "bsn": bsn or "",
        "v_nummer": v_nummer or "",
        "klantnummer": lezer.tekst(Kolom.KLANTNR)[:40],
    }


def _gemeente(lezer: Lezer, gemeenten: Mapping[str, str], bereik: frozenset[str]) -> str:
    code = lezer.lees(
        Kolom.GEMEENTE,
        lambda cel: waarden.gemeente(cel, gemeenten),
        Soort.GEMEENTE,
        Ernst.FOUT,
    )
    if code and code not in bereik:
        lezer.fout(
            Kolom.GEMEENTE,
            Soort.GEMEENTE,
            f"{gemeenten[code]} valt buiten uw bereik. Laat iemand van die gemeente dit inlezen.",
        )
        return ""
    return code or ""


def _geboren(lezer: Lezer) -> Gegeven | None:
    found = lezer.lees(Kolom.GEBOREN, waarden.geboren, Soort.DATUM, Ernst.FOUT)
    if found is None:
        if not lezer.tekst(Kolom.GEBOREN):
            lezer.twijfel(
                Kolom.GEBOREN,
                Soort.ONTBREEKT,
                "Zonder geboortedatum telt deze persoon niet als volwassene. Vul hem aan.",
            )
        return None
    day, precisie = found
    if day > lezer.vandaag:
        lezer.fout(Kolom.GEBOREN, Soort.DATUM, f"{dutch_date(day)} ligt in de toekomst.")
        return None
    if precisie is not feiten.Precisie.DAG:
        lezer.twijfel(
            Kolom.GEBOREN,
            Soort.ONVOLLEDIG,
            "De geboortedatum is niet helemaal bekend. De rest telt als de eerste dag die kan.",
        )
    return Gegeven(event=feiten.PersonBorn(precisie=precisie), op=day)


def _dagen(lezer: Lezer) -> dict[Kolom, date | None]:
    dagen = {
        kolom: lezer.dag(kolom)
        for kolom in (
            Kolom.KENNISGEVING, Kolom.BRP, Kolom.INTAKE, Kolom.LBT_AFGENOMEN, Kolom.PIP,
            Kolom.AANMELDING,
        )
    }  # fmt: skip
    dagen[Kolom.LBT_GEPLAND] = lezer.dag(Kolom.LBT_GEPLAND, straks=True)
    for kolom, what in (
        (Kolom.KENNISGEVING, "kennisgeving van DUO"),
        (Kolom.BRP, "inschrijving in de BRP"),
    ):
        if not lezer.tekst(kolom):
            lezer.twijfel(
                kolom,
                Soort.ONTBREEKT,
                f"De {what} ontbreekt; daarvan hangt een termijn af. Vul de datum aan.",
            )
    return dagen


def _over_persoon(
    lezer: Lezer,
    gemeente: str,
    groep: Doelgroep | None,
    dagen: Mapping[Kolom, date | None],
    sinds: date,
) -> dict[Kolom, Gegeven]:
    verblijf = lezer.lees(
        Kolom.VERBLIJFSSTATUS,
        lambda cel: waarden.verblijf(cel, groep),
        Soort.ONBEGREPEN,
        Ernst.TWIJFEL,
    )
    gehuisvest = lezer.lees(Kolom.GEHUISVEST, waarden.ja_nee, Soort.ONBEGREPEN, Ernst.TWIJFEL)
    kennisgeving, brp = dagen[Kolom.KENNISGEVING], dagen[Kolom.BRP]
    found: dict[Kolom, Gegeven] = {}

    def tell(kolom: Kolom, event: Event, op: date | None = None) -> None:
        found[kolom] = Gegeven(event=event, op=op or sinds, los=op is None)

    tell(Kolom.GEMEENTE, feiten.GemeenteBecameResponsible(gemeente=gemeente, per=sinds))
    if groep is not None:
        tell(Kolom.DOELGROEP, feiten.DoelgroepDetermined(doelgroep=groep))
    if verblijf is not None:
        vergunning = feiten.VergunningGranted(
            vergunning=verblijf.vergunning, doel=verblijf.doel, status_referent=None
        )
        tell(Kolom.VERBLIJFSSTATUS, vergunning)
    if kennisgeving is not None:
        tell(Kolom.KENNISGEVING, feiten.KennisgevingSent(), kennisgeving)
    if brp is not None:
        tell(Kolom.BRP, feiten.BRPRegistered(gemeente=gemeente), brp)
    if gehuisvest:
        tell(Kolom.GEHUISVEST, feiten.HousingAssigned(gemeente=gemeente))
    return found


def _opmerking(lezer: Lezer) -> dict[Kolom, Gegeven]:
    text = lezer.tekst(Kolom.OPMERKINGEN)
    if not text:
        return {}
    return {
        Kolom.OPMERKINGEN: Gegeven(
            event=feiten.OpmerkingImported(),
            op=lezer.vandaag,
            noten=[(OPMERKING, text, Gegevenscategorie.NOTITIES_INTERN)],
            los=True,
        )
    }
