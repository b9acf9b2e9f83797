"""Which data the law lets go from one to another: per pair the articles, with the first day.

The first days rest on the text of 2022 as far as that was read; the contents on that of 2026.
"""

from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.lijsten import Doelgroep
from schakel.wet.lijsten_gegevens import Gegeven


@dataclass(frozen=True, slots=True, kw_only=True)
class Verstrekking:
    """What one article lets go from one to another.

    :param op_verzoek: only when the other asks for it
    :param alleen: only for people of this doelgroep; None is everyone
    """

    gegevens: tuple[Gegeven, ...]
    bron: Artikel
    op_verzoek: bool = False
    alleen: Doelgroep | None = None

    @property
    def label(self) -> str:
        """In words: what it is, and when."""
        wie = f", alleen over een {self.alleen.label}" if self.alleen else ""
        wanneer = ", op verzoek" if self.op_verzoek else ""
        return f"{' + '.join(one.label for one in self.gegevens)}{wie}{wanneer} ({self.bron})"


VOORTGANG = (Gegeven.VOORTGANG, Gegeven.AANWEZIGHEID, Gegeven.INSPANNING)

NAAR_DUO: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Wi2021", "34", lid="1"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(
                gegevens=(Gegeven.LEERROUTE, Gegeven.INTENSITEIT),
                bron=Artikel("Bi", "9.2", lid="2", onder="a"),
            ),
            Verstrekking(
                gegevens=(*VOORTGANG, Gegeven.TAALNIVEAU, Gegeven.PVT_EN_MAP),
                bron=Artikel("Bi", "9.2", lid="2", onder="b"),
            ),
            Verstrekking(
                gegevens=(Gegeven.PIP_DATUM,), bron=Artikel("Bi", "9.3", lid="2", onder="a")
            ),
            Verstrekking(
                gegevens=(Gegeven.GEEN_AANBOD, Gegeven.NIET_VRIJSTELLENDE_OPLEIDING),
                bron=Artikel("Bi", "9.3", lid="2", onder="b"),
            ),
            Verstrekking(
                gegevens=(Gegeven.BOETES,), bron=Artikel("Bi", "9.6", lid="4"), op_verzoek=True
            ),
        )
    },
)
NAAR_CURSUSINSTELLING: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Bi", "9.2", lid="3"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(
                gegevens=(
                    Gegeven.ADRES,
                    Gegeven.LEERROUTE,
                    Gegeven.INTENSITEIT,
                    Gegeven.TERMIJN,
                ),
                bron=Artikel("Bi", "9.2", lid="3"),
            ),
            Verstrekking(gegevens=(Gegeven.BSN,), bron=Artikel("Bi", "9.10")),
        )
    },
)
NAAR_ANDER_COLLEGE: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Wi2021", "35", lid="4"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(
                gegevens=(Gegeven.PIP, Gegeven.VOORTGANG, Gegeven.BOETES),
                bron=Artikel("Wi2021", "35", lid="4"),
                op_verzoek=True,
            ),
        )
    },
)
NAAR_CBS: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Wi2021", "39", lid="1"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(gegevens=(Gegeven.STATISTIEK,), bron=Artikel("Wi2021", "39", lid="1")),
        )
    },
)
VAN_CURSUSINSTELLING: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Bi", "9.2", lid="4"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(
                gegevens=VOORTGANG,
                bron=Artikel("Bi", "9.2", lid="4"),
                alleen=Doelgroep.ASIELSTATUSHOUDER,
            ),
            Verstrekking(
                gegevens=VOORTGANG,
                bron=Artikel("Bi", "9.2", lid="4"),
                op_verzoek=True,
                alleen=Doelgroep.GEZINSMIGRANT_OVERIG,
            ),
        )
    },
)
BRON_COA = Artikel("Bi", "9.4", lid="3")
COA_GEEFT = (Gegeven.ADRES, Gegeven.GEZIN, Gegeven.VOORINBURGERING)
# That the number goes along only since the COA may use it (Bi 9.10), is our reading.
VAN_COA: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=BRON_COA,
    versions={
        date(2022, 1, 1): (Verstrekking(gegevens=COA_GEEFT, bron=BRON_COA),),
        date(2023, 1, 1): (Verstrekking(gegevens=(*COA_GEEFT, Gegeven.BSN), bron=BRON_COA),),
    },
    zekerheid=dict.fromkeys((date(2022, 1, 1), date(2023, 1, 1)), Zekerheid.AFGELEID),
)
CURSUSINSTELLING_NAAR_DUO: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Bi", "9.6", lid="6"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(gegevens=(Gegeven.INSCHRIJVING,), bron=Artikel("Bi", "9.6", lid="6")),
            Verstrekking(
                gegevens=VOORTGANG,
                bron=Artikel("Bi", "9.6", lid="6"),
                alleen=Doelgroep.GEZINSMIGRANT_OVERIG,
            ),
        )
    },
)
VAN_DUO_NAAR_COLLEGE: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Wi2021", "33"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(
                gegevens=(
                    Gegeven.PLICHT,
                    Gegeven.VRIJSTELLING,
                    Gegeven.ONTHEFFING,
                    Gegeven.CERTIFICAAT,
                ),
                bron=Artikel("Bi", "9.1", lid="3"),
            ),
            Verstrekking(
                gegevens=(Gegeven.EXAMENS, Gegeven.DIPLOMA), bron=Artikel("Bi", "9.2", lid="5")
            ),
            Verstrekking(
                gegevens=(Gegeven.TERMIJN, Gegeven.VERLENGING), bron=Artikel("Bi", "9.3", lid="3")
            ),
            Verstrekking(
                gegevens=(Gegeven.RECHT_OP_BEGELEIDING, Gegeven.NIET_VRIJSTELLENDE_OPLEIDING),
                bron=Artikel("Bi", "9.4", lid="2"),
            ),
            Verstrekking(gegevens=(Gegeven.BOETES,), bron=Artikel("Bi", "9.6", lid="5")),
        )
    },
)
VAN_DUO_NAAR_CURSUSINSTELLING: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Bi", "9.2", lid="6"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(gegevens=(Gegeven.EXAMENS,), bron=Artikel("Bi", "9.2", lid="6")),
        )
    },
)
VAN_DUO_NAAR_COA: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Bi", "9.1", lid="4"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(gegevens=(Gegeven.PLICHT,), bron=Artikel("Bi", "9.1", lid="4")),
        )
    },
)
VAN_DUO_NAAR_JENV: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Bi", "9.7"),
    versions={
        date(2022, 1, 1): (Verstrekking(gegevens=(Gegeven.PLICHT,), bron=Artikel("Bi", "9.7")),)
    },
)
VAN_DUO_NAAR_TOESLAGEN: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Bi", "9.8"),
    versions={
        date(2022, 1, 1): (
            Verstrekking(
                gegevens=(Gegeven.PLICHT, Gegeven.INSCHRIJVING), bron=Artikel("Bi", "9.8")
            ),
        )
    },
)
