"""Who may take which decision for a gemeente, and what stands under the letter."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.keten.models import Bevoegdheid
from schakel.keten.rules import Grondslag, SoortBesluit


@dataclass(frozen=True, slots=True, kw_only=True)
class BevoegdheidView:
    """A row of the register. `tot` is exclusive; `geldt` is about the day that was asked.

    :param gemeente: CBS code (four digits)
    :param orgaan: who decides
    :param namens: on whose behalf it is signed, as it stands under the letter, or ""
    :param bezwaar_adres: where a bezwaar goes, line by line
    :param rechtbank: for beroep, or "" when not yet known
    """

    id: int
    gemeente: str
    gemeente_naam: str
    soort: SoortBesluit
    grondslag: Grondslag
    orgaan: str
    namens: str
    ondertekenaar: str
    functie: str
    organisatie: str
    bezwaar_bij: str
    bezwaar_adres: tuple[str, ...]
    rechtbank: str
    van: date
    tot: date | None
    bron: str
    geldt: bool

    @property
    def laatste_dag(self) -> date | None:
        """The last day on which it holds: the one people are shown."""
        return None if self.tot is None else self.tot - timedelta(days=1)


def get_bevoegdheid(*, gemeente: str, soort: SoortBesluit, op: date) -> BevoegdheidView | None:
    """Return who decides for this gemeente on the day `op`, or None when the register is silent.

    :param gemeente: CBS code (four digits)
    """
    rows = Bevoegdheid.objects.filter(Q(tot=None) | Q(tot__gt=op), van__lte=op)
    row = rows.select_related("gemeente").filter(gemeente=gemeente, soort=soort.value).first()
    return None if row is None else _view(row, op)


def list_bevoegdheden(*, actor: Actor) -> list[BevoegdheidView]:
    """Return the register of the gemeenten in reach, in force or not; the newest first."""
    actor.require(Permission.KETEN_READ)
    rows = Bevoegdheid.objects.filter(gemeente__in=actor.gemeenten).select_related("gemeente")
    return [
        _view(row, actor.op)
        for row in rows.order_by("gemeente__volgorde", "gemeente", "soort", "-van")
    ]


def _view(row: Bevoegdheid, op: date) -> BevoegdheidView:
    return BevoegdheidView(
        id=row.pk,
        gemeente=row.gemeente_id,
        gemeente_naam=row.gemeente.naam,
        soort=SoortBesluit(row.soort),
        grondslag=Grondslag(row.grondslag),
        orgaan=row.orgaan,
        namens=row.namens,
        ondertekenaar=row.ondertekenaar,
        functie=row.functie,
        organisatie=row.organisatie,
        bezwaar_bij=row.bezwaar_bij,
        bezwaar_adres=tuple(row.bezwaar_adres.splitlines()),
        rechtbank=row.rechtbank,
        van=row.van,
        tot=row.tot,
        bron=row.bron,
        geldt=row.van <= op and (row.tot is None or op < row.tot),
    )
