"""The rows of the table, as data: who is counted in each, and what stands beside it."""

from dataclasses import dataclass
from enum import StrEnum

from schakel.traject.queries import Soort
from schakel.wet.lijsten import Doelgroep


class Code(StrEnum):
    """The rows of the stand van zaken, by the code that an export gives them."""

    STATUSHOUDERS = "statushouders"
    GEZINSMIGRANTEN = "gezinsmigranten"
    LEERBAARHEIDSTOETSEN = "leerbaarheidstoetsen"
    BREDE_INTAKES = "brede_intakes"
    PIPS = "pips"
    AANMELDINGEN = "aanmeldingen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitie:
    """Who is counted in a row.

    :param doelgroep: only these, registered in the gemeente; None = whoever reached `soorten`
    :param adult: only who is 18 or older on the peildatum
    :param soorten: what must have been reached, by or for the gemeente where that matters
    :param apart: what is counted apart beside the row; a `soort` of the row itself that was
        reached for another gemeente is always apart
    """

    code: Code
    label: str
    doelgroep: Doelgroep | None = None
    adult: bool = False
    soorten: tuple[Soort, ...] = ()
    apart: tuple[Soort, ...] = ()
    noot: str = ""
    apart_noot: str = ""


DEFINITIES = (
    Definitie(
        code=Code.STATUSHOUDERS,
        label="Aantal gehuisveste volw. statushouders (WI2021)",
        doelgroep=Doelgroep.ASIELSTATUSHOUDER,
        adult=True,
        noot="18 jaar of ouder op de peildatum en ingeschreven in de gemeente",
    ),
    Definitie(
        code=Code.GEZINSMIGRANTEN,
        label="Aantal gehuisveste gezinsmigranten (WI2021)",
        doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG,
        noot="ingeschreven in de gemeente, van elke leeftijd; de gemeente huisvest hen niet",
    ),
    Definitie(
        code=Code.LEERBAARHEIDSTOETSEN,
        label="Aantal afgelegde en geplande leerbaarheidstoetsen",
        soorten=(Soort.LBT_AFGENOMEN, Soort.LBT_GEPLAND, Soort.LBT_UITSLAG_ONTBREEKT),
        apart=(Soort.LBT_ONTHEFFING,),
        noot="een afspraak telt vanaf de dag waarop zij is gemaakt, tot zij is afgezegd of gemist",
        apart_noot="met ontheffing van de toets",
    ),
    Definitie(
        code=Code.BREDE_INTAKES,
        label="Aantal opgestarte brede intakes",
        soorten=(Soort.BREDE_INTAKE,),
        noot="eerste gesprek gevoerd, of bij afwezigheid afgerond; een toets alleen telt niet",
    ),
    Definitie(
        code=Code.PIPS,
        label="Aantal vastgestelde PIPs",
        soorten=(Soort.PIP,),
        noot="van kracht en vastgesteld door of voor deze gemeente",
        apart_noot="meegenomen bij een verhuizing",
    ),
    Definitie(
        code=Code.AANMELDINGEN,
        label="Aantal aanmeldingen taalonderwijs leerroutes",
        soorten=(Soort.AANMELDING,),
        apart=(Soort.EIGEN_INSCHRIJVING,),
        noot="aangemeld door deze gemeente en niet ingetrokken",
        apart_noot="zelf ingeschreven, of aangemeld door een andere gemeente",
    ),
)

BY_CODE = {definitie.code: definitie for definitie in DEFINITIES}
