"""Today's step and terms for lists, and what has been reached for counts. Both are projections."""

from django.db import models

from schakel.base.avg import DOSSIER, Avg
from schakel.base.gegevenscategorie import Gegevenscategorie

DOEL = "uitvoering Wi2021: regie op de inburgering"


class Traject(models.Model):
    """Where someone stands and which terms run, as computed for one day. Never lateness."""

    avg = Avg(
        doel=DOEL,
        bewaren=DOSSIER,
        categorie=Gegevenscategorie.VOORTGANG,
        velden={
            "pip_grondslag": Gegevenscategorie.VERBLIJF,
            **dict.fromkeys(
                ("pip_dagtekening", "leerroute", "termijn_van", "termijn_tot"),
                Gegevenscategorie.TAAL,
            ),
        },
    )

    dossier = models.OneToOneField(
        "dossier.Dossier", primary_key=True, on_delete=models.PROTECT, related_name="traject"
    )
    stap = models.CharField(max_length=30)
    pip_grondslag = models.CharField(max_length=30, blank=True)
    pip_laatste_dag = models.DateField(null=True)
    pip_dagtekening = models.DateField(null=True)
    leerroute = models.CharField(max_length=3, blank=True)
    termijn_van = models.DateField(null=True)
    termijn_tot = models.DateField(null=True)
    geldig_tot = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "trajecten"
        indexes = [models.Index(fields=["geldig_tot"], name="traject_geldig_tot")]
        constraints = [
            models.CheckConstraint(
                name="traject_termijn_ends_after_it_starts",
                condition=models.Q(termijn_tot=None)
                | models.Q(termijn_tot__gt=models.F("termijn_van")),
            ),
        ]

    def __str__(self) -> str:
        return f"traject van dossier {self.dossier_id}: {self.stap}"


class Mijlpaal(models.Model):
    """What someone has reached, on two time axes; ends are exclusive.

    :param gemeente: by or for which gemeente, or "" where that does not matter
    """

    avg = Avg(
        doel="tellen wat bereikt is, op elke dag zoals toen bekend",
        bewaren=DOSSIER,
        categorie=Gegevenscategorie.VOORTGANG,
    )

    dossier = models.ForeignKey("dossier.Dossier", on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=30)
    gemeente = models.CharField(max_length=4, blank=True)
    van = models.DateField()
    tot = models.DateField()
    bekend_van = models.DateTimeField()
    bekend_tot = models.DateTimeField()

    class Meta:
        verbose_name_plural = "mijlpalen"
        # Holds all that a count reads, so that counting never opens the table itself.
        indexes = [
            models.Index(
                fields=[
                    "dossier", "van", "tot", "bekend_van", "bekend_tot", "soort", "gemeente",
                ],
                name="mijlpaal_telling",
            )
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                name="mijlpaal_ends_after_it_starts", condition=models.Q(tot__gt=models.F("van"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} van dossier {self.dossier_id}, {self.van} – {self.tot}"


class Werkpunt(models.Model):
    """A point of work as computed for one day: what is to be done, by whom. Never lateness.

    :param op: day of the appointment that it is about
    :param uiterlijk: last day of the term that it serves
    """

    avg = Avg(doel=DOEL, bewaren=DOSSIER, categorie=Gegevenscategorie.VOORTGANG)

    dossier = models.ForeignKey("dossier.Dossier", on_delete=models.PROTECT, related_name="+")
    handeling = models.CharField(max_length=30)
    aan_zet = models.CharField(max_length=30)
    sinds = models.DateField()
    op = models.DateField(null=True)
    uiterlijk = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "werkpunten"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "handeling"], name="werkpunt_once"),
        ]

    def __str__(self) -> str:
        return f"{self.handeling} in dossier {self.dossier_id}"


class Voornemen(models.Model):
    """Someone takes a point of work up on a day; until then it sleeps.

    It is about the point of the day on which it was made: one that came up later is awake.
    """

    avg = Avg(
        doel="werk plannen",
        bewaren=DOSSIER,
        categorie=Gegevenscategorie.VOORTGANG,
        velden={"plan": Gegevenscategorie.NOTITIES_INTERN},
    )

    dossier = models.ForeignKey("dossier.Dossier", on_delete=models.PROTECT, related_name="+")
    handeling = models.CharField(max_length=30)
    op = models.DateField()
    plan = models.CharField(max_length=200, blank=True)
    medewerker = models.BigIntegerField(null=True)
    gemaakt_op = models.DateField()

    class Meta:
        verbose_name_plural = "voornemens"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "handeling"], name="voornemen_once"),
        ]

    def __str__(self) -> str:
        return f"{self.handeling} in dossier {self.dossier_id} op {self.op}"


class Concept(models.Model):
    """A decision that is being prepared. No gebeurtenis, in no figure; establishing consumes it.

    :param versie: grows with every change, so that two tabs do not overwrite each other
    :param voorgelegd_aan: id of the medewerker who is asked to read along
    """

    avg = Avg(
        doel="een besluit voorbereiden",
        bewaren="tot het besluit, of 1 jaar",
        categorie=Gegevenscategorie.TAAL,
        velden={"waarden": Gegevenscategorie.NOTITIES_INTERN},
    )

    dossier = models.ForeignKey("dossier.Dossier", on_delete=models.PROTECT, related_name="+")
    stap = models.CharField(max_length=30)
    waarden = models.JSONField(default=dict)
    versie = models.PositiveIntegerField(default=1)
    begonnen_at = models.DateTimeField()
    gewijzigd_at = models.DateTimeField()
    gewijzigd_door = models.BigIntegerField(null=True)
    voorgelegd_aan = models.BigIntegerField(null=True)
    voorgelegd_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "concepten"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "stap"], name="concept_once"),
        ]

    def __str__(self) -> str:
        return f"concept {self.stap} in dossier {self.dossier_id}"


class Meelezing(models.Model):
    """The second pair of eyes read a concept along: agreed or not, and a remark."""

    avg = Avg(
        doel="een besluit voorbereiden",
        bewaren="tot het besluit, of 1 jaar",
        categorie=Gegevenscategorie.TAAL,
    )

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="meelezingen")
    medewerker = models.BigIntegerField()
    op = models.DateTimeField()
    akkoord = models.BooleanField()
    opmerking = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "meelezingen"

    def __str__(self) -> str:
        return f"meelezing {self.pk} van concept {self.concept_id}"
