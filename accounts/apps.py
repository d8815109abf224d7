"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        """Say what is due here at a time."""
        from accounts import due
        from accounts.models import AppliedChange

        due.register("changes applied long ago", AppliedChange.objects.sweep)
