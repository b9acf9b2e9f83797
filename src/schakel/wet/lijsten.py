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


class Taalniveau(StrEnum):
    """The level of the language exams in a PIP (Wi2021 art. 7, 17 lid 3)."""

    A2 = "A2"
    B1 = "B1"

    @property
    def label(self) -> str:
        return self.value


class IntakeOnderwerp(StrEnum):
    """What a brede intake is about, beside the leerbaarheidstoets (Wi2021 14 lid 3; Bi 5.2)."""

    OPLEIDING_EN_WERK = "opleiding_en_werk"
    PERSOONLIJKE_OMSTANDIGHEDEN = "persoonlijke_omstandigheden"
    VVE = "vve"
    TAALNIVEAU = "taalniveau"
    ARBEIDSPARTICIPATIE = "arbeidsparticipatie"
    ZELFREDZAAMHEID = "zelfredzaamheid"

    @property
    def label(self) -> str:
        return {
            "opleiding_en_werk": "opleiding en werkervaring in het land van herkomst",
            "persoonlijke_omstandigheden": "persoonlijke omstandigheden, ook gezondheid",
            "vve": "voor- en vroegschoolse educatie voor de kinderen",
            "taalniveau": "taalniveau",
            "arbeidsparticipatie": "mogelijkheden om te werken",
            "zelfredzaamheid": "zelfredzaamheid",
        }[self.value]


class GrondLeerbaarheidstoetsOntheffing(StrEnum):
    """Why someone need not take the leerbaarheidstoets (Wi2021 14 lid 6)."""

    VISUEEL = "visueel"
    AUDITIEF = "auditief"

    @property
    def label(self) -> str:
        return {
            "visueel": "visuele beperking",
            "auditief": "auditieve beperking, en daardoor niet in staat de toets af te leggen",
        }[self.value]


class PIPOnderdeel(StrEnum):
    """What a PIP may have to hold (Wi2021 15; Bi 3.14, 5.3; Awb 3:46, 3:50)."""

    LEERROUTE = "leerroute"
    BEGELEIDING = "begeleiding"
    INTENSITEIT_PVT_MAP = "intensiteit_pvt_map"
    VVE = "vve"
    INTENSITEIT_LEERROUTE = "intensiteit_leerroute"
    PW_BESLUITEN = "pw_besluiten"
    ONTZORGING = "ontzorging"
    VOORTGANGSGESPREKKEN = "voortgangsgesprekken"
    EXAMENWENS = "examenwens"
    AFWEGING = "afweging"
    AFWIJKING_ADVIES = "afwijking_advies"

    @property
    def label(self) -> str:
        return {
            "leerroute": "leerroute",
            "begeleiding": "ondersteuning en begeleiding",
            "intensiteit_pvt_map": "intensiteit van PVT en MAP",
            "vve": "afspraken over voor- en vroegschoolse educatie",
            "intensiteit_leerroute": "intensiteit van de leerroute",
            "pw_besluiten": "besluiten op grond van de Participatiewet",
            "ontzorging": "ontzorging",
            "voortgangsgesprekken": "aantal voortgangsgesprekken",
            "examenwens": "examens in de zelfredzaamheidsroute",
            "afweging": "afweging van de drie leerroutes",
            "afwijking_advies": "motivering van de afwijking van het advies",
        }[self.value]


class Verwijtbaarheid(StrEnum):
    """How far someone is to blame (Bi art. 7.1 lid 4; Awb art. 5:41)."""

    OPZET = "opzet"
    GROVE_SCHULD = "grove_schuld"
    NORMAAL = "normaal"
    VERMINDERD = "verminderd"
    GEEN = "geen"

    @property
    def label(self) -> str:
        return {
            "opzet": "opzet",
            "grove_schuld": "grove schuld",
            "normaal": "gewone verwijtbaarheid",
            "verminderd": "verminderde verwijtbaarheid",
            "geen": "geen verwijt",
        }[self.value]


class SoortOvertreding(StrEnum):
    """What someone did not do (Wi2021 art. 23 lid 1)."""

    BEGELEIDING = "begeleiding"
    INTENSITEIT_PVT_MAP = "intensiteit_pvt_map"
    INTENSITEIT_LEERROUTE = "intensiteit_leerroute"

    @property
    def label(self) -> str:
        return {
            "begeleiding": "niet meewerken aan de begeleiding",
            "intensiteit_pvt_map": "de intensiteit van PVT of MAP niet halen",
            "intensiteit_leerroute": "de intensiteit van de leerroute niet halen",
        }[self.value]
