"""Log in, log out, and the way to the first page of a role."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.toegang.doors import needs, public
from schakel.web.inloggen.bewaren import unseal
from schakel.web.inloggen.forms import LoginForm
from schakel.web.inloggen.terug import ask_again, give_back, is_inside
from schakel.web.inloggen.wie import go_on, wanted_address, who_gave

NOT_YET = "U bent nog niet ingelogd. Log hier in, of eerst in het andere tabblad."


@public("wie nog niet is ingelogd moet kunnen inloggen")
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password")
def log_in(request: HttpRequest) -> HttpResponse:
    """Ask who someone is, and go where they wanted to go, or on with what they typed."""
    held = unseal(request)
    if held and is_inside(request):
        return give_back(request, held)
    wanted = wanted_address(request)
    form = LoginForm(request.POST or None)
    if form.is_valid():
        try:
            account = who_gave(request, **form.cleaned_data)
            return go_on(request, account, factor="", verder=wanted, held=held)
        except Refusal as refusal:
            form.add_error(None, refusal.text)
    if held:
        return ask_again(request, _not_yet(request, form), held)
    own = settings.OIDC_ADRES and settings.OIDC_NAAM
    return render(
        request, "web/inloggen/inloggen.html", {"form": form, "next": wanted, "organisatie": own}
    )


def _not_yet(request: HttpRequest, form: LoginForm) -> LoginForm:
    """Return the form as it was filled in, or a fresh one for who thought to be logged in."""
    if "verder" not in request.POST:
        return form
    fresh = LoginForm({})
    fresh.full_clean()
    fresh.errors.clear()
    fresh.add_error(None, NOT_YET)
    return fresh


@public("uitloggen mag altijd")
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session at once."""
    logout(request)
    return redirect("inloggen")


@needs(*Permission, anyone=True)
@require_safe
def start(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Lead a role to its first page."""
    if actor.permissions & {Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED}:
        return redirect("werk")
    if actor.may(Permission.STAND_READ):
        return redirect("stand")
    if actor.may(Permission.KETEN_READ):
        return redirect("keten")
    labels = sorted(permission.label for permission in actor.permissions)
    return render(request, "web/inloggen/start.html", {"rechten": labels})


@public("elke browser vraagt erom")
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead to the icon."""
    return redirect(static("web/favicon.ico"))
