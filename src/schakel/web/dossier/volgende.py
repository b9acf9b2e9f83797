"""What comes next in a dossier, in one sentence, and what can be recorded now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from schakel.base.actor import Actor
from schakel.dossier.queries import DossierStand
from schakel.traject.queries import TrajectStand
from schakel.traject.queries.werk import Punt
from schakel.traject.queries.werkvoorraad import AanZet, Handeling
from schakel.web.werk.knop import Knop, knop_van, mag, na_oproep, titel_van
from schakel.web.werk.woorden import HANDELINGEN
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep

ACHTERAF = (Handeling.AANVULLEN, Handeling.KENNISGEVING)
"""These are told only when nothing else comes next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volgende:
    """What comes next.

    :param zin: one sentence
    :param ook: what else is to be done or waited for
    :param knop: the step that does it, or None
    """

    zin: str
    ook: Sequence[str] = ()
    knop: Knop | None = None


def volgende_van(
    punten: Sequence[Punt], *, traject: TrajectStand, klaar: str, op: date, actor: Actor | None
) -> Volgende:
    """Return what comes next.

    :param klaar: why there is nothing to do at all, or ""
    :param actor: who may press a button; None when the page looks back
    """
    if klaar:
        return Volgende(zin=klaar)
    ordered = sorted(punten, key=lambda one: Handeling(one.handeling) in ACHTERAF)
    if not ordered:
        return Volgende(zin="Geen: de aanmelding of inschrijving is vastgelegd.")
    first, *others = ordered
    return Volgende(
        zin=_zin(first, traject, op),
        ook=[_zin(one, traject, op) for one in others],
        knop=None if actor is None else knop_van(Handeling(first.handeling), traject, actor),
    )


def _zin(punt: Punt, traject: TrajectStand, op: date) -> str:
    handeling = Handeling(punt.handeling)
    if handeling is Handeling.TOETS and punt.op is not None:
        return _gepland("De leerbaarheidstoets", punt.op, op, "of die is afgenomen", "de uitslag")
    if handeling is Handeling.GESPREK and punt.op is not None:
        return _gepland("Het eerste gesprek", punt.op, op, "of het is gevoerd", "het gesprek")
    if handeling is Handeling.OPROEP and punt.op is None:
        return _na_termijn(traject)
    if handeling is Handeling.OPROEP and punt.op is not None:
        if punt.op < op:
            return (
                f"De termijn van de oproep liep tot en met {dutch_date(punt.op)}. "
                f"{_na_termijn(traject)}"
            )
        return f"Wacht op de inburgeraar: de oproep loopt tot en met {dutch_date(punt.op)}."
    told = HANDELINGEN[handeling].zin
    if AanZet(punt.aan_zet) is AanZet.WIJ:
        return told
    return f"{told} (sinds {dutch_date(punt.sinds)})."


def _na_termijn(traject: TrajectStand) -> str:
    if traject.kan_zonder:
        return "Rond de intake af zonder de inburgeraar."
    return "Beslis over een waarschuwing met een nieuwe oproep."


def _gepland(wat: str, dag: date, op: date, of: str, daarna: str) -> str:
    if dag < op:
        return f"{wat} was gepland op {dutch_date(dag)}. Leg vast {of}."
    when = "vandaag" if dag == op else f"op {dutch_date(dag)}"
    return f"{wat} is gepland {when}. Leg daarna {daarna} vast."


def aangeboden(
    *, feiten: DossierStand, traject: TrajectStand, klaar: str, actor: Actor
) -> list[Knop]:
    """Return the steps that can be recorded now by this actor, in the order of the trajectory."""
    if klaar:
        return []
    names = (*_intake(traject), *_toets(traject), *_pip(traject), *_aanmelding(feiten, traject))
    return [Knop(naam=naam, titel=titel_van(naam)) for naam in names if mag(actor, naam)]


def _intake(traject: TrajectStand) -> Iterator[str]:
    if traject.brede_intake_op is not None:
        if not traject.in_absentie:
            yield "onderwerpen"
        return
    yield "uitnodigen"
    if not traject.oproepen:
        yield "oproepen"
    yield "gesprek"
    yield from _afspraak("gesprek", traject.gesprek_op, traject.op)
    yield from na_oproep(traject)


def _afspraak(wat: str, dag: date | None, op: date) -> Iterator[str]:
    """Who did not come is known on the day itself; an appointment can be cancelled before."""
    if dag is not None:
        if dag <= op:
            yield f"{wat}-gemist"
        yield f"{wat}-afgezegd"


def _toets(traject: TrajectStand) -> Iterator[str]:
    if traject.afgenomen_op is not None and traject.uitslag is None:
        yield "toets-uitslag"
    if traject.leerbaarheidstoets_gedaan:
        return
    yield from ("toets-plannen", "toets-afgenomen")
    yield from _afspraak("toets", traject.afspraak_op, traject.op)
    yield "toets-ontheffing"


def _pip(traject: TrajectStand) -> Iterator[str]:
    yield "pip"
    if traject.pip_op is not None:
        if traject.verzonden_op is None:
            yield "pip-verzonden"
        yield "pip-intrekken"


def _aanmelding(feiten: DossierStand, traject: TrajectStand) -> Iterator[str]:
    if traject.aanmelding_op is not None:
        yield "aanmelding-intrekken"
    elif traject.pip_op is not None and traject.eigen_inschrijving_op is None:
        own = feiten.doelgroep.value is Doelgroep.GEZINSMIGRANT_OVERIG
        yield "inschrijving" if own else "aanmelden"


def verzending(traject: TrajectStand) -> str:
    """Return what must be known of the days between the dagtekening and sending, or ""."""
    if traject.pip_op is None or traject.verzonden_op in {None, traject.pip_op}:
        return ""
    assert traject.verzonden_op is not None  # noqa: S101 - said above
    days = (traject.verzonden_op - traject.pip_op).days
    return (
        f"Het PIP is {'1 dag' if days == 1 else f'{days} dagen'} na de dagtekening verzonden, op "
        f"{dutch_date(traject.verzonden_op)}. De inburgeringstermijn loopt al vanaf de dag na de "
        "dagtekening; de bezwaartermijn pas vanaf de dag na de verzending."
    )
