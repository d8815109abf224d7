"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import due
        from accounts.forgetting import forget_sessions, forget_sign_ins

        due.register("sign-ins", forget_sign_ins)
        due.register("sessions", forget_sessions)
