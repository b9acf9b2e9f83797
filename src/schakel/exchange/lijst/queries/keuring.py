"""Judge the rows of one file in order: what an earlier good row says, a later one cannot be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from schakel.base.actor import Actor
from schakel.dossier.queries import (
    DossierNotFound,
    Herkenning,
    get_dossier,
    get_naar,
    get_persoonsgegevens,
    list_log,
    recognise_all,
)
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Melding, Rij, Soort, Vertaling
from schakel.exchange.lijst.queries.gekeurd import (
    Gekeurd,
    Lot,
    fout,
    geweigerd,
    op_volgorde,
    twijfel,
)
from schakel.exchange.lijst.queries.oordeel import (
    BEKEND,
    IEMAND_ANDERS,
    PAST_NIET,
    SAMEN,
    alles,
    bezwaren,
    nieuw,
    te_laat,
    zonder_v_nummer,
)
from schakel.exchange.lijst.queries.persoon import (
    afdruk,
    afdruk_van,
    gezocht,
    is_same_person,
    naam_en_geboorte,
    wijzig_persoon,
)
from schakel.exchange.lijst.translate import vertaling
from schakel.exchange.lijst.vergelijken import vergelijk
from schakel.exchange.models import Lijstrij
from schakel.keten.queries import list_gemeenten
from schakel.traject.queries import Verhaal, beoordeel, verhaal_of

INLEZEN = "inlezen"
NUMMERS = ("bsn", "v_nummer")


@dataclass(slots=True, kw_only=True)
class Keuring:
    """Judges the rows of one file, a handful at a time, in order.

    :param lijst: id of the list, or None when it never came in before
    :param vandaag: no act of the list may lie after it
    """

    actor: Actor
    lijst: int | None
    vandaag: date
    gemeenten: Mapping[str, str] = field(init=False)
    rijen: dict[str, Lijstrij] = field(init=False)
    _van_dossier: dict[UUID, Lijstrij] = field(init=False)
    _nummers: dict[tuple[str, str], int] = field(default_factory=dict)
    _namen: dict[tuple[str, date], int] = field(default_factory=dict)
    _sleutels: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.gemeenten = {one.code: one.naam for one in list_gemeenten()}
        rows = Lijstrij.objects.filter(lijst=self.lijst).select_related("dossier")
        self.rijen = {row.sleutel: row for row in rows}
        self._van_dossier = {row.dossier.uuid: row for row in rows}

    def keur(self, rijen: Sequence[Rij]) -> Iterator[Gekeurd]:
        """Yield each row judged; whoever writes them does so before asking the next."""
        read = [
            vertaling(
                rij,
                vandaag=self.vandaag,
                gemeenten=self.gemeenten,
                bereik=self.actor.gemeenten,
            )
            for rij in rijen
        ]
        known = self._herken(read)
        for one in read:
            yield self._keur(one, known.get(one.regel, Herkenning()))

    def voorbij(self, rijen: Sequence[Rij]) -> None:
        """Remember rows that were done before the run was cut off."""
        for _ in self.keur(rijen):
            pass

    def _herken(self, read: Sequence[Vertaling]) -> dict[int, Herkenning]:
        """Return who of the people we know each new row may be, by line."""
        new = [one for one in read if not one.geweigerd and one.klantnr not in self.rijen]
        found = recognise_all(actor=self.actor, gezocht=[gezocht(one) for one in new])
        return {one.regel: herkenning for one, herkenning in zip(new, found, strict=True)}

    def _keur(self, read: Vertaling, herkenning: Herkenning) -> Gekeurd:
        meldingen = list(read.meldingen)
        read = self._dubbel_in_bestand(read, meldingen)
        oordeel = beoordeel(Verhaal(feiten=[], stappen=[]), alles(read))
        bezwaren(oordeel, meldingen)
        sleutel, afdruk = self._sleutel(read, meldingen), afdruk_van(read)
        row = self.rijen.get(sleutel)
        dossier = None if row is None else row.dossier.uuid
        if row is None and not geweigerd(meldingen):
            read, dossier = self._bekend(read, herkenning, meldingen)
            row = self._van_dossier.get(dossier) if dossier else None
        if not geweigerd(meldingen):
            te_laat(oordeel, read, meldingen)
            self._onthoud(read, sleutel)
        gekeurd = Gekeurd(
            vertaling=read,
            lot=Lot.GEWEIGERD,
            meldingen=op_volgorde(meldingen),
            sleutel=sleutel,
            afdruk=afdruk,
            dossier=dossier,
        )
        if geweigerd(meldingen):
            return gekeurd
        if dossier is None:
            return nieuw(gekeurd)
        if row is not None and row.afdruk == afdruk:
            return replace(gekeurd, lot=Lot.ONGEWIJZIGD)
        return self._bijwerken(gekeurd, row)

    def _dubbel_in_bestand(self, read: Vertaling, meldingen: list[Melding]) -> Vertaling:
        """Refuse a BSN of an earlier good row, and doubt a V-nummer or a namesake of one."""
        bsn, v_nummer = read.persoon["bsn"], read.persoon["v_nummer"]
        earlier = self._nummers.get(("bsn", bsn))
        if bsn and earlier:
            text = f"Dit BSN staat ook op regel {earlier}. Laat het bij één persoon staan."
            meldingen.append(fout(Kolom.BSN, Soort.DUBBEL, text))
        earlier = self._nummers.get(("v_nummer", v_nummer))
        if v_nummer and earlier:
            read = zonder_v_nummer(read, meldingen, f"Dit V-nummer staat ook op regel {earlier}.")
        earlier = self._namen.get(naam_en_geboorte(read) or ("", date.min))
        if earlier:
            text = f"Op regel {earlier} staat iemand met deze naam en geboortedatum. "
            meldingen.append(twijfel(Kolom.ACHTERNAAM, Soort.BEKEND, text + SAMEN))
        return read

    def _sleutel(self, read: Vertaling, meldingen: list[Melding]) -> str:
        """Return by what the row is known again: its own number, else a print of the person."""
        earlier = self._sleutels.get(read.klantnr)
        if read.klantnr and earlier is None:
            return read.klantnr[:80]
        meldingen.append(
            twijfel(
                Kolom.KLANTNR,
                Soort.ONTBREEKT if not read.klantnr else Soort.BEKEND,
                f"Dit klantnummer staat ook op regel {earlier}. Geef elke persoon een eigen nummer."
                if read.klantnr
                else "Zonder klantnummer wordt deze rij de volgende keer minder zeker herkend.",
            )
        )
        number = read.persoon["bsn"] or read.persoon["v_nummer"]
        return (
            f"~{afdruk(number or str(naam_en_geboorte(read) or sorted(read.persoon.items())))[:40]}"
        )

    def _bekend(
        self, read: Vertaling, herkenning: Herkenning, meldingen: list[Melding]
    ) -> tuple[Vertaling, UUID | None]:
        """Return the dossier of a person who is known by a number, and doubt a namesake."""
        if herkenning.bekend or herkenning.elders:
            return self._met_nummer(read, meldingen)
        if herkenning.mogelijk:
            text = "Er is al een dossier van iemand met deze naam en geboortedatum. "
            meldingen.append(twijfel(Kolom.ACHTERNAAM, Soort.BEKEND, text + SAMEN))
        return read, None

    def _met_nummer(
        self, read: Vertaling, meldingen: list[Melding]
    ) -> tuple[Vertaling, UUID | None]:
        """Return the dossier that has a number of the row, if it is about the same person."""
        by_bsn = self._alleen_met(read, "bsn")
        if by_bsn.elders:
            text = "Met dit BSN kan hier geen dossier worden geopend. Controleer het nummer."
            meldingen.append(fout(Kolom.BSN, Soort.DUBBEL, text))
            return read, None
        for one in by_bsn.bekend:
            meldingen.append(twijfel(Kolom.BSN, Soort.BEKEND, BEKEND))
            return read, one.zicht.uuid
        for one in self._alleen_met(read, "v_nummer").bekend:
            if not read.persoon["bsn"] or one.persoon.bsn is None:
                meldingen.append(twijfel(Kolom.V_NUMMER, Soort.BEKEND, BEKEND))
                return read, one.zicht.uuid
        return zonder_v_nummer(read, meldingen, "Iemand anders heeft dit V-nummer al."), None

    def _alleen_met(self, read: Vertaling, name: str) -> Herkenning:
        """Return who has this number of the row, whatever else it says."""
        without = {other: "" for other in NUMMERS if other != name}
        only = replace(read, persoon={**read.persoon, **without}, feiten={})
        [found] = recognise_all(actor=self.actor, gezocht=[gezocht(only)])
        return found

    def _onthoud(self, read: Vertaling, sleutel: str) -> None:
        for name in NUMMERS:
            if read.persoon[name]:
                self._nummers.setdefault((name, read.persoon[name]), read.regel)
        naam = naam_en_geboorte(read)
        if naam is not None:
            self._namen.setdefault(naam, read.regel)
        self._sleutels.setdefault(sleutel, read.regel)

    def _bijwerken(self, gekeurd: Gekeurd, row: Lijstrij | None) -> Gekeurd:
        """Lay the row beside what its dossier says now."""
        meldingen = list(gekeurd.meldingen)
        try:
            zicht = get_dossier(actor=self.actor, uuid=self._nu(gekeurd.dossier), question=INLEZEN)
        except DossierNotFound:
            text = "Het dossier van deze rij valt buiten uw bereik. Er is niets bijgewerkt."
            meldingen.append(twijfel(Kolom.GEMEENTE, Soort.GEWIJZIGD, text))
            return replace(gekeurd, lot=Lot.ONGEWIJZIGD, meldingen=op_volgorde(meldingen))
        rows = list_log(dossier=zicht.id)
        verschil = vergelijk(
            gekeurd.vertaling.feiten,
            rows=rows,
            eerder={} if row is None else row.gebeurtenissen,
        )
        now = get_persoonsgegevens(actor=self.actor, zicht=zicht)
        verhaal = verhaal_of(rows)
        born = verhaal.dossier_on(self.vandaag).geboren_op
        if row is None and not is_same_person(gekeurd.vertaling, now, born):
            return _niets_overgenomen(gekeurd, IEMAND_ANDERS)
        persoon, gezien = wijzig_persoon(gekeurd.vertaling, now, row, meldingen)
        meldingen += verschil.meldingen
        oordeel = beoordeel(verhaal, verschil.wijzigingen)
        if row is None and oordeel.bezwaren:
            return _niets_overgenomen(gekeurd, PAST_NIET)
        bezwaren(oordeel, meldingen)
        lot = Lot.GEWIJZIGD if persoon or verschil.wijzigingen else Lot.ONGEWIJZIGD
        return replace(
            gekeurd,
            lot=Lot.GEWEIGERD if geweigerd(meldingen) else lot,
            meldingen=op_volgorde(meldingen),
            dossier=zicht.uuid,
            persoon=persoon,
            wijzigingen=verschil.wijzigingen,
            gebeurtenissen=verschil.gebeurtenissen,
            gezien=gezien,
        )

    def _nu(self, uuid: UUID | None) -> UUID:
        """Return the dossier in which this one is read now."""
        assert uuid is not None  # noqa: S101 - a row that is known has one
        try:
            return get_naar(actor=self.actor, uuid=uuid)
        except DossierNotFound:
            return uuid


def _niets_overgenomen(gekeurd: Gekeurd, why: str) -> Gekeurd:
    """Return the row as one that leaves the dossier it was recognised in as it is."""
    said = [melding for melding in gekeurd.meldingen if melding.tekst != BEKEND]
    said.append(twijfel(Kolom.ACHTERNAAM, Soort.BEKEND, why))
    return replace(gekeurd, lot=Lot.ONGEWIJZIGD, meldingen=op_volgorde(said))
