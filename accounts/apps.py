"""Who you are: user, settings, sign-up and log-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
