"""The lists that the law names around personal data. Codes are stored; labels are for people."""

from enum import StrEnum


class Organisatie(StrEnum):
    """Who gives or gets data (Wi2021 33-39; Bi chapter 9), and some whom no article names."""

    COLLEGE = "college"
    ANDER_COLLEGE = "ander_college"
    DUO = "duo"
    CURSUSINSTELLING = "cursusinstelling"
    COA = "coa"
    CVTE = "cvte"
    DIPLOMAWAARDERING = "diplomawaardering"
    CBS = "cbs"
    JENV = "jenv"
    DIENST_TOESLAGEN = "dienst_toeslagen"
    BEGELEIDINGSORGANISATIE = "begeleidingsorganisatie"
    TAALVRIJWILLIGER = "taalvrijwilliger"
    WERKGEVER = "werkgever"

    @property
    def label(self) -> str:
        return {
            "college": "het college",
            "ander_college": "het college van een andere gemeente",
            "duo": "DUO",
            "cursusinstelling": "een cursusinstelling",
            "coa": "het COA",
            "cvte": "het College voor Toetsen en Examens",
            "diplomawaardering": "een organisatie voor diplomawaardering",
            "cbs": "het CBS",
            "jenv": "de minister van Justitie en Veiligheid",
            "dienst_toeslagen": "de Dienst Toeslagen",
            "begeleidingsorganisatie": "een organisatie voor maatschappelijke begeleiding",
            "taalvrijwilliger": "een taalvrijwilliger of taalmaatje",
            "werkgever": "een werkgever",
        }[self.value]


class Gegeven(StrEnum):
    """What is given, as far as an article names it (Bi 9.1-9.8; Wi2021 35)."""

    ADRES = "naw"
    BSN = "bsn"
    PIP_DATUM = "datum_pip"
    PIP = "pip"
    LEERROUTE = "leerroute"
    INTENSITEIT = "intensiteit"
    TERMIJN = "termijn"
    VOORTGANG = "voortgang"
    AANWEZIGHEID = "aanwezigheid"
    INSPANNING = "inspanning"
    TAALNIVEAU = "taalniveau"
    PVT_EN_MAP = "pvt_en_map"
    GEEN_AANBOD = "geen_aanbod"
    NIET_VRIJSTELLENDE_OPLEIDING = "niet_vrijstellende_opleiding"
    BOETES = "boetes"
    GEZIN = "gezin"
    VOORINBURGERING = "voorinburgering"
    INSCHRIJVING = "inschrijving"
    STATISTIEK = "statistiek"
    PLICHT = "plicht"
    VRIJSTELLING = "vrijstelling"
    ONTHEFFING = "ontheffing"
    CERTIFICAAT = "certificaat"
    EXAMENS = "examens"
    DIPLOMA = "diploma"
    VERLENGING = "verlenging"
    RECHT_OP_BEGELEIDING = "recht_op_begeleiding"

    @property
    def label(self) -> str:
        return {
            "naw": "naam, adres en woonplaats",
            "bsn": "burgerservicenummer",
            "datum_pip": "datum waarop het PIP is vastgesteld",
            "pip": "PIP",
            "leerroute": "leerroute en wijzigingen daarvan",
            "intensiteit": "intensiteit van de leerroute",
            "termijn": "inburgeringstermijn",
            "voortgang": "voortgang",
            "aanwezigheid": "aanwezigheid",
            "inspanning": "inspanningen",
            "taalniveau": "taalniveau",
            "pvt_en_map": "PVT en MAP",
            "geen_aanbod": "het uitblijven van een inburgeringsaanbod",
            "niet_vrijstellende_opleiding": "niet-vrijstellende opleiding",
            "boetes": "opgelegde boetes",
            "gezin": "samenstelling van het gezin",
            "voorinburgering": "voortgang en taalvaardigheid in de voorinburgering",
            "inschrijving": "inschrijving bij een cursusinstelling",
            "statistiek": "gegevens voor de statistiek",
            "plicht": "inburgeringsplicht en wijzigingen daarvan",
            "vrijstelling": "vrijstelling",
            "ontheffing": "ontheffing en aangepaste examens",
            "certificaat": "inburgeringscertificaat",
            "examens": "deelname aan examens en de uitslagen",
            "diploma": "datum van het diploma",
            "verlenging": "verlenging van de termijn",
            "recht_op_begeleiding": "recht op maatschappelijke begeleiding",
        }[self.value]
