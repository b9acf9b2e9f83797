"""Everything that can be permitted, by name. Which role holds what: `toegang/roles.py`."""

from enum import StrEnum


class Permission(StrEnum):
    """One deed or one kind of sight. Code asks for these, never for a role."""

    DOSSIER_READ = "dossier_read"
    DOSSIER_READ_SHARED = "dossier_read_shared"
    GEZONDHEID_READ = "gezondheid_read"
    BSN_READ = "bsn_read"
    DOSSIER_WRITE = "dossier_write"
    INTAKE_WRITE = "intake_write"
    PIP_WRITE = "pip_write"
    AANMELDING_WRITE = "aanmelding_write"
    CORRECT = "correct"
    TEGENSPRAAK_WRITE = "tegenspraak_write"
    STAND_READ = "stand_read"
    INZAGE_READ = "inzage_read"
    INZAGEVERZOEK = "inzageverzoek"
    ZICHT_READ = "zicht_read"
    KETEN_READ = "keten_read"
    KETEN_WRITE = "keten_write"
    ACCOUNT_WRITE = "account_write"
    LIJST_WRITE = "lijst_write"
    CONTROLE = "controle"

    @property
    def label(self) -> str:
        """The permission in Dutch, as a refusal and the screens of the beheerder name it."""
        return _LABELS[self]


_LABELS = {
    Permission.DOSSIER_READ: "dossiers inzien",
    Permission.DOSSIER_READ_SHARED: "gedeelde dossiers inzien",
    Permission.GEZONDHEID_READ: "gezondheidsgegevens inzien",
    Permission.BSN_READ: "burgerservicenummers inzien",
    Permission.DOSSIER_WRITE: "dossiers bijwerken",
    Permission.INTAKE_WRITE: "brede intake en leerbaarheidstoets vastleggen",
    Permission.PIP_WRITE: "PIP vaststellen",
    Permission.AANMELDING_WRITE: "aanmelden bij de taalaanbieder",
    Permission.CORRECT: "gebeurtenissen herstellen",
    Permission.TEGENSPRAAK_WRITE: "meelezen en tegenspreken wat is vastgelegd",
    Permission.STAND_READ: "stand van zaken inzien",
    Permission.INZAGE_READ: "inzage in dossiers nagaan",
    Permission.INZAGEVERZOEK: "een verzoek om inzage beantwoorden",
    Permission.ZICHT_READ: "nagaan wat een ander van een dossier ziet",
    Permission.KETEN_READ: "afspraken in de keten inzien",
    Permission.KETEN_WRITE: "afspraken in de keten wijzigen",
    Permission.ACCOUNT_WRITE: "gebruikers beheren",
    Permission.LIJST_WRITE: "lijsten inlezen",
    Permission.CONTROLE: "controle en herbouw uitvoeren",
}
