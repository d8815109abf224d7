"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        """Say what of a person's is here to take along, and what is due at a time."""
        from accounts import due, erasure, inactivity
        from accounts.forgetting import forget_sessions, forget_sign_ins
        from accounts.mail.sending import send_due
        from accounts.models import AppliedChange, Counter, Repeat, transfers
        from accounts.portability import own

        own.add()
        due.register("mail", send_due)
        due.register("finish deletions", erasure.finish_all)
        due.register("inactive accounts", inactivity.attend)
        due.register("sign-ins", forget_sign_ins)
        due.register("sessions", forget_sessions)
        due.register("kept answers of the API", Repeat.objects.sweep)
        due.register("counters", lambda now: Counter.objects.forget(now.timestamp()))
        due.register("exports", transfers.sweep)
        due.register("changes applied long ago", AppliedChange.objects.sweep)
