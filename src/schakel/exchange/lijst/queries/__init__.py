"""DOOR: what a row would do when it came in. Nothing is written."""

from schakel.exchange.lijst.queries.gekeurd import Gekeurd as Gekeurd
from schakel.exchange.lijst.queries.gekeurd import Lot as Lot
from schakel.exchange.lijst.queries.gekeurd import geteld as geteld
from schakel.exchange.lijst.queries.inlezing import InlezingNotFound as InlezingNotFound
from schakel.exchange.lijst.queries.inlezing import InlezingView as InlezingView
from schakel.exchange.lijst.queries.inlezing import MeldingView as MeldingView
from schakel.exchange.lijst.queries.inlezing import get_inlezing as get_inlezing
from schakel.exchange.lijst.queries.inlezing import get_kop as get_kop
from schakel.exchange.lijst.queries.inlezing import kolommen_van as kolommen_van
from schakel.exchange.lijst.queries.inlezing import list_inlezingen as list_inlezingen
from schakel.exchange.lijst.queries.inlezing import list_meldingen as list_meldingen
from schakel.exchange.lijst.queries.inlezing import naam_van_lijst as naam_van_lijst
from schakel.exchange.lijst.queries.inlezing import next_inlezing as next_inlezing
from schakel.exchange.lijst.queries.keuring import Keuring as Keuring
from schakel.exchange.lijst.queries.proef import Verslag as Verslag
from schakel.exchange.lijst.queries.proef import get_verslag as get_verslag
from schakel.exchange.lijst.queries.proef import try_out as try_out
from schakel.exchange.models import Fase as Fase
