"""What was said at the intakes of the memo, and what its first PIP decided. All invented."""

from datetime import date

from schakel.traject.actions.pip import PIPGegevens
from schakel.wet.lijsten import IntakeOnderwerp, Leerroute, Taalniveau

VERSLAGEN = {
    IntakeOnderwerp.OPLEIDING_EN_WERK: "Middelbare school afgemaakt, tien jaar eigen winkel.",
    IntakeOnderwerp.TAALNIVEAU: "Spreekt Arabisch en wat Engels. Nederlands: eerste woorden.",
    IntakeOnderwerp.ARBEIDSPARTICIPATIE: "Wil graag weer in een winkel werken.",
    IntakeOnderwerp.ZELFREDZAAMHEID: "Regelt post en bank met hulp van een buurvrouw.",
    IntakeOnderwerp.VVE: "Geen kinderen onder de vier.",
    IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN: "Slaapt slecht; heeft dit zelf verteld.",
}
EERSTE_PIP = PIPGegevens(
    dagtekening=date(2022, 6, 9),
    leerroute=Leerroute.B1,
    niveau=Taalniveau.B1,
    uren_leerroute=600,
    uren_pvt=12,
    uren_map=40,
    voortgangsgesprekken=6,
    begeleiding="Elke zes weken een gesprek, samen met de maatschappelijk begeleider.",
    afweging_b1="Leert snel en wil werken; B1 is haalbaar binnen drie jaar.",
    afweging_onderwijs="Wil geen opleiding volgen, heeft een gezin te onderhouden.",
    afweging_z="Niet nodig: het leervermogen is ruim voldoende.",
    afwijking="De toets gaf een lage uitslag na een slechte nacht; de docent van het azc zag meer.",
)
