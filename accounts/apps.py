"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import due
        from accounts.models import Counter

        due.register("counters", lambda now: Counter.objects.forget(now.timestamp()))
        """Tell what of a person's is here to take along."""
        from accounts.portability import own

        own.add()
        from accounts import due, erasure

        due.register("finish deletions", erasure.finish_all)
