"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import due
        from accounts.models import Repeat

        due.register("kept answers of the API", Repeat.objects.sweep)
        from accounts.models import Counter

        due.register("counters", lambda now: Counter.objects.forget(now.timestamp()))
        """Tell what of a person's is here to take along."""
        from accounts.portability import own

        own.add()
        from accounts import due, erasure

        due.register("finish deletions", erasure.finish_all)
        from accounts.forgetting import forget_sessions, forget_sign_ins

        due.register("sign-ins", forget_sign_ins)
        due.register("sessions", forget_sessions)
        """Have mail sent when it is due."""
        from accounts import due
        from accounts.mail.sending import send_due

        due.register("mail", send_due)
        """Say what is due here at a time."""
        from accounts import due
        from accounts.models import AppliedChange

        due.register("changes applied long ago", AppliedChange.objects.sweep)
