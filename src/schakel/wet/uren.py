"""Hours that count towards a norm, and hours that do not: each kind with its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.uitkomst import Stap, StapSoort, feit_stap, keuze_stap

VOOR_PIP = Dated(
    bron=Artikel("Bi", "5.3"),
    versions={
        date(2022, 1, 1): Artikel("Bi", "5.3", lid="4"),
        date(2023, 1, 1): Artikel("Bi", "5.3", lid="5"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Hours of one kind.

    :param feit: the name of the start fact
    :param wat: what hours these are, as the start of a sentence
    :param uren: nought or more
    :param telt: whether they count towards the norm
    :param reden: why they count or do not, as a sentence; "" for what speaks for itself
    """

    feit: str
    wat: str
    uren: int
    bron: Artikel
    telt: bool = True
    reden: str = ""
    zekerheid: Zekerheid = Zekerheid.GELEZEN


def getelde_uren(posten: Iterable[Post]) -> int:
    """Return the sum of the hours that count."""
    return sum(post.uren for post in posten if post.telt)


def ontbrekende_uren(norm: int, posten: Iterable[Post]) -> int:
    """Return how many hours are still missing from the norm: never less than nought."""
    return max(0, norm - getelde_uren(posten))


def post_stappen(posten: Iterable[Post]) -> Iterator[Stap]:
    """Give the steps of each kind of which there are hours: how many, and why they count or not."""
    for post in posten:
        if post.uren:
            yield feit_stap(post.feit, f"{post.wat}: {post.uren} uur.", None)
            if post.reden:
                yield keuze_stap(post.reden, post.bron, zekerheid=post.zekerheid)


def som_stap(wat: str, norm: int, posten: tuple[Post, ...], bron: Artikel) -> Stap:
    """Return the step that lays the hours that count beside the norm."""
    geteld, rest = getelde_uren(posten), ontbrekende_uren(norm, posten)
    over = f"er ontbreken er nog {rest}" if rest else "de norm is gehaald"
    tekst = f"De norm voor {wat} is {norm} uur. Er tellen er {geteld} mee: {over}."
    return Stap(soort=StapSoort.DUUR, tekst=tekst, bron=bron)


def intake_reden(verrekend: bool) -> str:
    """Return why hours of the brede intake count or not: the law leaves that to the college."""
    if verrekend:
        return "Het college heeft besloten deze uren in mindering te brengen."
    return "Het college kan deze uren in mindering brengen, en heeft daar niet voor gekozen."


def voorinburgering(uren: int, op: date) -> Post:
    """Return the hours of voorinburgering, which count for nothing (Bi 5.3)."""
    return Post(
        feit="uren_voorinburgering",
        wat="Uren voorinburgering",
        uren=uren,
        telt=False,
        reden="Wat vóór het PIP is gedaan, telt niet, tenzij de wet dat zegt.",
        bron=VOOR_PIP.on(op),
        zekerheid=Zekerheid.AFGELEID,
    )
