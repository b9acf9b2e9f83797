"""The lists that the law names around the inburgeringstermijn. Codes are stored."""

from enum import StrEnum


class GrondslagWijziging(StrEnum):
    """On what a change of leerroute rests (Bi art. 5.4 lid 1-3)."""

    ANDERHALF_JAAR = "anderhalf_jaar"
    ALTIJD_O_B1 = "altijd_O_B1"
    NA_OPLEIDING = "na_opleiding"
    BIJZONDER_GEVAL = "bijzonder_geval"

    @property
    def label(self) -> str:
        return {
            "anderhalf_jaar": "binnen anderhalf jaar",
            "altijd_O_B1": "van de onderwijsroute naar de B1-route",
            "na_opleiding": "na een niet-vrijstellende opleiding",
            "bijzonder_geval": "bijzonder geval",
        }[self.value]


class NietVrijstellendeOpleiding(StrEnum):
    """The trainings that do not exempt, but do give more time (Ri art. 4.2 lid 1)."""

    PRAKTIJKONDERWIJS = "praktijkonderwijs"
    VSO = "vso"
    ENTREE = "entree"

    @property
    def label(self) -> str:
        return {
            "praktijkonderwijs": "praktijkonderwijs",
            "vso": "voortgezet speciaal onderwijs",
            "entree": "entreeopleiding",
        }[self.value]


class SoortTermijn(StrEnum):
    """What kind of termijn runs now (Wi2021 art. 11, 12, 24 and 25; Ri art. 7.4)."""

    OORSPRONKELIJK = "original"
    VERLENGD = "extended"
    NIEUW_6_MAANDEN = "new_6m"
    NIEUW_12_MAANDEN = "new_12m"
    NIEUW_18_MAANDEN = "new_18m"
    NIEUW_24_MAANDEN = "new_24m"

    @property
    def label(self) -> str:
        return {
            "original": "inburgeringstermijn",
            "extended": "verlengde inburgeringstermijn",
            "new_6m": "nieuwe termijn van 6 maanden",
            "new_12m": "nieuwe termijn van 12 maanden",
            "new_18m": "nieuwe termijn van 18 maanden",
            "new_24m": "nieuwe termijn van 24 maanden",
        }[self.value]

    @property
    def na_boete(self) -> bool:
        """True for a new termijn that DUO set with a fine."""
        return self not in {SoortTermijn.OORSPRONKELIJK, SoortTermijn.VERLENGD}


class Verlengingsgrond(StrEnum):
    """Why the termijn can be extended (Ri art. 4.1 lid 1; Bi art. 4.2, 4.3 lid 2, 4.4)."""

    ZIEKTE = "a_ziekte"
    OVERLIJDEN = "b_overlijden"
    BEVALLING = "c_bevalling"
    BLIJFHUIS = "d_blijfhuis"
    ALFABETISERING = "e_alfabetisering"
    DAKLOOS = "f_dakloos"
    GEEN_AANBOD = "g_geen_aanbod"
    AANBIEDER = "h_aanbieder"
    BIJZONDER = "i_bijzonder"
    COMBINATIE = "j_combinatie"
    NIET_VRIJSTELLEND = "4.3_niet_vrijstellend"
    BIJNA_KLAAR = "4.4_bijna_klaar"
    ONDERBREKING = "4.2_onderbreking"

    @property
    def label(self) -> str:
        return {
            "a_ziekte": "langdurige ziekte",
            "b_overlijden": "overlijden van de partner of een naast familielid",
            "c_bevalling": "bevalling",
            "d_blijfhuis": "verblijf in een Blijf van mijn Lijf huis",
            "e_alfabetisering": "alfabetiseringscursus",
            "f_dakloos": "dakloosheid",
            "g_geen_aanbod": "geen inburgeringsaanbod op tijd",
            "h_aanbieder": "omstandigheid bij de aanbieder",
            "i_bijzonder": "bijzondere omstandigheid",
            "j_combinatie": "meer omstandigheden samen",
            "4.3_niet_vrijstellend": "niet-vrijstellende opleiding",
            "4.4_bijna_klaar": "bijna klaar",
            "4.2_onderbreking": "onderbreking van de inburgeringsplicht",
        }[self.value]
