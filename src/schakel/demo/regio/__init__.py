"""The region as it stands on 1 November 2026: about 150 people, each with a course of their own.

Who is in it is a list of storylines (`verhalen`) and a filling of ordinary courses (`vulling`). A
storyline is one line: who comes where and when, and the function that writes the course. Such a
function (in `bureau`, `omwegen`, `einde`, `verhuizing`, `dubbel`) plans steps on a `Mens`, one call
each (`stappen`); what comes after today is left out, so a course may be written to its end.

Something new in the product adds its part so: a step in `stappen` that calls the new action; the
step in `verloop` if it is ordinary, or a course of its own with a line at the end of its list in
`verhalen`. A new kind of gebeurtenis that nobody in the region has fails a test.
"""

from random import Random

from schakel.base.tijd import noon
from schakel.demo.keten import Keten
from schakel.demo.regio.aankomst import Verhaal, kom_aan
from schakel.demo.regio.afspraken import build_afspraken
from schakel.demo.regio.dagen import DUO_STIL as DUO_STIL
from schakel.demo.regio.dagen import PEILDATUM as PEILDATUM
from schakel.demo.regio.lijst import lees_lijst_in
from schakel.demo.regio.mensen import Burgerzaken, Mens
from schakel.demo.regio.verhalen import VERHALEN
from schakel.demo.regio.vulling import vulling
from schakel.demo.region import Nieuwkomer, live
from schakel.toegang.queries import system_actor

SEED = 2021
TOELICHTING = (
    "Een verzonnen regio van ongeveer 150 inburgeraars, zoals zij er op 1 november 2026 voor "
    "staat. De namen van de partners, de taakverdeling en alle personen zijn voorbeelden van ons."
)


def build(*, keten: Keten) -> None:
    """Let the people of the region come and go their way until today."""
    keten = build_afspraken(actor=system_actor(at=noon(PEILDATUM)), keten=keten)
    live(plan(keten=keten))
    lees_lijst_in()


def plan(*, keten: Keten, seed: int = SEED) -> list[Nieuwkomer]:
    """Return everyone with all that is done until today; the same seed gives the same plan."""
    burgerzaken, known = Burgerzaken(), dict[str, Mens]()
    for verhaal in (*VERHALEN, *vulling(VERHALEN, seed=seed)):
        known[verhaal.naam] = _leef(verhaal, keten, seed, burgerzaken, known)
    people = [one for mens in known.values() for one in (mens.nieuw, *mens.ook)]
    for one in people:
        one.klussen = [klus for klus in one.klussen if klus.dag < PEILDATUM]
    return people


def _leef(
    verhaal: Verhaal, keten: Keten, seed: int, burgerzaken: Burgerzaken, known: dict[str, Mens]
) -> Mens:
    mens = kom_aan(
        verhaal,
        rng=Random(f"{seed} {verhaal.naam}"),  # noqa: S311 - the same every time, and no secret
        keten=keten,
        burgerzaken=burgerzaken,
        familie=known[verhaal.gezin] if verhaal.gezin else None,
    )
    verhaal.loop(mens)
    return mens
