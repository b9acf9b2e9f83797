"""The letter with a PIP: what was decided, in the words of the decision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from schakel.base.actor import Actor
from schakel.base.refusal import Refusal
from schakel.brieven.actions import make_pip_brief
from schakel.brieven.queries import Afweging, Onderdeel, PIPBrief
from schakel.dossier.queries import PersoonView, Zicht, get_persoon
from schakel.keten.queries import (
    BevoegdheidView,
    SoortBesluit,
    get_bevoegdheid,
    list_medewerkers,
)
from schakel.logboek.queries import Row
from schakel.traject.rules.pip import PIPGegevens, inhoud
from schakel.traject.rules.verhaal import Verhaal
from schakel.wet.bron import Artikel
from schakel.wet.lijsten import PIPOnderdeel
from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """A PIP that was just established, with what its letter needs.

    :param row: of the log
    :param verhaal: all that is known, this PIP included
    :param akkoord_van: id of the medewerker who read it along and agreed, or None
    """

    row: Row
    gegevens: PIPGegevens
    verhaal: Verhaal
    bevoegdheid: BevoegdheidView
    akkoord_van: int | None


def require_bevoegdheid(zicht: Zicht, gegevens: PIPGegevens) -> BevoegdheidView:
    """Return who may establish a PIP for this gemeente on the dagtekening.

    :raises Refusal: if the register is silent: no power, no letter
    """
    found = get_bevoegdheid(
        gemeente=zicht.gemeente, soort=SoortBesluit.PIP, op=gegevens.dagtekening
    )
    if found is None:
        raise Refusal(
            "Op die dag is niet vastgelegd wie voor deze gemeente een PIP mag vaststellen. Vraag "
            "de functioneel beheerder om de bevoegdheid vast te leggen (Keten, Bevoegdheden).",
            field="dagtekening",
        )
    return found


def make_brief(besluit: Besluit, *, zicht: Zicht, actor: Actor, now: datetime) -> None:
    """Make the letter with a PIP and keep it with the dossier.

    :raises Refusal: if the letter cannot be printed
    """
    make_pip_brief(
        actor=actor,
        dossier=zicht.id,
        gebeurtenis=besluit.row.id,
        brief=_brief(besluit, zicht=zicht, actor=actor),
        now=now,
    )


def _brief(besluit: Besluit, *, zicht: Zicht, actor: Actor) -> PIPBrief:
    gegevens, power = besluit.gegevens, besluit.bevoegdheid
    persoon = get_persoon(actor=actor, zicht=zicht)
    traject = besluit.verhaal.traject_on(gegevens.dagtekening)
    first = traject.eerste_pip_op or gegevens.dagtekening
    termijn = inburgeringstermijn(dagtekening_pip=first).value
    return PIPBrief(
        gemeente=power.gemeente_naam,
        orgaan=power.orgaan,
        namens=power.namens,
        ondertekenaar=power.ondertekenaar,
        functie=power.functie,
        bezwaar_bij=power.bezwaar_bij,
        bezwaar_adres=power.bezwaar_adres,
        naam=persoon.naam,
        adres=_adres(persoon),
        kenmerk=str(zicht.uuid)[:8],
        dagtekening=gegevens.dagtekening,
        leerroute=gegevens.leerroute.label,
        niveau=gegevens.niveau.label if gegevens.niveau else "",
        onderdelen=tuple(_onderdelen(gegevens, _bronnen(besluit))),
        afwegingen=tuple(
            Afweging(route.label, tekst, route is gegevens.leerroute)
            for route, tekst in gegevens.afwegingen().items()
        ),
        motivering=gegevens.afwijking,
        gronden=besluit.row.grounds,
        termijn_van=termijn.start,
        termijn_laatste_dag=termijn.last_day or termijn.start,
        meegelezen=_reader(besluit.akkoord_van),
    )


def _adres(persoon: PersoonView) -> tuple[str, ...]:
    lines = (
        f"{persoon.straat} {persoon.huisnummer}".strip(),
        f"{persoon.postcode} {persoon.woonplaats}".strip(),
    )
    return tuple(line for line in lines if line)


def _bronnen(besluit: Besluit) -> Mapping[PIPOnderdeel, Artikel]:
    on = besluit.gegevens.dagtekening
    found = inhoud(
        leerroute=besluit.gegevens.leerroute,
        dagtekening=on,
        dossier=besluit.verhaal.dossier_on(on),
        traject=besluit.verhaal.traject_on(on),
    )
    return found.value.bronnen


def _onderdelen(
    gegevens: PIPGegevens, bronnen: Mapping[PIPOnderdeel, Artikel]
) -> Iterator[Onderdeel]:
    """Yield what was decided beside the leerroute, only what there is something to say of."""
    texts = {
        PIPOnderdeel.INTENSITEIT_LEERROUTE: _hours(gegevens.uren_leerroute),
        PIPOnderdeel.BEGELEIDING: gegevens.begeleiding,
        PIPOnderdeel.VOORTGANGSGESPREKKEN: _talks(gegevens.voortgangsgesprekken),
        PIPOnderdeel.INTENSITEIT_PVT_MAP: _pvt_map(gegevens),
        PIPOnderdeel.VVE: gegevens.vve_afspraken,
        PIPOnderdeel.ONTZORGING: _ontzorging(gegevens),
        PIPOnderdeel.PW_BESLUITEN: gegevens.pw_besluiten,
        PIPOnderdeel.EXAMENWENS: _exams(gegevens),
    }
    for onderdeel, tekst in texts.items():
        if tekst.strip():
            label = onderdeel.label
            yield Onderdeel(
                label[:1].upper() + label[1:], tekst.strip(), str(bronnen.get(onderdeel, ""))
            )


def _hours(uren: int | None) -> str:
    return "" if uren is None else f"{uren} uur in totaal."


def _talks(aantal: int | None) -> str:
    if aantal is None:
        return ""
    return f"Wij spreken u {aantal} keer over hoe het gaat."


def _pvt_map(gegevens: PIPGegevens) -> str:
    hours = {
        "Participatieverklaringstraject (PVT)": gegevens.uren_pvt,
        "Module Arbeidsmarkt en Participatie (MAP)": gegevens.uren_map,
    }
    return " ".join(f"{what}: {uren} uur." for what, uren in hours.items() if uren is not None)


def _ontzorging(gegevens: PIPGegevens) -> str:
    if not gegevens.ontzorgd:
        return ""
    return (
        "De eerste zes maanden dat u recht op bijstand hebt, betalen wij daaruit uw huur, uw gas, "
        "water en stroom, en uw zorgverzekering. U krijgt wat overblijft."
    )


def _exams(gegevens: PIPGegevens) -> str:
    wanted = [
        what
        for wish, what in (
            (gegevens.examen_a2, "het taalexamen op niveau A2"),
            (gegevens.examen_knm, "het examen Kennis van de Nederlandse Maatschappij (KNM)"),
        )
        if wish
    ]
    return f"U doet {' en '.join(wanted)}." if wanted else ""


def _reader(medewerker: int | None) -> str:
    if medewerker is None:
        return ""
    known = list_medewerkers(ids=[medewerker])
    return next((one.label for one in known.values()), "")
