"""What belongs to a brede intake, apart from the leerbaarheidstoets."""

from collections.abc import Mapping
from datetime import date

from schakel.wet.bron import Artikel, Dated
from schakel.wet.lijsten import IntakeOnderwerp
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, grounds_of, keuze_stap, versie_stap

ONDERWERPEN: Dated[Mapping[IntakeOnderwerp, Artikel]] = Dated(
    bron=Artikel("Wi2021", "14", lid="3"),
    versions={
        date(2022, 1, 1): {
            IntakeOnderwerp.OPLEIDING_EN_WERK: Artikel("Wi2021", "14", lid="3", onder="b"),
            IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN: Artikel(
                "Wi2021", "14", lid="3", onder="c"
            ),
            IntakeOnderwerp.VVE: Artikel("Wi2021", "14", lid="3", onder="d"),
            IntakeOnderwerp.TAALNIVEAU: Artikel("Bi", "5.2", lid="1", onder="a"),
            IntakeOnderwerp.ARBEIDSPARTICIPATIE: Artikel("Bi", "5.2", lid="1", onder="b"),
            IntakeOnderwerp.ZELFREDZAAMHEID: Artikel("Bi", "5.2", lid="1", onder="c"),
        }
    },
)
NIET_NA_VERHUIZING: Dated[frozenset[IntakeOnderwerp]] = Dated(
    bron=Artikel("Wi2021", "15", lid="4"),
    versions={date(2022, 1, 1): frozenset({IntakeOnderwerp.OPLEIDING_EN_WERK})},
)

OPROEPEN: Dated[int] = Dated(bron=Artikel("Wi2021", "14", lid="2"), versions={date(2022, 1, 1): 3})
"""After how many oproepen the college completes the intake without the person."""


def brede_intake(
    *, op: date, na_verhuizing: bool = False
) -> Uitkomst[Mapping[IntakeOnderwerp, Artikel]]:
    """Return the subjects that an intake must hold, each with its article.

    :param op: the day of the intake: it chooses the version of the law
    :param na_verhuizing: there was a PIP before a move: school and work are not asked again
    :raises NotInForce: before 1 January 2022
    """
    found = dict(ONDERWERPEN.on(op))
    stappen = [versie_stap(ONDERWERPEN, op)]
    if na_verhuizing:
        dropped = NIET_NA_VERHUIZING.on(op)
        found = {one: bron for one, bron in found.items() if one not in dropped}
        text = (
            "Er was al een PIP voor de verhuizing: leerbaarheidstoets, opleiding en werkervaring "
            "worden niet opnieuw onderzocht."
        )
        stappen.append(keuze_stap(text, NIET_NA_VERHUIZING.bron))
    stappen += [
        Stap(soort=StapSoort.UITKOMST, tekst=f"Onderwerp: {one.label}.", bron=bron)
        for one, bron in found.items()
    ]
    return Uitkomst(
        value=found,
        grounds=grounds_of(stappen),
        stappen=tuple(stappen),
        op=op,
        geldig_tot=ONDERWERPEN.next_change(op),
    )
