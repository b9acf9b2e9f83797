"""`schakel werker`: do what takes long and waits, while people work."""

import logging
import signal
import time
from typing import Any

from django.core.management.base import CommandParser
from django.db import DatabaseError, close_old_connections

from schakel.base.actor import Via
from schakel.base.refusal import Refusal
from schakel.exchange.lijst.actions import Gang, fail_inlezing, forget_files, resume
from schakel.exchange.lijst.queries import next_inlezing
from schakel.toegang.actions import write_inzagen
from schakel.toegang.commands import HouseCommand
from schakel.toegang.queries import Importeur, find_importeur, now, system_actor

log = logging.getLogger("schakel.werker")

PAUZE = 1.0
"""Seconds between two looks at what waits."""
ADEM = 0.015
"""Seconds of rest after each row that was written. SQLite has one writer: who waits for it looks
again after 1, 3, 8 and 18 ms, so a rest of ten lets everyone in at the second or third look."""


class Command(HouseCommand):
    """Do what waits, one after the other."""

    help = "Doe het werk dat lang duurt en klaarstaat, zoals een lijst inlezen. Stoppen: Ctrl+C."

    def add_own_arguments(self, parser: CommandParser) -> None:
        """Add what can be chosen."""
        parser.add_argument("--eenmaal", action="store_true", help="stop als er niets meer wacht")

    def run(self, options: dict[str, Any]) -> int:
        """Work until someone stops it."""
        if options["eenmaal"]:
            while work_once():
                pass
            return 0
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            while True:
                if not work_or_wait():
                    time.sleep(PAUZE)
        except KeyboardInterrupt:
            return 0


def work_or_wait() -> bool:
    """Do what waits longest; a database that is away for a while does not end the worker."""
    close_old_connections()
    try:
        return work_once()
    except DatabaseError:
        log.exception("The database does not answer.")
        return False


def work_once() -> bool:
    """Do what waits longest, and return whether there was anything."""
    forget_files(actor=system_actor(at=now()))
    found = next_inlezing()
    if found is None:
        return False
    inlezing, door = found
    try:
        _lees_in(inlezing, door)
    except Refusal as refusal:
        fail_inlezing(inlezing=inlezing, melding=refusal.text, now=now())
    except Exception:
        log.exception("Reading %s stopped.", inlezing)
        fail_inlezing(inlezing=inlezing, melding=KAPOT, now=now())
    return True


KAPOT = (
    "Het inlezen is onverwacht gestopt. Wat al was ingelezen, staat er. Kies het bestand opnieuw; "
    "lukt het weer niet, vraag dan de technisch beheerder."
)


def _lees_in(inlezing: int, door: int | None) -> None:
    wie = None if door is None else find_importeur(account=door, at=now())
    if door is not None and wie is None:
        raise Refusal("Wie dit bestand koos, mag geen lijsten meer inlezen. Kies het opnieuw.")
    actor = system_actor(at=now(), via=Via.IMPORT) if wie is None else wie.actor
    gang = resume(actor=actor, inlezing=inlezing, now=now())
    while _stap(gang, wie):
        pass


def _stap(gang: Gang, wie: Importeur | None) -> bool:
    """Do a handful, with a rest after each row, and write who looked at what."""
    more = gang.stap(now=now(), adem=lambda: time.sleep(ADEM))
    if wie is not None and gang.actor.inzagen:
        write_inzagen(actor=gang.actor, account=wie.account, rol=wie.rol, now=now())
    gang.actor.inzagen.clear()
    return more
