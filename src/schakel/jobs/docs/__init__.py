"""The pages of docs/ that are made from the code, so that they cannot grow apart from it."""

from collections.abc import Callable

from schakel.jobs.docs.avg import avg
from schakel.jobs.docs.logboek import logboek
from schakel.jobs.docs.toegang import toegang
from schakel.jobs.docs.wet import wet

PAGES: dict[str, Callable[[], str]] = {
    "avg.md": avg,
    "logboek.md": logboek,
    "toegang.md": toegang,
    "wet.md": wet,
}
