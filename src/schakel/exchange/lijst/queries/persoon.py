"""Names and numbers of who a row is about: sought, printed, and laid beside what is known."""

from dataclasses import replace
from datetime import date

from django.utils.crypto import salted_hmac

from schakel.base.tekst import normaal
from schakel.dossier.events import PersonBorn, Precisie
from schakel.dossier.queries import Gezocht, PersoonGegevens
from schakel.dossier.rules import is_telling, sorteer
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Gegeven, Melding, Soort, Vertaling
from schakel.exchange.lijst.queries.gekeurd import twijfel
from schakel.exchange.lijst.translate import NAMEN
from schakel.exchange.models import Lijstrij

VELDEN = {**NAMEN, "bsn": Kolom.BSN, "v_nummer": Kolom.V_NUMMER, "klantnummer": Kolom.KLANTNR}
"""The fields of a person that a list tells, and the column of each."""


def gezocht(read: Vertaling) -> Gezocht:
    born = read.feiten.get(Kolom.GEBOREN)
    return Gezocht(
        gegevens=gegevens_van(read),
        geboren_op=born.op if born else None,
        precisie=precisie(born),
    )


def precisie(born: Gegeven | None) -> Precisie | None:
    return born.event.precisie if born and isinstance(born.event, PersonBorn) else None


def gegevens_van(read: Vertaling) -> PersoonGegevens:
    """Return who the row is about."""
    told = read.persoon
    return PersoonGegevens(
        achternaam=told["achternaam"],
        voornaam=told["voornaam"],
        tussenvoegsel=told["tussenvoegsel"],
        bsn=told["bsn"],
        v_nummer=told["v_nummer"],
        klantnummer=told["klantnummer"],
    )


def naam_en_geboorte(read: Vertaling) -> tuple[str, date] | None:
    """Return name and birth date, where they say something about who it is."""
    born = read.feiten.get(Kolom.GEBOREN)
    if born is None or not is_telling(born.op, precisie(born)):
        return None
    return sorteer(read.persoon["achternaam"], read.persoon["voornaam"]), born.op


def is_same_person(read: Vertaling, known: PersoonGegevens, geboren_op: date | None) -> bool:
    """True unless both the name and the birth date that are known say otherwise."""
    born = read.feiten.get(Kolom.GEBOREN)
    if born is None or geboren_op in {None, born.op}:
        return True
    return normaal(known.achternaam) == normaal(read.persoon["achternaam"])


def wijzig_persoon(
    read: Vertaling, now: PersoonGegevens, row: Lijstrij | None, meldingen: list[Melding]
) -> tuple[PersoonGegevens | None, dict[str, str]]:
    """Return the person with what the row changes, or None; and the prints to keep.

    The BSN is not read back: only whether the row tells it otherwise than before.
    """
    before: dict[str, str] = {} if row is None else row.persoon
    changes: dict[str, str] = {}
    gezien = dict(before)
    for name, kolom in VELDEN.items():
        new, current = read.persoon[name], str(getattr(now, name))
        if name == "bsn":
            current = new if before.get(name) == afdruk(new) else ""
        if new == current:
            gezien[name] = afdruk(new)
        elif not new:
            if row is not None and before.get(name) == afdruk(current):
                meldingen.append(twijfel(kolom, Soort.GEWIJZIGD, LEEG))
        elif current and before.get(name) != afdruk(current):
            text = "In het dossier staat dit anders. Dat blijft zo staan."
            meldingen.append(twijfel(kolom, Soort.GEWIJZIGD, text))
        else:
            changes[name], gezien[name] = new, afdruk(new)
            if row is not None:
                text = f"Was: {current or 'leeg'}. Wordt: {new}."
                text = "Het nummer wordt aangepast." if name == "bsn" else text
                meldingen.append(twijfel(kolom, Soort.GEWIJZIGD, text))
    return (replace(now, **changes) if changes else None), gezien  # type: ignore[arg-type]


LEEG = "Deze cel is leeg geworden. Wat er stond, blijft staan."


def afdruk_van(read: Vertaling) -> str:
    """Return a print of all that a row says, apart from what depends on the day of reading."""
    said = [
        (kolom.value, one.event.kind, *one.event.facts().items(), *one.noten)
        + (() if one.los else (one.op,))
        for kolom, one in read.feiten.items()
        if kolom is not Kolom.GEMEENTE
    ]
    return afdruk(repr((read.gemeente, sorted(read.persoon.items()), said)))


def afdruk(text: str) -> str:
    return str(salted_hmac("schakel.lijst", text, algorithm="sha256").hexdigest()) if text else ""
