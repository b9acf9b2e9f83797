"""The front door in tests: someone of the small world at a screen, at noon on 1 September 2022."""

import re
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.keten.models import Deelafspraak
from schakel.toegang.models import Klok
from schakel.toegang.queries import find_account
from schakel.traject.tests.world import NU, Keten, log_of, newest_of


def stop_the_clock() -> None:
    """Let it be noon on 1 September 2022 behind every front door."""
    Klok.objects.create(pk=1, nu=NU, scenario="proef")


def as_persona(name: str) -> Client:
    """Return a browser in which one of the fixed people is logged in."""
    client = Client()
    account = find_account(username=name)
    assert account is not None
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
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
