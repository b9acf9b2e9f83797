"""DOOR: who tries to get in too often has to wait. The same for a name that exists and one that
does not.

A try is written before it is judged, so that many at the same moment are counted too. Names and
addresses are kept as a print only: people type their password in the wrong field.
"""

from collections.abc import Mapping
from datetime import timedelta

from django.db.models import Count, Q
from django.utils.crypto import salted_hmac

from schakel.base.refusal import Refusal
from schakel.toegang.models import Poging
from schakel.toegang.queries import wall_clock

VENSTER = timedelta(minutes=15)
PER_NAAM_EN_ADRES, PER_NAAM, PER_ADRES = 5, 20, 60
TE_VEEL = (
    "Er is te vaak geprobeerd in te loggen. Wacht een kwartier en probeer het opnieuw. Weet u uw "
    "wachtwoord niet meer? Vraag de functioneel beheerder om een nieuwe uitnodiging."
)
TE_VEEL_CODES = (
    "Er is te vaak een code geprobeerd. Wacht een kwartier en probeer het opnieuw. Hebt u uw "
    "tweede stap niet meer? Vraag de functioneel beheerder."
)


def note_log_in(*, naam: str, adres: str) -> int:
    """Write that someone tries a password for a name, and return the id of that line.

    :param adres: where they are, or "" if that is not known
    :raises Refusal: if this was tried too often
    """
    return _note(_naam(naam), _adres(adres), TE_VEEL)


def note_link(*, adres: str) -> int:
    """Write that someone tries an invitation that is none.

    :raises Refusal: if this was tried too often
    """
    return _note(_print("link"), _adres(adres), TE_VEEL)


def note_code(*, account: int) -> int:
    """Write that someone tries a second factor for an account, from wherever.

    :raises Refusal: if this was tried too often
    """
    return _note(_factor(account), "", TE_VEEL_CODES)


def forget(poging: int) -> None:
    """Take back what was written of a try that turned out right, and those like it before."""
    row = Poging.objects.filter(pk=poging).first()
    if row is not None:
        Poging.objects.filter(naam=row.naam, adres=row.adres).delete()


def forget_all(*, naam: str, account: int) -> None:
    """Let someone try again at once, from wherever."""
    Poging.objects.filter(naam__in=[_naam(naam), _factor(account)]).delete()


def locked_out(*, namen: Mapping[int, str]) -> set[int]:
    """Return which of these accounts have to wait somewhere.

    :param namen: the user names, by id of their account
    """
    whose = {_naam(naam): account for account, naam in namen.items()}
    whose |= {_factor(account): account for account in namen}
    recent = Poging.objects.filter(op__gt=wall_clock() - VENSTER)
    somewhere = recent.values_list("naam", "adres").annotate(keer=Count("pk"))
    found = {naam for naam, _, keer in somewhere if keer >= PER_NAAM_EN_ADRES}
    everywhere = recent.values_list("naam").annotate(keer=Count("pk"))
    found |= {naam for naam, keer in everywhere if keer >= PER_NAAM}
    return {account for naam, account in whose.items() if naam in found}


def _note(naam: str, adres: str, text: str) -> int:
    at = wall_clock()
    Poging.objects.filter(op__lt=at - timedelta(days=1)).delete()
    poging = Poging.objects.create(naam=naam, adres=adres, op=at)
    recent = Poging.objects.filter(op__gt=at - VENSTER)
    keer = recent.aggregate(
        naam_en_adres=Count("pk", filter=Q(naam=naam, adres=adres)),
        naam=Count("pk", filter=Q(naam=naam)),
        adres=Count("pk", filter=Q(adres=adres)),
    )
    if (
        keer["naam_en_adres"] > PER_NAAM_EN_ADRES
        or keer["naam"] > PER_NAAM
        or (adres and keer["adres"] > PER_ADRES)
    ):
        # What is refused without being judged does not make the wait longer.
        poging.delete()
        raise Refusal(text)
    return poging.pk


def _naam(naam: str) -> str:
    return _print(f"naam {naam.casefold()}")


def _factor(account: int) -> str:
    return _print(f"factor {account}")


def _adres(adres: str) -> str:
    return _print(f"adres {adres}") if adres else ""


def _print(key: str) -> str:
    return salted_hmac("schakel.toegang.pogingen", key, algorithm="sha256").hexdigest()
