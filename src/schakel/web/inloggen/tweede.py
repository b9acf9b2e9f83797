"""The step after the password: a code or a key, or setting one up. Until then nobody is in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from schakel.base.refusal import Refusal
from schakel.toegang.doors import public
from schakel.toegang.pogingen import forget, note_code
from schakel.toegang.queries import Account
from schakel.toegang.sessie import Halverwege, get_halverwege, let_in
from schakel.toegang.sleutels import (
    APP,
    SLEUTEL,
    begin_check,
    check_code,
    check_key,
    codes_left,
    has_factor,
    list_factors,
)
from schakel.web.inloggen.bewaren import Bewaard, seal, unseal
from schakel.web.inloggen.forms import AntwoordForm, CodeForm, LoginForm
from schakel.web.inloggen.instellen import set_up
from schakel.web.inloggen.terug import ask_again, give_back, is_inside, unstored

HALF_IN = "wie het wachtwoord gaf is er nog niet: eerst volgt hier de tweede stap"
FORM = require_http_methods(["GET", "HEAD", "POST"])


@public(HALF_IN)
@FORM
@sensitive_post_parameters("code", "antwoord")
def code(request: HttpRequest) -> HttpResponse:
    """Ask a code or a key of who gave a password."""
    half, held = get_halverwege(request), unseal(request)
    if half is None:
        return _begin_again(request, held)
    if not has_factor(account=half.account.pk):
        return redirect("inloggen_instellen")
    keys = "antwoord" in request.POST
    sent = request.POST if "antwoord" in request.POST or "code" in request.POST else None
    form = AntwoordForm(sent) if keys else CodeForm(sent)
    if form.is_valid():
        try:
            return _take(request, half, form, held)
        except Refusal as refusal:
            form.add_error("code" if refusal.field in form.fields else None, refusal.text)
    return _ask_code(request, half.account, form, held)


def _take(
    request: HttpRequest, half: Halverwege, form: CodeForm | AntwoordForm, held: Bewaard | None
) -> HttpResponse:
    typed = form.cleaned_data
    poging = note_code(account=half.account.pk)
    factor = (
        check_key(account=half.account, answer=typed["antwoord"])
        if "antwoord" in typed
        else check_code(account=half.account, code=typed["code"])
    )
    forget(poging)
    let_in(request, half.account, factor=factor)
    return give_back(request, held) if held else redirect(half.verder)


def _ask_code(
    request: HttpRequest, account: Account, form: CodeForm | AntwoordForm, held: Bewaard | None
) -> HttpResponse:
    kinds = {one.soort for one in list_factors(account=account.pk)}
    code = form if isinstance(form, CodeForm) else CodeForm()
    if APP not in kinds:
        code.fields["code"].help_text = "Een van uw noodcodes."
    words = {
        "fout": form,
        "form": code,
        "vraag": {"request_options": begin_check(account=account)} if SLEUTEL in kinds else None,
        "app": APP in kinds,
        "noodcodes": codes_left(account=account.pk),
        "bewaard": seal(held) if held else "",
    }
    return unstored(render(request, "web/inloggen/code.html", words))


@public(HALF_IN)
@FORM
@sensitive_post_parameters("code", "antwoord")
def instellen(request: HttpRequest) -> HttpResponse:
    """Let who has no second factor, and needs one, set it up; only then they are in."""
    half, held = get_halverwege(request), unseal(request)
    if half is None or has_factor(account=half.account.pk):
        return _begin_again(request, held) if half is None else redirect("inloggen_code")
    return _set_up(request, half, held)


def _set_up(request: HttpRequest, half: Halverwege, held: Bewaard | None) -> HttpResponse:
    return set_up(
        request,
        half.account,
        onto={"verder": half.verder, "bewaard": seal(held) if held else "", "moet": True},
        enter=lambda factor: let_in(request, half.account, factor=factor),
    )


def ask(request: HttpRequest, held: Bewaard) -> HttpResponse:
    """Ask the second factor in the same answer, so that what was typed goes along in the page."""
    half = get_halverwege(request)
    if half is None:
        return _begin_again(request, held)
    if has_factor(account=half.account.pk):
        return _ask_code(request, half.account, CodeForm(), held)
    return _set_up(request, half, held)


def _begin_again(request: HttpRequest, held: Bewaard | None) -> HttpResponse:
    if held is None:
        return redirect("start" if is_inside(request) else "inloggen")
    return give_back(request, held) if is_inside(request) else ask_again(request, LoginForm(), held)
