"""The pages for what is not there, not allowed, or went wrong. Never a traceback."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader

from schakel.web.inloggen.terug import ended


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What does not exist and what someone may not see look the same."""
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The person lacks a permission."""
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came from a session that ended or was renewed: keep what was typed in it."""
    return ended(request) or render(request, "403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something went wrong, perhaps the database itself: this page asks nothing of anyone."""
    return HttpResponseServerError(loader.get_template("500.html").render())
