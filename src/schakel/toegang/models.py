"""Accounts with their roles and reach, the record of who looked, and the training clock."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from schakel.base.avg import MEDEWERKERS, NIEUWKOMERS, Avg


class Accounts(BaseUserManager["Account"]):
    """Accounts come with who it is: every page asks both."""

    def get_queryset(self) -> models.QuerySet["Account"]:
        """Return all accounts, each with its medewerker."""
        return super().get_queryset().select_related("medewerker")


class Account(AbstractBaseUser):
    """The right to log in; who it is stands in `keten.Medewerker`.

    `oidc_naam` is what the organisation's identity provider calls this person, and `oidc_sub` the
    lasting number that came with it the first time: a name that later goes to someone else does
    not. `sessie` goes up when all sessions must end.
    """

    avg = Avg(doel="toegang tot het systeem", bewaren="5 jaar na vertrek")

    username = models.CharField("gebruikersnaam", max_length=60, unique=True)
    medewerker = models.ForeignKey(
        "keten.Medewerker", null=True, on_delete=models.PROTECT, related_name="accounts"
    )
    rol = models.CharField(max_length=40)
    is_active = models.BooleanField(default=True)
    oidc_naam = models.CharField(max_length=200, unique=True, null=True)  # noqa: DJ001 - unique
    oidc_sub = models.CharField(max_length=255, blank=True, default="", db_default="")
    sessie = models.PositiveIntegerField(default=0, db_default=0)

    objects = Accounts()

    USERNAME_FIELD = "username"

    class Meta:
        verbose_name_plural = "accounts"

    def __str__(self) -> str:
        return self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Return what a session must carry: it changes with the password and with `sessie`."""
        worth = f"{self.password}:{self.sessie}"
        return salted_hmac(
            "schakel.toegang.Account", worth, secret=secret, algorithm="sha256"
        ).hexdigest()


class Uitnodiging(models.Model):
    """A link with which someone sets his own password, once. Only a print of it is kept."""

    avg = Avg(doel="toegang tot het systeem", bewaren="1 jaar")

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="uitnodigingen")
    afdruk = models.CharField(max_length=64, unique=True)
    gemaakt_at = models.DateTimeField()
    verloopt_at = models.DateTimeField()
    gebruikt_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "uitnodigingen"

    def __str__(self) -> str:
        return f"uitnodiging voor account {self.account_id}"


class Accountwijziging(models.Model):
    """What changed in an account, by whom, when. Ids without a key; never a secret.

    `door` is the medewerker who did it; None is the system.
    """

    avg = Avg(doel="verantwoorden wie wie toegang gaf", bewaren="5 jaar na vertrek")

    account = models.BigIntegerField(db_index=True)
    op = models.DateTimeField()
    door = models.BigIntegerField(null=True)
    soort = models.CharField(max_length=40)
    oud = models.CharField(max_length=500, blank=True)
    nieuw = models.CharField(max_length=500, blank=True)
    reden = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "accountwijzigingen"

    def __str__(self) -> str:
        return f"{self.soort} van account {self.account}"


class Poging(models.Model):
    """One try to get in that failed. The name and the address are kept as a keyed print only.

    `adres` is empty where nobody can tell from where it came.
    """

    avg = Avg(doel="raden van wachtwoorden tegengaan", bewaren="1 dag")

    naam = models.CharField(max_length=64)
    adres = models.CharField(max_length=64, blank=True)
    op = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "pogingen"

    def __str__(self) -> str:
        return f"poging op {self.op}"


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
