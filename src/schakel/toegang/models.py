"""Accounts with their roles and reach, the record of who looked, and the training clock."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from schakel.base.avg import MEDEWERKERS, NIEUWKOMERS, Avg


class Accounts(BaseUserManager["Account"]):
    """Accounts come with who it is: every page asks both."""

    def get_queryset(self) -> models.QuerySet["Account"]:
        """Return all accounts, each with its medewerker."""
        return super().get_queryset().select_related("medewerker")


class Account(AbstractBaseUser):
    """The right to log in; who it is stands in `keten.Medewerker`."""

    avg = Avg(doel="toegang tot het systeem", bewaren="5 jaar na vertrek")

    username = models.CharField("gebruikersnaam", max_length=60, unique=True)
    medewerker = models.ForeignKey(
        "keten.Medewerker", null=True, on_delete=models.PROTECT, related_name="accounts"
    )
    rol = models.CharField(max_length=40)
    is_active = models.BooleanField(default=True)

    objects = Accounts()

    USERNAME_FIELD = "username"

    class Meta:
        verbose_name_plural = "accounts"

    def __str__(self) -> str:
        return self.username


class Bereik(models.Model):
    """A gemeente within the reach of an account."""

    avg = Avg(doel="toegang tot het systeem", bewaren="5 jaar na vertrek")

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="bereik")
    gemeente = models.ForeignKey("keten.Gemeente", on_delete=models.PROTECT)

    class Meta:
        verbose_name_plural = "bereiken"
        constraints = [
            models.UniqueConstraint(fields=["account", "gemeente"], name="bereik_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} in {self.gemeente_id}"


class Inzage(models.Model):
    """One look at one dossier: who, for which organisation, what, by which question, when.

    One `spoor` (trace id) joins all dossiers of one answer. Ids without a key: the record outlives
    what it points to. `geweigerd`: it was asked for and out of sight, so nothing was seen of it.
    """

    avg = Avg(
        doel="verantwoorden wie een dossier heeft ingezien",
        bewaren="5 jaar",
        wie=f"{MEDEWERKERS}; {NIEUWKOMERS}",
    )

    spoor = models.UUIDField()
    op = models.DateTimeField()
    dossier = models.BigIntegerField(db_index=True)
    account = models.BigIntegerField()
    medewerker = models.BigIntegerField(null=True)
    organisatie = models.BigIntegerField(null=True)
    rol = models.CharField(max_length=40)
    vraag = models.CharField(max_length=60)
    categorieen = models.JSONField(default=list)
    geweigerd = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name = "inzage"
        verbose_name_plural = "inzagen"

    def __str__(self) -> str:
        return f"inzage in dossier {self.dossier} op {self.op}"


class Export(models.Model):
    """One list that left the house as a file: who, for which organisation, what, how chosen, when.

    Its `spoor` is that of the looks at the dossiers in it. Ids without a key, as with a look.
    """

    avg = Avg(
        doel="verantwoorden wie een lijst heeft geëxporteerd",
        bewaren="5 jaar",
        wie=f"{MEDEWERKERS}; {NIEUWKOMERS}",
    )

    spoor = models.UUIDField()
    op = models.DateTimeField(db_index=True)
    account = models.BigIntegerField()
    medewerker = models.BigIntegerField(null=True)
    organisatie = models.BigIntegerField(null=True)
    rol = models.CharField(max_length=40)
    lijst = models.CharField(max_length=60)
    formaat = models.CharField(max_length=10)
    keuze = models.CharField(max_length=300, blank=True)
    gemeenten = models.TextField(blank=True)
    regels = models.PositiveIntegerField()
    dossiers = models.PositiveIntegerField()
    persoonsgegevens = models.BooleanField()

    class Meta:
        verbose_name = "export"
        verbose_name_plural = "exports"

    def __str__(self) -> str:
        return f"export van {self.lijst} op {self.op}"


class Klok(models.Model):
    """The clock of the training region: one row, only in demo mode. It only goes forward.

    The row also is the proof that the demo made this database, and says what its scenario shows.
    """

    avg = Avg(doel="oefenen", bewaren="geen persoonsgegevens")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    nu = models.DateTimeField()
    scenario = models.CharField(max_length=40)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "klokken"
        constraints = [
            models.CheckConstraint(name="klok_is_one", condition=models.Q(id=1)),
        ]

    def __str__(self) -> str:
        return f"{self.scenario}, {self.nu}"
