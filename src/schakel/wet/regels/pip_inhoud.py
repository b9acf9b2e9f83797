"""What a PIP must hold, per doelgroep and leerroute."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.lijsten import Doelgroep, Leerroute, PIPOnderdeel, Verblijfsvergunning
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

INHOUD: Dated[Mapping[PIPOnderdeel, Artikel]] = Dated(
    bron=Artikel("Wi2021", "15", lid="1"),
    versions={
        date(2022, 1, 1): {
            PIPOnderdeel.LEERROUTE: Artikel("Wi2021", "15", lid="1", onder="a"),
            PIPOnderdeel.BEGELEIDING: Artikel("Wi2021", "15", lid="1", onder="b"),
            PIPOnderdeel.INTENSITEIT_PVT_MAP: Artikel("Wi2021", "15", lid="1", onder="c"),
            PIPOnderdeel.AFWEGING: Artikel("Awb", "3:46"),
        }
    },
)
ALS_VAN_TOEPASSING: Dated[Mapping[PIPOnderdeel, Artikel]] = Dated(
    bron=Artikel("Wi2021", "15", lid="1"),
    versions={
        date(2022, 1, 1): {
            PIPOnderdeel.VVE: Artikel("Wi2021", "15", lid="1", onder="d"),
            PIPOnderdeel.PW_BESLUITEN: Artikel("Wi2021", "15", lid="3"),
        }
    },
)
VOORTGANGSGESPREKKEN = Dated(
    bron=Artikel("Bi", "5.3"),
    versions={
        date(2022, 1, 1): Artikel("Bi", "5.3", lid="3"),
        date(2023, 1, 1): Artikel("Bi", "5.3", lid="4"),
    },
)
INTENSITEIT = Artikel("Wi2021", "15", lid="2")
ONTZORGING = Artikel("Pw", "56a", lid="1")
EXAMENWENS = Artikel("Bi", "3.14", lid="7")
EXAMENWENS_KNM = Dated(bron=EXAMENWENS, versions={date(2022, 1, 1): False, date(2023, 1, 1): True})
AFWIJKING = Artikel("Awb", "3:50")


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPInhoud:
    """What must be in it, and what must be in it where it applies; each with its article.

    :param examen_knm: where a wish for an exam applies, it may be one for KNM
    """

    verplicht: Mapping[PIPOnderdeel, Artikel]
    als_van_toepassing: Mapping[PIPOnderdeel, Artikel]
    examen_knm: bool = False

    @property
    def bronnen(self) -> Mapping[PIPOnderdeel, Artikel]:
        """Every part with its article."""
        return {**self.verplicht, **self.als_van_toepassing}


def pip_inhoud(
    *,
    doelgroep: Doelgroep,
    leerroute: Leerroute,
    dagtekening: date,
    vergunning: Verblijfsvergunning | None = None,
    wijkt_af: bool = False,
) -> Uitkomst[PIPInhoud]:
    """Return what a PIP of this date must hold (Wi2021 15, Bi 3.14 and 5.3, Awb 3:46 and 3:50).

    :param vergunning: the permit that is held: ontzorging follows it (Pw 56a), not the doelgroep
    :param wijkt_af: the leerroute differs from the advice of the leerbaarheidstoets
    :raises NotInForce: before 1 January 2022
    """
    asiel = doelgroep is Doelgroep.ASIELSTATUSHOUDER
    verplicht = {
        **INHOUD.on(dagtekening),
        PIPOnderdeel.VOORTGANGSGESPREKKEN: VOORTGANGSGESPREKKEN.on(dagtekening),
    }
    if asiel:
        verplicht[PIPOnderdeel.INTENSITEIT_LEERROUTE] = INTENSITEIT
    if wijkt_af:
        verplicht[PIPOnderdeel.AFWIJKING_ADVIES] = AFWIJKING
    mogelijk = dict(ALS_VAN_TOEPASSING.on(dagtekening))
    if vergunning is Verblijfsvergunning.ASIEL_BEPAALD:
        mogelijk[PIPOnderdeel.ONTZORGING] = ONTZORGING
    if leerroute is Leerroute.ZELFREDZAAMHEID:
        mogelijk[PIPOnderdeel.EXAMENWENS] = EXAMENWENS
    value = PIPInhoud(
        verplicht=verplicht,
        als_van_toepassing=mogelijk,
        examen_knm=PIPOnderdeel.EXAMENWENS in mogelijk and EXAMENWENS_KNM.on(dagtekening),
    )
    stappen = tuple(_stappen(value, doelgroep, leerroute, dagtekening))
    return Uitkomst(value=value, grounds=grounds_of(stappen), stappen=stappen, op=dagtekening)


def _stappen(
    value: PIPInhoud, doelgroep: Doelgroep, leerroute: Leerroute, dagtekening: date
) -> Iterator[Stap]:
    yield versie_stap(INHOUD, dagtekening, bepalend="de dagtekening")
    yield feit_stap("doelgroep", f"De doelgroep is {doelgroep.label}.", None)
    yield feit_stap("leerroute", f"De leerroute is de {leerroute.label}.", None)
    for onderdeel, bron in value.verplicht.items():
        yield Stap(
            soort=StapSoort.UITKOMST, tekst=f"In het PIP staat: {onderdeel.label}.", bron=bron
        )
    for onderdeel, bron in value.als_van_toepassing.items():
        yield keuze_stap(f"Als het van toepassing is: {onderdeel.label}.", bron)
    if PIPOnderdeel.EXAMENWENS in value.als_van_toepassing:
        yield keuze_stap(_wens(knm=value.examen_knm), EXAMENWENS)
    # ABRvS 24-12-2024, ECLI:NL:RVS:2024:5413, known from a summary only.
    yield keuze_stap(
        "Dat elke leerroute wordt gewogen, volgt uit de rechtspraak over de zorgvuldigheid.",
        Artikel("Awb", "3:46"),
        zekerheid=Zekerheid.TWEEDE_HAND,
    )


def _wens(*, knm: bool) -> str:
    if knm:
        return "Die wens kan gaan over een taalexamen op A2 en over het examen KNM."
    return "Die wens kan alleen gaan over een taalexamen op A2; over KNM kan dat sinds 2023."
