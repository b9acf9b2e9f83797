"""What waits on the casusregisseur of Woerden on 1 September 2022: talks, an oproep, a concept.

The memo does not tell it; it fits its figures, and gives the werkvoorraad something to show.
"""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from schakel.base.actor import Actor
from schakel.demo.keten import Keten
from schakel.demo.memo_teksten import EERSTE_PIP
from schakel.demo.region import Nieuwkomer
from schakel.traject.actions import stappen
from schakel.traject.actions.concept import present_concept, save_concept
from schakel.traject.actions.stappen import OproepGegevens

UITNODIGINGEN = (
    OproepGegevens(verzonden_op=date(2022, 8, 22), gesprek_op=date(2022, 9, 1)),
    OproepGegevens(verzonden_op=date(2022, 8, 29), gesprek_op=date(2022, 9, 8)),
    OproepGegevens(verzonden_op=date(2022, 8, 10)),
    OproepGegevens(verzonden_op=date(2022, 8, 30)),
)
OPROEP = OproepGegevens(verzonden_op=date(2022, 8, 15), uiterlijk=date(2022, 8, 30))


def invite(person: Nieuwkomer, nth: int, keten: Keten) -> None:
    """Invite the first people after those who had their talk; summon the next one."""
    if 0 <= nth < len(UITNODIGINGEN):
        gegevens = UITNODIGINGEN[nth]
        if gegevens.gesprek_op is not None:
            gegevens = replace(gegevens, tweede_deelnemer=keten.medewerkers["mb-woerden"])

        def sent(actor: Actor, uuid: UUID, now: datetime) -> None:
            stappen.invite(actor=actor, dossier_uuid=uuid, gegevens=gegevens, now=now)

        person.stap(gegevens.verzonden_op, sent)
    if nth == len(UITNODIGINGEN):

        def summoned(actor: Actor, uuid: UUID, now: datetime) -> None:
            stappen.summon(actor=actor, dossier_uuid=uuid, gegevens=OPROEP, now=now)

        person.stap(OPROEP.verzonden_op, summoned)


def prepare_pip(person: Nieuwkomer, keten: Keten) -> None:
    """Keep a concept PIP and lay it before the maatschappelijk begeleider."""

    def kept(actor: Actor, uuid: UUID, now: datetime) -> None:
        waarden = {
            "leerroute": EERSTE_PIP.leerroute.value,
            "niveau": "B1",
            "uren_leerroute": 600,
            "voortgangsgesprekken": 6,
            "begeleiding": EERSTE_PIP.begeleiding,
            "afweging_b1": EERSTE_PIP.afweging_b1,
            "gezondheid": "Slaapt slecht; heeft dit zelf verteld.",
        }
        save_concept(actor=actor, dossier_uuid=uuid, waarden=waarden, versie=0, now=now)
        present_concept(
            actor=actor, dossier_uuid=uuid, medewerker=keten.medewerkers["mb-woerden"], now=now
        )

    person.stap(date(2022, 8, 26), kept)
