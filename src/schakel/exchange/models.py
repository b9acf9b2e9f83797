"""Lists that were brought in: which row became which dossier, and each time one was read."""

from enum import StrEnum

from django.db import models
from django.db.models.functions import Now

from schakel.base.avg import DOSSIER, NIEUWKOMERS, TAAK, Avg
from schakel.base.gegevenscategorie import Gegevenscategorie


class Fase(StrEnum):
    """How far the reading of a file has come; what waits, waits for the worker."""

    KOLOMMEN = "kolommen"
    PROEF_WACHT = "proef_wacht"
    PROEF = "proef"
    BEOORDEELD = "beoordeeld"
    IMPORT_WACHT = "import_wacht"
    IMPORT = "import"
    KLAAR = "klaar"
    MISLUKT = "mislukt"
    VERVALLEN = "vervallen"


class Lijst(models.Model):
    """A list that a gemeente keeps, by the name under which it comes in each time."""

    avg = Avg(doel="een lijst opnieuw inlezen", bewaren="geen persoonsgegevens")

    naam = models.CharField(max_length=80, unique=True)

    class Meta:
        verbose_name_plural = "lijsten"

    def __str__(self) -> str:
        return self.naam


class Lijstrij(models.Model):
    """A row of a list, and the dossier that it became.

    :param sleutel: number of the list itself; without one, a print of who it is about
    :param afdruk: print of all that the row said when it last came in
    :param gebeurtenissen: id of the gebeurtenis that came of it, by column
    :param persoon: print of each name and number that came of it, by field
    """

    avg = Avg(
        doel="een rij bij een volgende keer herkennen",
        bewaren=DOSSIER,
        categorie=Gegevenscategorie.NOTITIES_INTERN,
    )

    lijst = models.ForeignKey(Lijst, on_delete=models.PROTECT, related_name="rijen")
    sleutel = models.CharField(max_length=80)
    dossier = models.ForeignKey("dossier.Dossier", on_delete=models.PROTECT, related_name="+")
    afdruk = models.CharField(max_length=64)
    gebeurtenissen = models.JSONField(default=dict)
    persoon = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "lijstrijen"
        constraints = [
            models.UniqueConstraint(fields=["lijst", "sleutel"], name="lijstrij_once"),
        ]

    def __str__(self) -> str:
        return f"rij {self.pk} van {self.lijst_id}"


class Inlezing(models.Model):
    """One time that a file was read: tried out first, then brought in.

    :param inhoud: the file, until it has come in, or a day has passed
    :param kolommen: which column of ours each column of the file is, by place
    :param gedaan: the last line that was done in this phase; a run that was cut off goes on there
    :param tel: how many rows were read, good, refused, doubtful and unchanged
    :param door: id of the account; None for the command line
    :param hartslag: when it was last in someone's hands
    """

    avg = Avg(
        doel="een lijst inlezen",
        bewaren="bestand 24 uur, verslag 1 jaar",
        grondslag=TAAK,
        wie=NIEUWKOMERS,
    )

    lijst = models.ForeignKey(Lijst, on_delete=models.PROTECT, related_name="inlezingen")
    bestand = models.CharField(max_length=200)
    inhoud = models.BinaryField(null=True)
    kenmerk = models.CharField(max_length=64)
    kolommen = models.JSONField(default=dict)
    alles_of_niets = models.BooleanField(default=False)
    fase = models.CharField(
        max_length=20, choices=[(fase.value, fase.value) for fase in Fase], db_index=True
    )
    totaal = models.PositiveIntegerField(default=0)
    gedaan = models.PositiveIntegerField(default=0)
    tel = models.JSONField(default=dict)
    melding = models.CharField(max_length=300, blank=True)
    door = models.BigIntegerField(null=True)
    organisatie = models.BigIntegerField(null=True)
    begonnen_at = models.DateTimeField()
    gewijzigd_at = models.DateTimeField()
    # Real time, by the database: a training clock stands still, and a worker may have died.
    hartslag = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name_plural = "inlezingen"

    def __str__(self) -> str:
        return f"inlezing {self.pk}"


class Inleesmelding(models.Model):
    """What is to be said of one cell of a file that was read."""

    avg = Avg(doel="een lijst verbeteren", bewaren="1 jaar", grondslag=TAAK, wie=NIEUWKOMERS)

    inlezing = models.ForeignKey(Inlezing, on_delete=models.CASCADE, related_name="meldingen")
    regel = models.PositiveIntegerField()
    kolom = models.CharField(max_length=40)
    soort = models.CharField(max_length=20)
    ernst = models.CharField(max_length=10)
    tekst = models.CharField(max_length=400)

    class Meta:
        verbose_name_plural = "inleesmeldingen"
        indexes = [
            models.Index(fields=["inlezing", "ernst", "regel"], name="inleesmelding_op_regel")
        ]

    def __str__(self) -> str:
        return f"{self.soort} op regel {self.regel}"
