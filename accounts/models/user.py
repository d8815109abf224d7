"""The person behind an account."""

import datetime
from typing import Any, ClassVar

from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone

from accounts import time_zones


def validate_time_zone(name: str) -> None:
    """Raise ValidationError unless `name` is a zone of the IANA database."""
    if name not in time_zones.names():
        raise ValidationError("Choose a time zone from the list.", code="unknown-time-zone")


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)

    def lock(self, pk: int) -> None:
        """Let one change at a time through for this learner, until the transaction ends."""
        self.select_for_update().get(pk=pk)


class User(AbstractBaseUser, PermissionsMixin):
    """A learner or a member of staff. The e-mail address is the log-in name, whatever its case."""

    class Theme(models.TextChoices):
        SYSTEM = "system", "Same as the device"
        LIGHT = "light", "Light"
        DARK = "dark", "Dark"

    email = models.EmailField("e-mail", max_length=254, unique=True)
    display_name = models.CharField("name", max_length=60, blank=True)
    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])
    theme = models.CharField(max_length=6, choices=Theme.choices, default=Theme.SYSTEM)
    shortcuts = models.BooleanField("keyboard shortcuts", default=True)
    is_staff = models.BooleanField("staff", default=False)
    is_active = models.BooleanField("active", default=True)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_email"),
            models.CheckConstraint(
                condition=models.Q(theme__in=["system", "light", "dark"]),
                name="theme_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name or self.email

    def clean(self) -> None:
        self.email = self.email.strip().lower()

    def today(self, now: datetime.datetime | None = None) -> datetime.date:
        """Return the date where the learner lives, at `now` (aware; default: this moment)."""
        return self.local(now or timezone.now()).date()

    def local(self, moment: datetime.datetime) -> datetime.datetime:
        """Return `moment` (aware) on the clock where the learner lives."""
        return moment.astimezone(time_zones.zone(self.time_zone))

    def change_email(self, email: str, *, verified: bool) -> None:
        """Make `email` the log-in name from now on. Raise IntegrityError when another account has it."""
        email = email.strip().lower()
        with transaction.atomic():
            User.objects.filter(pk=self.pk).update(email=email)
            self.emailaddress_set.all().delete()
            self.emailaddress_set.create(email=email, primary=True, verified=verified)
        self.email = email
