"""Who came in, how, and who was refused."""

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from accounts.models.user import User

KEPT = datetime.timedelta(days=90)
# Apart, so that a stranger who tries on and on pushes nothing out that its owner would want to see.
MOST, MOST_REFUSED = 30, 20


class SignInQuerySet(models.QuerySet["SignIn"]):
    def recent(self, user: User) -> "SignInQuerySet":
        """Return the rows of the last 90 days, newest first."""
        return self.filter(user=user, at__gt=timezone.now() - KEPT).order_by("-at", "-pk")

    def old(self, now: datetime.datetime) -> "SignInQuerySet":
        return self.filter(at__lte=now - KEPT)

    def note(
        self, user: User, way: str, *, refused: bool = False, device: str = "", network: str = ""
    ) -> None:
        """Add a row and drop those that are one too many."""
        same = self.filter(user=user, refused=refused)
        kept = same.order_by("-at", "-pk").values("pk")[: MOST_REFUSED if refused else MOST]
        with transaction.atomic():
            self.create(user=user, way=way, refused=refused, device=device, network=network)
            same.exclude(pk__in=kept).delete()


class SignIn(models.Model):
    """One try to log in, and what came of it."""

    class Way(models.TextChoices):
        PASSWORD = "password", "password"
        APP = "app", "password and app"
        RECOVERY = "recovery", "password and recovery code"
        STEP = "step", "password and passkey"
        PASSKEY = "passkey", "passkey"
        LINK = "link", "link in a mail"
        SIGN_UP = "sign_up", "sign-up"
        GITHUB = "github", "GitHub"
        OPENID = "openid", "OpenID Connect"

    user = models.ForeignKey(User, models.CASCADE, related_name="sign_ins")
    at = models.DateTimeField(default=timezone.now)
    way = models.CharField(max_length=8, choices=Way.choices)
    refused = models.BooleanField(default=False)
    device = models.CharField(max_length=60, blank=True)
    network = models.CharField(max_length=45, blank=True)

    objects: ClassVar[SignInQuerySet] = SignInQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["user", "refused", "-at"], name="sign_ins_of_a_user")]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """“Password and app”, “Wrong password, refused”."""
        if self.refused:
            wrong = {self.Way.PASSWORD: "wrong password", self.Way.APP: "wrong code"}
            return f"{wrong.get(self.Way(self.way), self.get_way_display())}, refused"
        if self.way == self.Way.OPENID:
            return str(getattr(settings, "OIDC_NAME", "")) or self.get_way_display()
        return self.get_way_display()


class StrangerTriesManager(models.Manager["StrangerTries"]):
    def note(self) -> None:
        """Count a try for an address that has no account.

        It writes as `SignIn.objects.note` does, or the time would tell which addresses have one.
        """
        today = timezone.now().date()
        with transaction.atomic():
            if not self.filter(day=today).update(tries=models.F("tries") + 1):
                self.bulk_create([StrangerTries(day=today, tries=1)], ignore_conflicts=True)


class StrangerTries(models.Model):
    """How often in a day (UTC) someone tried addresses that have no account."""

    day = models.DateField(unique=True)
    tries = models.PositiveBigIntegerField(default=0)

    objects = StrangerTriesManager()

    def __str__(self) -> str:
        return f"{self.tries} on {self.day}"
