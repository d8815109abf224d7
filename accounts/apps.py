"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        """Tell what of a person's is here to take along."""
        from accounts.portability import own

        own.add()
