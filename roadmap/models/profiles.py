"""The public profile: which name it goes by and what it shows."""

import datetime
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.conf import settings
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User

HELD = datetime.timedelta(days=90)
MOST_HELD = 5  # former names of one learner, so that nobody collects them


class HandleTaken(Exception):
    """Somebody else has the name, or had it less than 90 days ago."""


class TooManyHandles(Exception):
    """The learner holds as many former names as anybody may; `until` is when the first is free."""

    def __init__(self, until: datetime.date) -> None:
        super().__init__(until)
        self.until = until


class HandleQuerySet(models.QuerySet["Handle"]):
    def indexed(self) -> "models.QuerySet[Handle, str]":
        """Return the names of the profiles that search engines may list, in order."""
        shown = self.filter(held_until=None, user__is_active=True)
        shown = shown.filter(user__profile__is_public=True, user__profile__is_indexed=True)
        return shown.order_by("name").values_list("name", flat=True)

    def claim(self, user: User, name: str, today: datetime.date) -> None:
        """Give the learner this name, or none; the one before is held for them for 90 days.

        Call it in a transaction. Raises HandleTaken and TooManyHandles, with nothing changed.
        """
        own = {row.name: row for row in self.filter(user=user)}
        before = next((row for row in own.values() if row.held_until is None), None)
        if (before.name if before else "") == name:
            return
        self.filter(held_until__lte=today).filter(Q(user=user) | Q(name=name)).delete()
        held = [row.held_until for row in own.values() if row.held_until and row.held_until > today]
        if before and len(held) >= MOST_HELD and name not in own:
            raise TooManyHandles(min(held))
        try:
            with transaction.atomic():
                if before:
                    self.filter(pk=before.pk).update(held_until=today + HELD)
                if name and not self.filter(user=user, name=name).update(held_until=None):
                    self.create(user=user, name=name)
        except IntegrityError as error:
            raise HandleTaken from error


class Handle(models.Model):
    """A name in `/u/<name>/`. A learner has one that is current; a former one is held until a day.

    One table for both, so that the database lets nobody take a name that is held.
    """

    name = models.CharField(max_length=30, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="handles")
    held_until = models.DateField(null=True, blank=True, help_text="Empty: it is the current one.")

    objects = HandleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(held_until__isnull=True), name="one_current_handle_per_learner"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Shown(NamedTuple):
    """A profile with the name that is its address now and, when shown, all minutes of its learner."""

    profile: "Profile"
    handle: str
    minutes: int


# Written out because a badge in a README is asked for all day, and the ORM takes ten times longer to
# compose this than the database takes to answer it.
_SWITCHES = (
    *("is_public", "is_indexed"),
    *("shows_phases", "shows_skills", "shows_builds", "shows_milestones", "shows_hours"),
)
_SHOWN = """
SELECT CAST(p.changed_at AS text),
  (SELECT c.name FROM roadmap_handle c WHERE c.user_id = p.user_id AND c.held_until IS NULL),
  CASE WHEN p.shows_hours THEN
    (SELECT SUM(s.minutes) FROM roadmap_studysession s WHERE s.user_id = p.user_id) END,
  p.user_id, p.name, p.headline, p.is_public, p.is_indexed,
  p.shows_phases, p.shows_skills, p.shows_builds, p.shows_milestones, p.shows_hours
FROM roadmap_profile p
"""
_OWN = _SHOWN + "WHERE p.user_id = %s"
_PUBLIC = (
    _SHOWN
    + """
JOIN roadmap_handle h ON h.user_id = p.user_id JOIN accounts_user u ON u.id = p.user_id
WHERE h.name = %s AND (h.held_until IS NULL OR h.held_until > %s) AND u.is_active AND p.is_public
"""
)


def _shown(statement: str, values: list[Any]) -> Shown | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
    if row is None:
        return None
    changed_at, handle, minutes, user_id, name, headline, *switches = row
    # SQLite answers 0 and 1, which forms take for ticked both.
    ticked = dict(zip(_SWITCHES, map(bool, switches), strict=True))
    moment = datetime.datetime.fromisoformat(changed_at)
    profile = Profile(user_id=user_id, name=name, headline=headline, changed_at=moment, **ticked)
    return Shown(profile, handle or "", minutes or 0)


class ProfileQuerySet(models.QuerySet["Profile"]):
    def own(self, user: User) -> Shown | None:
        """Return the learner's profile in one statement; None before they first saved it."""
        return _shown(_OWN, [user.pk])

    def public(self, name: str, today: datetime.date) -> Shown | None:
        """Return the profile that a handle leads to, while it is public.

        One statement, the same for names that nobody has, and for profiles that are off. A former name is
        found for as long as it is held.
        """
        return _shown(_PUBLIC, [name, connection.ops.adapt_datefield_value(today)])

    def put(
        self,
        user: User,
        fields: dict[str, Any],
        links: Sequence[tuple[str, str]],
        handle: str,
        today: datetime.date,
    ) -> None:
        """Save all that a learner says of their profile, or nothing of it.

        The first statement locks their row, so that the same form sent twice is saved one after the other.
        `links` are (label, address). Raises HandleTaken and TooManyHandles.
        """
        with transaction.atomic():
            self.bulk_create(
                [Profile(user=user, changed_at=timezone.now(), **fields)],
                update_conflicts=True,
                unique_fields=["user"],
                update_fields=[*fields, "changed_at"],
            )
            Handle.objects.claim(user, handle, today)
            ProfileLink.objects.filter(user=user).delete()
            ProfileLink.objects.bulk_create(
                ProfileLink(user=user, position=position, label=label, url=url)
                for position, (label, url) in enumerate(links)
            )


class Profile(models.Model):
    """Everything is off until the learner switches it on."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    is_public = models.BooleanField(default=False)
    is_indexed = models.BooleanField(default=False, help_text="Search engines may list it.")
    name = models.CharField(max_length=80, blank=True)
    headline = models.CharField(max_length=200, blank=True)
    shows_phases = models.BooleanField(default=False)
    shows_skills = models.BooleanField(default=False)
    shows_builds = models.BooleanField(default=False)
    shows_milestones = models.BooleanField(default=False)
    shows_hours = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = ProfileQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name or str(self.user_id)


class ProfileLink(models.Model):
    MOST = 5

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile_links")
    position = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=40)
    url = models.CharField(max_length=500)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=~Q(url=""), name="profile_link_leads_somewhere"),
        ]

    def __str__(self) -> str:
        return self.label
