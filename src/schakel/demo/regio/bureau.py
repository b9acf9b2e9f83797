"""What lies on the desk of a casusregisseur today: one function per piece of work."""

from datetime import date

from schakel.demo.keten import TWEEDE_PAAR_OGEN
from schakel.demo.regio import stappen
from schakel.demo.regio.daden import SpreektTegen
from schakel.demo.regio.dagen import PEILDATUM, geleden, over, plus
from schakel.demo.regio.mensen import Loop, Mens
from schakel.traject.queries.werkvoorraad import Handeling
from schakel.wet.lijsten import IntakeOnderwerp, Leerroute, UitslagLeerbaarheidstoets

HALF = (IntakeOnderwerp.VVE, IntakeOnderwerp.ARBEIDSPARTICIPATIE)


def net_geopend(mens: Mens) -> None:
    """Came this week: nothing has been done yet."""


def gesprek_vandaag(mens: Mens) -> None:
    """Today is the first talk."""
    stappen.nodig_uit(mens, geleden(13), gesprek_op=PEILDATUM)


def toets_vandaag(mens: Mens) -> None:
    """Today is the leerbaarheidstoets."""
    _intake(mens, geleden(18))
    stappen.plan_toets(mens, geleden(17), voor=PEILDATUM)


def gesprek_gepland(mens: Mens) -> None:
    """The talk is next week, after one that was called off."""
    stappen.nodig_uit(mens, geleden(20), gesprek_op=geleden(6))
    stappen.zegt_gesprek_af(mens, geleden(8))
    stappen.nodig_uit(mens, geleden(6), gesprek_op=over(8))


def gesprek_niet_vastgelegd(mens: Mens) -> None:
    """The talk was planned last week, and nobody wrote down how it went."""
    stappen.nodig_uit(mens, geleden(19), gesprek_op=geleden(5))


def wacht_op_antwoord(days: int) -> Loop:
    """Return a course in which the uitnodiging was not answered for so many days."""

    def loop(mens: Mens) -> None:
        stappen.nodig_uit(mens, geleden(days))

    return loop


def oproep_loopt(mens: Mens) -> None:
    """Did not answer the uitnodiging; the oproep has a term that still runs."""
    stappen.nodig_uit(mens, geleden(33))
    stappen.roep_op(mens, geleden(11), uiterlijk=over(9))


def oproep_verlopen(mens: Mens) -> None:
    """The term of the oproep has passed."""
    stappen.nodig_uit(mens, geleden(45))
    stappen.roep_op(mens, geleden(24), uiterlijk=geleden(4))


def oproep_gemist(mens: Mens) -> None:
    """Did not come to the talk that the oproep set."""
    stappen.roep_op(mens, geleden(21), uiterlijk=over(5), gesprek_op=geleden(5))
    stappen.mist_gesprek(mens, geleden(5))


def intake_half(mens: Mens) -> None:
    """Two subjects of the intake are still to be laid down."""
    stappen.nodig_uit(mens, geleden(26), gesprek_op=geleden(12))
    stappen.voer_gesprek(mens, geleden(12))
    stappen.leg_vast(mens, geleden(12), zonder=HALF)
    stappen.plan_toets(mens, geleden(10), voor=over(10))


def toets_te_plannen(mens: Mens) -> None:
    """The intake is done; the appointment for the leerbaarheidstoets is still to be made."""
    _intake(mens, geleden(9))


def toets_gepland(mens: Mens) -> None:
    """The leerbaarheidstoets is next week; the first time nobody came."""
    _intake(mens, geleden(34))
    stappen.plan_toets(mens, geleden(33), voor=geleden(13))
    stappen.mist_toets(mens, geleden(13))
    stappen.plan_toets(mens, geleden(10), voor=over(6))


def wacht_op_uitslag(mens: Mens) -> None:
    """DUO has not given the result of the leerbaarheidstoets yet."""
    _intake(mens, geleden(25))
    stappen.plan_toets(mens, geleden(24), voor=geleden(10))
    stappen.doet_toets(mens, geleden(10), meteen=False)


def ligt_bij_meelezer(mens: Mens) -> None:
    """A concept PIP lies with the second pair of eyes."""
    uitslag = _klaar(mens, geleden(24), geleden(13))
    concept = stappen.besluit(mens, geleden(6), uitslag)
    stappen.bewaar_concept(mens, geleden(7), concept, voorgelegd_op=geleden(6))


def meelezer_niet_akkoord(mens: Mens) -> None:
    """The second pair of eyes read the concept and does not agree."""
    uitslag = _klaar(mens, geleden(32), geleden(20))
    concept = stappen.besluit(mens, geleden(12), uitslag)
    stappen.bewaar_concept(mens, geleden(14), concept, voorgelegd_op=geleden(13))
    text = "Dit zijn te weinig gesprekken: er is thuis veel aan de hand en niemand in de buurt."
    stappen.leest_mee(mens, geleden(6), akkoord=False, opmerking=text)


def pip_klaar(mens: Mens) -> None:
    """All is there: the PIP can be decided."""
    _klaar(mens, geleden(20), geleden(6))


def pip_later(mens: Mens) -> None:
    """The PIP can be decided, and was planned for a later day."""
    _klaar(mens, geleden(30), geleden(15))
    plan = "De diplomawaardering is er dan; die telt mee voor de leerroute."
    stappen.plan_later(mens, geleden(5), wat=Handeling.PIP_OPSTELLEN, tot=over(9), plan=plan)


def pip_niet_verzonden(mens: Mens) -> None:
    """The PIP is established and must still be sent."""
    uitslag = _klaar(mens, geleden(34), geleden(20))
    pip = stappen.besluit(mens, geleden(3), uitslag)
    stappen.stel_vast(mens, pip, verzonden_na=None)
    if not mens.soort.is_asiel:
        stappen.schrijft_zich_in(mens, geleden(2))


def aan_te_melden(leerroute: Leerroute, days: int) -> Loop:
    """Return a course in which the aanmelding is still to be made, so many days after the PIP."""

    def loop(mens: Mens) -> None:
        uitslag = _klaar(mens, geleden(days + 32), geleden(days + 15))
        stappen.stel_vast(mens, stappen.besluit(mens, geleden(days), uitslag, leerroute=leerroute))

    return loop


def wacht_op_inschrijving(days: int) -> Loop:
    """Return a course of a gezinsmigrant who has not enrolled at a school yet."""

    def loop(mens: Mens) -> None:
        uitslag = _klaar(mens, geleden(days + 30), geleden(days + 14))
        stappen.stel_vast(mens, stappen.besluit(mens, geleden(days), uitslag))

    return loop


def over_termijn_met_plan(mens: Mens) -> None:
    """In hospital since the uitnodiging: the termijn has passed, and there is a plan."""
    stappen.nodig_uit(mens, plus(mens.telt, 9), gesprek_op=plus(mens.telt, 25))
    stappen.zegt_gesprek_af(mens, plus(mens.telt, 23))
    plan = "Ligt in het ziekenhuis; na het ontslag samen met de begeleider op bezoek."
    stappen.plan_later(mens, geleden(12), wat=Handeling.UITNODIGEN, tot=over(12), plan=plan)


def over_termijn(mens: Mens) -> None:
    """All is there but the PIP, and the termijn has passed."""
    talk = plus(mens.telt, 30)
    _intake(mens, talk)
    stappen.plan_toets(mens, plus(talk, 2), voor=plus(talk, 16))
    stappen.doet_toets(mens, plus(talk, 16))


def stilgevallen(mens: Mens) -> None:
    """After the intake nothing happened any more, for months."""
    _intake(mens, plus(mens.telt, 27))


def nooit_begonnen(mens: Mens) -> None:
    """An uitnodiging that was never answered, and nobody called."""
    stappen.nodig_uit(mens, plus(mens.telt, 12))


def tegenspraak_open(mens: Mens) -> None:
    """The second pair of eyes says that the record of the intake is not right."""
    _intake(mens, geleden(16))
    stappen.plan_toets(mens, geleden(15), voor=over(4))
    tegen = SpreektTegen(
        onderwerp=IntakeOnderwerp.ZELFREDZAAMHEID,
        tekst="In het gesprek is gezegd dat post een week blijft liggen. Dat staat er niet in.",
    )
    mens.nieuw.stap(geleden(9), tegen, wie=TWEEDE_PAAR_OGEN[mens.gemeente])


def _intake(mens: Mens, op: date) -> None:
    """Plan an intake that was held on this day, two weeks after the uitnodiging."""
    invited = max(plus(mens.nieuw.opened_on, 1), plus(op, -14))
    if invited < op:
        stappen.nodig_uit(mens, invited, gesprek_op=op)
    stappen.voer_gesprek(mens, op)
    stappen.leg_vast(mens, op)


def _klaar(mens: Mens, gesprek: date, toets: date) -> UitslagLeerbaarheidstoets:
    """Plan an intake and a leerbaarheidstoets, so that the PIP can be decided."""
    _intake(mens, gesprek)
    stappen.plan_toets(mens, plus(gesprek, 1), voor=toets)
    return stappen.doet_toets(mens, toets)
