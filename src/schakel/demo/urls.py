"""The addresses of the training region; they exist only in demo mode."""

from django.urls import path

from schakel.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.index, name="index"),
    path("inloggen/<slug:persona>", views.log_in, name="inloggen"),
    path("klok", views.move_clock, name="klok"),
]
