"""A row of the list as facts of ours. Pure: whoever is known already is for the actions to see."""

from schakel.exchange.lijst.translate.traject import TWEEDE_AANWEZIGE as TWEEDE_AANWEZIGE
from schakel.exchange.lijst.translate.vertaling import NAMEN as NAMEN
from schakel.exchange.lijst.translate.vertaling import OPMERKING as OPMERKING
from schakel.exchange.lijst.translate.vertaling import vertaling as vertaling
