"""DOOR: who works in the chain, where, and what was agreed. Nothing here is about a newcomer."""

from schakel.keten.queries.afspraken import Afspraak as Afspraak
from schakel.keten.queries.afspraken import AgendapuntView as AgendapuntView
from schakel.keten.queries.afspraken import DeelafspraakView as DeelafspraakView
from schakel.keten.queries.afspraken import OpdrachtView as OpdrachtView
from schakel.keten.queries.afspraken import list_afspraken as list_afspraken
from schakel.keten.queries.afspraken import list_agendapunten as list_agendapunten
from schakel.keten.queries.afspraken import list_deelafspraken as list_deelafspraken
from schakel.keten.queries.afspraken import list_opdrachten as list_opdrachten
from schakel.keten.queries.bevoegdheden import BevoegdheidView as BevoegdheidView
from schakel.keten.queries.bevoegdheden import get_bevoegdheid as get_bevoegdheid
from schakel.keten.queries.bevoegdheden import list_bevoegdheden as list_bevoegdheden
from schakel.keten.queries.mensen import GemeenteRow as GemeenteRow
from schakel.keten.queries.mensen import MedewerkerRow as MedewerkerRow
from schakel.keten.queries.mensen import list_alle_medewerkers as list_alle_medewerkers
from schakel.keten.queries.mensen import list_alle_organisaties as list_alle_organisaties
from schakel.keten.queries.mensen import list_gemeenten as list_gemeenten
from schakel.keten.queries.mensen import list_medewerkers as list_medewerkers
from schakel.keten.queries.mensen import list_medewerkers_met_taak as list_medewerkers_met_taak
from schakel.keten.queries.mensen import list_organisaties as list_organisaties
from schakel.keten.queries.mensen import list_organisaties_met_taak as list_organisaties_met_taak
from schakel.keten.queries.mensen import list_taken as list_taken
from schakel.keten.rules import Grondslag as Grondslag
from schakel.keten.rules import SoortBesluit as SoortBesluit
from schakel.keten.rules import SoortOpdracht as SoortOpdracht
from schakel.keten.rules import Staat as Staat
from schakel.keten.rules import Vorm as Vorm
