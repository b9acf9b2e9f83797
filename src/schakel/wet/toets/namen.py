"""The names that the cases give to the facts of our rules."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from schakel.base.refusal import Refusal


@contextmanager
def met_namen(namen: Mapping[str, str]) -> Iterator[None]:
    """Let a refusal of a rule name the fact as the case calls it.

    :param namen: by the name in the rule, the field of the case
    :raises Refusal: the same, with that field behind it
    """
    try:
        yield
    except Refusal as refusal:
        veld = namen.get(refusal.field)
        if veld is None:
            raise
        raise Refusal(f"{refusal.text} Het gaat om het feit ‘{veld}’.", field=veld) from refusal
