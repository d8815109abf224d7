"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import due, erasure

        due.register("finish deletions", erasure.finish_all)
