"""The walls that are seen only in the running house: its tables and its addresses.

`python -m tests.architecture.live_guards` prints what they find, for a source of choice.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

OUR_LOCK = "needs"
# Addresses with a lock of their own.
ADMIN = "django.contrib.admin"


def tables_that_do_not_say_what_they_hold() -> Iterator[str]:
    """Tables say what they hold about people: every table of ours carries its `avg`."""
    from django.apps import apps  # noqa: PLC0415 -- Django is set up by then

    from schakel.base.avg import Avg  # noqa: PLC0415 -- from the source that is looked at

    for model in apps.get_models(include_auto_created=True):
        if not model.__module__.startswith("schakel.") or model._meta.auto_created:
            continue
        avg = getattr(model, "avg", None)
        if not isinstance(avg, Avg) or not avg.doel or not avg.bewaren:
            yield f"{model._meta.label} does not say what it holds about people"


def screens_without_a_lock(patterns: Iterable[Any] | None = None) -> Iterator[str]:
    """Screens say what they need: every view went through `needs(...)` or `public(...)`."""
    for path, view in _views(patterns):
        module = getattr(view, "__module__", "")
        if not module.startswith(ADMIN) and getattr(view, OUR_LOCK, None) is None:
            yield f"/{path} ({module}.{getattr(view, '__qualname__', view)}) says not what it needs"


def _views(patterns: Iterable[Any] | None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    from django.urls import get_resolver  # noqa: PLC0415 -- Django is set up by then

    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = f"{prefix}{pattern.pattern}"
        if hasattr(pattern, "url_patterns"):
            if getattr(pattern, "app_name", None) != "admin":
                yield from _views(pattern.url_patterns, path)
        else:
            yield path, pattern.callback


LIVE_GUARDS = (tables_that_do_not_say_what_they_hold, screens_without_a_lock)


if __name__ == "__main__":
    import django

    django.setup()
    findings = [finding for guard in LIVE_GUARDS for finding in guard()]
    print("\n".join(findings))
    sys.exit(1 if findings else 0)
