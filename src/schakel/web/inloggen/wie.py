"""Who asks, as far as a password tells; and the way on from there."""

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from schakel.base.refusal import Refusal
from schakel.toegang.pogingen import forget, note_log_in
from schakel.toegang.queries import Account, Rol, actor_for, now
from schakel.toegang.roles import needs_second_factor
from schakel.toegang.sessie import come_halfway, let_in
from schakel.toegang.sleutels import has_factor
from schakel.web.inloggen.bewaren import Bewaard
from schakel.web.inloggen.terug import give_back
from schakel.web.inloggen.tweede import ask

WRONG = "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Controleer beide."
ENDED = "Uw account geeft op dit moment geen toegang. Vraag het de functioneel beheerder."


def client_address(request: HttpRequest) -> str:
    """Return where someone is, or "" if that cannot be known.

    Behind web servers of ours each adds what it saw; what stands before that is what people claim.
    """
    seen = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES:
        parts = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
        return parts[-settings.PROXIES] if len(parts) >= settings.PROXIES else ""
    return "" if seen in {"127.0.0.1", "::1"} else seen


def wanted_address(request: HttpRequest) -> str:
    """Return where someone was going, as long as that is in this house."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    here = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if here else "/"


def who_gave(request: HttpRequest, *, username: str, password: str) -> Account:
    """Return whose user name and password these are.

    :raises Refusal: if they do not belong together, or of someone who may not come in now
    """
    poging = note_log_in(naam=username, adres=client_address(request))
    user = authenticate(request, username=username, password=password)
    if not isinstance(user, Account):
        raise Refusal(WRONG)
    forget(poging)
    require_at_work(user)
    return user


def require_at_work(account: Account) -> None:
    """Let on only who may come in on this day.

    :raises Refusal: for an account that was switched off, or whose medewerker left
    """
    if actor_for(account, at=now()) is None:
        raise Refusal(ENDED)


def go_on(
    request: HttpRequest, account: Account, *, factor: str, verder: str, held: Bewaard | None = None
) -> HttpResponse:
    """Let someone in, or ask the second factor that the account has or the role needs.

    :param factor: what proved it beside the password; "" for nothing
    :param held: what was typed when a session had ended
    """
    proven = has_factor(account=account.pk)
    if factor or not (proven or needs_second_factor(Rol(account.rol))):
        let_in(request, account, factor=factor)
        return give_back(request, held) if held else redirect(verder)
    come_halfway(request, account, verder=verder)
    if held:
        return ask(request, held)
    return redirect("inloggen_code" if proven else "inloggen_instellen")
