"""DOOR: what can be asked. Every question asks who looks and notes what it hands out."""

from schakel.dossier import events
from schakel.dossier.events import KINDS, Precisie
from schakel.dossier.queries.herkenning import Gezocht, Herkenning, recognise, recognise_all
from schakel.dossier.queries.huishouden import Huisgenoten, get_huishouden, list_huisgenoten
from schakel.dossier.queries.lijst import (
    BetrokkeneView,
    DossierRow,
    count_dossiers,
    list_all,
    list_betrokkenen,
    list_dossiers,
    list_in_batches,
)
from schakel.dossier.queries.log import (
    as_one,
    dossiers_of,
    list_log,
    list_logs,
    list_merged,
    newest,
)
from schakel.dossier.queries.personen import PersoonView, get_persoon, get_persoonsgegevens
from schakel.dossier.queries.projectie import bekende_plekken, list_differences, tijdvak_of
from schakel.dossier.queries.samenvoeging import (
    Opgegaan,
    SamenvoegingView,
    count_opgegaan,
    get_dossier_as_known,
    get_naar,
    list_opgegaan,
    list_samenvoegingen,
    require_mergeable,
)
from schakel.dossier.queries.simulatie import (
    CategorieOordeel,
    Simulatie,
    list_meelezers,
    require_simulable,
    simulate,
)
from schakel.dossier.queries.uitdraai import (
    INZAGEVERZOEK,
    TABELLEN,
    export_dossier,
    find_for_inzageverzoek,
    get_for_inzageverzoek,
    list_namen_van_huisgenoten,
    rol_van,
)
from schakel.dossier.queries.zicht import (
    ALLES,
    DossierNotFound,
    Zicht,
    alleen_of,
    get_dossier,
    note_refused,
    opened_to,
    visible_to,
)
from schakel.dossier.queries.zoeken import find_by_number, search, search_ids
from schakel.dossier.rules import DossierStand, PersoonGegevens, plek

__all__ = [
    "ALLES",
    "INZAGEVERZOEK",
    "KINDS",
    "TABELLEN",
    "BetrokkeneView",
    "CategorieOordeel",
    "DossierNotFound",
    "DossierRow",
    "DossierStand",
    "Gezocht",
    "Herkenning",
    "Huisgenoten",
    "Opgegaan",
    "PersoonGegevens",
    "PersoonView",
    "Precisie",
    "SamenvoegingView",
    "Simulatie",
    "Zicht",
    "alleen_of",
    "as_one",
    "bekende_plekken",
    "count_dossiers",
    "count_opgegaan",
    "dossiers_of",
    "events",
    "export_dossier",
    "find_by_number",
    "find_for_inzageverzoek",
    "get_dossier",
    "get_dossier_as_known",
    "get_for_inzageverzoek",
    "get_huishouden",
    "get_naar",
    "get_persoon",
    "get_persoonsgegevens",
    "list_all",
    "list_betrokkenen",
    "list_differences",
    "list_dossiers",
    "list_huisgenoten",
    "list_in_batches",
    "list_log",
    "list_logs",
    "list_meelezers",
    "list_merged",
    "list_namen_van_huisgenoten",
    "list_opgegaan",
    "list_samenvoegingen",
    "newest",
    "note_refused",
    "opened_to",
    "plek",
    "recognise",
    "recognise_all",
    "require_mergeable",
    "require_simulable",
    "rol_van",
    "search",
    "search_ids",
    "simulate",
    "tijdvak_of",
    "visible_to",
]
