"""Extending the inburgeringstermijn for who did a lot and is almost done."""

from collections.abc import Iterator
from datetime import date

from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.lijsten_termijn import SoortTermijn
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, Rang
from schakel.wet.uitkomst import Uitkomst, versie_stap
from schakel.wet.verlenging import Verlenging, VerlengingFeiten, langer, uitkomst
from schakel.wet.voorwaarde import Voorwaarde, beoordeel

DUUR = Dated(
    bron=Artikel("Bi", "4.4", lid="1"),
    versions={date(2022, 1, 1): Duur(aantal=6, eenheid=Eenheid.MAANDEN, rang=Rang.AMVB)},
)
ONDERDELEN = Dated(bron=Artikel("Bi", "4.4", lid="2", onder="c"), versions={date(2022, 1, 1): 2})
UREN = Dated(bron=Artikel("Bi", "4.4", lid="3"), maat=Maat.UREN, versions={date(2022, 1, 1): 450})
ROUTE = Artikel("Bi", "4.4", lid="2", onder="a")
LESSEN = Artikel("Bi", "4.4", lid="2", onder="b")
PVT_EN_MAP = Artikel("Bi", "4.4", lid="2", onder="d")


def verlenging_bijna_klaar(*, feiten: VerlengingFeiten, op: date) -> Uitkomst[Verlenging]:
    """Return the extension of six months for who is almost done (art. 4.4 Bi).

    Only in the B1-route, and only of the termijn of art. 11 Wi2021, extended or not: a new termijn
    after a fine is none. The Atw does not move the new end.

    :param feiten: `leerroute`, `soort`, `behaalde_onderdelen`, `knm_behaald`, `pvt_afgerond`,
        `map_afgerond` and `doelgroep`, with `alle_lessen_gevolgd` for an asielstatushouder and
        `uren_taal_knm` for the others; one that fails decides, whatever is missing
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing fact
    :raises NotInForce: when asked before 1 January 2022
    """
    duur = DUUR.on(op)
    voldoet, keuzes = beoordeel((*_termijn(feiten), *_inspanning(feiten, op)))
    oud = feiten.einde_termijn
    einde = duur.beyond(oud)
    gevolg = langer(f"De verlenging is {duur}.", oud, einde, DUUR.bron)
    return uitkomst(
        feiten=feiten,
        versie=versie_stap(DUUR, op),
        stappen=(*keuzes, gevolg) if voldoet else keuzes,
        einde=einde if voldoet else None,
        op=op,
        geldig_tot=DUUR.next_change(op),
    )


def _termijn(feiten: VerlengingFeiten) -> Iterator[Voorwaarde]:
    soort = feiten.soort
    yield Voorwaarde(
        feit="leerroute",
        onderwerp="De leerroute",
        vervuld=None if feiten.leerroute is None else feiten.leerroute is Leerroute.B1,
        wel="De leerroute is de B1-route.",
        niet="De leerroute is niet de B1-route.",
        bron=ROUTE,
    )
    yield Voorwaarde(
        feit="soort",
        onderwerp="De soort termijn",
        vervuld=None if soort is None else not soort.na_boete,
        wel="Dit is de termijn van drie jaar."
        if soort is SoortTermijn.OORSPRONKELIJK
        else "Dit is de termijn van drie jaar, die al is verlengd.",
        niet="Dit is een nieuwe termijn na een boete, en die wordt op deze grond niet verlengd.",
        bron=DUUR.bron,
        zekerheid=Zekerheid.GELEZEN if soort is SoortTermijn.OORSPRONKELIJK else Zekerheid.AFGELEID,
    )


def _inspanning(feiten: VerlengingFeiten, op: date) -> Iterator[Voorwaarde]:
    yield _lessen(feiten, UREN.on(op))
    aantal, nodig = feiten.behaalde_onderdelen, ONDERDELEN.on(op)
    yield Voorwaarde(
        feit="behaalde_onderdelen",
        onderwerp="Het aantal behaalde taalonderdelen",
        vervuld=None if aantal is None else aantal >= nodig,
        wel=f"Ten minste {nodig} van de 4 taalonderdelen zijn behaald.",
        niet=f"Er zijn geen {nodig} van de 4 taalonderdelen behaald.",
        bron=ONDERDELEN.bron,
    )
    for feit, vervuld, wat, bron in (
        ("knm_behaald", feiten.knm_behaald, "Het examen KNM is{} behaald.", ONDERDELEN.bron),
        ("pvt_afgerond", feiten.pvt_afgerond, "Het PVT is{} afgerond.", PVT_EN_MAP),
        ("map_afgerond", feiten.map_afgerond, "De MAP is{} afgerond.", PVT_EN_MAP),
    ):
        yield Voorwaarde(
            feit=feit,
            onderwerp={
                "knm_behaald": "Of het examen KNM is behaald,",
                "pvt_afgerond": "Of het PVT is afgerond,",
                "map_afgerond": "Of de MAP is afgerond,",
            }[feit],
            vervuld=vervuld,
            wel=wat.format(""),
            niet=wat.format(" niet"),
            bron=bron,
        )


def _lessen(feiten: VerlengingFeiten, nodig: int) -> Voorwaarde:
    """Return the condition about the lessons, which is another one for each doelgroep."""
    met_uren, met_lessen = _met_uren(feiten, nodig), _met_lessen(feiten)
    if feiten.doelgroep is not None:
        gezin = feiten.doelgroep is Doelgroep.GEZINSMIGRANT_OVERIG
        return met_uren if gezin else met_lessen
    return Voorwaarde(
        feit="doelgroep",
        onderwerp="De doelgroep",
        vervuld=met_uren.vervuld if met_uren.vervuld is met_lessen.vervuld else None,
        wel="Er zijn genoeg lessen gevolgd, wat ook de doelgroep is.",
        niet="Er zijn niet genoeg lessen gevolgd, wat ook de doelgroep is.",
        bron=LESSEN,
    )


def _met_uren(feiten: VerlengingFeiten, nodig: int) -> Voorwaarde:
    uren = feiten.uren_taal_knm
    return Voorwaarde(
        feit="uren_taal_knm",
        onderwerp="Het aantal uren taallessen en KNM",
        vervuld=None if uren is None else uren >= nodig,
        wel=f"Er zijn ten minste {nodig} uren taallessen of KNM gevolgd.",
        niet=f"Er zijn geen {nodig} uren taallessen of KNM gevolgd.",
        bron=UREN.bron,
    )


def _met_lessen(feiten: VerlengingFeiten) -> Voorwaarde:
    return Voorwaarde(
        feit="alle_lessen_gevolgd",
        onderwerp="Of alle lessen zijn gevolgd,",
        vervuld=feiten.alle_lessen_gevolgd,
        wel="Alle lessen zijn gevolgd, op geoorloofd verzuim na.",
        niet="Niet alle lessen zijn gevolgd.",
        bron=LESSEN,
    )
