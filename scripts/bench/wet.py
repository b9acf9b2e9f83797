"""How fast the law answers, on one core, without a database."""

import time
from datetime import date, timedelta
from random import Random

from deeds import rate
from fill import SEED

DOSSIERS = 100_000
PER_KEER = 2_000


def measure_wet() -> None:
    """Ask one term, every term of a dossier, and every term of 100,000 of them."""
    yard = rate(_bare, 200_000)
    cases = [_case(random) for random in [Random(SEED)] for _ in range(PER_KEER)]
    waiting = iter(cases * 10)
    pip = rate(lambda: _pip(next(waiting)), PER_KEER * 5)
    waiting = iter(cases * 10)
    whole = rate(lambda: _all_terms(next(waiting)), PER_KEER * 5)
    started = time.perf_counter()
    for number in range(DOSSIERS):
        _all_terms(cases[number % PER_KEER])
    took = time.perf_counter() - started
    print(
        f"  wet: termijn voor het PIP met uitleg {pip:.0f}/s; "
        f"alle termijnen van een dossier met uitleg {whole:.0f}/s ({1000 / whole:.3f} ms); "
        f"{DOSSIERS} dossiers in {took:.1f} s; "
        f"maatstaf (een datum en een week) {yard:.0f}/s"
    )


def _case(random: Random) -> tuple[date, date, date, date]:
    """Return kennisgeving, dagtekening of the PIP, birth date and the day of asking."""
    first = date(2023, 1, 1) + timedelta(days=random.randrange(1000))
    pip = first + timedelta(days=random.randrange(30, 150))
    born = date(1965, 1, 1) + timedelta(days=random.randrange(14_000))
    return first, pip, born, pip + timedelta(days=random.randrange(0, 400))


def _bare() -> date:
    return date(2026, 11, 1) + timedelta(weeks=1)


def _pip(case: tuple[date, date, date, date]) -> None:
    from schakel.wet.lijsten import Verblijfsvergunning
    from schakel.wet.regels.pip_termijn import PIPTermijnFeiten, pip_termijn

    first, _, _, asked = case
    facts = PIPTermijnFeiten(
        vergunning=Verblijfsvergunning.ASIEL_BEPAALD,
        gehuisvest_hvw28=True,
        kennisgeving=first,
        inschrijving_brp=first - timedelta(days=20),
        inschrijving_hvw28=first + timedelta(days=14),
    )
    pip_termijn(feiten=facts, op=asked)


def _all_terms(case: tuple[date, date, date, date]) -> None:
    """PIP, inburgering, asking to extend it, changing the leerroute, ontzorging and AOW."""
    from schakel.wet.lijsten import Verblijfsvergunning
    from schakel.wet.regels.aanvraag_verlenging import aanvraag_verlenging
    from schakel.wet.regels.aow_leeftijd import aow_leeftijd
    from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn
    from schakel.wet.regels.ontzorging import OntzorgingFeiten, ontzorging
    from schakel.wet.regels.wijzigen_leerroute import WijzigingFeiten, wijzigen_leerroute

    first, pip, born, asked = case
    _pip(case)
    einde = inburgeringstermijn(dagtekening_pip=pip).value.end
    if einde is not None:
        aanvraag_verlenging(einde_termijn=einde, aanvraag=None, op=asked)
    wijzigen_leerroute(feiten=WijzigingFeiten(dagtekening_pip=pip), op=asked)
    facts = OntzorgingFeiten(
        plichtig=True,
        vergunning=Verblijfsvergunning.ASIEL_BEPAALD,
        recht_op_bijstand=True,
        begin_bijstand=first,
    )
    ontzorging(feiten=facts, op=asked)
    aow_leeftijd(geboortedatum=born, op=asked)
