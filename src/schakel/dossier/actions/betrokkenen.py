"""Link a medewerker to a dossier, and end the link."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.models import Betrokkene
from schakel.dossier.queries import DossierNotFound, Zicht, alleen_of, visible_to
from schakel.keten.queries import (
    Afspraak,
    Vorm,
    list_afspraken,
    list_medewerkers,
    list_op_verzoek,
)

OP_VERZOEK = "op verzoek van de inburgeraar"


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneGegevens:
    """Who takes part, in which role, why, and from when up to (not including) when.

    :param deelafspraak: id of the agreement that opens the dossier to a partner; None within the
        college's own organisation
    """

    medewerker: int
    rol: str
    reden: str
    van: date
    tot: date | None = None
    deelafspraak: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzoekGegevens:
    """What a newcomer asked to share, with whom, and how he said it.

    :param afspraak: id of the agreement under which it is shared
    :param categorieen: what he asked for; never more than the agreement names
    :param gevraagd_op: the day on which he asked
    """

    medewerker: int
    afspraak: int
    categorieen: frozenset[Gegevenscategorie]
    woorden: str
    gevraagd_op: date


@transaction.atomic
def add_betrokkene(*, actor: Actor, dossier: int, gegevens: BetrokkeneGegevens) -> int:
    """Link a medewerker to a dossier and return the id of the link.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: without a reason
    """
    actor.require(Permission.DOSSIER_WRITE)
    if not visible_to(actor).filter(pk=dossier).exists():
        raise DossierNotFound(dossier)
    if not gegevens.reden.strip():
        raise Refusal("Vul in waarom deze medewerker bij het dossier hoort.", field="reden")
    row = Betrokkene.objects.create(
        dossier_id=dossier,
        medewerker_id=gegevens.medewerker,
        deelafspraak_id=gegevens.deelafspraak,
        rol=gegevens.rol,
        reden=gegevens.reden,
        van=gegevens.van,
        tot=gegevens.tot,
        door=actor.medewerker,
    )
    return row.pk


def involve(*, actor: Actor, zicht: Zicht, medewerker: int, rol: str, reden: str, op: date) -> bool:
    """Link a partner's medewerker from the day `op` on, inside an agreement that is in force then.

    Who is linked already inside one of those stays as it is. Without an agreement nobody is linked:
    a step may go on without sharing.

    :return: whether the medewerker sees the dossier now
    """
    organisatie = list_medewerkers(ids=[medewerker])[medewerker].organisatie
    agreed = [
        one.id for one in list_afspraken(organisatie=organisatie, op=op)
        if one.gemeente == zicht.gemeente and one.vorm is not Vorm.EIGEN_VERZOEK
    ]  # fmt: skip
    runs = Q(tot=None) | Q(tot__gt=op)
    linked = Betrokkene.objects.filter(runs, dossier=zicht.id, medewerker=medewerker, van__lte=op)
    if linked.filter(deelafspraak__in=agreed).exists():
        return True
    for afspraak in agreed:
        gegevens = BetrokkeneGegevens(
            medewerker=medewerker, rol=rol, reden=reden, van=op, deelafspraak=afspraak
        )
        add_betrokkene(actor=actor, dossier=zicht.id, gegevens=gegevens)
    return bool(agreed)


@transaction.atomic
def share_on_request(*, actor: Actor, dossier: int, gegevens: VerzoekGegevens) -> int:
    """Open to a partner what the newcomer himself asks to share, from today on; return the link.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if it goes further than its agreement, or something is missing
    """
    actor.require(Permission.DOSSIER_WRITE)
    row = visible_to(actor).filter(pk=dossier).first()
    if row is None:
        raise DossierNotFound(dossier)
    agreed = {one.id: one for one in list_op_verzoek(gemeente=row.gemeente, op=actor.op)}
    mens = list_medewerkers(ids=[gegevens.medewerker]).get(gegevens.medewerker)
    afspraak = agreed.get(gegevens.afspraak)
    if afspraak is None or mens is None or mens.organisatie != afspraak.organisatie:
        raise Refusal(
            "Met deze medewerker is niet afgesproken dat op verzoek wordt gedeeld. Kies een ander.",
            field="met",
        )
    _require_asked(actor, afspraak, gegevens)
    runs = Q(tot=None) | Q(tot__gt=actor.op)
    same = Betrokkene.objects.filter(
        runs, dossier=dossier, medewerker=mens.id, deelafspraak=afspraak.id
    )
    if same.exists():
        raise Refusal(
            f"Met {mens.naam} wordt al gedeeld op verzoek. Trek dat eerst in.", field="met"
        )
    return Betrokkene.objects.create(
        dossier_id=dossier,
        medewerker_id=mens.id,
        deelafspraak_id=afspraak.id,
        rol=OP_VERZOEK,
        reden=gegevens.woorden.strip(),
        van=actor.op,
        tot=None,
        alleen=alleen_of(gegevens.categorieen),
        gevraagd_op=gegevens.gevraagd_op,
        door=actor.medewerker,
    ).pk


def _require_asked(actor: Actor, afspraak: Afspraak, gegevens: VerzoekGegevens) -> None:
    """Let pass what a newcomer can ask under this agreement.

    :raises Refusal: if it does not fit
    """
    if not gegevens.categorieen:
        raise Refusal("Kies welke gegevens de inburgeraar wil delen.", field="categorieen")
    if wider := gegevens.categorieen - afspraak.categorieen:
        names = ", ".join(sorted(one.label for one in wider))
        raise Refusal(
            f"De afspraak met deze organisatie noemt niet: {names}. Haal dat weg.",
            field="categorieen",
        )
    if not gegevens.woorden.strip():
        raise Refusal("Vul in wat de inburgeraar vroeg.", field="woorden")
    if gegevens.gevraagd_op > actor.op:
        raise Refusal(
            "Deze dag moet nog komen. Vul in wanneer het is gevraagd.", field="gevraagd_op"
        )


@transaction.atomic
def end_betrokkene(*, actor: Actor, dossier: int, betrokkene: int) -> None:
    """End a link today: from now on it opens nothing. One that ended stays as it was.

    :raises DossierNotFound: if this actor may not see the dossier, or it has no such link
    """
    actor.require(Permission.DOSSIER_WRITE)
    links = Betrokkene.objects.filter(pk=betrokkene, dossier=dossier)
    if not visible_to(actor).filter(pk=dossier).exists() or not links.exists():
        raise DossierNotFound(dossier)
    runs = Q(tot=None) | Q(tot__gt=actor.op)
    for link in links.filter(runs):
        link.tot = max(actor.op, link.van)
        link.beeindigd_door = actor.medewerker
        link.save(update_fields=["tot", "beeindigd_door"])
