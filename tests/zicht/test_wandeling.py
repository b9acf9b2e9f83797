"""Nobody sees a byte that is not his to see, wherever he asks.

Every persona walks every address of the house, with every dossier, on days before, in and after
the agreements. What comes back may hold no canary of a category that the table below does not give.
"""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.demo.keten import CONVENANT, CURSUSINSTELLING
from schakel.dossier.queries.zicht import Zicht
from schakel.web.tests.world import as_persona
from tests.zicht.kanarie import DAGEN, IN, NA_AFSPRAAK, NA_KOPPELING, VOOR, Wereld, bouw, let_it_be
from tests.zicht.paden import NIET_GELOPEN, PADEN, Vraag, namen

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("zicht")]

ALLES = frozenset(Gegevenscategorie)
ZONDER_BESLOTEN = ALLES - {Gegevenscategorie.GEZONDHEID, Gegevenscategorie.BSN}
NIETS: frozenset[Gegevenscategorie] = frozenset()
SMAL = frozenset({Gegevenscategorie.IDENTITEIT, Gegevenscategorie.VOORTGANG})
EIGEN = {
    "casus-woerden": ALLES, "team": ALLES, "traject": ZONDER_BESLOTEN, "account": ZONDER_BESLOTEN,
    "keten": ZONDER_BESLOTEN,
}  # fmt: skip
"""Who works for the colleges, and what of a dossier of an own gemeente that opens."""
VERZOEK = {"privacy": ALLES}
"""Who opens no dossier, and hands out all of one to the person who asks for it."""
ELDERS = {"casus-bodegraven": ALLES}
LEZERS = {"traject", "account", "keten"}
"""Who prepares no PIP, and so does not see one being prepared."""
PARTNERS = ("mb-woerden", "taal-utrecht", "sociaal-woerden")
BUITEN = (
    "mb-bodegraven", "mb-montfoort", "sociaal-oudewater", "taal-holland", "opdracht-woerden",
    "control", "beleid-woerden", "fg", "beheer", "inburgeraar",
)  # fmt: skip
"""Who has nothing to see of anyone in this region."""


def matrix(wie: str, dag: date, wereld: Wereld) -> Mapping[UUID, frozenset[Gegevenscategorie]]:
    """Return what someone may see of each person on a day; of who is not in it, nothing."""
    woerden = (wereld.vol, wereld.concept, wereld.los, wereld.gezin)
    if wie in EIGEN:
        both = () if wie == "casus-woerden" else (wereld.ver,)
        return dict.fromkeys((*woerden, *both), EIGEN[wie])
    if wie in VERZOEK:
        return dict.fromkeys((*woerden, wereld.ver), VERZOEK[wie])
    if wie in ELDERS:
        return {wereld.ver: ELDERS[wie]}
    if wie == "mb-woerden":
        seen = {IN: (wereld.vol, wereld.concept), NA_KOPPELING: (wereld.concept,)}
        return dict.fromkeys(seen.get(dag, ()), frozenset(CONVENANT))
    if wie == "taal-utrecht":
        return {} if dag == VOOR else {wereld.vol: frozenset(CURSUSINSTELLING)}
    if wie == "sociaal-woerden":
        return {wereld.vol: SMAL} if dag == IN else {}
    return {}


@pytest.fixture(scope="module")
def wereld(django_db_setup: None, django_db_blocker: Any) -> Iterator[Wereld]:
    """Build the region once: each walk leaves it as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield bouw()
        transaction.set_rollback(True)


def walk(wie: str, dag: date, wereld: Wereld) -> Iterator[tuple[Vraag, str]]:
    """Yield every request of this persona on a day, with all that came back; nothing remains."""
    let_it_be(dag)
    client = as_persona(wie)
    client.raise_request_exception = True
    asked = set()
    for maak in PADEN.values():
        for uuid in wereld.kanaries:
            for vraag in maak(wereld, uuid):
                key = (vraag.adres, tuple(sorted(vraag.data.items())), vraag.post)
                if key not in asked:
                    asked.add(key)
                    yield vraag, _ask(client, vraag)


def _ask(client: Client, vraag: Vraag) -> str:
    with transaction.atomic():
        send = client.post if vraag.post else client.get
        answer = send(vraag.adres, dict(vraag.data))
        told = told_by(answer)
        transaction.set_rollback(True)
    assert answer.status_code < 500, (vraag.adres, answer.status_code)
    return told


def told_by(answer: HttpResponseBase) -> str:
    """Return all that an answer says: its head, its text, and what is packed inside a file."""
    head = " ".join(f"{name}: {value}" for name, value in answer.items())
    body: bytes = answer.content  # type: ignore[attr-defined]
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            body = b" ".join(packed.read(name) for name in packed.namelist())
    elif body.startswith(b"%PDF"):
        body = subprocess.run(
            ["pdftotext", "-", "-"], input=body, capture_output=True, check=True
        ).stdout
    return re.sub(r"\s+", " ", f"{head} {body.decode(errors='replace')}")


def leaks(wie: str, dag: date, wereld: Wereld) -> tuple[list[str], set[tuple[UUID, str]]]:
    """Return what came out that should not, and which canaries were seen as they should."""
    allowed = matrix(wie, dag, wereld)
    found, seen = [], set()
    for vraag, told in walk(wie, dag, wereld):
        for uuid, kanaries in wereld.kanaries.items():
            for kanarie, categorie in kanaries.items():
                if kanarie not in told or kanarie in vraag.getypt:
                    continue
                if categorie in allowed.get(uuid, NIETS):
                    seen.add((uuid, kanarie))
                else:
                    how = "POST" if vraag.post else "GET"
                    found.append(f"{wie} {dag} {how} {vraag.adres} {vraag.getypt}: {kanarie}")
    return found, seen


def test_every_address_is_walked() -> None:
    assert namen() == {*PADEN, *NIET_GELOPEN}


def test_everyone_of_the_region_walks() -> None:
    from schakel.demo.keten import _PERSONAS  # noqa: PLC0415

    everyone = {*EIGEN, *VERZOEK, *ELDERS, *PARTNERS, *BUITEN}
    assert everyone == {name for name, *_ in _PERSONAS} | {"inburgeraar"}


@pytest.mark.parametrize("dag", DAGEN, ids=str)
@pytest.mark.parametrize("wie", PARTNERS)
def test_a_partner_sees_what_the_agreement_opens_on_that_day(
    wie: str, dag: date, wereld: Wereld
) -> None:
    found, seen = leaks(wie, dag, wereld)

    assert found == []
    for uuid, opened in matrix(wie, dag, wereld).items():
        shown = {wereld.kanaries[uuid][kanarie] for one, kanarie in seen if one == uuid}
        told = set(wereld.kanaries[uuid].values()) & opened
        assert shown == told, f"{wie} does not see {told - shown} on {dag}"


@pytest.mark.parametrize("wie", [*EIGEN, *VERZOEK, *ELDERS])
def test_who_works_for_a_college_sees_its_dossiers_and_no_others(wie: str, wereld: Wereld) -> None:
    found, seen = leaks(wie, IN, wereld)

    assert found == []
    for uuid, opened in matrix(wie, IN, wereld).items():
        if uuid == wereld.concept and wie in LEZERS:
            continue
        told = {name for name, one in wereld.kanaries[uuid].items() if one in opened}
        hidden = {kanarie for kanarie in told if (uuid, kanarie) not in seen}
        assert hidden <= NERGENS_GETOOND | ALLEEN_HEEL.get(wie, set()), (
            f"{wie} sees {hidden} nowhere"
        )


NERGENS_GETOOND = {"999990019", "2022-03-03", "1987-02-13", "13-02-1987", "2022-05-09"}
"""Shown in other words: half a BSN, and a day in letters."""
ALLEEN_HEEL = {"privacy": {"•••••0019"}}
"""Who only sees the file of a request, with the whole BSN in it and not half of it."""


@pytest.mark.parametrize("wie", BUITEN)
def test_who_has_no_business_here_sees_nobody(wie: str, wereld: Wereld) -> None:
    assert leaks(wie, IN, wereld)[0] == []


def test_the_statutory_flow_goes_on_where_the_convenant_ended(wereld: Wereld) -> None:
    assert matrix("mb-woerden", NA_AFSPRAAK, wereld) == {}
    assert matrix("taal-utrecht", NA_AFSPRAAK, wereld)


@pytest.mark.parametrize("wie", ["mb-woerden", "traject"])
def test_a_wall_that_is_taken_out_is_seen(
    wie: str, wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The walk itself can fail: with every category open it finds what is not agreed."""
    monkeypatch.setattr(Zicht, "opens", lambda self, categorie: True)

    found = " ".join(leaks(wie, IN, wereld)[0])

    assert "kanarie-ziekte" in found
    assert "•••••0019" in found
