"""The installation: how it starts, answers for its health and is backed up."""

from django.apps import AppConfig


class InstallationConfig(AppConfig):
    name = "config"
    label = "installation"
    verbose_name = "Installation"
