"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        """Say what is done when its time has come, and what of a person's is here to take along."""
        from accounts import due, erasure
        from accounts.models import Counter, transfers
        from accounts.portability import own

        due.register("counters", lambda now: Counter.objects.forget(now.timestamp()))
        due.register("delete exports", transfers.sweep)
        due.register("finish deletions", erasure.finish_all)
        own.add()
