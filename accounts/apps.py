"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import due
        from accounts.models import Repeat

        due.register("kept answers of the API", Repeat.objects.sweep)
