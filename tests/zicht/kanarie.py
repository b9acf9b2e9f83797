"""A region with a canary in every field of every category: a text that must not fly out.

Three people in Woerden and one elsewhere. Of the first, everything that can be told is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from schakel.base.actor import Via
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import noon
from schakel.demo.keten import BODEGRAVEN, WOERDEN, Keten, build_keten
from schakel.dossier.actions.betrokkenen import BetrokkeneGegevens, add_betrokkene
from schakel.dossier.models import Dossier
from schakel.dossier.queries import events as feiten
from schakel.keten.actions import DeelafspraakGegevens, add_deelafspraak
from schakel.keten.queries import Vorm
from schakel.logboek.actions import Line, record
from schakel.toegang.models import Klok
from schakel.toegang.queries import system_actor
from schakel.toegang.tests.world import who
from schakel.traject import events
from schakel.traject.actions import pip, stappen
from schakel.traject.actions.concept import present_concept, save_concept
from schakel.traject.actions.dossier import PersoonGegevens, open_dossier, record_feit
from schakel.traject.actions.werk import VoornemenGegevens, plan_werk
from schakel.traject.models import Werkpunt
from schakel.traject.queries.werkvoorraad import Handeling
from schakel.wet.lijsten import Doelgroep, IntakeOnderwerp, Leerroute, Verblijfsvergunning, Wet

VOOR, IN, NA_KOPPELING, NA_AFSPRAAK = (
    date(2022, 4, 29), date(2022, 9, 1), date(2022, 12, 15), date(2023, 2, 1),
)  # fmt: skip
DAGEN = (VOOR, IN, NA_KOPPELING, NA_AFSPRAAK)
"""Before the link with a partner, in it, after it, and after the agreement."""
LINK_VAN, LINK_TOT = date(2022, 5, 1), date(2022, 12, 1)

BSN, BSN_GEZIN = "999990019", "999991929"
NAAM, GEZIN, CONCEPT, LOS, VER = "Kwartelman", "Wulpman", "Scholekster", "Zanglijster", "Visdief"

_VAN = Gegevenscategorie
_VOL = {
    _VAN.IDENTITEIT: (NAAM, "Kievitina"),
    _VAN.GEBOORTE: ("13 februari 1987", "1987-02-13", "13-02-1987"),
    _VAN.BSN: (BSN, "•••••0019"),
    _VAN.CONTACT: ("0699887766", "kanarie@post.example", "Fazantstraat", "3449 XK", "Vinkdorp"),
    _VAN.GEZIN: ("kanarie-vve", "kanarie-kinderen"),
    _VAN.VERBLIJF: ("2900001047", "3 maart 2022", "2022-03-03"),
    _VAN.ONDERWIJS_WERK: ("kanarie-opleiding", "kanarie-arbeid"),
    _VAN.TAAL: ("kanarie-niveau", "9 mei 2022", "9 mei 2025", "2022-05-09"),
    _VAN.VOORTGANG: (
        "kanarie-b1", "kanarie-onderwijs", "kanarie-zroute", "kanarie-afwijking", "7 april 2022",
    ),
    _VAN.GEZONDHEID: ("kanarie-omstandigheden", "kanarie-ziekte"),
    _VAN.FINANCIEN: ("kanarie-pw",),
    _VAN.BEGELEIDING: ("kanarie-zelf", "kanarie-steun", "kanarie-dagdelen"),
    _VAN.NOTITIES_INTERN: ("KLANT-90210", "kanarie-reden", "kanarie-plan", "kanarie-opmerking"),
}  # fmt: skip
"""What is told of the first person; a category that holds nothing yet is not here."""
_CONCEPT = {
    _VAN.IDENTITEIT: (CONCEPT,),
    _VAN.VOORTGANG: ("kanarie-concept-b1",),
    _VAN.GEZONDHEID: ("kanarie-concept-ziekte",),
    _VAN.FINANCIEN: ("kanarie-concept-pw",),
    _VAN.GEZIN: ("kanarie-concept-vve",),
    _VAN.BEGELEIDING: ("kanarie-concept-steun",),
}
"""What is told of the second, of whom a PIP is being prepared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wereld:
    """The people, by what they are to a partner, and what is told of each."""

    keten: Keten
    vol: UUID
    concept: UUID
    los: UUID
    gezin: UUID
    ver: UUID
    kanaries: Mapping[UUID, Mapping[str, Gegevenscategorie]] = field(default_factory=dict)


def bouw() -> Wereld:
    """Build the region; the clock stands in the agreement."""
    Klok.objects.create(pk=1, nu=noon(IN), scenario="kanarie")
    keten = build_keten(actor=system_actor(at=noon(date(2022, 1, 1))))
    vol = _open(PersoonGegevens(
        achternaam=NAAM, voornaam="Kievitina", bsn=BSN, v_nummer="2900001047",
        telefoon="0699887766", e_mail="kanarie@post.example", straat="Fazantstraat",
        huisnummer="1", postcode="3449XK", woonplaats="Vinkdorp", klantnummer="KLANT-90210",
    ))  # fmt: skip
    huishouden = Dossier.objects.get(uuid=vol).persoon.huishouden_id
    wereld = Wereld(
        keten=keten,
        vol=vol,
        concept=_open(PersoonGegevens(achternaam=CONCEPT)),
        los=_open(PersoonGegevens(achternaam=LOS)),
        gezin=_open(PersoonGegevens(achternaam=GEZIN, bsn=BSN_GEZIN, huishouden=huishouden)),
        ver=_open(PersoonGegevens(achternaam=VER), gemeente=BODEGRAVEN),
    )
    _afspraken(wereld)
    _vol(wereld)
    _concept(wereld)
    alleen_naam = {wereld.los: LOS, wereld.gezin: GEZIN, wereld.ver: VER}
    kanaries = {uuid: {naam: Gegevenscategorie.IDENTITEIT} for uuid, naam in alleen_naam.items()}
    kanaries |= {vol: _per_kanarie(_VOL), wereld.concept: _per_kanarie(_CONCEPT)}
    return replace(wereld, kanaries=kanaries)


def _per_kanarie(
    told: Mapping[Gegevenscategorie, tuple[str, ...]],
) -> dict[str, Gegevenscategorie]:
    return {text: categorie for categorie, texts in told.items() for text in texts}


def _open(gegevens: PersoonGegevens, *, gemeente: str = WOERDEN) -> UUID:
    begin = date(2022, 3, 1)
    uuid = open_dossier(
        actor=system_actor(at=noon(begin)), gegevens=gegevens, gemeente=gemeente,
        happened_on=begin, now=noon(begin),
    )  # fmt: skip
    _know(uuid, feiten.WetDetermined(wet=Wet.WI2021), begin)
    _know(uuid, feiten.PlichtBegun(), begin)
    _know(uuid, feiten.DoelgroepDetermined(doelgroep=Doelgroep.ASIELSTATUSHOUDER), begin)
    _know(uuid, feiten.HousingAssigned(gemeente=gemeente), begin)
    _know(uuid, feiten.BRPRegistered(gemeente=gemeente), date(2022, 3, 8))
    return uuid


def _know(uuid: UUID, feit: feiten.Event, on: date, *, at: date | None = None) -> None:
    now = noon(at or on)
    actor = system_actor(at=now, via=Via.DUO)
    record_feit(actor=actor, dossier_uuid=uuid, feit=feit, happened_on=on, now=now)


def _afspraken(wereld: Wereld) -> None:
    """Link mb-woerden under the convenant, taal-utrecht by law, sociaal-woerden narrowly."""
    keten = wereld.keten
    smal = add_deelafspraak(
        actor=system_actor(at=noon(IN)),
        gegevens=DeelafspraakGegevens(
            gemeente=WOERDEN, organisatie=keten.organisaties["Sociaal team Woerden (voorbeeld)"],
            taak="sociale_activering", doel="meedoen", grondslag="opdracht",
            categorieen={_VAN.IDENTITEIT, _VAN.VOORTGANG}, vorm=Vorm.OPDRACHT, van=LINK_VAN,
            tot=LINK_TOT, ondertekend_op=LINK_VAN,
        ),
    )  # fmt: skip
    mb, taal = (
        keten.deelafspraken["mb-woerden", WOERDEN],
        keten.deelafspraken["taal-utrecht", WOERDEN],
    )
    _link(wereld.vol, keten.medewerkers["mb-woerden"], mb, tot=LINK_TOT)
    _link(wereld.concept, keten.medewerkers["mb-woerden"], mb)
    _link(wereld.vol, keten.medewerkers["taal-utrecht"], taal)
    _link(wereld.vol, keten.medewerkers["sociaal-woerden"], smal)


def _link(uuid: UUID, medewerker: int, afspraak: int, *, tot: date | None = None) -> None:
    add_betrokkene(
        actor=system_actor(at=noon(IN)),
        dossier=Dossier.objects.get(uuid=uuid).pk,
        gegevens=BetrokkeneGegevens(
            medewerker=medewerker, rol="tweede paar ogen", reden="kanarie-reden", van=LINK_VAN,
            tot=tot, deelafspraak=afspraak,
        ),
    )  # fmt: skip


def _vol(wereld: Wereld) -> None:
    """Tell everything of the first person that can be told."""
    uuid, praat = wereld.vol, date(2022, 4, 7)
    _know(uuid, feiten.PersonBorn(precisie=feiten.Precisie.DAG), date(1987, 2, 13), at=praat)
    vergunning = Verblijfsvergunning.ASIEL_BEPAALD
    _know(
        uuid,
        feiten.VergunningGranted(vergunning=vergunning, doel="", status_referent=None),
        date(2022, 3, 1),
    )
    _know(uuid, feiten.KennisgevingSent(), date(2022, 3, 3))
    _intake(uuid, praat)
    gegevens = pip.PIPGegevens(
        dagtekening=date(2022, 5, 9), leerroute=Leerroute.B1, uren_leerroute=600, uren_pvt=12,
        uren_map=40, voortgangsgesprekken=6, vve=True, ontzorgd=True,
        begeleiding="kanarie-steun", afweging_b1="kanarie-b1",
        afweging_onderwijs="kanarie-onderwijs", afweging_z="kanarie-zroute",
        vve_afspraken="kanarie-kinderen", pw_besluiten="kanarie-pw",
        afwijking="kanarie-afwijking", gezondheid="kanarie-ziekte",
        belastbaarheid="kanarie-dagdelen",
    )  # fmt: skip
    pip.establish_pip(
        actor=who("casus-woerden", noon(date(2022, 5, 9))), dossier_uuid=uuid, gegevens=gegevens,
        now=noon(date(2022, 5, 9)), versie=0,
    )  # fmt: skip
    stappen.make_aanmelding(
        actor=who("casus-woerden", noon(IN)), dossier_uuid=uuid, happened_on=date(2022, 5, 30),
        taalaanbieder=wereld.keten.taalaanbieder(WOERDEN), now=noon(IN),
    )  # fmt: skip
    _plan(uuid)
    note = ("opmerking", "kanarie-opmerking", Gegevenscategorie.NOTITIES_INTERN.value)
    line = Line(event=feiten.OpmerkingImported(), happened_on=IN, toelichting=[note])
    actor = system_actor(at=noon(IN), via=Via.IMPORT)
    record(line, dossier=Dossier.objects.get(uuid=uuid).pk, actor=actor, now=noon(IN))


def _intake(uuid: UUID, day: date) -> None:
    actor, at = system_actor(at=noon(day)), noon(day)
    alone = stappen.GesprekGegevens(vorm=events.Gespreksvorm.ALLEEN, gewezen_op_recht=True)
    stappen.start_brede_intake(
        actor=actor, dossier_uuid=uuid, happened_on=day, gesprek=alone, now=at
    )
    stappen.record_onderwerpen(
        actor=actor, dossier_uuid=uuid, happened_on=day, now=at,
        verslagen={
            IntakeOnderwerp.OPLEIDING_EN_WERK: "kanarie-opleiding",
            IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN: "kanarie-omstandigheden",
            IntakeOnderwerp.VVE: "kanarie-vve",
            IntakeOnderwerp.TAALNIVEAU: "kanarie-niveau",
            IntakeOnderwerp.ARBEIDSPARTICIPATIE: "kanarie-arbeid",
            IntakeOnderwerp.ZELFREDZAAMHEID: "kanarie-zelf",
        },
    )  # fmt: skip
    stappen.take_leerbaarheidstoets(
        actor=actor, dossier_uuid=uuid, happened_on=date(2022, 4, 11), now=noon(date(2022, 4, 11))
    )


def _plan(uuid: UUID) -> None:
    """Let a point of work sleep with a plan beside it."""
    there = Werkpunt.objects.filter(dossier__uuid=uuid).values_list("handeling", flat=True)
    gegevens = VoornemenGegevens(
        handeling=Handeling(there[0]), op=date(2022, 9, 20), plan="kanarie-plan"
    )
    plan_werk(
        actor=who("casus-woerden", noon(IN)), dossier_uuid=uuid, gegevens=gegevens, now=noon(IN)
    )


def _concept(wereld: Wereld) -> None:
    """Prepare a PIP of the second person and lay it before the second pair of eyes."""
    uuid, at = wereld.concept, noon(date(2022, 8, 1))
    _intake_kort(uuid)
    save_concept(
        actor=who("casus-woerden", at), dossier_uuid=uuid, versie=0, now=at,
        waarden={
            "leerroute": "B1", "afweging_b1": "kanarie-concept-b1",
            "gezondheid": "kanarie-concept-ziekte", "pw_besluiten": "kanarie-concept-pw",
            "vve_afspraken": "kanarie-concept-vve", "begeleiding": "kanarie-concept-steun",
        },
    )  # fmt: skip
    present_concept(
        actor=who("casus-woerden", at), dossier_uuid=uuid, now=at,
        medewerker=wereld.keten.medewerkers["mb-woerden"],
    )  # fmt: skip


def _intake_kort(uuid: UUID) -> None:
    day = date(2022, 7, 1)
    actor, at = system_actor(at=noon(day)), noon(day)
    alone = stappen.GesprekGegevens(vorm=events.Gespreksvorm.ALLEEN, gewezen_op_recht=True)
    stappen.start_brede_intake(
        actor=actor, dossier_uuid=uuid, happened_on=day, gesprek=alone, now=at
    )
    stappen.record_onderwerpen(
        actor=actor, dossier_uuid=uuid, happened_on=day, now=at,
        verslagen=dict.fromkeys(IntakeOnderwerp, "besproken"),
    )  # fmt: skip


def let_it_be(day: date) -> datetime:
    """Move the clock of every front door."""
    Klok.objects.update(nu=noon(day))
    return noon(day)
