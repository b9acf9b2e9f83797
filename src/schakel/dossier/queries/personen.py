"""Who a dossier is about, as far as in sight."""

from dataclasses import dataclass
from datetime import date

from schakel.base.actor import Actor
from schakel.base.bsn import Bsn
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.models import Dossier, Persoon
from schakel.dossier.queries.zicht import Zicht, get_readable, visible_to
from schakel.dossier.rules import PersoonGegevens
from schakel.dossier.rules.persoon import CONTACT, INTERN

AFGESCHERMD = "naam afgeschermd"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonView:
    """Who it is about, as far as in sight; None or "" is closed or unknown."""

    naam: str
    sorteernaam: str
    geboren_op: date | None
    bsn: str | None
    v_nummer: str | None
    telefoon: str = ""
    e_mail: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    woonplaats: str = ""
    klantnummer: str = ""

    @property
    def adres(self) -> str:
        """The address on one line, or ""."""
        street = f"{self.straat} {self.huisnummer}".strip()
        place = f"{self.postcode} {self.woonplaats}".strip()
        return ", ".join(filter(None, (street, place)))


def get_persoon(*, actor: Actor, zicht: Zicht) -> PersoonView:
    """Return who a dossier in sight is about."""
    row = get_readable(actor=actor, dossier=zicht.id)
    return persoon_view(row, zicht)


def get_persoonsgegevens(*, actor: Actor, zicht: Zicht) -> PersoonGegevens:
    """Return names, contact data and V-nummer of a person in sight, to change them.

    The BSN is never handed out whole; `get_persoon` says whether it is known.

    :raises NotAllowed: without the permission to change a dossier
    """
    actor.require(Permission.DOSSIER_WRITE)
    row = visible_to(actor).select_related("persoon").get(pk=zicht.id)
    persoon: Persoon = row.persoon
    return PersoonGegevens(
        achternaam=persoon.achternaam,
        voornaam=persoon.voornaam,
        tussenvoegsel=persoon.tussenvoegsel,
        v_nummer=persoon.v_nummer or "",
        huishouden=persoon.huishouden_id,
        **{name: getattr(persoon, name) for name in (*CONTACT, *INTERN)},
    )


def persoon_view(row: Dossier, zicht: Zicht) -> PersoonView:
    """Return who a dossier is about; every field only when its category is in sight."""
    persoon: Persoon = row.persoon
    identity = zicht.opens(Gegevenscategorie.IDENTITEIT)
    before = " ".join(filter(None, [persoon.voornaam, persoon.tussenvoegsel]))
    told: tuple[str, ...] = CONTACT if zicht.opens(Gegevenscategorie.CONTACT) else ()
    told += INTERN if zicht.opens(Gegevenscategorie.NOTITIES_INTERN) else ()
    return PersoonView(
        naam=f"{before} {persoon.achternaam}".strip() if identity else AFGESCHERMD,
        sorteernaam=f"{persoon.achternaam}, {before}".strip(", ") if identity else AFGESCHERMD,
        geboren_op=row.geboren_op if zicht.opens(Gegevenscategorie.GEBOORTE) else None,
        bsn=str(Bsn(persoon.bsn)) if persoon.bsn and zicht.opens(Gegevenscategorie.BSN) else None,
        v_nummer=persoon.v_nummer if zicht.opens(Gegevenscategorie.VERBLIJF) else None,
        **{name: getattr(persoon, name) for name in told},
    )
