"""DOOR: read a file: try it out first, then bring it in, row by row. What was cut off goes on."""

from schakel.exchange.lijst.actions.gang import AllesOfNiets as AllesOfNiets
from schakel.exchange.lijst.actions.gang import Gang as Gang
from schakel.exchange.lijst.actions.gang import resume as resume
from schakel.exchange.lijst.actions.inlezing import accept_inlezing as accept_inlezing
from schakel.exchange.lijst.actions.inlezing import add_inlezing as add_inlezing
from schakel.exchange.lijst.actions.inlezing import discard_inlezing as discard_inlezing
from schakel.exchange.lijst.actions.inlezing import fail_inlezing as fail_inlezing
from schakel.exchange.lijst.actions.inlezing import forget_files as forget_files
from schakel.exchange.lijst.actions.inlezing import set_kolommen as set_kolommen
from schakel.exchange.lijst.actions.inlezing import start_import as start_import
