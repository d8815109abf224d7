"""When staff looked at a learner's row, and at which page."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models.user import User
from accounts.security_log import tell


class StaffLookQuerySet(models.QuerySet["StaffLook"]):
    def note(self, staff: User, learners: Iterable[int], page: str) -> None:
        """Write down that `staff` looked at rows of these learners (by id); their own do not count."""
        others = sorted(set(learners) - {staff.pk})
        if others:
            self.bulk_create(StaffLook(learner_id=pk, staff_number=staff.pk, page=page) for pk in others)
        for pk in others:
            tell("staff_look", staff, learner_id=pk)


class StaffLook(models.Model):
    """`staff_number` is no foreign key: the record outlives the account that looked."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="staff_looks")
    staff_number = models.BigIntegerField()
    page = models.CharField(max_length=80)
    at = models.DateTimeField(default=timezone.now)

    objects = StaffLookQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        permissions = [("help_learners", "Can end a learner's sessions and send a confirmation again")]

    def __str__(self) -> str:
        return f"{self.page}, {self.at:%Y-%m-%d %H:%M}"
