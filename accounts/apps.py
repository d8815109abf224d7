"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        """Have mail sent when it is due."""
        from accounts import due
        from accounts.mail.sending import send_due

        due.register("mail", send_due)
