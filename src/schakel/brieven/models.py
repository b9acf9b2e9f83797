"""The documents as they were sent. A row is written once and stays as it is."""

from django.db import models

from schakel.base.avg import DOSSIER, Avg


class Document(models.Model):
    """A letter, byte for byte, with the gebeurtenis that it makes known.

    `categorieen` are the gegevenscategorieën that stand in it: whoever lacks one, lacks the letter.
    """

    avg = Avg(
        doel="bewaren wat aan iemand is bekendgemaakt", bewaren=DOSSIER, per_regel="categorieen"
    )

    dossier = models.ForeignKey(
        "dossier.Dossier", on_delete=models.PROTECT, related_name="documenten"
    )
    gebeurtenis = models.BigIntegerField()
    soort = models.CharField(max_length=30)
    sjabloon = models.CharField(max_length=30)
    dagtekening = models.DateField()
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    categorieen = models.JSONField(default=list)
    made_at = models.DateTimeField()
    made_by = models.BigIntegerField(null=True)

    class Meta:
        verbose_name_plural = "documenten"
        constraints = [
            models.UniqueConstraint(
                name="document_once_per_gebeurtenis", fields=["gebeurtenis", "soort"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.pk} bij dossier {self.dossier_id}"
