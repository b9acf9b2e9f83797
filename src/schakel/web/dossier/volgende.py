"""What comes next in a dossier, in one sentence, and what can be recorded now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.dossier.queries import DossierStand
from schakel.traject.queries import TrajectStand
from schakel.traject.queries.werk import Punt
from schakel.traject.queries.werkvoorraad import AanZet, Handeling
from schakel.web.traject.stappen import STAPPEN
from schakel.web.werk.woorden import HANDELINGEN, OPROEPEN_VOOR_ABSENTIE
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep

ACHTERAF = (Handeling.AANVULLEN, Handeling.KENNISGEVING)
"""These are told only when nothing else comes next."""

RECHTEN = {
    "pip": Permission.PIP_WRITE,
    "pip-verzonden": Permission.PIP_WRITE,
    "pip-intrekken": Permission.PIP_WRITE,
    "aanmelden": Permission.AANMELDING_WRITE,
    "aanmelding-intrekken": Permission.AANMELDING_WRITE,
    "inschrijving": Permission.AANMELDING_WRITE,
}
"""Which permission a step needs; the others belong to the intake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knop:
    """A step that can be recorded now; `naam` is that of its screen."""

    naam: str
    titel: str


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
    punten: Sequence[Punt], *, klaar: str, op: date, actor: Actor | None, oproepen: int = 0
) -> Volgende:
    """Return what comes next.

    :param klaar: why there is nothing to do at all, or ""
    :param actor: who may press a button; None when the page looks back
    :param oproepen: how many were sent: after the third no warning follows (Wi2021 14 lid 2)
    """
    if klaar:
        return Volgende(zin=klaar)
    ordered = sorted(punten, key=lambda one: Handeling(one.handeling) in ACHTERAF)
    if not ordered:
        return Volgende(zin="Geen: de aanmelding of inschrijving is vastgelegd.")
    first, *others = ordered
    if _is_absentie(first, op, oproepen):
        return Volgende(
            zin=f"Er zijn {oproepen} oproepen geweest. Rond de intake af zonder de inburgeraar.",
            ook=[_zin(one, op) for one in others],
            knop=Knop(naam="absentie", titel=STAPPEN["absentie"].titel)
            if actor is not None and mag(actor, "absentie")
            else None,
        )
    return Volgende(
        zin=_zin(first, op),
        ook=[_zin(one, op) for one in others],
        knop=_knop(first, actor),
    )


def _is_absentie(punt: Punt, op: date, oproepen: int) -> bool:
    late = punt.op is None or punt.op < op
    return punt.handeling == Handeling.OPROEP and late and oproepen >= OPROEPEN_VOOR_ABSENTIE


def _zin(punt: Punt, op: date) -> str:
    handeling = Handeling(punt.handeling)
    if handeling is Handeling.TOETS and punt.op is not None:
        return _gepland("De leerbaarheidstoets", punt.op, op, "of die is afgenomen", "de uitslag")
    if handeling is Handeling.GESPREK and punt.op is not None:
        return _gepland("Het eerste gesprek", punt.op, op, "of het is gevoerd", "het gesprek")
    if handeling is Handeling.OPROEP and punt.op is None:
        return "Beslis over een waarschuwing met een nieuwe oproep."
    if handeling is Handeling.OPROEP and punt.op is not None:
        if punt.op < op:
            return (
                f"De termijn van de oproep liep tot en met {dutch_date(punt.op)}. Beslis over een "
                "waarschuwing met een nieuwe oproep."
            )
        return f"Wacht op de inburgeraar: de oproep loopt tot en met {dutch_date(punt.op)}."
    told = HANDELINGEN[handeling].zin
    if AanZet(punt.aan_zet) is AanZet.WIJ:
        return told
    return f"{told} (sinds {dutch_date(punt.sinds)})."


def _gepland(wat: str, dag: date, op: date, of: str, daarna: str) -> str:
    if dag < op:
        return f"{wat} was gepland op {dutch_date(dag)}. Leg vast {of}."
    when = "vandaag" if dag == op else f"op {dutch_date(dag)}"
    return f"{wat} is gepland {when}. Leg daarna {daarna} vast."


def _knop(punt: Punt, actor: Actor | None) -> Knop | None:
    told = HANDELINGEN[Handeling(punt.handeling)]
    naam = told.stap
    if actor is None or not naam or not mag(actor, naam):
        return None
    if naam in STAPPEN:
        return Knop(naam=naam, titel=told.knop or STAPPEN[naam].titel)
    return Knop(naam=naam, titel={"pip": "PIP opstellen", "feit": "Gegeven toevoegen"}[naam])


def mag(actor: Actor, naam: str) -> bool:
    """True if the actor may record this step."""
    other = Permission.DOSSIER_WRITE if naam == "feit" else Permission.INTAKE_WRITE
    return actor.may(RECHTEN.get(naam, other))


def aangeboden(
    *, feiten: DossierStand, traject: TrajectStand, klaar: str, actor: Actor
) -> list[Knop]:
    """Return the steps that can be recorded now by this actor, in the order of the trajectory."""
    if klaar:
        return []
    names = (*_intake(traject), *_toets(traject), *_pip(traject), *_aanmelding(feiten, traject))
    return [
        Knop(naam=naam, titel=STAPPEN[naam].titel if naam in STAPPEN else "PIP opstellen")
        for naam in names
        if mag(actor, naam)
    ]


def _intake(traject: TrajectStand) -> Iterator[str]:
    if traject.brede_intake_op is not None:
        if not traject.in_absentie:
            yield "onderwerpen"
        return
    yield "uitnodigen"
    yield "waarschuwen" if traject.oproepen else "oproepen"
    yield "gesprek"
    if traject.gesprek_op is not None:
        yield from ("gesprek-gemist", "gesprek-afgezegd")
    if len(traject.oproepen) >= OPROEPEN_VOOR_ABSENTIE:
        yield "absentie"


def _toets(traject: TrajectStand) -> Iterator[str]:
    if traject.afgenomen_op is not None and traject.uitslag is None:
        yield "toets-uitslag"
    if traject.leerbaarheidstoets_gedaan:
        return
    yield from ("toets-plannen", "toets-afgenomen")
    if traject.afspraak_op is not None:
        yield from ("toets-gemist", "toets-afgezegd")
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
