"""The steps of a course, each planned with one call: what is said and decided follows the person.

A step that would come after today is left out when the region is built: it has not been done yet.
"""

from collections.abc import Collection
from datetime import date

from schakel.demo.keten import TWEEDE_PAAR_OGEN
from schakel.demo.regio.dagen import heard, plus
from schakel.demo.regio.mensen import Mens
from schakel.demo.regio.pips import leerroute_van, pip_van, uitslag_van, waarden_van
from schakel.demo.regio.teksten import verslagen
from schakel.demo.region import doe
from schakel.dossier.queries import events as feiten
from schakel.traject.actions import pip as pip_actions
from schakel.traject.actions import stappen
from schakel.traject.actions.concept import present_concept, read_concept_along, save_concept
from schakel.traject.actions.dossier import assign_casusregisseur
from schakel.traject.actions.pip import PIPGegevens
from schakel.traject.actions.stappen import GesprekGegevens, OproepGegevens
from schakel.traject.actions.werk import VoornemenGegevens, plan_werk
from schakel.traject.queries import events
from schakel.traject.queries.werkvoorraad import Handeling
from schakel.wet.lijsten import (
    GrondLeerbaarheidstoetsOntheffing,
    IntakeOnderwerp,
    Leerroute,
    UitslagLeerbaarheidstoets,
)

SLUITING = feiten.RedenSluiting
EINDE = feiten.RedenEindePlicht


def nodig_uit(mens: Mens, op: date, *, gesprek_op: date | None = None) -> None:
    """Invite, with a day for the talk or to answer first."""
    mens.nieuw.stap(op, doe(stappen.invite, gegevens=_oproep(mens, op, gesprek_op, None)))


def roep_op(mens: Mens, op: date, *, uiterlijk: date, gesprek_op: date | None = None) -> None:
    """Summon for the first time."""
    gegevens = _oproep(mens, op, gesprek_op, uiterlijk)
    mens.nieuw.stap(op, doe(stappen.summon, gegevens=gegevens))


def waarschuw(mens: Mens, op: date, *, uiterlijk: date, gesprek_op: date | None = None) -> None:
    """Warn and summon again."""
    gegevens = _oproep(mens, op, gesprek_op, uiterlijk)
    mens.nieuw.stap(op, doe(stappen.warn_and_summon, gegevens=gegevens))


def _oproep(
    mens: Mens, op: date, gesprek_op: date | None, uiterlijk: date | None
) -> OproepGegevens:
    asked = mens.soort.is_asiel and gesprek_op is not None
    return OproepGegevens(
        verzonden_op=op,
        gesprek_op=gesprek_op,
        uiterlijk=uiterlijk,
        tweede_deelnemer=mens.keten.tweede_paar_ogen(mens.gemeente) if asked else None,
    )


def mist_gesprek(mens: Mens, op: date) -> None:
    """Did not come to the talk."""
    mens.nieuw.stap(op, doe(stappen.miss_gesprek, happened_on=op))


def zegt_gesprek_af(mens: Mens, op: date) -> None:
    """Called the talk off."""
    mens.nieuw.stap(op, doe(stappen.cancel_gesprek, happened_on=op))


def voer_gesprek(
    mens: Mens, op: date, *, vorm: events.Gespreksvorm | None = None, reden: str = ""
) -> None:
    """Hold the first talk; without a form as is usual for who it is."""
    vormen = events.Gespreksvorm
    how = vorm or (vormen.VIER_OGEN if mens.soort.is_asiel else vormen.GEZINSMIGRANT)
    partner = mens.keten.tweede_paar_ogen(mens.gemeente)
    gesprek = GesprekGegevens(
        vorm=how,
        tweede_deelnemer=partner if how is vormen.VIER_OGEN else None,
        gewezen_op_recht=True,
        reden=reden,
    )
    mens.nieuw.stap(op, doe(stappen.start_brede_intake, happened_on=op, gesprek=gesprek))


def leg_vast(
    mens: Mens, op: date, *, zonder: Collection[IntakeOnderwerp] = (), alleen: bool = False
) -> None:
    """Lay down the subjects of the intake.

    :param zonder: subjects that are left for later
    :param alleen: only those of `zonder`
    """
    told = {
        onderwerp: tekst
        for onderwerp, tekst in verslagen(mens).items()
        if (onderwerp in zonder) is alleen
    }
    mens.nieuw.stap(op, doe(stappen.record_onderwerpen, happened_on=op, verslagen=told))


def rond_intake_af_zonder(mens: Mens, op: date) -> None:
    """Complete the intake without the person."""
    mens.nieuw.stap(op, doe(stappen.complete_brede_intake_in_absence, happened_on=op))


def plan_toets(mens: Mens, op: date, *, voor: date) -> None:
    """Make the appointment for the leerbaarheidstoets."""
    mens.nieuw.stap(op, doe(stappen.plan_leerbaarheidstoets, happened_on=op, gepland_op=voor))


def mist_toets(mens: Mens, op: date) -> None:
    """Did not come to the leerbaarheidstoets."""
    mens.nieuw.stap(op, doe(stappen.miss_leerbaarheidstoets, happened_on=op))


def zegt_toets_af(mens: Mens, op: date) -> None:
    """Called the leerbaarheidstoets off."""
    mens.nieuw.stap(op, doe(stappen.cancel_leerbaarheidstoets, happened_on=op))


def doet_toets(mens: Mens, op: date, *, meteen: bool = True) -> UitslagLeerbaarheidstoets:
    """Take the leerbaarheidstoets and return its result, which DUO gives at once or later."""
    uitslag = uitslag_van(mens)
    deed = doe(stappen.take_leerbaarheidstoets, happened_on=op, uitslag=uitslag if meteen else None)
    mens.nieuw.stap(op, deed)
    return uitslag


def krijgt_uitslag(mens: Mens, op: date, uitslag: UitslagLeerbaarheidstoets) -> None:
    """DUO gives the result."""
    deed = doe(stappen.receive_uitslag, happened_on=op, uitslag=uitslag)
    mens.nieuw.stap(heard(op), deed, wie="duo")


def krijgt_ontheffing(mens: Mens, op: date, grond: GrondLeerbaarheidstoetsOntheffing) -> None:
    """The college grants ontheffing from the leerbaarheidstoets."""
    deed = doe(stappen.exempt_from_leerbaarheidstoets, happened_on=op, grond=grond)
    mens.nieuw.stap(op, deed)


def besluit(
    mens: Mens,
    dagtekening: date,
    uitslag: UitslagLeerbaarheidstoets | None,
    *,
    leerroute: Leerroute | None = None,
) -> PIPGegevens:
    """Return what the PIP of this day will say."""
    route = leerroute or leerroute_van(mens, uitslag)
    return pip_van(mens, dagtekening=dagtekening, leerroute=route, uitslag=uitslag)


def stel_vast(mens: Mens, gegevens: PIPGegevens, *, verzonden_na: int | None = 3) -> None:
    """Establish the PIP, and send it so many days later (None = not yet)."""
    op = gegevens.dagtekening
    mens.nieuw.stap(op, doe(pip_actions.establish_pip, gegevens=gegevens))
    if verzonden_na is not None:
        sent = plus(op, verzonden_na)
        mens.nieuw.stap(sent, doe(pip_actions.send_pip, happened_on=sent))


def trek_in(mens: Mens, op: date) -> None:
    """Withdraw the PIP."""
    mens.nieuw.stap(op, doe(pip_actions.withdraw_pip, happened_on=op))


def bewaar_concept(
    mens: Mens, op: date, gegevens: PIPGegevens, *, voorgelegd_op: date | None = None
) -> None:
    """Keep a concept PIP, and lay it before the second pair of eyes."""
    deed = doe(save_concept, waarden=waarden_van(gegevens), versie=0)
    mens.nieuw.stap(op, deed)
    if voorgelegd_op is not None:
        reader = mens.keten.tweede_paar_ogen(mens.gemeente)
        mens.nieuw.stap(voorgelegd_op, doe(present_concept, medewerker=reader))


def leest_mee(mens: Mens, op: date, *, opmerking: str = "", akkoord: bool = True) -> None:
    """The second pair of eyes reads the concept."""
    deed = doe(read_concept_along, akkoord=akkoord, opmerking=opmerking)
    mens.nieuw.stap(op, deed, wie=TWEEDE_PAAR_OGEN[mens.gemeente])


def meld_aan(mens: Mens, op: date, *, gemeente: str = "") -> None:
    """Register with the taalaanbieder of the region."""
    aanbieder = mens.keten.taalaanbieder(gemeente or mens.gemeente)
    deed = doe(stappen.make_aanmelding, happened_on=op, taalaanbieder=aanbieder)
    mens.nieuw.stap(op, deed)


def trek_aanmelding_in(mens: Mens, op: date) -> None:
    """Withdraw the aanmelding."""
    mens.nieuw.stap(op, doe(stappen.withdraw_aanmelding, happened_on=op))


def schrijft_zich_in(mens: Mens, op: date) -> None:
    """Enrols at a school of one's own choice."""
    mens.nieuw.stap(op, doe(stappen.report_eigen_inschrijving, happened_on=op))


def eindigt(mens: Mens, op: date, reden: feiten.RedenEindePlicht) -> None:
    """DUO reports that the plicht ended."""
    mens.nieuw.feit(feiten.PlichtEnded(reden=reden), op, recorded=heard(op))


def sluit(mens: Mens, op: date, reden: feiten.RedenSluiting) -> None:
    """Close the dossier."""
    mens.nieuw.feit(feiten.DossierClosed(reden=reden), op, wie=mens.wie)


def plan_later(mens: Mens, op: date, *, wat: Handeling, tot: date, plan: str) -> None:
    """Let a point of work sleep until a later day."""
    gegevens = VoornemenGegevens(handeling=wat, op=tot, plan=plan)
    mens.nieuw.stap(op, doe(plan_werk, gegevens=gegevens))


def wijs_toe(mens: Mens, op: date, *, aan: str, reden: str = "") -> None:
    """The teamleider gives someone the regie; what follows is done by that persona."""
    deed = doe(assign_casusregisseur, medewerker=mens.keten.medewerkers[aan], reden=reden)
    mens.nieuw.stap(op, deed, wie="team")
    mens.nieuw.regie = aan
