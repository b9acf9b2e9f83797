"""Nothing is open by itself: a view without a lock is not shown to anyone."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

FOREIGN = ("whitenoise", "django.views.static", "django.contrib.staticfiles")


class DenyByDefault:
    """Refuse every view that does not say what it needs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> None:
        """Raise when the view has no lock."""
        if not hasattr(view, "needs"):
            raise PermissionDenied(f"{view!r} does not say what it needs.")
