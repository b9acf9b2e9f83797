"""What is true of a person on a day: the facts of the log, folded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schakel.base.event import Event, Occurrence
from schakel.dossier import events
from schakel.wet.lijsten import Doelgroep, StatusReferent, Verblijfsvergunning, Wet
from schakel.wet.regels.begin_inburgeringsplicht import BeginPlicht, begin_inburgeringsplicht
from schakel.wet.regels.doelgroep import doelgroep
from schakel.wet.regels.toepasselijke_wet import INWERKINGTREDING, toepasselijke_wet
from schakel.wet.uitkomst import Uitkomst, gevraagd


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierStand:
    """What is true of a person on one day. Dates are the days on which it happened.

    :param per: first day of the responsibility of `gemeente`
    :param plicht_volgens_duo: DUO's begindatum, or None
    :param einde_plicht: first day without plicht: ended or withdrawn
    :param casusregisseur: id of the medewerker who has the regie, or None
    :param inschrijvingen: (gemeente, day) of every BRP registration so far, the oldest first
    """

    op: date
    geboren_op: date | None = None
    precisie: events.Precisie | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    gemeente: str = ""
    per: date | None = None
    aangekondigd: tuple[tuple[str, date], ...] = ()
    vergunning: Verblijfsvergunning | None = None
    verblijfsdoel: str = ""
    status_referent: StatusReferent | None = None
    doelgroep_volgens_duo: Doelgroep | None = None
    wet_volgens_duo: Wet | None = None
    plicht_volgens_duo: date | None = None
    einde_plicht: date | None = None
    kennisgeving: date | None = None
    hvw28_gemeente: str = ""
    inschrijvingen: tuple[tuple[str, date], ...] = ()
    uitgeschreven_op: date | None = None
    casusregisseur: int | None = None

    @property
    def ingeschreven_in(self) -> str:
        """CBS code of the gemeente where the person is registered now, or ""."""
        if not self.inschrijvingen or self.uitgeschreven_op is not None:
            return ""
        return self.inschrijvingen[-1][0]

    def inschrijving_in(self, gemeente: str) -> date | None:
        """Return the first day of the latest stay in this gemeente, also when it is over."""
        found, before = None, ""
        for code, day in self.inschrijvingen:
            found, before = (day if code == gemeente != before else found), code
        return found

    @property
    def versie_op(self) -> date:
        """The day that chooses the version of the law: not before there was one."""
        return max(self.op, INWERKINGTREDING)

    @property
    def doelgroep(self) -> Uitkomst[Doelgroep | None]:
        """The doelgroep that is followed: DUO's, else what the permit says."""
        return gevraagd(
            doelgroep,
            vergunning=self.vergunning,
            doel=self.verblijfsdoel,
            status_referent=self.status_referent,
            volgens_duo=self.doelgroep_volgens_duo,
            op=self.versie_op,
        )

    @property
    def begin_plicht(self) -> Uitkomst[BeginPlicht]:
        """DUO's begindatum, else what our own check says."""
        return gevraagd(
            begin_inburgeringsplicht,
            volgens_duo=self.plicht_volgens_duo,
            kennisgeving=self.kennisgeving,
            inschrijving_brp=self.inschrijvingen[0][1] if self.inschrijvingen else None,
            op=self.versie_op,
        )

    @property
    def wet_eigen_controle(self) -> Uitkomst[Wet | None]:
        """What we would expect, to lay beside DUO's answer."""
        return gevraagd(
            toepasselijke_wet,
            wi2013_op_31_december_2021=None,
            begin_plicht=self.begin_plicht.value.dag,
            op=self.versie_op,
        )

    @property
    def wet(self) -> Wet | None:
        """The law that is followed: DUO's answer, else our own check."""
        return self.wet_volgens_duo or self.wet_eigen_controle.value


def fold(occurrences: Iterable[Occurrence[Event]], *, op: date) -> DossierStand:
    """Return what is true on the day `op`.

    :param occurrences: in order, as known at one moment; what happens after `op` is left out
    """
    stand = DossierStand(op=op)
    for occurrence in occurrences:
        if occurrence.on <= op:
            stand = apply_event(stand, occurrence.event, occurrence.on)
    effective = {per: gemeente for gemeente, per in stand.aangekondigd if per <= op}
    if not effective:
        return stand
    gemeente = effective[max(effective)]
    return replace(stand, gemeente=gemeente, per=_since(effective, gemeente))


def _since(effective: Mapping[date, str], gemeente: str) -> date:
    """Return the first day of the unbroken responsibility of the gemeente that has it now."""
    since = date.max
    for per in sorted(effective, reverse=True):
        if effective[per] != gemeente:
            break
        since = per
    return since


def apply_event(stand: DossierStand, event: Event, on: date) -> DossierStand:  # noqa: C901 - one case per kind
    """Return the stand after one more event."""
    match event:
        case events.PersonBorn():
            return replace(stand, geboren_op=on, precisie=event.precisie)
        case events.DossierOpened():
            # A second opening, of a dossier that was merged into this one, opens nothing anew.
            open_since = stand.opened_on if stand.closed_on is None else None
            return replace(stand, opened_on=open_since or on, closed_on=None)
        case events.DossierClosed():
            return replace(stand, closed_on=on)
        case events.GemeenteBecameResponsible():
            return replace(stand, aangekondigd=(*stand.aangekondigd, (event.gemeente, event.per)))
        case events.VergunningGranted():
            return replace(
                stand,
                vergunning=event.vergunning,
                verblijfsdoel=event.doel,
                status_referent=event.status_referent,
            )
        case events.CasusregisseurAssigned():
            return replace(stand, casusregisseur=event.medewerker)
        case events.DoelgroepDetermined():
            return replace(stand, doelgroep_volgens_duo=event.doelgroep)
        case events.WetDetermined():
            return replace(stand, wet_volgens_duo=event.wet)
        case events.PlichtBegun():
            return replace(stand, plicht_volgens_duo=on, einde_plicht=None)
        case events.PlichtEnded() | events.PlichtWithdrawn():
            return replace(stand, einde_plicht=on)
        case events.KennisgevingSent():
            return replace(stand, kennisgeving=stand.kennisgeving or on)
        case events.HousingAssigned():
            return replace(stand, hvw28_gemeente=event.gemeente)
        case events.BRPRegistered():
            return replace(
                stand,
                inschrijvingen=(*stand.inschrijvingen, (event.gemeente, on)),
                uitgeschreven_op=None,
            )
        case events.BRPDeregistered():
            return replace(stand, uitgeschreven_op=on)
    return stand


def change_days(occurrences: Iterable[Occurrence[Event]]) -> list[date]:
    """Return every day on which the stand may change: what happened, and what was announced."""
    days: list[date] = []
    for occurrence in occurrences:
        days.append(occurrence.on)
        if isinstance(occurrence.event, events.GemeenteBecameResponsible):
            days.append(occurrence.event.per)
    return sorted(set(days))


def columns(occurrences: Sequence[Occurrence[Event]], *, day: date) -> dict[str, object]:
    """Return what the dossier row shows in lists of the day `day`."""
    stand = fold(occurrences, op=day)
    groep = stand.doelgroep.value
    later = (changed for changed in change_days(occurrences) if changed > day)
    return {
        "gemeente": stand.gemeente,
        "doelgroep": groep.value if groep else "",
        "geboren_op": stand.geboren_op,
        "closed_on": stand.closed_on,
        "casusregisseur_id": stand.casusregisseur,
        "geldig_tot": min(later, default=None),
    }
