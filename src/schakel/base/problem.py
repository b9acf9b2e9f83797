"""Something in the order of a dossier's facts that is not as it must be."""

from dataclasses import dataclass, field

THE_WHOLE = -1
"""As `first`: it is not about one fact but about the dossier as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A fact that does not fit, and what to do.

    :param first: first row in the chain of corrections of the fact; 0 for one not recorded
        yet, `THE_WHOLE` for the dossier itself
    :param impossible: refused for everyone; otherwise only incomplete: refused for a person at the
        screen, noted for a source that reports the past
    :param step: the fact in Dutch, as a later refusal names it
    :param uitleg: the sum of the law that says so, as `wet` made it, or None when no rule does
    """

    first: int
    text: str
    step: str
    impossible: bool = True
    uitleg: object = field(default=None, compare=False, repr=False)
