"""An account that was deleted and whose traces outside the database are not yet gone."""

from django.db import models
from django.utils import timezone


class Erasure(models.Model):
    """Made in the transaction that deletes the account, gone once its files are and its mark is kept.

    `user_number` is what the account's id was; nobody has it any more, and nobody will.
    """

    user_number = models.BigIntegerField(unique=True)
    mark = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.user_number)
