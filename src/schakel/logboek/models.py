"""The log, what is known of it when, the prose beside it, and the proof of destruction."""

from django.db import models

from schakel.base.avg import DOSSIER, Avg


class Gebeurtenis(models.Model):
    """One dated fact. Never changed: a trigger stands behind it on both databases.

    `dossier`, `actor` and `organisatie` are ids without a key: the log outlives the shape of what
    stands above it.
    """

    avg = Avg(
        doel="uitvoering Wi2021: wat er met een dossier gebeurde",
        bewaren=DOSSIER,
        per_regel="kind",
    )

    dossier = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField(default=1)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    actor = models.BigIntegerField(null=True)
    organisatie = models.BigIntegerField(null=True)
    source = models.CharField(max_length=20)
    facts = models.JSONField(default=dict)
    grounds = models.JSONField(default=list)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.DO_NOTHING, related_name="replaced_by"
    )
    first = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        indexes = [
            models.Index(fields=["dossier", "id"], name="gebeurtenis_dossier"),
            models.Index(fields=["kind", "id"], name="gebeurtenis_kind"),
        ]
        constraints = [
            models.CheckConstraint(
                name="gebeurtenis_correction_has_a_first",
                condition=models.Q(replaces=None, first=None)
                | models.Q(replaces__isnull=False, first__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} op {self.happened_on} (#{self.pk})"


class Geldigheid(models.Model):
    """From when until when a gebeurtenis was what we knew. Rebuilt by `schakel herbouw`."""

    avg = Avg(doel="weten wat op een moment bekend was", bewaren=DOSSIER, per_regel="kind")

    gebeurtenis = models.OneToOneField(
        Gebeurtenis, primary_key=True, on_delete=models.CASCADE, related_name="geldigheid"
    )
    dossier = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    happened_on = models.DateField()
    known_from = models.DateTimeField()
    known_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "geldigheid"
        verbose_name_plural = "geldigheden"
        indexes = [
            models.Index(fields=["dossier", "known_from"], name="geldigheid_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.gebeurtenis_id}: {self.known_from} – {self.known_until}"


class Toelichting(models.Model):
    """Prose that belongs to a gebeurtenis: a reason, a note. Append-only like the log."""

    avg = Avg(
        doel="toelichting bij een gebeurtenis", bewaren=DOSSIER, per_regel="gegevenscategorie"
    )

    gebeurtenis = models.ForeignKey(
        Gebeurtenis, on_delete=models.DO_NOTHING, related_name="toelichtingen"
    )
    soort = models.CharField(max_length=30)
    tekst = models.TextField()
    gegevenscategorie = models.CharField(max_length=30)

    class Meta:
        verbose_name = "toelichting"
        verbose_name_plural = "toelichtingen"

    def __str__(self) -> str:
        return f"{self.soort} bij #{self.gebeurtenis_id}"


class Vernietiging(models.Model):
    """The proof that a dossier was lawfully destroyed; it alone opens the way past the triggers."""

    avg = Avg(doel="verantwoorden dat een dossier is vernietigd", bewaren="50 jaar, zonder inhoud")

    dossier = models.BigIntegerField(unique=True)
    vernietigd_at = models.DateTimeField()
    actor = models.BigIntegerField(null=True)
    grond = models.CharField(max_length=200)

    class Meta:
        verbose_name = "vernietiging"
        verbose_name_plural = "vernietigingen"

    def __str__(self) -> str:
        return f"dossier {self.dossier}, {self.vernietigd_at:%d-%m-%Y}"
