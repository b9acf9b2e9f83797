"""The sorts of data about a person that an agreement can open or keep closed."""

from enum import StrEnum


class Gegevenscategorie(StrEnum):
    """Every field on a screen, in an export or in a message belongs to exactly one."""

    IDENTITEIT = "identiteit"
    GEBOORTE = "geboorte"
    BSN = "bsn"
    CONTACT = "contact"
    GEZIN = "gezin"
    VERBLIJF = "verblijf"
    TAAL = "taal"
    VOORTGANG = "voortgang"
    GEZONDHEID = "gezondheid"
    NOTITIES_INTERN = "notities_intern"

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
            "taal": "taal en leerroute",
            "voortgang": "voortgang van het traject",
            "gezondheid": "gezondheid",
            "notities_intern": "interne notities",
        }[self.value]
