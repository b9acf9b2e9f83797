"""What every page shows: where one can go, what day it is, and for whom."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from schakel import __version__
from schakel.base.permissions import Permission
from schakel.toegang.queries import actor_for, now, training_clock

NAV = (
    ("Werkvoorraad", "werk", {Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED}),
    ("Dossiers", "dossiers", {Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED}),
    ("Stand van zaken", "stand", {Permission.STAND_READ}),
    ("Keten", "keten", {Permission.KETEN_READ}),
    ("Wet", "wet", {Permission.KETEN_READ}),
    ("Lijsten", "lijsten", {Permission.LIJST_WRITE}),
    ("Verzoek om inzage", "inzageverzoeken", {Permission.INZAGEVERZOEK}),
    ("Verwerkingen", "verwerkingen", {Permission.INZAGE_READ}),
    ("Exports", "exports", {Permission.INZAGE_READ}),
    ("Gebruikers", "gebruikers", {Permission.ACCOUNT_WRITE}),
)
BIJ_HET_DOSSIER = {"inzageverzoeken"}
"""Who opens dossiers finds this at the dossier, and not in the menu."""


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the frame of a page: only links that this role may follow."""
    user = getattr(request, "user", None)
    # Behind a lock the hall has already worked out who asks, and when; open pages ask it here.
    actor = getattr(request, "actor", None)
    klok: date | None = request.oefendag if actor else training_clock()  # type: ignore[attr-defined]
    if actor is None and user is not None:
        actor = actor_for(user, at=now())
    nav = [
        {"label": label, "url": reverse(name), "active": request.path.startswith(reverse(name))}
        for label, name, permissions in NAV
        if actor is not None and actor.permissions & permissions
        if not (name in BIJ_HET_DOSSIER and actor.may(Permission.DOSSIER_READ))
    ]
    account = getattr(user, "medewerker", None)
    return {
        "gebruiker": account.naam if account else "",
        "nav": nav,
        "klok": klok,
        "demo": settings.DEMO,
        "versie": __version__,
    }
