"""Nothing is open by itself, and what the rooms refuse becomes a page: said once, here."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from schakel.base.refusal import NotAllowed
from schakel.dossier.queries import DossierNotFound, get_naar
from schakel.toegang.doors import PUBLIC
from schakel.web.inloggen.terug import ended

FOUND, NOT_THIS_WAY = 302, 405
SAMENGEVOEGD = (
    "Dit dossier is samengevoegd met een ander. U bent nu daar; wat u invulde, is niet vastgelegd."
)


class Doors:
    """Refuse every view that does not say what it needs; translate what a view did not catch."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == NOT_THIS_WAY:
            allowed = response.headers["Allow"]
            response = render(request, "405.html", status=NOT_THIS_WAY)
            response.headers["Allow"] = allowed
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

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Make "not in sight" a 404 and "not permitted" a 403, in every view alike.

        The address of a dossier that was merged into one in sight leads to that one.
        """
        if isinstance(exception, DossierNotFound):
            try:
                return _to_where_it_went(request)
            except DossierNotFound:
                raise Http404 from exception
        if isinstance(exception, NotAllowed):
            raise PermissionDenied(exception.text) from exception
        return None


def _to_where_it_went(request: HttpRequest) -> HttpResponse:
    match, actor = request.resolver_match, getattr(request, "actor", None)
    asked = match.kwargs.get("uuid") if match else None
    if match is None or actor is None or asked is None:
        raise DossierNotFound(asked)
    naar = get_naar(actor=actor, uuid=asked)
    if request.method not in {"GET", "HEAD"}:
        messages.warning(request, SAMENGEVOEGD)
        return redirect("dossier", uuid=naar)
    address = reverse(match.view_name, kwargs={**match.kwargs, "uuid": naar})
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address)
