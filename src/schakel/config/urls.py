"""All addresses. Those of the demo exist only in demo mode."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [path("", include("schakel.web.urls"))]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("schakel.demo.urls")))

handler403 = "schakel.web.errors.forbidden"
handler404 = "schakel.web.errors.not_found"
handler500 = "schakel.web.errors.server_error"
