"""What was said at the intakes of the region and what was agreed. All invented."""

from collections.abc import Mapping

from schakel.demo.regio.mensen import Mens, Scholing
from schakel.wet.lijsten import IntakeOnderwerp, Leerroute

_OPLEIDING: Mapping[Scholing, tuple[str, ...]] = {
    Scholing.GEEN: (
        "Niet naar school geweest. Heeft altijd op het land van de familie gewerkt.",
        "Twee jaar koranschool, daarna thuis. Leest geen enkel schrift.",
        "Als kind gevlucht en niet naar school geweest. Verkocht groente op de markt.",
    ),
    Scholing.BASIS: (
        "Zes jaar basisschool. Daarna gewerkt in het naaiatelier van een oom.",
        "Basisschool afgemaakt. Twaalf jaar vrachtwagenchauffeur geweest.",
        "Vijf jaar basisschool, in een kamp. Werkte in de bouw en in een bakkerij.",
    ),
    Scholing.MIDDELBAAR: (
        "Middelbare school afgemaakt, tien jaar een eigen winkel in telefoons.",
        "Middelbare school zonder diploma; werkte als kok en als taxichauffeur.",
        "Middelbare school. Heeft drie jaar in een hotel gewerkt, aan de balie.",
        "Diploma middelbare school. Wilde gaan studeren toen de oorlog begon.",
    ),
    Scholing.VAK: (
        "Vakopleiding elektrotechniek en acht jaar ervaring als monteur.",
        "Opgeleid als verpleeghulp, vijf jaar in een kliniek gewerkt.",
        "Kappersopleiding. Had een kapsalon met twee mensen in dienst.",
    ),
    Scholing.HOGER: (
        "Bachelor boekhouden; zes jaar bij een bank gewerkt. Het diploma is er, met vertaling.",
        "Lerarenopleiding wiskunde, vier jaar lesgegeven. Diplomawaardering is aangevraagd.",
        "Studeerde farmacie, nog zonder diploma. Spreekt goed Engels.",
        "Ingenieur; twaalf jaar bij een waterbedrijf. Wil het vak hier weer oppakken.",
    ),
}
_TAAL: Mapping[bool, tuple[str, ...]] = {
    True: (
        "Spreekt de moedertaal. Nederlands: begroeten en getallen. Leest ons schrift niet.",
        "Verstaat korte zinnen als wij langzaam praten. Lezen en schrijven is nieuw.",
        "Spreekt twee talen, schrijft geen van beide. Nederlands: losse woorden.",
    ),
    False: (
        "Spreekt Engels en leert met een app. Nederlands: eenvoudige zinnen.",
        "Volgde in het azc twintig lessen. Leest vlot, spreken gaat nog langzaam.",
        "Nederlands op het niveau van het basisexamen in het buitenland (A1).",
        "Nog geen Nederlands. Leest en schrijft het Latijnse schrift goed.",
    ),
}
_WERK = (
    "Wil zo snel mogelijk werken, het liefst met de handen. Heeft geen rijbewijs.",
    "Zoekt werk naast de lessen; kan drie dagen in de week.",
    "Zorgt voor het gezin en kan werken als er opvang is.",
    "Wil eerst de taal leren en dan naar een mbo-opleiding.",
    "Heeft al drie dagen proefgewerkt bij een kweker en kan daar terugkomen.",
    "Kan staand werk niet lang volhouden; zittend werk wel.",
    "Wil in de zorg werken en doet al vrijwilligerswerk in het buurthuis.",
    "De partner verdient het inkomen; werken is een wens, geen haast.",
)
_ZELFREDZAAM = (
    "Regelt post en bank met hulp van een buurvrouw.",
    "Heeft DigiD en regelt de zorgverzekering zelf, in het Engels.",
    "Begrijpt brieven niet en komt daarmee naar het spreekuur.",
    "De partner regelt de papieren; wil dat zelf leren.",
    "Fietst, reist met de trein en maakt zelf afspraken bij de huisarts.",
    "Heeft een betalingsregeling voor de eerste inrichting en houdt die bij.",
)
_PERSOONLIJK = (
    "Slaapt slecht; heeft dit zelf verteld.",
    "Geen bijzonderheden.",
    "Maakt zich zorgen over familie die achterbleef. Wil daar nu geen hulp bij.",
    "Draagt een bril en heeft een nieuwe nodig.",
    "Heeft last van de rug, is daarvoor bij de huisarts.",
    "Voelt zich goed en sport twee keer in de week.",
    "Is zwanger, verwacht het kind in het voorjaar.",
    "Moet wennen aan het weer en aan alleen wonen; kent de buren al.",
)
_VVE: Mapping[bool, tuple[str, ...]] = {
    True: (
        "Een kind van twee jaar; staat op de wachtlijst van de peuteropvang.",
        "Een kind van drie gaat vier ochtenden naar de voorschool.",
        "Twee kinderen onder de vier. De oudste heeft een indicatie voor vve.",
    ),
    False: ("Geen kinderen onder de vier.", "Geen kinderen.", "De kinderen gaan naar school."),
}
BEGELEIDING = (
    "Elke zes weken een gesprek, samen met de maatschappelijk begeleider.",
    "Elke maand een gesprek; de maatschappelijk begeleider helpt met post en formulieren.",
    "Een vaste contactpersoon; de eerste drie maanden wekelijks bellen.",
    "Begeleiding naar werk door de accountmanager, en elk kwartaal een voortgangsgesprek.",
    "Een taalmaatje via de bibliotheek en elke twee maanden een gesprek.",
)
BEGELEIDING_GEZIN = (
    "Twee voortgangsgesprekken per jaar; verder op eigen verzoek.",
    "Uitleg over scholen met een keurmerk en over lenen bij DUO; een gesprek per halfjaar.",
)
VVE_AFSPRAKEN = (
    "De peuter begint na de zomer bij de voorschool, vier dagdelen per week.",
    "De ouders gaan samen kijken op de peutergroep; het consultatiebureau heeft verwezen.",
)
PW_BESLUITEN = (
    "Ontheffing van de sollicitatieplicht zolang de lessen nog niet zijn begonnen.",
    "Een werkervaringsplaats van zestien uur per week naast de lessen.",
)
AFWIJKING = {
    "omhoog": (
        "De toets gaf een lage uitslag na een slechte nacht; de docent van het azc zag meer.",
        "De uitslag past niet bij de opleiding en bij wat het gesprek liet zien.",
    ),
    "omlaag": (
        "De toets zegt B1, maar door ziekte zijn zoveel lesuren nu niet haalbaar.",
        "Heeft nooit leren lezen; de toets gaf een te hoog beeld.",
    ),
}
WEL: Mapping[Leerroute, tuple[str, ...]] = {
    Leerroute.B1: (
        "Leert snel en wil werken; B1 is haalbaar binnen drie jaar.",
        "De vooropleiding en het gesprek passen bij deze route.",
        "Past bij de wens om het oude beroep weer op te pakken.",
    ),
    Leerroute.ONDERWIJS: (
        "Jong en gemotiveerd; wil naar het mbo en kan een voltijdsprogramma aan.",
        "Wil de studie afmaken; de onderwijsroute bereidt daarop voor.",
    ),
    Leerroute.ZELFREDZAAMHEID: (
        "Heeft vooral baat bij oefenen in de praktijk en een rustig tempo.",
        "Moet nog leren lezen en schrijven; deze route geeft daar de tijd voor.",
    ),
}
GEEN_B1 = (
    "Niet haalbaar binnen drie jaar: heeft weinig onderwijs gehad.",
    "B1 is te hoog gegrepen, ook met alle uren; het gesprek bevestigt dat.",
)
GEEN_B1_MAAR_ONDERWIJS = (
    "Haalbaar, maar met de onderwijsroute is er ook een start op het mbo.",
    "Haalbaar, maar wil meer dan de taal alleen: een diploma.",
)
GEEN_ONDERWIJS = (
    "Wil geen opleiding volgen, wil zo snel mogelijk aan het werk.",
    "Een voltijdsprogramma past niet naast de zorg thuis.",
)
TE_OUD_VOOR_ONDERWIJS = ("Boven de leeftijd waarop deze route wordt aangeboden.",)
GEEN_Z = (
    "Niet nodig: het leervermogen is ruim voldoende.",
    "Kan meer dan deze route vraagt.",
)


def verslagen(mens: Mens) -> dict[IntakeOnderwerp, str]:
    """Return what was said on each subject, as it goes with this person."""
    pick = mens.rng.choice
    return {
        IntakeOnderwerp.OPLEIDING_EN_WERK: pick(_OPLEIDING[mens.scholing]),
        IntakeOnderwerp.TAALNIVEAU: pick(_TAAL[mens.scholing.is_weinig]),
        IntakeOnderwerp.ARBEIDSPARTICIPATIE: pick(_WERK),
        IntakeOnderwerp.ZELFREDZAAMHEID: pick(_ZELFREDZAAM),
        IntakeOnderwerp.VVE: pick(_VVE[mens.kleine_kinderen]),
        IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN: pick(_PERSOONLIJK),
    }
