"""Set up an app or a key: the same page for who is on the way in and for who is in."""

from collections.abc import Callable
from typing import Any

import qrcode
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from schakel.base.refusal import Refusal
from schakel.toegang.pogingen import forget, note_code
from schakel.toegang.queries import Account, now
from schakel.toegang.sleutels import (
    APP,
    SLEUTEL,
    add_app,
    add_key,
    address_of_app,
    begin_key,
    codes_left,
    new_secret,
    renew_codes,
)
from schakel.web.inloggen.forms import AppForm, SleutelForm
from schakel.web.inloggen.terug import unstored

GEHEIM = "app_geheim"
"""Under which name the session keeps the secret of an app that is being set up."""
KADER = 4


def set_up(
    request: HttpRequest, account: Account, *, onto: dict[str, Any], enter: Callable[[str], None]
) -> HttpResponse:
    """Ask for an app or a key; when there is one, show the codes for emergencies once.

    :param onto: what the page needs to go on: `verder`, and `bewaard` for what was typed
    :param enter: called with the factor that was set up
    """
    keys = request.POST.get("wat") == SLEUTEL
    app = AppForm(request.POST if request.POST.get("wat") == APP else None)
    key = SleutelForm(request.POST if keys else None)
    form = key if keys else app
    if form.is_valid():
        try:
            _add(request, account, form.cleaned_data)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
        else:
            fresh = codes_left(account=account.pk) == 0
            codes = renew_codes(account=account, now=now()) if fresh else []
            enter(SLEUTEL if keys else APP)
            return show_codes(request, codes, onto=onto)
    secret = request.session.setdefault(GEHEIM, new_secret())
    address = address_of_app(account=account, secret=secret)
    words = {
        "app": app, "sleutel": key, "geheim": _in_parts(secret), "qr": _path(address),
        "vraag": {"creation_options": begin_key(account=account)}, **onto,
    }  # fmt: skip
    return unstored(render(request, "web/inloggen/instellen.html", words))


def _add(request: HttpRequest, account: Account, typed: dict[str, Any]) -> None:
    if "antwoord" in typed:
        add_key(account=account, naam=typed["naam"], answer=typed["antwoord"], now=now())
        return
    poging = note_code(account=account.pk)
    secret = request.session.get(GEHEIM, "")
    add_app(account=account, secret=secret, code=typed["code"], now=now())
    forget(poging)
    request.session.pop(GEHEIM, None)


def show_codes(request: HttpRequest, codes: list[str], *, onto: dict[str, Any]) -> HttpResponse:
    """Show the codes for emergencies: this once."""
    groups = [f"{code[:5]} {code[5:]}" for code in codes]
    return unstored(render(request, "web/inloggen/noodcodes.html", {"codes": groups, **onto}))


def _in_parts(secret: str) -> str:
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def _path(address: str) -> dict[str, Any]:
    """Return the picture that an app reads, as one path: the policy allows no picture of data."""
    code = qrcode.QRCode(border=KADER)
    code.add_data(address)
    code.make(fit=True)
    rows = code.get_matrix()
    dots = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]
    return {"pad": "".join(dots), "zijde": len(rows)}
