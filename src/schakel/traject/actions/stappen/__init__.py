"""The steps before and after the PIP, one verb each."""

from schakel.traject.actions.stappen.aanmelding import make_aanmelding as make_aanmelding
from schakel.traject.actions.stappen.aanmelding import (
    report_eigen_inschrijving as report_eigen_inschrijving,
)
from schakel.traject.actions.stappen.aanmelding import withdraw_aanmelding as withdraw_aanmelding
from schakel.traject.actions.stappen.intake import GesprekGegevens as GesprekGegevens
from schakel.traject.actions.stappen.intake import answer as answer
from schakel.traject.actions.stappen.intake import (
    complete_brede_intake_in_absence as complete_brede_intake_in_absence,
)
from schakel.traject.actions.stappen.intake import contest as contest
from schakel.traject.actions.stappen.intake import record_onderwerpen as record_onderwerpen
from schakel.traject.actions.stappen.intake import start_brede_intake as start_brede_intake
from schakel.traject.actions.stappen.leerbaarheidstoets import (
    cancel_leerbaarheidstoets as cancel_leerbaarheidstoets,
)
from schakel.traject.actions.stappen.leerbaarheidstoets import (
    exempt_from_leerbaarheidstoets as exempt_from_leerbaarheidstoets,
)
from schakel.traject.actions.stappen.leerbaarheidstoets import (
    miss_leerbaarheidstoets as miss_leerbaarheidstoets,
)
from schakel.traject.actions.stappen.leerbaarheidstoets import (
    plan_leerbaarheidstoets as plan_leerbaarheidstoets,
)
from schakel.traject.actions.stappen.leerbaarheidstoets import receive_uitslag as receive_uitslag
from schakel.traject.actions.stappen.leerbaarheidstoets import (
    take_leerbaarheidstoets as take_leerbaarheidstoets,
)
from schakel.traject.actions.stappen.oproep import OproepGegevens as OproepGegevens
from schakel.traject.actions.stappen.oproep import cancel_gesprek as cancel_gesprek
from schakel.traject.actions.stappen.oproep import invite as invite
from schakel.traject.actions.stappen.oproep import miss_gesprek as miss_gesprek
from schakel.traject.actions.stappen.oproep import summon as summon
from schakel.traject.actions.stappen.oproep import warn_and_summon as warn_and_summon
