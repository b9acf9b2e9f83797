"""Every word must be found, in what the actor may see, and in nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.actions.betrokkenen import BetrokkeneGegevens, add_betrokkene
from schakel.dossier.actions.feiten import Opened, PersoonGegevens, open_dossier
from schakel.dossier.queries import find_by_number, search
from schakel.dossier.tests.world import BEGIN, NU, OUDEWATER, WOERDEN, consulent
from schakel.keten.actions import add_medewerker
from schakel.keten.tests.world import BEHEER, a_partner, agree

pytestmark = pytest.mark.django_db
RAMI = PersoonGegevens(
    voornaam="Rami", tussenvoegsel="al", achternaam="Hamwî", bsn="999990019",
    v_nummer="2900001047", telefoon="06-1234 5678", straat="Rijnstraat", huisnummer="12 bis",
    postcode="3441 AB", woonplaats="Woerden", klantnummer="K77",
)  # fmt: skip


def opened(gegevens: PersoonGegevens = RAMI, gemeente: str = WOERDEN) -> Opened:
    return open_dossier(
        actor=consulent(), gegevens=gegevens, gemeente=gemeente, happened_on=BEGIN, now=NU
    )


def names(term: str, actor: Actor | None = None) -> list[str]:
    return [row.persoon.sorteernaam for row in search(actor=actor or consulent(), term=term)]


@pytest.mark.parametrize(
    "term",
    ["hamwi", "HAMWÎ rami", "ram ham", "al-hamwi", "0612345678", "+31 6 12 34 56 78", "1234 5678",
     "rijnstraat 12", "3441ab", "3441 AB", "k77", "0019", "hamwi 0019", "290000"],
)  # fmt: skip
def test_a_caseworker_finds_by_every_word_typed(term: str) -> None:
    opened()
    opened(PersoonGegevens(achternaam="Anders"))

    assert names(term) == ["Hamwî, Rami al"]


@pytest.mark.parametrize(
    "term", ["", "  ", "…", "hamwi x", "999990019", "99999", "%", "_", "hamwi anders", "0018"]
)
def test_what_is_not_there_is_not_found(term: str) -> None:
    opened()
    opened(PersoonGegevens(achternaam="Anders"))

    assert names(term) == []


def test_no_more_is_handed_out_than_was_asked_and_every_look_is_noted() -> None:
    for nth in range(4):
        opened(PersoonGegevens(achternaam=f"Naam{nth}"))
    actor = consulent()

    assert len(search(actor=actor, term="naam", limit=3)) == 3
    assert [look.question for look in actor.inzagen] == ["zoeken"] * 3


@pytest.mark.parametrize("term", ["9999.90.019", "999990019", "2900001047", "290 000 1047"])
def test_a_whole_number_leads_to_the_dossier(term: str) -> None:
    dossier = opened()

    found = find_by_number(actor=consulent(), term=term)
    assert found is not None
    assert found.uuid == dossier.uuid
    elsewhere = replace(consulent(), gemeenten=frozenset({OUDEWATER}))
    assert find_by_number(actor=elsewhere, term=term) is None
    assert names("hamwi", elsewhere) == []
    assert elsewhere.inzagen == []


@pytest.mark.parametrize("term", ["hamwi", "99999001", "99999001x", "٩٩٩٩٩٠٠١٩", ""])
def test_what_is_no_whole_number_leads_nowhere(term: str) -> None:
    opened()

    assert find_by_number(actor=consulent(), term=term) is None


def a_begeleider(*categorieen: Gegevenscategorie) -> Actor:
    """Return a partner's medewerker, linked to one dossier of two, who may see these categories."""
    partner = a_partner()
    afspraak = agree(partner, categorieen=set(categorieen), voorlopig_tot=date(2023, 1, 1))
    mens = add_medewerker(
        actor=BEHEER, organisatie=partner, naam="Anja", functie="begeleider", van=BEGIN
    )
    dossier = opened()
    opened(PersoonGegevens(achternaam="Hamwi", voornaam="Ver"))
    add_betrokkene(
        actor=consulent(),
        dossier=dossier.id,
        gegevens=BetrokkeneGegevens(
            medewerker=mens, rol="begeleider", reden="gesprek", van=BEGIN, deelafspraak=afspraak
        ),
    )
    return Actor(
        medewerker=mens,
        organisatie=partner,
        gemeenten=frozenset({WOERDEN}),
        op=NU.date(),
        permissions=frozenset({Permission.DOSSIER_READ_SHARED}),
    )


TERMS = {
    Gegevenscategorie.IDENTITEIT: "hamwi",
    Gegevenscategorie.CONTACT: "rijnstraat",
    Gegevenscategorie.VERBLIJF: "290000",
    Gegevenscategorie.BSN: "0019",
    Gegevenscategorie.NOTITIES_INTERN: "k77",
}


@pytest.mark.parametrize("opens", TERMS, ids=str)
def test_a_partner_finds_only_by_what_is_shared(opens: Gegevenscategorie) -> None:
    actor = a_begeleider(opens)

    found = {one for one, term in TERMS.items() if search(actor=actor, term=term)}

    assert found == {opens}
    assert len(search(actor=actor, term=TERMS[opens])) == 1
    by_bsn = find_by_number(actor=actor, term="999990019") is not None
    by_v_nummer = find_by_number(actor=actor, term="2900001047") is not None
    assert by_bsn == (opens is Gegevenscategorie.BSN)
    assert by_v_nummer == (opens is Gegevenscategorie.VERBLIJF)
    assert bool(search(actor=actor, term="0612345678")) == (opens is Gegevenscategorie.CONTACT)


def test_a_partner_whose_agreement_ended_finds_nobody() -> None:
    actor = a_begeleider(*TERMS)

    later = replace(actor, op=date(2023, 1, 1))
    assert [search(actor=later, term=term) for term in TERMS.values()] == [[]] * len(TERMS)
