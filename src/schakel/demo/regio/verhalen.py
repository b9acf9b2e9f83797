"""Every storyline of the region, by gemeente. A later part of the product adds its lines here.

What lies on a desk today is told in days before today; the rest on days of its own. A new line
goes at the end of its list: numbers are given out in order.
"""

from datetime import date

from schakel.demo.keten import BODEGRAVEN, MONTFOORT, OUDEWATER, WOERDEN
from schakel.demo.regio import bureau, dubbel, einde, omwegen, verhuizing, verloop
from schakel.demo.regio.aankomst import Verhaal
from schakel.demo.regio.dagen import geleden
from schakel.demo.regio.mensen import Loop, Scholing, Soort
from schakel.wet.lijsten import Leerroute

ASIEL, NAREIS, GEZIN = Soort.ASIEL, Soort.NAREIS, Soort.GEZIN


def _nu(
    gemeente: str,
    soort: Soort,
    days: int,
    loop: Loop,
    *,
    naam: str = "",
    toegewezen: bool = True,
    duo: bool = True,
) -> Verhaal:
    """Return the story of someone who came so many days ago."""
    return Verhaal(
        naam=f"{gemeente} {naam or loop.__name__} {days}",
        gemeente=gemeente,
        soort=soort,
        brp=geleden(days),
        loop=loop,
        toegewezen=toegewezen,
        duo=duo,
    )


OP_HET_BUREAU = (
    _nu(WOERDEN, ASIEL, 24, bureau.gesprek_vandaag),
    _nu(WOERDEN, GEZIN, 62, bureau.toets_vandaag),
    _nu(WOERDEN, ASIEL, 6, bureau.net_geopend),
    _nu(WOERDEN, ASIEL, 3, bureau.net_geopend, toegewezen=False),
    _nu(WOERDEN, GEZIN, 47, bureau.net_geopend, toegewezen=False),
    _nu(WOERDEN, ASIEL, 31, bureau.wacht_op_antwoord(20), naam="lang geen antwoord"),
    _nu(WOERDEN, ASIEL, 44, bureau.oproep_loopt),
    _nu(WOERDEN, ASIEL, 55, bureau.oproep_verlopen),
    _nu(WOERDEN, NAREIS, 52, bureau.oproep_gemist),
    _nu(WOERDEN, ASIEL, 33, bureau.intake_half),
    _nu(WOERDEN, GEZIN, 58, bureau.pip_klaar, naam="geen kennisgeving", duo=False),
    _nu(WOERDEN, ASIEL, 41, bureau.ligt_bij_meelezer),
    _nu(WOERDEN, ASIEL, 49, bureau.meelezer_niet_akkoord),
    _nu(WOERDEN, ASIEL, 36, bureau.pip_klaar),
    _nu(WOERDEN, ASIEL, 46, bureau.pip_later),
    _nu(WOERDEN, ASIEL, 54, bureau.pip_niet_verzonden),
    _nu(WOERDEN, ASIEL, 80, bureau.aan_te_melden(Leerroute.ONDERWIJS, 33), naam="wacht op plek"),
    _nu(WOERDEN, GEZIN, 96, bureau.wacht_op_inschrijving(22), naam="zoekt een school"),
    _nu(WOERDEN, GEZIN, 300, bureau.wacht_op_inschrijving(215), naam="nooit ingeschreven"),
    _nu(WOERDEN, ASIEL, 88, bureau.over_termijn_met_plan),
    _nu(WOERDEN, ASIEL, 79, bureau.over_termijn),
    _nu(WOERDEN, ASIEL, 268, bureau.stilgevallen),
    _nu(WOERDEN, ASIEL, 34, bureau.tegenspraak_open),
    _nu(BODEGRAVEN, ASIEL, 23, bureau.gesprek_vandaag),
    _nu(BODEGRAVEN, ASIEL, 5, bureau.net_geopend),
    _nu(BODEGRAVEN, GEZIN, 44, bureau.net_geopend, toegewezen=False),
    _nu(BODEGRAVEN, ASIEL, 29, bureau.gesprek_niet_vastgelegd),
    _nu(BODEGRAVEN, ASIEL, 48, bureau.oproep_verlopen),
    _nu(BODEGRAVEN, ASIEL, 30, bureau.intake_half),
    _nu(BODEGRAVEN, GEZIN, 57, bureau.wacht_op_uitslag),
    _nu(BODEGRAVEN, ASIEL, 42, bureau.ligt_bij_meelezer),
    _nu(BODEGRAVEN, ASIEL, 35, bureau.pip_klaar),
    _nu(BODEGRAVEN, ASIEL, 52, bureau.pip_later),
    _nu(BODEGRAVEN, ASIEL, 78, bureau.over_termijn),
    _nu(BODEGRAVEN, ASIEL, 75, bureau.aan_te_melden(Leerroute.B1, 6), naam="aanmelden"),
    _nu(BODEGRAVEN, GEZIN, 92, bureau.wacht_op_inschrijving(17), naam="zoekt een school"),
    _nu(BODEGRAVEN, ASIEL, 330, bureau.nooit_begonnen),
    _nu(MONTFOORT, ASIEL, 27, bureau.gesprek_gepland),
    _nu(MONTFOORT, ASIEL, 53, bureau.pip_niet_verzonden),
    _nu(MONTFOORT, GEZIN, 49, bureau.toets_te_plannen),
    _nu(MONTFOORT, ASIEL, 84, bureau.over_termijn),
    _nu(OUDEWATER, ASIEL, 39, bureau.toets_gepland),
    _nu(OUDEWATER, GEZIN, 51, bureau.wacht_op_antwoord(5), naam="pas uitgenodigd"),
    _nu(OUDEWATER, ASIEL, 26, bureau.gesprek_gepland),
)


def _toen(
    gemeente: str,
    soort: Soort,
    brp: date,
    loop: Loop,
    *,
    naam: str = "",
    gezin: str = "",
    vergunning: date | None = None,
    leeftijd: int | None = None,
    scholing: Scholing | None = None,
    duo: bool = True,
) -> Verhaal:
    """Return the story of someone who came on this day."""
    return Verhaal(
        naam=naam or f"{gemeente} {loop.__name__} {brp}",
        gemeente=gemeente,
        soort=soort,
        brp=brp,
        loop=loop,
        gezin=gezin,
        vergunning=vergunning,
        leeftijd=leeftijd,
        scholing=scholing,
        duo=duo,
    )


OMWEGEN = (
    _toen(WOERDEN, ASIEL, date(2025, 5, 12), omwegen.intake_bij_afwezigheid),
    _toen(WOERDEN, ASIEL, date(2024, 9, 2), omwegen.pip_opnieuw, scholing=Scholing.BASIS),
    _toen(WOERDEN, ASIEL, date(2024, 4, 15), omwegen.aanmelding_opnieuw),
    _toen(WOERDEN, ASIEL, date(2025, 8, 25), omwegen.ontheffing_van_de_toets, leeftijd=58),
    _toen(WOERDEN, ASIEL, date(2025, 11, 10), omwegen.toets_tweemaal_gemist),
    _toen(WOERDEN, GEZIN, date(2025, 1, 10), omwegen.pip_voor_de_kennisgeving, duo=False),
    _toen(WOERDEN, ASIEL, date(2024, 11, 4), omwegen.inschrijving_hersteld),
    _toen(WOERDEN, ASIEL, date(2023, 9, 18), omwegen.gemist_was_verschoven),
    _toen(WOERDEN, ASIEL, date(2025, 2, 3), omwegen.tegenspraak_beantwoord),
    _toen(WOERDEN, ASIEL, date(2024, 10, 7), omwegen.intake_in_later_jaar),
    _toen(WOERDEN, ASIEL, date(2025, 6, 16), omwegen.met_sociaal_team, leeftijd=49),
    _toen(WOERDEN, ASIEL, date(2025, 3, 24), dubbel.dubbel_samengevoegd),
    _toen(WOERDEN, NAREIS, date(2026, 2, 9), dubbel.dubbel_spreekt_tegen),
    _toen(WOERDEN, ASIEL, date(2024, 5, 27), verhuizing.naar_bodegraven_met_pip),
    _toen(WOERDEN, ASIEL, date(2025, 7, 7), verhuizing.net_naar_bodegraven),
    _toen(WOERDEN, ASIEL, date(2023, 5, 8), verhuizing.uit_de_regio(verhuizing.UTRECHT, 410)),
    _toen(WOERDEN, ASIEL, date(2022, 3, 21), einde.voldaan),
    _toen(WOERDEN, GEZIN, date(2024, 2, 12), einde.vrijstelling, scholing=Scholing.HOGER),
    _toen(WOERDEN, ASIEL, date(2023, 10, 2), einde.overleden, leeftijd=61),
    _toen(WOERDEN, GEZIN, date(2025, 9, 15), einde.plicht_ingetrokken),
    _toen(
        WOERDEN, ASIEL, date(2022, 5, 16), einde.toch_oude_wet, vergunning=date(2021, 11, 22),
        duo=False,
    ),
    _toen(BODEGRAVEN, NAREIS, date(2025, 5, 19), omwegen.gesprek_zonder_tweede_paar_ogen),
    _toen(BODEGRAVEN, ASIEL, date(2024, 8, 12), omwegen.geboortedatum_hersteld),
    _toen(BODEGRAVEN, ASIEL, date(2025, 4, 7), omwegen.toch_niet_vertrokken),
    _toen(BODEGRAVEN, ASIEL, date(2022, 9, 12), einde.ontheffing, leeftijd=57),
    _toen(BODEGRAVEN, GEZIN, date(2024, 6, 3), einde.ander_verblijfsdoel),
    _toen(BODEGRAVEN, ASIEL, date(2024, 1, 22), verhuizing.uit_de_regio(verhuizing.GOUDA, 240)),
    _toen(MONTFOORT, ASIEL, date(2023, 11, 6), verhuizing.naar_woerden_met_pip),
    _toen(MONTFOORT, GEZIN, date(2023, 8, 21), einde.overig),
    _toen(OUDEWATER, ASIEL, date(2024, 3, 4), einde.vertrokken),
    _toen(OUDEWATER, ASIEL, date(2025, 10, 6), verhuizing.voor_het_pip_uit_de_regio),
)  # fmt: skip

REGULIER, OUD = Soort.NAREIS_REGULIER, Soort.OUDE_WET
GEZINNEN = (
    _toen(
        WOERDEN, OUD, date(2024, 7, 1), einde.buiten_wi2021, naam="kwam eerder", leeftijd=38,
    ),
    _toen(WOERDEN, REGULIER, date(2024, 7, 1), verloop.loopt, gezin="kwam eerder"),
    _toen(WOERDEN, ASIEL, date(2024, 12, 9), verloop.loopt, naam="ouder", leeftijd=46),
    _toen(WOERDEN, NAREIS, date(2025, 10, 20), verloop.loopt, gezin="ouder", leeftijd=43),
    _toen(
        WOERDEN, REGULIER, date(2025, 10, 21), omwegen.doelgroep_gewijzigd, gezin="ouder",
        leeftijd=19, duo=False,
    ),
    _toen(WOERDEN, ASIEL, date(2025, 1, 27), omwegen.andere_casusregisseur, naam="broer"),
    _toen(WOERDEN, ASIEL, date(2025, 1, 27), verloop.loopt, gezin="broer"),
    _toen(
        BODEGRAVEN, OUD, date(2026, 2, 16), einde.buiten_wi2021, naam="al hier", leeftijd=44,
    ),
    _toen(BODEGRAVEN, REGULIER, date(2026, 2, 16), verloop.loopt, gezin="al hier"),
    _toen(MONTFOORT, ASIEL, date(2025, 2, 17), verloop.loopt, naam="eerst alleen", leeftijd=34),
    _toen(MONTFOORT, NAREIS, date(2026, 3, 2), verloop.loopt, gezin="eerst alleen", leeftijd=31),
)  # fmt: skip

VERHALEN = (*OP_HET_BUREAU, *OMWEGEN, *GEZINNEN)
