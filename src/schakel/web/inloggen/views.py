"""Log in, log out, and the way to the first page of a role."""

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.toegang.doors import needs, public
from schakel.toegang.queries import actor_for, now
from schakel.web.inloggen.forms import LoginForm

WRONG = "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Controleer beide."
ENDED = "Uw account geeft op dit moment geen toegang. Vraag het de functioneel beheerder."


@public("wie nog niet is ingelogd moet kunnen inloggen")
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password")
def log_in(request: HttpRequest) -> HttpResponse:
    """Ask who someone is, and go where they wanted to go."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        wanted = "/"
    form = LoginForm(request.POST or None)
    if form.is_valid():
        user = authenticate(request, **form.cleaned_data)
        if user is not None and actor_for(user, at=now()) is not None:
            login(request, user)
            return redirect(wanted)
        form.add_error(None, WRONG if user is None else ENDED)
    return render(request, "web/inloggen/inloggen.html", {"form": form, "next": wanted})


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
