"""Gemeenten, organisations, medewerkers, tasks and agreements: plain dated rows."""

from django.db import models

from schakel.base.avg import Avg

GEEN_PERSOON = Avg(doel="inrichting van de keten", bewaren="geen persoonsgegevens")


class Arbeidsmarktregio(models.Model):
    """A region that procures leerroutes together, led by a centrumgemeente."""

    avg = GEEN_PERSOON

    naam = models.CharField(max_length=80, unique=True)
    centrumgemeente = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.naam


class Gemeente(models.Model):
    """A gemeente, known by its CBS code of four digits."""

    avg = GEEN_PERSOON

    code = models.CharField(max_length=4, primary_key=True)
    naam = models.CharField(max_length=80)
    arbeidsmarktregio = models.ForeignKey(Arbeidsmarktregio, on_delete=models.PROTECT)
    volgorde = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "gemeenten"
        ordering = ["volgorde", "naam"]

    def __str__(self) -> str:
        return self.naam


class Organisatie(models.Model):
    """An organisation in the chain, the uitvoeringsorganisatie itself included."""

    avg = GEEN_PERSOON

    naam = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.naam


class Taak(models.Model):
    """A task that an organisation has in a gemeente, for a period."""

    avg = GEEN_PERSOON

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="taken")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="taken")
    taak = models.CharField(max_length=40)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "taken"

    def __str__(self) -> str:
        return f"{self.taak} in {self.gemeente} door {self.organisatie}"


class Medewerker(models.Model):
    """Someone who works in the chain, with or without an account."""

    avg = Avg(doel="weten wie in de keten wat doet", bewaren="5 jaar na vertrek")

    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="medewerkers"
    )
    naam = models.CharField(max_length=120)
    functie = models.CharField(max_length=80)
    van = models.DateField()
    tot = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.naam} ({self.organisatie})"


class Deelafspraak(models.Model):
    """What a partner may see of the dossiers of one gemeente for one task, and on which ground.

    It runs from `van` up to `tot`: by law without a signature, otherwise once signed, or while it
    is provisionally bekrachtigd.
    """

    avg = GEEN_PERSOON

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT)
    taak = models.CharField(max_length=40)
    doel = models.CharField(max_length=200)
    grondslag = models.CharField(max_length=200)
    categorieen = models.JSONField(default=list)
    vorm = models.CharField(max_length=30)
    van = models.DateField()
    tot = models.DateField(null=True)
    ondertekend_op = models.DateField(null=True)
    voorlopig_tot = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "deelafspraken"
        constraints = [
            models.CheckConstraint(
                name="deelafspraak_ends_after_it_starts",
                condition=models.Q(tot=None) | models.Q(tot__gt=models.F("van")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisatie} voor {self.gemeente}: {self.doel}"


class Opdracht(models.Model):
    """A link in the line of assignment: who gave what to whom, and under which one it falls."""

    avg = GEEN_PERSOON

    soort = models.CharField(max_length=30)
    gever = models.CharField(max_length=120)
    nemer = models.CharField(max_length=120)
    op = models.DateField()
    precisie = models.CharField(max_length=10, default="dag")
    tekst = models.TextField()
    onder = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="volgt")

    class Meta:
        verbose_name_plural = "opdrachten"

    def __str__(self) -> str:
        return f"{self.soort} van {self.gever}, {self.op}"


class Agendapunt(models.Model):
    """An open end of the chain: who owns it, how far it is, and by when it must be closed."""

    avg = GEEN_PERSOON

    onderwerp = models.CharField(max_length=200)
    toelichting = models.TextField(blank=True)
    eigenaar = models.ForeignKey(Organisatie, on_delete=models.PROTECT)
    staat = models.CharField(max_length=20)
    genoemd_op = models.DateField()
    streefdatum = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "agendapunten"

    def __str__(self) -> str:
        return self.onderwerp


class Bevoegdheid(models.Model):
    """Who may take one sort of decision for a gemeente, and what stands under the letter.

    It runs from `van` up to `tot`. Two rows of one gemeente and one sort never overlap.
    """

    avg = Avg(doel="weten wie een besluit neemt en ondertekent", bewaren="5 jaar na afloop")

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="bevoegdheden")
    soort = models.CharField(max_length=30)
    grondslag = models.CharField(max_length=30)
    orgaan = models.CharField(max_length=200)
    namens = models.CharField(max_length=200, blank=True)
    ondertekenaar = models.CharField(max_length=120)
    functie = models.CharField(max_length=120)
    organisatie = models.CharField(max_length=120)
    bezwaar_bij = models.CharField(max_length=200)
    bezwaar_adres = models.TextField()
    rechtbank = models.CharField(max_length=120, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True)
    bron = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "bevoegdheden"
        constraints = [
            models.CheckConstraint(
                name="bevoegdheid_ends_after_it_starts",
                condition=models.Q(tot=None) | models.Q(tot__gt=models.F("van")),
            ),
            models.UniqueConstraint(
                name="bevoegdheid_starts_once", fields=["gemeente", "soort", "van"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} in {self.gemeente_id} vanaf {self.van}"
