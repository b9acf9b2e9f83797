"""How each address of the house is asked, with everything that someone could fill in.

A new address that is not here fails the walk: say how it is asked, and it is walked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from schakel.brieven.models import Document
from schakel.dossier.models import Betrokkene
from schakel.logboek.models import Gebeurtenis
from schakel.stand.queries import Code
from schakel.toegang.models import Account
from schakel.traject.queries.werkvoorraad import Handeling
from schakel.web.export.antwoord import FORMATEN
from schakel.web.traject.stappen import STAPPEN
from schakel.wet.catalogus import list_regels
from tests.zicht.kanarie import BSN, BSN_GEZIN, CONCEPT, GEZIN, LOS, NAAM, VER, Wereld

NAMEN = (NAAM, CONCEPT, LOS, GEZIN, VER)
ZOEKTERMEN = (
    *NAMEN, "Kievitina", BSN, BSN_GEZIN, "0019", "2900001047", "0699887766", "9887766",
    "Fazantstraat", "3449XK", "KLANT-90210", "Vinkdorp", "a",
)  # fmt: skip
T = TypeVar("T")
GEMEENTEN = ("0632", "1901", "0335", "0589")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One request: what is filled in stands in `data`."""

    adres: str
    data: Mapping[str, Any] = field(default_factory=dict)
    post: bool = False

    @property
    def getypt(self) -> str:
        """What the asker filled in himself: that it comes back tells him nothing."""
        return " ".join(str(value) for value in self.data.values())


Maak = Callable[[Wereld, UUID], Iterator[Vraag]]


def _kaal(naam: str, *args: object) -> Maak:
    """Look, and press the button without filling anything in."""

    def maak(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
        adres = reverse(naam, args=args)
        yield Vraag(adres=adres)
        yield Vraag(adres=adres, post=True)

    return maak


def _van_dossier(naam: str, *args: object, **data: object) -> Maak:
    def maak(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
        adres = reverse(naam, args=[uuid, *args])
        yield Vraag(adres=adres, data=data)
        yield Vraag(adres=adres, data=data, post=True)

    return maak


def _dossier(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    for data in ({}, {"bekend_op": "2022-05-20"}, {"bekend_op": "2022-09-01"}):
        yield Vraag(adres=reverse("dossier", args=[uuid]), data=data)


def _zicht(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    adres = reverse("zicht", args=[uuid])
    yield Vraag(adres=adres)
    for pk in Account.objects.filter(username__in=("mb-woerden", "team")).values_list("pk"):
        yield Vraag(adres=adres, data={"wie": pk[0], "dag": "2022-09-01"})


def _koppelingen(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    for pk in Betrokkene.objects.values_list("pk", flat=True):
        yield from _van_dossier("delen_einde", pk)(wereld, uuid)


def _stappen(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    for naam in _vaak(STAPPEN, wereld, uuid):
        yield from _van_dossier("stap", naam)(wereld, uuid)


def _punten(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    for handeling in _vaak(Handeling, wereld, uuid):
        yield from _van_dossier("werkpunt", handeling.value, plan="later")(wereld, uuid)


def _documenten(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    for pk in Document.objects.values_list("pk", flat=True):
        yield from _van_dossier("document", pk)(wereld, uuid)


def _gebeurtenissen(naam: str) -> Maak:
    """Every line of every log, also under the address of another dossier."""

    def maak(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
        told = Gebeurtenis.objects.filter(kind__in=SOORTEN).order_by("-pk")
        for pk in _vaak(told.values_list("pk", flat=True), wereld, uuid):
            yield from _van_dossier(naam, pk, reden="fout", tekst="klopt niet")(wereld, uuid)

    return maak


SOORTEN = (
    "traject.pip_established", "traject.intake_onderwerp_recorded", "dossier.person_born",
    "dossier.opmerking_imported", "dossier.kennisgeving_sent",
)  # fmt: skip


def _vaak(alles: Iterable[T], wereld: Wereld, uuid: UUID) -> list[T]:
    """Return all of it for whom everything is told of, and for the others the first: the rest of
    these addresses differs in nothing that is about someone.
    """
    found = list(alles)
    return found if uuid == wereld.vol else found[:1]


def _zoeken(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    yield Vraag(adres=reverse("zoeken"))
    for term in ZOEKTERMEN:
        yield Vraag(adres=reverse("zoeken"), data={"wie": term}, post=True)


def _zoek_export(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    for formaat in FORMATEN:
        for term in ("a", NAAM, "0019"):
            data = {"wie": term, "formaat": formaat}
            yield Vraag(adres=reverse("export_zoekresultaten"), data=data, post=True)


def _nieuw(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    """Fill in who is known already: by number, by name and birth date, as family."""
    adres = reverse("nieuw_dossier")
    yield Vraag(adres=adres)
    begin = {"dossier": str(uuid), "gemeente": "0632"}
    for known in (
        {"achternaam": "Iemand", "bsn": BSN},
        {"achternaam": "Iemand", "bsn": BSN_GEZIN},
        {"achternaam": "Iemand", "v_nummer": "2900001047"},
        {"achternaam": NAAM, "voornaam": "Kievitina", "geboren": "1987-02-13"},
        {"achternaam": "Iemand", "gezin_zoek": "a"},
        {"achternaam": "Iemand", "gezin_zoek": GEZIN},
    ):
        yield Vraag(adres=adres, data={**begin, **known}, post=True)


def _samenvoegen(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    adres = reverse("samenvoegen", args=[uuid])
    yield Vraag(adres=adres)
    for term in (*NAMEN, BSN, "a"):
        yield Vraag(adres=adres, data={"zoek": term}, post=True)
    for other in wereld.kanaries:
        yield Vraag(adres=adres, data={"ander": str(other)}, post=True)


def _stand(naam: str) -> Maak:
    def maak(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
        axes = {"peildatum": "2022-08-31", "bekend_op": "2022-06-01", "naast": "1"}
        for rij in Code:
            for gemeente in GEMEENTEN[:2]:
                yield Vraag(adres=reverse(naam, args=[rij.value, gemeente]), data=axes)

    return maak


def _export(naam: str, *keuzes: Mapping[str, str]) -> Maak:
    def maak(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
        for formaat in FORMATEN:
            for keuze in keuzes or ({},):
                yield Vraag(adres=reverse(naam), data={"formaat": formaat, **keuze}, post=True)

    return maak


def _gebruikers(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    adres = reverse("gebruikers")
    yield Vraag(adres=adres)
    for term in ZOEKTERMEN:
        yield Vraag(adres=adres, data={"zoek": term}, post=True)


def _van_account(naam: str, **data: object) -> Maak:
    """Every account of the house."""

    def maak(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
        for pk in Account.objects.values_list("pk", flat=True):
            adres = reverse(naam, args=[pk])
            yield Vraag(adres=adres)
            yield Vraag(adres=adres, data=data, post=True)

    return maak


def _regels(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    yield Vraag(adres=reverse("wetsregel", args=[list_regels()[0].naam]))


def _inzageverzoeken(wereld: Wereld, uuid: UUID) -> Iterator[Vraag]:
    adres = reverse("inzageverzoeken")
    yield Vraag(adres=adres)
    for nummer in (BSN, BSN_GEZIN, "2900001047", "123456782"):
        yield Vraag(adres=adres, data={"nummer": nummer}, post=True)


RIJEN = tuple({"rij": rij.value, "gemeente": "0632", "peildatum": "2022-08-31"} for rij in Code)

PADEN: Mapping[str, Maak] = {
    "start": _kaal("start"),
    "inloggen": _kaal("inloggen"),
    "inloggen_code": _kaal("inloggen_code"),
    "inloggen_instellen": _kaal("inloggen_instellen"),
    "organisatie": _kaal("organisatie"),
    "organisatie_terug": _kaal("organisatie_terug"),
    "uitnodiging": _kaal("uitnodiging"),
    "uitnodiging_link": _kaal("uitnodiging_link", "geen-woord"),
    "account": _kaal("account"),
    "account_wachtwoord": _kaal("account_wachtwoord"),
    "account_tweede_stap": _kaal("account_tweede_stap"),
    "account_factor_weg": _kaal("account_factor_weg", 1),
    "account_noodcodes": _kaal("account_noodcodes"),
    "gebruikers": _gebruikers,
    "gebruiker_nieuw": _kaal("gebruiker_nieuw"),
    "gebruiker": _van_account("gebruiker"),
    "gebruiker_wijzigen": _van_account("gebruiker_wijzigen"),
    "gebruiker_uitnodigen": _van_account("gebruiker_uitnodigen"),
    "gebruiker_uitzetten": _van_account("gebruiker_uitzetten"),
    "gebruiker_aanzetten": _van_account("gebruiker_aanzetten"),
    "gebruiker_terugzetten": _van_account("gebruiker_terugzetten", reden="kwijt"),
    "gebruiker_deblokkeren": _van_account("gebruiker_deblokkeren"),
    "favicon": _kaal("favicon"),
    "werk": _kaal("werk"),
    "werkpunt": _punten,
    "dossiers": _kaal("dossiers"),
    "nieuw_dossier": _nieuw,
    "dossier": _dossier,
    "zicht": _zicht,
    "delen": _van_dossier("delen", woorden="help mij"),
    "delen_einde": _koppelingen,
    "pip": _van_dossier("pip"),
    "voorleggen": _van_dossier("voorleggen", medewerker="1"),
    "weggooien": _van_dossier("weggooien"),
    "meelezen": _van_dossier("meelezen"),
    "stap": _stappen,
    "document": _documenten,
    "feit": _van_dossier("feit"),
    "gegevens": _van_dossier("gegevens"),
    "casusregisseur": _van_dossier("casusregisseur"),
    "herstellen": _gebeurtenissen("herstellen"),
    "niet_gebeurd": _gebeurtenissen("niet_gebeurd"),
    "tegenspraak": _gebeurtenissen("tegenspraak"),
    "antwoord": _gebeurtenissen("antwoord"),
    "zoeken": _zoeken,
    "samenvoegen": _samenvoegen,
    "samenvoeging_ongedaan": _van_dossier("samenvoeging_ongedaan", 1),
    "keten": _kaal("keten"),
    "bevoegdheid": _kaal("bevoegdheid"),
    "bevoegdheid_einde": _kaal("bevoegdheid_einde", 1),
    "lijsten": _kaal("lijsten"),
    "inlezing": _kaal("inlezing", 1),
    "inlezing_kolommen": _kaal("inlezing_kolommen", 1),
    "inlezing_weg": _kaal("inlezing_weg", 1),
    "wet": _kaal("wet"),
    "wetsregel": _regels,
    "stand": _kaal("stand"),
    "achter": _stand("achter"),
    "waarom": _stand("waarom"),
    "inzageverzoeken": _inzageverzoeken,
    "inzageverzoek": _van_dossier("inzageverzoek", nagekeken="on"),
    "verwerkingen": _kaal("verwerkingen"),
    "export_verwerkingen": _export("export_verwerkingen", {}, {"peildatum": "2022-05-01"}),
    "exports": _kaal("exports"),
    "export_gebruikers": _export("export_gebruikers", {}, {"zoek": "a"}),
    "export_exports": _export("export_exports"),
    "export_dossiers": _export("export_dossiers", {}, {"gemeente": "0632"}),
    "export_werkvoorraad": _export("export_werkvoorraad", {}, {"wie": "team"}),
    "export_zoekresultaten": _zoek_export,
    "export_stand": _export("export_stand"),
    "export_achter": _export("export_achter", *RIJEN),
    "export_bevoegdheden": _export("export_bevoegdheden"),
    "export_agendapunten": _export("export_agendapunten"),
    "export_opdrachten": _export("export_opdrachten"),
    "export_deelafspraken": _export("export_deelafspraken"),
    "export_inlezingen": _export("export_inlezingen"),
    "export_meldingen": _export("export_meldingen", {"inlezing": "1"}),
}
NIET_GELOPEN = {
    "logout": "ends the session, and answers nothing",
    "account_overal_uit": "ends all sessions, and answers nothing",
}
"""The addresses that are not walked, and why not."""


def namen() -> set[str]:
    """Return the name of every address of the house; one without a name by its path."""
    return {name for name in _namen(get_resolver().url_patterns) if not name.startswith("demo:")}


def _namen(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _namen(one.url_patterns, inner)
        else:
            yield f"{space}{one.name or one.pattern}"
