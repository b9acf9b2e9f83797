"""Nothing is open by itself, and what the rooms refuse becomes a page: said once, here."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django_htmx.http import HttpResponseClientRedirect

from schakel.base.refusal import NotAllowed
from schakel.dossier.queries import DossierNotFound
from schakel.toegang.doors import PUBLIC
from schakel.web.inloggen.terug import ended

FOUND = 302


class Doors:
    """Refuse every view that does not say what it needs; translate what a view did not catch."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.headers.get("HX-Request") and response.status_code == FOUND:
            # A fragment cannot hold another page: let the browser itself go there.
            response = HttpResponseClientRedirect(response["Location"])
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """Raise when the view has no lock; keep what was typed when the session had ended."""
        needs = getattr(view, "needs", None)
        if needs is None:
            raise PermissionDenied(f"{view!r} does not say what it needs.")
        if request.method == "POST" and needs != PUBLIC and not request.user.is_authenticated:
            return ended(request)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Make "not in sight" a 404 and "not permitted" a 403, in every view alike."""
        if isinstance(exception, DossierNotFound):
            raise Http404 from exception
        if isinstance(exception, NotAllowed):
            raise PermissionDenied(exception.text) from exception
