"""What can change in an account, and the row that says so."""

from datetime import datetime
from enum import StrEnum

from schakel.toegang.models import Accountwijziging


class Soort(StrEnum):
    """What was done to an account."""

    AANGEMAAKT = "aangemaakt"
    ROL = "rol"
    BEREIK = "bereik"
    OIDC = "oidc"
    UITGEZET = "uitgezet"
    AANGEZET = "aangezet"
    UITGENODIGD = "uitgenodigd"
    FACTOR_TERUGGEZET = "factor_teruggezet"
    GEDEBLOKKEERD = "gedeblokkeerd"
    WACHTWOORD = "wachtwoord"
    APP = "app"
    SLEUTEL = "sleutel"
    FACTOR_WEG = "factor_weg"
    CODES = "codes"
    UITGELOGD = "uitgelogd"

    @property
    def label(self) -> str:
        """What was done, in words."""
        return _LABELS[self]


_LABELS = {
    Soort.AANGEMAAKT: "account gemaakt",
    Soort.ROL: "rol gewijzigd",
    Soort.BEREIK: "gemeenten gewijzigd",
    Soort.OIDC: "naam bij de organisatie gewijzigd",
    Soort.UITGEZET: "account uitgezet",
    Soort.AANGEZET: "account aangezet",
    Soort.UITGENODIGD: "uitnodiging gemaakt",
    Soort.FACTOR_TERUGGEZET: "tweede stap teruggezet",
    Soort.GEDEBLOKKEERD: "blokkade opgeheven",
    Soort.WACHTWOORD: "wachtwoord gekozen",
    Soort.APP: "authenticator-app ingesteld",
    Soort.SLEUTEL: "beveiligingssleutel toegevoegd",
    Soort.FACTOR_WEG: "tweede stap verwijderd",
    Soort.CODES: "noodcodes gemaakt",
    Soort.UITGELOGD: "overal uitgelogd",
}


def record_change(
    *, account: int, door: int | None, soort: Soort, now: datetime, **words: str
) -> None:
    """Write what changed in an account.

    :param door: the medewerker who did it, or None for the system
    :param words: `oud`, `nieuw`, `reden`, as far as there is something to say; never a secret
    """
    kept = {name: text[:500] for name, text in words.items()}
    Accountwijziging.objects.create(account=account, door=door, soort=soort.value, op=now, **kept)
