"""The sorts of data about a person that an agreement can open or keep closed."""

from enum import StrEnum


class Gegevenscategorie(StrEnum):
    """Every field on a screen, in an export or in a message belongs to exactly one.

    GEBOORTE stands apart from IDENTITEIT: who gets name and address by law (Bi 9.2 lid 3) does not
    get the date of birth with them.
    """

    IDENTITEIT = "identiteit"
    GEBOORTE = "geboorte"
    BSN = "bsn"
    CONTACT = "contact"
    GEZIN = "gezin"
    VERBLIJF = "verblijf"
    ONDERWIJS_WERK = "onderwijs_werk"
    TAAL = "taal"
    VOORTGANG = "voortgang"
    GEZONDHEID = "gezondheid"
    FINANCIEN = "financien"
    BEGELEIDING = "begeleiding"
    HANDHAVING = "handhaving"
    NOTITIES_INTERN = "notities_intern"
    NOTITIES_GEDEELD = "notities_gedeeld"

    @property
    def label(self) -> str:
        """The category as the register and the screens name it."""
        return {
            "identiteit": "naam",
            "geboorte": "geboortedatum",
            "bsn": "burgerservicenummer",
            "contact": "contactgegevens",
            "gezin": "gezin",
            "verblijf": "verblijf en doelgroep",
            "onderwijs_werk": "onderwijs en werk",
            "taal": "taal en leerroute",
            "voortgang": "voortgang en aanwezigheid",
            "gezondheid": "gezondheid",
            "financien": "financiën",
            "begeleiding": "begeleiding, afspraken en belastbaarheid",
            "handhaving": "interventies en handhaving",
            "notities_intern": "interne notities",
            "notities_gedeeld": "gedeelde notities",
        }[self.value]
