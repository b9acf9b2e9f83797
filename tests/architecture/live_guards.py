"""The walls that are seen only in the running house: its tables and its addresses.

`python -m tests.architecture.live_guards` prints what they find, for a source of choice.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

# The addresses of Django's admin have a lock of their own.
ADMIN = "admin"


def tables_that_do_not_say_what_they_hold() -> Iterator[str]:
    """Tables say what they hold about people: every table of ours carries its `avg`."""
    from django.apps import apps  # noqa: PLC0415 -- Django is set up by then

    from schakel.base.avg import Avg  # noqa: PLC0415 -- idem

    for model in apps.get_models(include_auto_created=True):
        if not model.__module__.startswith("schakel.") or model._meta.auto_created:
            continue
        avg = getattr(model, "avg", None)
        if not isinstance(avg, Avg) or not avg.doel or not avg.bewaren:
            yield f"{model._meta.label} does not say what it holds about people"


def fields_that_no_category_opens() -> Iterator[str]:
    """Every field about someone belongs to one category, or its row says to which."""
    from django.apps import apps  # noqa: PLC0415 -- Django is set up by then

    from schakel.base.avg import DOSSIER, Avg  # noqa: PLC0415 -- idem

    for model in apps.get_models(include_auto_created=True):
        avg = getattr(model, "avg", None)
        if not model.__module__.startswith("schakel.") or not isinstance(avg, Avg):
            continue
        fields = {field.name for field in model._meta.concrete_fields}
        if avg.bewaren == DOSSIER and not avg.over_iemand:
            yield f"{model._meta.label} does not say what opens its fields"
        for name in sorted(set(avg.velden) - fields):
            yield f"{model._meta.label} says what opens {name}, which it does not have"


def screens_without_a_lock() -> Iterator[str]:
    """Screens say what they need: every view went through `needs(...)` or `public(...)`."""
    for path, view in sorted(set(_addresses()), key=str):
        if not _says_what_it_needs(view):
            name = f"{view.__module__}.{getattr(view, '__qualname__', view)}"
            yield f"/{path} ({name}) says not what it needs"


def _says_what_it_needs(view: Any) -> bool:
    from schakel.base.permissions import Permission  # noqa: PLC0415 -- idem
    from schakel.toegang.doors import PUBLIC  # noqa: PLC0415 -- idem

    needs = getattr(view, "needs", None)
    if needs == PUBLIC:
        return bool(getattr(view, "reason", ""))
    return isinstance(needs, tuple) and all(isinstance(one, Permission) for one in needs)


def _addresses() -> Iterator[tuple[str, Any]]:
    """Yield every address: of the house as it runs, and of rooms that are open only at times."""
    from django.apps import apps  # noqa: PLC0415 -- Django is set up by then
    from django.urls import get_resolver  # noqa: PLC0415 -- idem

    yield from _views(get_resolver().url_patterns)
    for room in apps.get_app_configs():
        if room.name.startswith("schakel.") and find_spec(f"{room.name}.urls"):
            yield from _views(import_module(f"{room.name}.urls").urlpatterns)


def _views(patterns: Iterable[Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        path = f"{prefix}{pattern.pattern}"
        if hasattr(pattern, "url_patterns"):
            if getattr(pattern, "app_name", None) != ADMIN:
                yield from _views(pattern.url_patterns, path)
        else:
            yield path, pattern.callback


LIVE_GUARDS = (
    tables_that_do_not_say_what_they_hold,
    fields_that_no_category_opens,
    screens_without_a_lock,
)


if __name__ == "__main__":
    import django

    django.setup()
    findings = [finding for guard in LIVE_GUARDS for finding in guard()]
    print("\n".join(findings))
    sys.exit(1 if findings else 0)
