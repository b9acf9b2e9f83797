"""Person, household, dossier, who is linked to it, and the projection that counts rest on."""

import uuid

from django.db import models

from schakel.base.avg import DOSSIER, Avg
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.wet.lijsten import Doelgroep

DOEL = "uitvoering Wi2021: regie op de inburgering"


class Huishouden(models.Model):
    """People who live together; also those who fall under the old law or under none."""

    avg = Avg(doel=DOEL, bewaren=DOSSIER, categorie=Gegevenscategorie.GEZIN)

    class Meta:
        verbose_name_plural = "huishoudens"

    def __str__(self) -> str:
        return f"huishouden {self.pk}"


class Persoon(models.Model):
    """Who someone is. Names and numbers live here and nowhere else."""

    avg = Avg(
        doel=DOEL,
        bewaren=DOSSIER,
        categorie=Gegevenscategorie.IDENTITEIT,
        velden={
            "huishouden": Gegevenscategorie.GEZIN,
            "bsn": Gegevenscategorie.BSN,
            "v_nummer": Gegevenscategorie.VERBLIJF,
            "klantnummer": Gegevenscategorie.NOTITIES_INTERN,
            **dict.fromkeys(
                ("telefoon", "e_mail", "straat", "huisnummer", "postcode", "woonplaats"),
                Gegevenscategorie.CONTACT,
            ),
            "zoek_contact": Gegevenscategorie.CONTACT,
        },
    )

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="personen")
    voornaam = models.CharField(max_length=80, blank=True)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=120)
    bsn = models.CharField(max_length=9, null=True, unique=True)  # noqa: DJ001 - unknown is not ""
    v_nummer = models.CharField(max_length=10, null=True, unique=True)  # noqa: DJ001 - idem
    telefoon = models.CharField(max_length=40, blank=True)
    e_mail = models.CharField(max_length=120, blank=True)
    straat = models.CharField(max_length=120, blank=True)
    huisnummer = models.CharField(max_length=20, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    woonplaats = models.CharField(max_length=80, blank=True)
    klantnummer = models.CharField(max_length=40, blank=True)
    # By what a person is sorted and found; `rules.persoon` makes them, the actions keep them.
    sorteer = models.CharField(max_length=240, blank=True)
    zoek_naam = models.TextField(blank=True)
    zoek_contact = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "personen"
        indexes = [models.Index(fields=["sorteer", "id"], name="persoon_sorteer")]

    def __str__(self) -> str:
        return f"persoon {self.pk}"


class Dossier(models.Model):
    """One file per newcomer. The columns below `persoon` are today's fold, for lists."""

    avg = Avg(
        doel=DOEL,
        bewaren=DOSSIER,
        categorie=Gegevenscategorie.VOORTGANG,
        velden={
            "uuid": Gegevenscategorie.IDENTITEIT,
            "persoon": Gegevenscategorie.IDENTITEIT,
            "gemeente": Gegevenscategorie.IDENTITEIT,
            "doelgroep": Gegevenscategorie.VERBLIJF,
            "geboren_op": Gegevenscategorie.GEBOORTE,
        },
    )

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    persoon = models.OneToOneField(Persoon, on_delete=models.PROTECT, related_name="dossier")
    gemeente = models.CharField(max_length=4, blank=True)
    doelgroep = models.CharField(
        max_length=30, blank=True, choices=[(value.value, value.label) for value in Doelgroep]
    )
    geboren_op = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    casusregisseur = models.ForeignKey(
        "keten.Medewerker", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    geldig_tot = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "dossiers"
        indexes = [
            models.Index(fields=["gemeente"], name="dossier_gemeente"),
            models.Index(fields=["casusregisseur", "closed_on"], name="dossier_casusregisseur"),
        ]

    def __str__(self) -> str:
        return f"dossier {self.uuid}"


class Betrokkene(models.Model):
    """A medewerker linked to a dossier, inside an agreement, for a reason and a period.

    `alleen` holds the categories of a link that opens less than its agreement, as `|contact|taal|`;
    "" opens all of it. `gevraagd_op` is the day on which the newcomer himself asked for it. A link
    that is taken back on its first day ends on the day on which it began, and opened no day.
    """

    avg = Avg(
        doel="wie aan een dossier meewerkt, en waarom",
        bewaren=DOSSIER,
        categorie=Gegevenscategorie.BEGELEIDING,
        velden={"reden": Gegevenscategorie.NOTITIES_INTERN},
    )

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="betrokkenen")
    medewerker = models.ForeignKey("keten.Medewerker", on_delete=models.PROTECT)
    deelafspraak = models.ForeignKey("keten.Deelafspraak", null=True, on_delete=models.PROTECT)
    rol = models.CharField(max_length=40)
    reden = models.CharField(max_length=200)
    van = models.DateField()
    tot = models.DateField(null=True)
    alleen = models.CharField(max_length=250, blank=True)
    gevraagd_op = models.DateField(null=True)
    door = models.BigIntegerField(null=True)
    beeindigd_door = models.BigIntegerField(null=True)

    class Meta:
        verbose_name_plural = "betrokkenen"
        constraints = [
            models.CheckConstraint(
                name="betrokkene_ends_not_before_it_starts",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("van")),
            ),
        ]

    def __str__(self) -> str:
        return f"betrokkene {self.pk} bij dossier {self.dossier_id}"


class Plaats(models.Model):
    """Where and as what someone counts in a figure, on two time axes; ends are exclusive.

    A row per stretch of days and of knowing, only for days on which someone counts at all:
    plicht under the Wi2021 running and a gemeente responsible.
    """

    avg = Avg(
        doel="tellen per gemeente, op elke dag zoals toen bekend",
        bewaren=DOSSIER,
        categorie=Gegevenscategorie.VERBLIJF,
    )

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField()
    bekend_van = models.DateTimeField()
    bekend_tot = models.DateTimeField()
    gemeente = models.CharField(max_length=4)
    doelgroep = models.CharField(max_length=30)
    volwassen_op = models.DateField()
    ingeschreven = models.BooleanField()
    bevestigd = models.BooleanField()

    class Meta:
        verbose_name_plural = "plaatsen"
        # Holds all that a count reads, so that counting never opens the table itself.
        indexes = [
            models.Index(
                fields=[
                    "dossier", "van", "tot", "bekend_van", "bekend_tot", "gemeente", "bevestigd",
                    "doelgroep", "ingeschreven", "volwassen_op",
                ],
                name="plaats_telling",
            )
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                name="plaats_ends_after_it_starts", condition=models.Q(tot__gt=models.F("van"))
            ),
        ]

    def __str__(self) -> str:
        return f"dossier {self.dossier_id} in {self.gemeente}, {self.van} – {self.tot}"


class Samenvoeging(models.Model):
    """Two dossiers of one person: since a moment the log of `van` is read in `naar`.

    The logs themselves stay as they are; undone, each is read by itself again.

    :param tot_en_met: id of the newest gebeurtenis of `naar` at that moment: what it told alone
    """

    avg = Avg(
        doel="dubbele dossiers van één persoon als één lezen",
        bewaren=DOSSIER,
        categorie=Gegevenscategorie.NOTITIES_INTERN,
    )

    van = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="opgegaan")
    naar = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="opgenomen")
    sinds = models.DateTimeField()
    tot_en_met = models.BigIntegerField()
    door = models.BigIntegerField(null=True)
    reden = models.TextField()
    ongedaan_at = models.DateTimeField(null=True)
    ongedaan_door = models.BigIntegerField(null=True)
    ongedaan_reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "samenvoegingen"
        constraints = [
            models.CheckConstraint(
                name="samenvoeging_of_two_dossiers", condition=~models.Q(van=models.F("naar"))
            ),
            models.CheckConstraint(
                name="samenvoeging_ends_after_it_starts",
                condition=models.Q(ongedaan_at=None) | models.Q(ongedaan_at__gte=models.F("sinds")),
            ),
            models.UniqueConstraint(
                name="samenvoeging_once",
                fields=["van"],
                condition=models.Q(ongedaan_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"dossier {self.van_id} in dossier {self.naar_id}, sinds {self.sinds}"
