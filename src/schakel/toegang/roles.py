"""Which role holds which permission: the one page. Code asks for permissions, never for a role."""

from enum import StrEnum

from schakel.base.permissions import Permission


class Rol(StrEnum):
    """The roles of the chain, as the beheerder hands them out."""

    CASUSREGISSEUR = "casusregisseur"
    TRAJECTBEGELEIDER = "trajectbegeleider"
    ACCOUNTMANAGER = "accountmanager"
    MAATSCHAPPELIJK_BEGELEIDER = "maatschappelijk_begeleider"
    SOCIAAL_TEAM = "sociaal_team"
    TAALAANBIEDER = "taalaanbieder"
    TEAMLEIDER = "teamleider"
    KETENREGISSEUR = "ketenregisseur"
    OPDRACHTGEVER = "opdrachtgever"
    CONTROLLER = "controller"
    BELEID = "beleidsmedewerker"
    PRIVACY_OFFICER = "privacy_officer"
    FG = "functionaris_gegevensbescherming"
    BEHEERDER = "functioneel_beheerder"
    INBURGERAAR = "inburgeraar"


_CASUSREGIE = frozenset(
    {
        Permission.DOSSIER_READ,
        Permission.GEZONDHEID_READ,
        Permission.BSN_READ,
        Permission.DOSSIER_WRITE,
        Permission.INTAKE_WRITE,
        Permission.PIP_WRITE,
        Permission.AANMELDING_WRITE,
        Permission.CORRECT,
    }
    | {Permission.STAND_READ, Permission.KETEN_READ, Permission.ZICHT_READ}
)
_LEZEN = frozenset({Permission.DOSSIER_READ, Permission.STAND_READ, Permission.KETEN_READ})
_PARTNER = frozenset({Permission.DOSSIER_READ_SHARED, Permission.KETEN_READ})
_CIJFERS = frozenset({Permission.STAND_READ, Permission.KETEN_READ})
_TOEZICHT = frozenset({Permission.INZAGE_READ, Permission.ZICHT_READ, Permission.KETEN_READ})

PERMISSIONS: dict[Rol, frozenset[Permission]] = {
    Rol.CASUSREGISSEUR: _CASUSREGIE | {Permission.INZAGEVERZOEK},
    Rol.TRAJECTBEGELEIDER: _LEZEN,
    Rol.ACCOUNTMANAGER: _LEZEN,
    Rol.TEAMLEIDER: _CASUSREGIE,
    Rol.KETENREGISSEUR: _LEZEN | {Permission.KETEN_WRITE},
    Rol.MAATSCHAPPELIJK_BEGELEIDER: _PARTNER | {Permission.TEGENSPRAAK_WRITE},
    Rol.SOCIAAL_TEAM: _PARTNER | {Permission.TEGENSPRAAK_WRITE},
    Rol.TAALAANBIEDER: _PARTNER,
    Rol.OPDRACHTGEVER: _CIJFERS,
    Rol.BELEID: _CIJFERS,
    Rol.CONTROLLER: _CIJFERS,
    Rol.PRIVACY_OFFICER: _TOEZICHT | {Permission.INZAGEVERZOEK},
    Rol.FG: _TOEZICHT,
    Rol.BEHEERDER: frozenset(
        {
            Permission.ACCOUNT_WRITE,
            Permission.KETEN_READ,
            Permission.KETEN_WRITE,
            Permission.LIJST_WRITE,
        }
    ),
    Rol.INBURGERAAR: frozenset(),
}

_GEVOELIG = frozenset(
    {
        Permission.GEZONDHEID_READ,
        Permission.BSN_READ,
        Permission.DOSSIER_READ,
        Permission.DOSSIER_READ_SHARED,
        Permission.DOSSIER_WRITE,
        Permission.INTAKE_WRITE,
        Permission.PIP_WRITE,
        Permission.AANMELDING_WRITE,
        Permission.CORRECT,
        Permission.TEGENSPRAAK_WRITE,
        Permission.INZAGE_READ,
        Permission.LIJST_WRITE,
        Permission.ACCOUNT_WRITE,
        Permission.CONTROLE,
    }
)
"""What opens a dossier, shows a BSN or someone's gezondheid, or hands out an account that does."""


def needs_second_factor(rol: Rol) -> bool:
    """True if a password alone is not enough for this role."""
    return not _GEVOELIG.isdisjoint(PERMISSIONS[rol])


INLEZEN = frozenset(
    {
        Permission.DOSSIER_READ,
        Permission.GEZONDHEID_READ,
        Permission.BSN_READ,
        Permission.DOSSIER_WRITE,
        Permission.CORRECT,
        Permission.LIJST_WRITE,
    }
)
"""What a list does that someone brings in, whatever he may do himself: he chose the rows."""

SYSTEEM = frozenset(Permission)
"""What the system itself may do: upkeep, imports, the figures of all gemeenten."""
