"""The lists that the law itself names. Codes are stored; labels are for people."""

from enum import StrEnum


class Wet(StrEnum):
    """Under which law someone is inburgeringsplichtig (Wi2021 art. 54 lid 1)."""

    WI2013 = "WI2013"
    WI2021 = "WI2021"

    @property
    def label(self) -> str:
        return {"WI2013": "Wet inburgering (2013)", "WI2021": "Wet inburgering 2021"}[self.value]


class Doelgroep(StrEnum):
    """The two groups of the Wi2021 (art. 13 lid 1, art. 19; Bi art. 1.1)."""

    ASIELSTATUSHOUDER = "asielstatushouder"
    GEZINSMIGRANT_OVERIG = "gezinsmigrant_overig"

    @property
    def label(self) -> str:
        return {
            "asielstatushouder": "asielstatushouder",
            "gezinsmigrant_overig": "gezins- of overige migrant",
        }[self.value]


class Leerroute(StrEnum):
    """The three leerroutes (Wi2021 art. 7, 8, 9)."""

    B1 = "B1"
    ONDERWIJS = "O"
    ZELFREDZAAMHEID = "Z"

    @property
    def label(self) -> str:
        return {"B1": "B1-route", "O": "onderwijsroute", "Z": "zelfredzaamheidsroute"}[self.value]


class Verblijfsvergunning(StrEnum):
    """The permit someone actually holds (Vw 2000 art. 14, 28, 33)."""

    ASIEL_BEPAALD = "asiel_bepaald"
    ASIEL_ONBEPAALD = "asiel_onbepaald"
    REGULIER_BEPAALD = "regulier_bepaald"
    GEEN = "none"

    @property
    def label(self) -> str:
        return {
            "asiel_bepaald": "asiel voor bepaalde tijd",
            "asiel_onbepaald": "asiel voor onbepaalde tijd",
            "regulier_bepaald": "regulier voor bepaalde tijd",
            "none": "geen vergunning",
        }[self.value]


class StatusReferent(StrEnum):
    """The status of the person whom a family member joins (Wi2021 art. 13 lid 1 onder b)."""

    ASIEL_BEPAALD = "asiel_bepaald"
    ASIEL_ONBEPAALD = "asiel_onbepaald"
    EU_LTR_BESCHERMING = "eu_ltr_bescherming"
    EU_LTR = "eu_ltr"
    NEDERLANDER = "nederlander"

    @property
    def label(self) -> str:
        return {
            "asiel_bepaald": "asiel voor bepaalde tijd",
            "asiel_onbepaald": "asiel voor onbepaalde tijd",
            "eu_ltr_bescherming": "EU-langdurig ingezetene met aantekening bescherming",
            "eu_ltr": "EU-langdurig ingezetene",
            "nederlander": "Nederlander",
        }[self.value]


class UitslagLeerbaarheidstoets(StrEnum):
    """What DUO reports as the result (Wi2021 art. 14 lid 5)."""

    B1_HAALBAAR = "b1_haalbaar"
    B1_NIET_HAALBAAR = "b1_niet_haalbaar"
    ONBEKEND = "onbekend"

    @property
    def label(self) -> str:
        return {
            "b1_haalbaar": "B1-route haalbaar",
            "b1_niet_haalbaar": "B1-route niet haalbaar",
            "onbekend": "onbekend",
        }[self.value]


class GrondslagPIPTermijn(StrEnum):
    """What the termijn for the PIP is counted from (Bi art. 5.3 lid 1 and 3)."""

    KENNISGEVING = "kennisgeving"
    BRP = "brp"
    BRP_HVW28 = "brp_hvw28"
    VERHUIZING = "verhuizing"
    GEEN_KENNISGEVING = "geen_kennisgeving"

    @property
    def label(self) -> str:
        return {
            "kennisgeving": "kennisgeving van DUO",
            "brp": "inschrijving in de BRP",
            "brp_hvw28": "inschrijving in de gemeente van huisvesting",
            "verhuizing": "inschrijving na verhuizing",
            "geen_kennisgeving": "nog geen kennisgeving van DUO",
        }[self.value]
