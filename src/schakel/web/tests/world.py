"""The front door in tests: someone of the small world at a screen, at noon on 1 September 2022."""

import re
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from schakel.base.actor import Via
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import noon
from schakel.keten.actions import (
    DeelafspraakGegevens,
    add_deelafspraak,
    add_medewerker,
    add_organisatie,
    assign_taak,
)
from schakel.keten.models import Deelafspraak
from schakel.keten.queries import Vorm
from schakel.toegang.actions import add_account
from schakel.toegang.models import Klok
from schakel.toegang.queries import Rol, find_account, wall_clock
from schakel.toegang.sessie import BACKEND, FACTOR, LAATST, OEFENEN, SINDS
from schakel.toegang.tests.world import who
from schakel.traject.actions.dossier import assign_casusregisseur
from schakel.traject.tests.world import NU, WOERDEN, Keten, log_of, newest_of, source


def stop_the_clock() -> None:
    """Let it be noon on 1 September 2022 behind every front door."""
    Klok.objects.create(pk=1, nu=NU, scenario="proef")


def as_persona(name: str) -> Client:
    """Return a browser in which one of the fixed people is logged in."""
    client = Client()
    account = find_account(username=name)
    assert account is not None
    client.force_login(account, backend=BACKEND)
    session = client.session
    session[SINDS] = session[LAATST] = int(wall_clock().timestamp())
    session[FACTOR] = OEFENEN
    session.save()
    return client


def text_of(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def words_of(response: HttpResponse) -> str:
    """Return what stands on the page without its mark-up."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text_of(response)))


def page(name: str, address: str, **data: object) -> str:
    response = as_persona(name).get(address, data)
    assert response.status_code == 200, address
    return text_of(response)


def agree_on(keten: Keten, categorieen: Collection[Gegevenscategorie]) -> None:
    """Let the one agreement open these categories and no other."""
    codes = [categorie.value for categorie in categorieen]
    Deelafspraak.objects.filter(pk=keten.afspraak).update(categorieen=codes)


def correction(uuid: UUID, kind: str, how: str = "herstellen") -> str:
    """Return the address of the form that corrects the newest gebeurtenis of a kind."""
    return f"/dossiers/{uuid}/gebeurtenis/{newest_of(uuid, kind).id}/{how}/"


def pip_words(uuid: UUID, **changes: object) -> dict[str, object]:
    """Return the form of a PIP of 2 May 2022 that lacks nothing."""
    return {
        "dagtekening": "2022-05-02", "leerroute": "B1", "niveau": "B1", "uren_leerroute": "600",
        "afweging_b1": "haalbaar", "afweging_onderwijs": "geen wens", "afweging_z": "niet nodig",
        "begeleiding": "elke maand een gesprek", "voortgangsgesprekken": "6", "uren_pvt": "12",
        "uren_map": "40", "gezien": log_of(uuid)[-1].id, **changes,
    }  # fmt: skip


def pip_correction(uuid: UUID, **changes: object) -> dict[str, Any]:
    """Return the form of a PIP that turns out to be dated 20 May 2022."""
    return {
        "happened_on": "2022-05-20", "feit_leerroute": "B1", "feit_niveau": "B1",
        "feit_gemeente": "0632",
        "feit_uren_leerroute": "600", "feit_uren_pvt": "10", "feit_uren_map": "40",
        "feit_voortgangsgesprekken": "6", "reden": "verkeerd overgenomen",
        "gezien": log_of(uuid)[-1].id, **changes,
    }  # fmt: skip


def confirm(client: Client, address: str, words: dict[str, Any]) -> HttpResponse:
    """Look at what changes, and press the button under it."""
    shown = client.post(address, words).content.decode()
    found = re.search(r'name="bekeken" value="([^"]*)"', shown)
    assert found is not None, shown
    seen = found[1].replace("&#x27;", "'").replace("&quot;", '"')
    return client.post(address, {**words, "bekeken": seen, "bevestigd": "1"}, follow=True)


def let_it_be(day: date) -> None:
    """Move the clock behind every front door to noon of another day."""
    Klok.objects.update(nu=noon(day))


def give_regie(uuid: UUID, name: str = "consulent") -> None:
    """Let one of the fixed people have the regie over a dossier, as from the day of the clock."""
    at = Klok.objects.get().nu
    medewerker = who(name, at).medewerker
    assert medewerker is not None
    assign_casusregisseur(
        actor=source(Via.SYSTEEM, at), dossier_uuid=uuid, medewerker=medewerker, reden="rooster",
        now=at,
    )  # fmt: skip


def a_taalaanbieder() -> int:
    """Return a language school in Woerden, with an account "docent" and its own agreement."""
    actor, begin = source(Via.SYSTEEM), date(2022, 1, 1)
    school = add_organisatie(actor=actor, naam="Taalschool")
    assign_taak(actor=actor, organisatie=school, gemeente=WOERDEN, taak="taalonderwijs", van=begin)
    docent = add_medewerker(
        actor=actor, organisatie=school, naam="Docent", functie="docent", van=begin
    )
    add_account(
        actor=actor, username="docent", medewerker=docent, rol=Rol.TAALAANBIEDER,
        gemeenten=[WOERDEN],
    )  # fmt: skip
    opens = {"IDENTITEIT", "CONTACT", "BSN", "TAAL"}
    gegevens = DeelafspraakGegevens(
        gemeente=WOERDEN, organisatie=school, taak="taalonderwijs", doel="taallessen",
        grondslag="opdracht", categorieen={Gegevenscategorie[naam] for naam in opens},
        vorm=Vorm.OPDRACHT, van=begin, voorlopig_tot=date(2023, 1, 1),
    )  # fmt: skip
    add_deelafspraak(actor=actor, gegevens=gegevens)
    return school
