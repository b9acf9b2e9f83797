"""The chain of the training region: four gemeenten, invented partners, one persona per role.

The partner names stood in a picture that the text copy of the memo lacks: these say that they are
examples, and the division of tasks is ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.keten.actions import (
    BevoegdheidGegevens,
    DeelafspraakGegevens,
    add_bevoegdheid,
    add_deelafspraak,
    add_gemeente,
    add_medewerker,
    add_organisatie,
    assign_taak,
)
from schakel.keten.queries import Grondslag, SoortBesluit, Vorm
from schakel.toegang.actions import add_account
from schakel.toegang.queries import Rol

WOERDEN, BODEGRAVEN, MONTFOORT, OUDEWATER = "0632", "1901", "0335", "0589"
ALLE = (WOERDEN, BODEGRAVEN, MONTFOORT, OUDEWATER)
UTRECHT = (WOERDEN, MONTFOORT, OUDEWATER)
BEGIN = date(2022, 1, 1)

TWEEDE_PAAR_OGEN = {
    WOERDEN: "mb-woerden",
    OUDEWATER: "mb-woerden",
    BODEGRAVEN: "mb-bodegraven",
    MONTFOORT: "mb-montfoort",
}
"""The persona who takes part in the intake, by gemeente."""

CONVENANT = {
    Gegevenscategorie.IDENTITEIT,
    Gegevenscategorie.CONTACT,
    Gegevenscategorie.VOORTGANG,
    Gegevenscategorie.TAAL,
    Gegevenscategorie.ONDERWIJS_WERK,
    Gegevenscategorie.BEGELEIDING,
    Gegevenscategorie.NOTITIES_GEDEELD,
}
CURSUSINSTELLING = {
    Gegevenscategorie.IDENTITEIT,
    Gegevenscategorie.BSN,
    Gegevenscategorie.CONTACT,
    Gegevenscategorie.TAAL,
}
"""NAW and leerroute with their changes (Bi 9.2 lid 3), and the BSN (Bi 9.10); nothing more."""
OP_VERZOEK = {
    Gegevenscategorie.IDENTITEIT,
    Gegevenscategorie.CONTACT,
    Gegevenscategorie.VOORTGANG,
    Gegevenscategorie.TAAL,
    Gegevenscategorie.ONDERWIJS_WERK,
    Gegevenscategorie.FINANCIEN,
}
"""What someone can ask to share with the sociaal team, all of it or less."""

_GEMEENTEN = (
    (WOERDEN, "Woerden", "Utrecht-Midden", "Utrecht"),
    (BODEGRAVEN, "Bodegraven-Reeuwijk", "Midden-Holland", "Gouda"),
    (MONTFOORT, "Montfoort", "Utrecht-Midden", "Utrecht"),
    (OUDEWATER, "Oudewater", "Utrecht-Midden", "Utrecht"),
)

FERM = "Ferm Werk"
_MB = "Maatschappelijke begeleiding {} (voorbeeld)"
_SOCIAAL = "Sociaal team {} (voorbeeld)"
_TAAL = "Taalaanbieder {} (voorbeeld)"
_GEMEENTE = "Gemeente {}"

_TAKEN = (
    (FERM, "casusregie", ALLE),
    (_MB.format("Woerden"), "maatschappelijke_begeleiding", (WOERDEN, OUDEWATER)),
    (_MB.format("Bodegraven"), "maatschappelijke_begeleiding", (BODEGRAVEN,)),
    (_MB.format("Montfoort"), "maatschappelijke_begeleiding", (MONTFOORT,)),
    (_SOCIAAL.format("Woerden"), "sociale_activering", (WOERDEN,)),
    (_SOCIAAL.format("Oudewater"), "sociale_activering", (OUDEWATER,)),
    (_TAAL.format("Utrecht-Midden"), "taalonderwijs", UTRECHT),
    (_TAAL.format("Midden-Holland"), "taalonderwijs", (BODEGRAVEN,)),
    (_GEMEENTE.format("Woerden"), "opdrachtgever", (WOERDEN,)),
)

_PERSONAS = (
    ("casus-woerden", "Sanne de Wit", Rol.CASUSREGISSEUR, FERM, UTRECHT),
    ("casus-bodegraven", "Joris Verhoef", Rol.CASUSREGISSEUR, FERM, (BODEGRAVEN,)),
    ("traject", "Marleen Kok", Rol.TRAJECTBEGELEIDER, FERM, ALLE),
    ("account", "Bas Oosterom", Rol.ACCOUNTMANAGER, FERM, ALLE),
    ("mb-woerden", "Anja Blom", Rol.MAATSCHAPPELIJK_BEGELEIDER, _MB.format("Woerden"),
     (WOERDEN, OUDEWATER)),
    ("mb-bodegraven", "Hidde Spruit", Rol.MAATSCHAPPELIJK_BEGELEIDER, _MB.format("Bodegraven"),
     (BODEGRAVEN,)),
    ("mb-montfoort", "Corrie Vlooswijk", Rol.MAATSCHAPPELIJK_BEGELEIDER, _MB.format("Montfoort"),
     (MONTFOORT,)),
    ("sociaal-woerden", "Ilse van Rijn", Rol.SOCIAAL_TEAM, _SOCIAAL.format("Woerden"), (WOERDEN,)),
    ("sociaal-oudewater", "Gert Boere", Rol.SOCIAAL_TEAM, _SOCIAAL.format("Oudewater"),
     (OUDEWATER,)),
    ("taal-utrecht", "Nadia Haas", Rol.TAALAANBIEDER, _TAAL.format("Utrecht-Midden"), UTRECHT),
    ("taal-holland", "Ruud Hoogendoorn", Rol.TAALAANBIEDER, _TAAL.format("Midden-Holland"),
     (BODEGRAVEN,)),
    ("team", "Petra Lagerweij", Rol.TEAMLEIDER, FERM, ALLE),
    ("keten", "Wouter Dam", Rol.KETENREGISSEUR, FERM, ALLE),
    ("opdracht-woerden", "Els Kastelein", Rol.OPDRACHTGEVER, _GEMEENTE.format("Woerden"),
     (WOERDEN,)),
    ("control", "Henk Vendrig", Rol.CONTROLLER, FERM, ALLE),
    ("beleid-woerden", "Mirjam Groen", Rol.BELEID, _GEMEENTE.format("Woerden"), (WOERDEN,)),
    ("privacy", "Tom Achterberg", Rol.PRIVACY_OFFICER, FERM, ALLE),
    ("fg", "Lotte Snel", Rol.FG, FERM, ALLE),
    ("beheer", "Kees Uittenbogaard", Rol.BEHEERDER, FERM, ALLE),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Keten:
    """What the scenario needs to know of the chain: ids by name.

    :param deelafspraken: by (user name of the partner's persona, CBS code)
    """

    organisaties: Mapping[str, int]
    medewerkers: Mapping[str, int]
    deelafspraken: Mapping[tuple[str, str], int]

    def taalaanbieder(self, gemeente: str) -> int:
        """Return the id of the one taalaanbieder of the region of this gemeente."""
        regio = "Utrecht-Midden" if gemeente in UTRECHT else "Midden-Holland"
        return self.organisaties[_TAAL.format(regio)]

    def tweede_paar_ogen(self, gemeente: str) -> int:
        """Return the id of the maatschappelijk begeleider of this gemeente."""
        return self.medewerkers[TWEEDE_PAAR_OGEN[gemeente]]


def build_keten(*, actor: Actor) -> Keten:
    """Set up gemeenten, organisations, medewerkers with their personas, and agreements."""
    for code, naam, regio, centrum in _GEMEENTEN:
        add_gemeente(
            actor=actor, code=code, naam=naam, arbeidsmarktregio=regio, centrumgemeente=centrum
        )
    organisaties = {}
    for naam, taak, gemeenten in _TAKEN:
        organisaties[naam] = add_organisatie(actor=actor, naam=naam)
        for code in gemeenten:
            assign_taak(
                actor=actor, organisatie=organisaties[naam], gemeente=code, taak=taak, van=BEGIN
            )
    medewerkers = {
        username: _persona(actor, username, naam, rol, organisaties[organisatie], gemeenten)
        for username, naam, rol, organisatie, gemeenten in _PERSONAS
    }
    add_account(
        actor=actor, username="inburgeraar", medewerker=None, rol=Rol.INBURGERAAR, gemeenten=()
    )
    _bevoegdheden(actor)
    return Keten(
        organisaties=organisaties,
        medewerkers=medewerkers,
        deelafspraken=_deelafspraken(actor, organisaties),
    )


def _persona(
    actor: Actor,
    username: str,
    naam: str,
    rol: Rol,
    organisatie: int,
    gemeenten: tuple[str, ...],
) -> int:
    medewerker = add_medewerker(
        actor=actor,
        organisatie=organisatie,
        naam=naam,
        functie=rol.value.replace("_", " "),
        van=BEGIN,
    )
    add_account(actor=actor, username=username, medewerker=medewerker, rol=rol, gemeenten=gemeenten)
    return medewerker


def _deelafspraken(actor: Actor, organisaties: Mapping[str, int]) -> dict[tuple[str, str], int]:
    """Agree what the memo says: a convenant that is not signed yet but provisionally in force."""
    made = {}
    for code in (WOERDEN, OUDEWATER):
        made["mb-woerden", code] = add_deelafspraak(
            actor=actor,
            gegevens=DeelafspraakGegevens(
                gemeente=code,
                organisatie=organisaties[_MB.format("Woerden")],
                taak="maatschappelijke_begeleiding",
                doel="samen de brede intake en de voortgangsgesprekken voeren",
                grondslag="convenant gegevensuitwisseling, voorlopig bekrachtigd",
                categorieen=CONVENANT,
                vorm=Vorm.CONVENANT,
                van=BEGIN,
                voorlopig_tot=date(2023, 1, 1),
            ),
        )
    for code in UTRECHT:
        made["taal-utrecht", code] = add_deelafspraak(
            actor=actor,
            gegevens=DeelafspraakGegevens(
                gemeente=code,
                organisatie=organisaties[_TAAL.format("Utrecht-Midden")],
                taak="taalonderwijs",
                doel="taalonderwijs geven aan wie is aangemeld",
                grondslag="art. 9.2 lid 3 en art. 9.10 Bi",
                categorieen=CURSUSINSTELLING,
                vorm=Vorm.WETTELIJK,
                van=BEGIN,
            ),
        )
    made["sociaal-woerden", WOERDEN] = add_deelafspraak(
        actor=actor,
        gegevens=DeelafspraakGegevens(
            gemeente=WOERDEN,
            organisatie=organisaties[_SOCIAAL.format("Woerden")],
            taak="sociale_activering",
            doel="helpen bij wat de inburgeraar zelf vraagt",
            grondslag="eigen verzoek van de inburgeraar",
            categorieen=OP_VERZOEK,
            vorm=Vorm.EIGEN_VERZOEK,
            van=BEGIN,
            ondertekend_op=BEGIN,
        ),
    )
    return made


def _bevoegdheden(actor: Actor) -> None:
    """Let the directeur of Ferm Werk establish the PIP by mandaat; name and addresses are ours."""
    for code, naam, _, _ in _GEMEENTEN:
        college = f"het college van burgemeester en wethouders van {naam}"
        add_bevoegdheid(
            actor=actor,
            gegevens=BevoegdheidGegevens(
                gemeente=code,
                soort=SoortBesluit.PIP,
                grondslag=Grondslag.MANDAAT,
                orgaan=college,
                namens="namens het college, de directeur van Ferm Werk",
                ondertekenaar="R. Vermaat",
                functie="directeur",
                organisatie=FERM,
                bezwaar_bij=college,
                bezwaar_adres=(
                    "Commissie bezwaarschriften (voorbeeld)",
                    "Postbus 00 (voorbeeld)",
                    f"0000 AA {naam}",
                ),
                van=BEGIN,
                bron=f"mandaatbesluit inburgering {naam} 2022 (voorbeeld)",
            ),
        )
